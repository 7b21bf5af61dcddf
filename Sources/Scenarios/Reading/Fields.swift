/// The keys of one mapping, read by name. Keys that are not known are reported with what may have been meant.
struct Fields {
  /// The dotted path of the mapping; empty at the top level.
  let path: String
  let place: ScenarioError.Place
  let entries: [YAMLNode.Entry]
  let findings: Findings

  /// Nil, and an error, where the node is no mapping; nothing at all counts as an empty one.
  init?(_ node: YAMLNode, at path: String, expected: String = "a mapping", _ findings: Findings) {
    switch node.content {
    case .mapping(let entries): self.entries = entries
    case .scalar where node.isNull: entries = []
    default:
      findings.add(.wrongType(path: path, found: node.inWords, expected: expected), at: node.place)
      return nil
    }
    self.path = path
    self.findings = findings
    place = node.place
  }

  /// The value of a key; the last where an option has overridden one.
  subscript(key: String) -> YAMLNode? { entries.last { $0.key == key }?.value }

  /// Reports keys outside the known ones.
  func refuseUnknown(known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      report(entry, known: known)
    }
  }

  /// Reports one key that is not known.
  func report(_ entry: YAMLNode.Entry, known: [String]) {
    if entry.key == "<<" { return findings.add(.mergeKey, at: entry.place) }
    findings.add(
      .unknownKey(entry.key, path: path, known: known), at: entry.place,
      suggestion: findings.suggestion(for: entry.key, among: known))
  }

  /// The value of a key that must be there.
  func required(_ key: String, expected: String) -> YAMLNode? {
    if let node = self[key] { return node }
    findings.add(.missingKey(key, path: path, expected: expected), at: place)
    return nil
  }

  /// The place of a key's value; of the mapping where the key is missing.
  func place(of key: String) -> ScenarioError.Place { self[key]?.place ?? place }

  /// The place of a key itself; of the mapping where the key is missing.
  func keyPlace(of key: String) -> ScenarioError.Place { entries.last { $0.key == key }?.place ?? place }

  /// The path of a key of this mapping.
  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// A required text on one line.
  func requiredText(_ key: String, expected: String) -> String? {
    required(key, expected: expected).flatMap { text($0, at: path(of: key), expected: expected) }
  }

  /// A text that may be left out.
  func text(_ key: String) -> String? {
    self[key].flatMap { text($0, at: path(of: key), expected: "text") }
  }

  /// A text that is not empty, its white space made single blanks.
  private func text(_ node: YAMLNode, at path: String, expected: String) -> String? {
    if case .scalar(let text, _) = node.content, !node.isNull {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { return words }
    }
    findings.add(.wrongType(path: path, found: node.inWords, expected: expected), at: node.place)
    return nil
  }
}
