import Economy

/// Collects the rows of a population file into households.
struct PopulationRows {
  private let path: String
  private let header: PopulationHeader
  /// For each code of the file its bytes and the index it gets.
  private let codes: [(bytes: [UInt8], index: Int)]
  private var households: [MicrodataHousehold] = []
  private var persons = 0
  private var lastNumber = -1
  private var current = MicrodataHousehold(weight: 0, capitalIncome: 0, members: [])
  private var cells = [Double](repeating: 0, count: PopulationFile.columns.count)

  init(header: PopulationHeader, path: String, occupations: [String]?) throws(PopulationError) {
    self.header = header
    self.path = path
    var codes: [(bytes: [UInt8], index: Int)] = []
    for (position, code) in header.occupations.enumerated() {
      guard let index = occupations.map({ $0.firstIndex(of: code) }) ?? position else {
        throw .unknownOccupation(path, code: code)
      }
      codes.append((Array(code.utf8), index))
    }
    self.codes = codes
    households.reserveCapacity(header.households)
  }

  /// Takes one row.
  mutating func add(_ line: UnsafeRawBufferPointer, number: Int) throws(PopulationError) {
    var count = 0
    try CommaSeparated(line: line).forEachCell { position, cell throws(PopulationError) in
      count += 1
      guard position < cells.count else { return }
      guard let value = position == 7 ? occupation(cell) : cell.decimal, Self.isPossible(value, at: position)
      else {
        throw .malformed(
          path, line: number, column: PopulationFile.columns[position], found: cell.text,
          expected: Self.expected[position])
      }
      cells[position] = value
    }
    guard count == cells.count else {
      throw .malformed(
        path, line: number, column: "row", found: "\(count)", expected: "\(cells.count) cells")
    }
    persons += 1
    let household = Int(cells[0])
    if household != lastNumber {
      finishHousehold()
      lastNumber = household
      current.weight = cells[1]
      current.capitalIncome = cells[2]
    } else if cells[1] != current.weight || cells[2] != current.capitalIncome {
      let isWeight = cells[1] != current.weight
      throw .malformed(
        path, line: number, column: isWeight ? "weight" : "capital_income",
        found: isWeight ? cells[1].description : cells[2].description,
        expected: "the same number as in the household's first row")
    }
    current.members.append(
      MicrodataHousehold.Member(
        age: Int(cells[3]), isFemale: cells[4] == 1, earnings: cells[5], pension: cells[6],
        occupation: Int(cells[7])))
  }

  /// The households, when their number and that of persons is what the header says.
  consuming func finished() throws(PopulationError) -> [MicrodataHousehold] {
    finishHousehold()
    guard households.count == header.households, persons == header.persons else {
      throw .truncated(
        path,
        detail: "it holds \(households.count) households with \(persons) persons where its header says "
          + "\(header.households) with \(header.persons)")
    }
    return households
  }

  private mutating func finishHousehold() {
    guard !current.members.isEmpty else { return }
    households.append(current)
    current.members = []
  }

  /// Index of a code, -1 for none; `nil` for a code that the header does not list.
  private func occupation(_ cell: UnsafeRawBufferPointer) -> Double? {
    guard !cell.isEmpty else { return -1 }
    return codes.first { $0.bytes.elementsEqual(cell) }.map { Double($0.index) }
  }

  private static func isPossible(_ value: Double, at position: Int) -> Bool {
    switch position {
    case 0: value >= 1 && value < 1e12 && value == value.rounded()
    case 1: value > 0 && value < 1e12
    case 3: value >= 0 && value <= 130 && value == value.rounded()
    case 4: value == 0 || value == 1
    case 5, 6: value >= 0 && value < 1e12
    default: value.magnitude < 1e12
    }
  }

  private static let expected = [
    "a whole number from 1", "a number above 0", "a number", "a whole number from 0 to 130", "0 or 1",
    "a number from 0", "a number from 0", "a code of the line '# occupations', or nothing",
  ]
}
