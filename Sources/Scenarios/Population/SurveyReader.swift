/// Reads the tax units of the survey file row by row.
struct SurveyReader: ~Copyable {
  private var lines: LineReader
  /// For each column of the file its place among `TaxUnit.columns`, or -1.
  private let places: [Int]
  private var cells = [Double](repeating: 0, count: TaxUnit.columns.count)
  private var row = 0

  init(path: String) throws(PopulationError) {
    var lines = try LineReader(path: path)
    guard let header = try lines.next() else { throw .truncated(path, detail: "it is empty") }
    var places: [Int] = []
    CommaSeparated(line: header).forEachCell { _, name in
      places.append(TaxUnit.columns.firstIndex(of: name.text) ?? -1)
    }
    let missing = TaxUnit.columns.indices.filter { !places.contains($0) }
    guard missing.isEmpty else { throw .missingColumns(path, columns: missing.map { TaxUnit.columns[$0] }) }
    self.places = places
    self.lines = lines
  }

  /// The next unit, `nil` after the last.
  mutating func next() throws(PopulationError) -> TaxUnit? {
    guard let line = try lines.next() else { return nil }
    let path = lines.path
    let number = lines.lineNumber
    let places = places
    var cells = cells
    var count = 0
    try CommaSeparated(line: line).forEachCell { position, cell throws(PopulationError) in
      count += 1
      guard position < places.count, places[position] >= 0 else { return }
      guard let value = cell.decimal, Self.isPossible(value, at: places[position]) else {
        throw .malformed(
          path, line: number, column: TaxUnit.columns[places[position]], found: cell.text,
          expected: Self.moneyColumns.contains(places[position]) ? "a number" : "a whole number from 0")
      }
      cells[places[position]] = value
    }
    guard count == places.count else {
      throw .truncated(path, detail: "line \(number) has \(count) of \(places.count) cells")
    }
    self.cells = cells
    row += 1
    return TaxUnit(row: row - 1, cells: cells)
  }

  private static let moneyColumns = Set(
    TaxUnit.columns.indices.filter { TaxUnit.columns[$0].hasPrefix("e0") || TaxUnit.columns[$0] == "s006" })

  private static func isPossible(_ value: Double, at place: Int) -> Bool {
    moneyColumns.contains(place)
      ? value.magnitude < 1e12 : value >= 0 && value < 1e9 && value == value.rounded()
  }
}
