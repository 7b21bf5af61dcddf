import Economy

/// Reads the mapping of a group of parameters. The dots in their keys are levels, which a file may write
/// nested or with dots: `wages: {slope: 0.003}` and `wages.slope: 0.003` mean the same.
struct GroupReading {
  let findings: Findings

  /// Calls `read` with the node of each parameter that is stated, in the file's order.
  /// - Parameters:
  ///   - path: the group's own dotted path.
  ///   - read: takes the parameter, its node, the place of its key, and its dotted path.
  func read(
    _ node: YAMLNode, _ specs: [ParameterSpec], at path: String,
    _ read: (ParameterSpec, YAMLNode, ScenarioError.Place, String) -> Void
  ) {
    var places: [String: ScenarioError.Place] = [:]
    descend(node, specs, base: path, prefix: "", &places, read)
  }

  private func descend(
    _ node: YAMLNode, _ specs: [ParameterSpec], base: String, prefix: String,
    _ places: inout [String: ScenarioError.Place],
    _ read: (ParameterSpec, YAMLNode, ScenarioError.Place, String) -> Void
  ) {
    let here = prefix.isEmpty ? base : base.isEmpty ? prefix : "\(base).\(prefix)"
    let levels = Self.levels(of: specs, below: prefix)
    let expected = "a mapping with keys such as \(levels.prefix(3).joined(separator: ", "))"
    guard let fields = Fields(node, at: here, expected: expected, findings) else { return }
    for entry in fields.entries {
      let key = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      let path = base.isEmpty ? key : "\(base).\(key)"
      if let spec = specs.first(where: { $0.key == key }) {
        if let first = places[key] {
          findings.add(
            .duplicateKey(entry.key, path: here, firstLine: first.line > 0 ? first.line : nil),
            at: entry.place)
          continue
        }
        places[key] = entry.place
        read(spec, entry.value, entry.place, path)
      } else if specs.contains(where: { $0.key.hasPrefix("\(key).") }) {
        descend(entry.value, specs, base: base, prefix: key, &places, read)
      } else {
        report(entry, fields, specs, prefix: prefix)
      }
    }
  }

  private func report(_ entry: YAMLNode.Entry, _ fields: Fields, _ specs: [ParameterSpec], prefix: String) {
    if entry.key == "<<" { return findings.add(.mergeKey, at: entry.place) }
    let known = Self.levels(of: specs, below: prefix)
    let inside = Self.keys(of: specs, below: prefix)
    let near =
      Suggestion.nearest(to: entry.key, among: known + inside)
      // The right name on the wrong level.
      ?? specs.first { $0.key.hasSuffix(".\(entry.key)") }?.key
    findings.add(.unknownKey(entry.key, path: fields.path, known: known), at: entry.place, suggestion: near)
  }

  /// The rest of the keys that start with a prefix.
  private static func keys(of specs: [ParameterSpec], below prefix: String) -> [String] {
    guard !prefix.isEmpty else { return specs.map(\.key) }
    return specs.map(\.key).filter { $0.hasPrefix("\(prefix).") }.map {
      String($0.dropFirst(prefix.count + 1))
    }
  }

  /// The next levels below a prefix.
  private static func levels(of specs: [ParameterSpec], below prefix: String) -> [String] {
    var levels: [String] = []
    for key in keys(of: specs, below: prefix) {
      let level = key.split(separator: ".").first.map(String.init) ?? key
      if !levels.contains(level) { levels.append(level) }
    }
    return levels
  }
}
