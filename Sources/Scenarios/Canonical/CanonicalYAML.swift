/// YAML text in one form only: fixed order, two blanks a level, numbers in their shortest form, texts quoted.
indirect enum CanonicalYAML: Sendable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case list([CanonicalYAML])
  case mapping([(key: String, value: CanonicalYAML)])

  /// The text, with a line break at its end.
  var rendered: String {
    var text = ""
    guard case .mapping(let entries) = self else { return flow + "\n" }
    Self.write(entries, depth: 0, to: &text)
    return text
  }

  private static func write(
    _ entries: [(key: String, value: CanonicalYAML)], depth: Int, to text: inout String
  ) {
    for (key, value) in entries {
      text += String(repeating: "  ", count: depth) + key + ":"
      switch value {
      case .mapping(let inner) where !inner.isEmpty:
        text += "\n"
        write(inner, depth: depth + 1, to: &text)
      case .list(let items) where items.contains(where: \.isCompound):
        text += "\n"
        for item in items { text += String(repeating: "  ", count: depth + 1) + "- " + item.flow + "\n" }
      default:
        text += " " + value.flow + "\n"
      }
    }
  }

  private var isCompound: Bool {
    switch self {
    case .list, .mapping: true
    default: false
    }
  }

  /// The value on one line.
  private var flow: String {
    switch self {
    case .number(let number): NumberText.shortest(number)
    case .text(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
}
