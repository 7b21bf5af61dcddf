import Designs

/// Finds the places of an experiment file that errors about its keys belong to.
struct SweepPlaces {
  let root: YAMLNode

  /// Adds an error about a dotted key, at the place of what the file says there.
  func add(_ error: DesignError, to findings: Findings) {
    let node = node(at: error.key)
    var place = node.place
    var message = error.problem.message
    if case .constraint(let problem) = error.problem {
      message = problem.problem.message
      place = Self.place(in: node, column: problem.column)
    }
    findings.add(.inconsistent(message), at: place, suggestion: Self.suggestion(for: error.problem, findings))
  }

  private static func suggestion(for problem: DesignError.Problem, _ findings: Findings) -> String? {
    switch problem {
    case .unknownOutput(let name, let known): findings.suggestion(for: name, among: known)
    case .notPowerOfTwo(_, let below, _): String(below)
    case .constraint(let error):
      switch error.problem {
      case .unknownName(let name, let known), .unknownWord(let name, let known):
        findings.suggestion(for: name, among: known)
      default: nil
      }
    default: nil
    }
  }

  /// The deepest node of a key that the file has.
  private func node(at key: String) -> YAMLNode {
    var node = root
    for level in key.split(whereSeparator: { ".[]".contains($0) }).map(String.init) {
      switch node.content {
      case .mapping(let entries):
        guard let entry = entries.last(where: { $0.key == level }) else { return node }
        node = entry.value
        if case .mapping = node.content { node.place = entry.place }
      case .sequence(let items):
        guard let index = Int(level), items.indices.contains(index) else { return node }
        node = items[index]
      case .scalar: return node
      }
    }
    return node
  }

  /// The place of a column of a text, if it stands on one line as it is.
  private static func place(in node: YAMLNode, column: Int) -> ScenarioError.Place {
    guard case .position(let file, let line, let start, let text) = node.place,
      case .scalar(let value, let isPlain) = node.content
    else { return node.place }
    let offset = start - 1 + (isPlain ? 0 : 1)
    guard String(text.unicodeScalars.dropFirst(offset)).hasPrefix(value) else { return node.place }
    return .position(file: file, line: line, column: offset + column, text: text)
  }

  /// A value that is no mapping and no list, with its dotted path.
  struct Leaf {
    let path: String
    let text: String
    let place: ScenarioError.Place
  }

  /// All values below a node. A list of scalars is one value, written as YAML has it.
  static func leaves(of node: YAMLNode, at path: String) -> [Leaf] {
    switch node.content {
    case .scalar(let text, _): return [Leaf(path: path, text: text, place: node.place)]
    case .mapping(let entries):
      return entries.flatMap { leaves(of: $0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    case .sequence(let items):
      let scalars = items.compactMap { item in
        if case .scalar(let text, _) = item.content { text } else { nil }
      }
      if scalars.count == items.count {
        return [Leaf(path: path, text: "[\(scalars.joined(separator: ", "))]", place: node.place)]
      }
      return items.enumerated().flatMap { leaves(of: $1, at: "\(path)[\($0)]") }
    }
  }
}
