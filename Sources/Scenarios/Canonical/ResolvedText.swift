/// What a kept resolved scenario says, whichever version of the program wrote it: nothing is validated, so that old
/// results can be read by programs whose parameters have changed.
public struct ResolvedText: Sendable {
  let root: YAMLNode

  /// Reads canonical YAML; nil where the text is no mapping.
  public init?(_ text: String) {
    guard let root = try? YAMLFile.parse(text, name: "", expected: "", Findings()) else { return nil }
    self.root = root
  }

  /// The text or number at a dotted path; nil where there is none.
  public subscript(_ path: String) -> String? {
    guard case .scalar(let text, _)? = node(path)?.content else { return nil }
    return text
  }

  /// The keys of the mapping at a dotted path.
  public func keys(_ path: String) -> [String] {
    guard case .mapping(let entries)? = node(path)?.content else { return [] }
    return entries.map(\.key)
  }

  /// The rows of a table: a list of mappings at a dotted path.
  public func rows(_ path: String) -> [[String: String]] {
    guard case .sequence(let items)? = node(path)?.content else { return [] }
    return items.map { item in
      guard case .mapping(let entries) = item.content else { return [:] }
      return Dictionary(
        entries.compactMap { entry in
          if case .scalar(let text, _) = entry.value.content { (entry.key, text) } else { nil }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Every text and number below a dotted path, with its path from there, in order; lists as they are written.
  public func leaves(_ path: String) -> [(String, String)] {
    node(path).map { Self.leaves($0, at: "") } ?? []
  }

  private static func leaves(_ node: YAMLNode, at path: String) -> [(String, String)] {
    switch node.content {
    case .scalar(let text, _): [(path, text)]
    case .sequence(let items): [(path, items.flatMap { leaves($0, at: "") }.map(\.1).joined(separator: ", "))]
    case .mapping(let entries):
      entries.flatMap { leaves($0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
  }

  private func node(_ path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(root) { node, key in
      guard case .mapping(let entries)? = node?.content else { return nil }
      return entries.first { $0.key == key }?.value
    }
  }
}
