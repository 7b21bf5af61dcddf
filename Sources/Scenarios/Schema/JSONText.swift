/// JSON whose objects keep the order of their keys.
indirect enum JSONText: Sendable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  /// The text, indented by two blanks a level, with a line break at its end.
  var rendered: String { text(depth: 0) + "\n" }

  private func text(depth: Int) -> String {
    let inner = String(repeating: "  ", count: depth + 1)
    let outer = String(repeating: "  ", count: depth)
    switch self {
    case .string(let string): return Self.quoted(string)
    case .number(let number): return NumberText.shortest(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .array(let items) where items.allSatisfy(\.isScalar):
      return "[" + items.map { $0.text(depth: depth) }.joined(separator: ", ") + "]"
    case .array(let items):
      return "[\n" + items.map { inner + $0.text(depth: depth + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let entries) where entries.isEmpty: return "{}"
    case .object(let entries):
      let lines = entries.map { "\(inner)\(Self.quoted($0.key)): \($0.value.text(depth: depth + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case let control where control.value < 32:
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
