/// Needs all rows for the widths of the columns.
struct TableWriter: RowWriter {
  let columns: [String]
  let output: (String) throws -> Void
  private var rows: [[QueryValue]] = []

  init(columns: [String], output: @escaping (String) throws -> Void) {
    self.columns = columns
    self.output = output
  }

  mutating func write(_ row: [QueryValue]) { rows.append(row) }

  func finish() throws {
    let alignments: [TextTable.Alignment] = columns.indices.map { column in
      rows.contains { $0[column].isNumber } ? .right : .left
    }
    var table = TextTable(alignments)
    table.add(columns)
    let texts = ReadableColumns(rows, count: columns.count)
    for row in rows { table.add(texts.cells(row)) }
    let lines = table.lines
    try output(lines[0] + "\n" + table.rule + "\n")
    for line in lines.dropFirst() { try output(line + "\n") }
  }
}

struct CSVWriter: RowWriter {
  let output: (String) throws -> Void

  init(columns: [String], output: @escaping (String) throws -> Void) {
    self.output = output
    head = columns.map { Self.field($0) }.joined(separator: ",") + "\n"
  }

  /// The line of names, until it is written.
  private var head: String?

  private mutating func writeHead() throws {
    if let head { try output(head) }
    head = nil
  }

  mutating func write(_ row: [QueryValue]) throws {
    try writeHead()
    let fields = row.map { value in
      switch value {
      case .null: ""
      case .integer(let value): String(value)
      case .real(let value): value.description
      case .text(let value): Self.field(value)
      case .blob(let value): QueryValue.hexadecimal(value)
      }
    }
    try output(fields.joined(separator: ",") + "\n")
  }

  mutating func finish() throws { try writeHead() }

  /// Quoted where it has to be, and where it is empty: an empty field without quotes is NULL.
  static func field(_ text: String) -> String {
    let special = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard special || text.isEmpty else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

struct JSONWriter: RowWriter {
  let columns: [String]
  let output: (String) throws -> Void
  private var count = 0

  init(columns: [String], output: @escaping (String) throws -> Void) {
    self.columns = Self.distinct(columns)
    self.output = output
  }

  private mutating func writeHead() throws {
    let names = JSONValue.array(columns.map { .text($0) }).line
    try output("{\n  \"schema\": \"otium.query/1\",\n  \"columns\": \(names),\n  \"rows\": [")
  }

  mutating func write(_ row: [QueryValue]) throws {
    if count == 0 { try writeHead() }
    let members = zip(columns, row).map { name, value in JSONValue.Member(name, Self.json(value)) }
    try output((count == 0 ? "\n    " : ",\n    ") + JSONValue.object(members).line)
    count += 1
  }

  mutating func finish() throws {
    if count == 0 { try writeHead() }
    try output((count == 0 ? "" : "\n  ") + "]\n}\n")
  }

  private static func json(_ value: QueryValue) -> JSONValue {
    switch value {
    case .null: .null
    case .integer(let value): .integer(value)
    case .real(let value): .number(value)
    case .text(let value): .text(value)
    case .blob(let value): .text(QueryValue.hexadecimal(value))
    }
  }

  /// An object can have a name once: later columns of a name get a number.
  private static func distinct(_ columns: [String]) -> [String] {
    var result: [String] = []
    for column in columns {
      var name = column
      var number = 2
      while result.contains(name) {
        name = "\(column)_\(number)"
        number += 1
      }
      result.append(name)
    }
    return result
  }
}

struct MarkdownWriter: RowWriter {
  let columns: [String]
  let output: (String) throws -> Void
  private var rows: [[QueryValue]] = []

  init(columns: [String], output: @escaping (String) throws -> Void) {
    self.columns = columns
    self.output = output
  }

  mutating func write(_ row: [QueryValue]) { rows.append(row) }

  func finish() throws {
    let marks = columns.indices.map { column in rows.contains { $0[column].isNumber } ? "---:" : ":---" }
    try output(Self.line(columns.map { Self.escaped($0) }))
    try output(Self.line(marks))
    let texts = ReadableColumns(rows, count: columns.count)
    for row in rows { try output(Self.line(texts.cells(row).map { Self.escaped($0) })) }
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
