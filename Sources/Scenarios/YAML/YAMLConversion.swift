import Yams

/// Turns composed YAML into nodes with places. Aliases are expanded, so the number of values is limited.
struct YAMLConversion {
  let source: SourceText
  let masked: MaskedKeys
  let findings: Findings
  private var values = 0

  init(source: SourceText, masked: MaskedKeys, findings: Findings) {
    self.source = source
    self.masked = masked
    self.findings = findings
  }

  mutating func convert(_ node: Node, depth: Int) throws(ScenarioErrors) -> YAMLNode {
    let place = place(of: node)
    values += 1
    guard values <= YAMLFile.mostValues else {
      throw ScenarioErrors(.tooManyValues(limit: YAMLFile.mostValues), at: place)
    }
    guard depth <= YAMLFile.deepestNesting else {
      throw ScenarioErrors(.tooDeep(limit: YAMLFile.deepestNesting), at: place)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      refuseTag(scalar.tag, unless: isPlain ? .implicit : .str, at: place)
      return YAMLNode(content: .scalar(scalar.string, isPlain: isPlain), place: place)
    case .sequence(let sequence):
      refuseTag(sequence.tag, unless: .implicit, at: place)
      var items: [YAMLNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return YAMLNode(content: .sequence(items), place: place)
    case .mapping(let mapping):
      refuseTag(mapping.tag, unless: .implicit, at: place)
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        guard let word = key.scalar?.string else {
          throw ScenarioErrors(.keyNotAWord, at: self.place(of: key))
        }
        guard !masked.isMask(word) else { continue }
        entries.append(
          YAMLNode.Entry(key: word, place: self.place(of: key), value: try convert(value, depth: depth + 1)))
      }
      return YAMLNode(content: .mapping(entries), place: place)
    case .alias(let alias):
      throw ScenarioErrors(.syntax("found undefined alias '\(alias.anchor.rawValue)'"), at: place)
    }
  }

  /// What a value means depends on its key alone, so a tag could only contradict it.
  private func refuseTag(_ tag: Tag, unless expected: Tag.Name, at place: ScenarioError.Place) {
    guard tag.rawValue != expected.rawValue else { return }
    findings.add(.tagged(tag.rawValue), at: place)
  }

  private func place(of node: Node) -> ScenarioError.Place {
    node.mark.map { source.place(line: $0.line, column: $0.column) } ?? .file(source.name)
  }
}
