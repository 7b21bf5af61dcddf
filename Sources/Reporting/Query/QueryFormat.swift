/// The forms in which a query's answer can be written.
public enum QueryFormat: String, Sendable, CaseIterable {
  /// Aligned columns for reading, numbers shortened to about seven digits.
  case table
  /// Comma-separated values (RFC 4180) with all digits; NULL is an empty field, an empty text is `""`.
  case csv
  /// An object with a schema, the columns' names and an object a row.
  case json
  /// A table in Markdown, numbers as in `table`.
  case markdown

  /// Collects rows and writes them in this form.
  func writer(_ columns: [String], _ output: @escaping (String) throws -> Void) -> any RowWriter {
    switch self {
    case .table: TableWriter(columns: columns, output: output)
    case .csv: CSVWriter(columns: columns, output: output)
    case .json: JSONWriter(columns: columns, output: output)
    case .markdown: MarkdownWriter(columns: columns, output: output)
    }
  }
}

/// A value of a query's answer.
enum QueryValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// As SQL writes a blob.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    "X'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined() + "'"
  }

  /// For people: on one line, control characters spelt out.
  var readable: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): String(value)
    case .real(let value): value.description
    case .text(let value): Self.visible(value)
    case .blob(let value): Self.hexadecimal(value)
    }
  }

  /// A number as it is; nil for all else.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// A text as it is, or a number in words; empty for NULL.
  var words: String {
    switch self {
    case .null: ""
    case .text(let text): text
    default: readable
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }

  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Writes an answer row by row.
protocol RowWriter {
  mutating func write(_ row: [QueryValue]) throws
  mutating func finish() throws
}
