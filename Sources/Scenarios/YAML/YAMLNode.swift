/// A value of a YAML file, or of an option, with its place. Scalars stay text: what they mean depends on what
/// is asked of them.
struct YAMLNode: Sendable {
  var content: Content
  var place: ScenarioError.Place

  indirect enum Content: Sendable {
    /// Text, and whether it stood without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A key with its value.
  struct Entry: Sendable {
    var key: String
    var place: ScenarioError.Place
    var value: YAMLNode
  }

  /// Whether nothing stands there.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What stands there, in words for messages.
  var inWords: String {
    switch content {
    case .scalar where isNull: "empty"
    case .scalar(let text, isPlain: true): "'\(Self.short(text))'"
    case .scalar(let text, isPlain: false): "the text \"\(Self.short(text))\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value's first words, on one line.
  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count <= 40 && line == text ? text : String(line.prefix(40)) + "…"
  }
}
