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
      places.append(TaxUnit.columns.firstIndex { $0.name == name.text } ?? -1)
    }
    let missing = TaxUnit.columns.indices.filter { !places.contains($0) }
    guard missing.isEmpty else {
      throw .missingColumns(path, columns: missing.map { TaxUnit.columns[$0].name })
    }
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
      let column = TaxUnit.columns[places[position]]
      guard let value = cell.decimal, column.allows(value) else {
        throw .malformed(
          path, line: number, column: column.name, found: cell.text, expected: column.expected)
      }
      cells[places[position]] = value
    }
    guard count == places.count else {
      throw .malformed(
        path, line: number, column: "row", found: "\(count)", expected: "\(places.count) cells")
    }
    self.cells = cells
    row += 1
    return TaxUnit(row: row - 1, cells: cells)
  }
}

extension TaxUnit.Column {
  fileprivate func allows(_ value: Double) -> Bool {
    switch content {
    case .identity: (0...1e9).contains(value) && value == value.rounded()
    case .count: (0...130).contains(value) && value == value.rounded()
    case .amount: (0...1e12).contains(value)
    case .signedAmount: (-1e12...1e12).contains(value)
    }
  }

  fileprivate var expected: String {
    switch content {
    case .identity: "a whole number from 0"
    case .count: "a whole number from 0 to 130"
    case .amount: "a number from 0"
    case .signedAmount: "a number"
    }
  }
}
