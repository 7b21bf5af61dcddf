import Economy

/// Reads the mapping of a group of parameters. The dots in their keys are levels, which a file may write
/// nested or with dots: `wages: {slope: 0.003}` and `wages.slope: 0.003` mean the same.
struct GroupReading {
  let findings: Findings

  /// Calls `read` with the node of each parameter that is stated, in the file's order.
  /// - Parameters:
  ///   - others: keys of the group that are read elsewhere.
  ///   - path: the group's own dotted path.
  ///   - read: takes the parameter, its node, the place of its key, and its dotted path.
  func read(
    _ node: YAMLNode, _ specs: [ParameterSpec], besides others: [String] = [], at path: String, _ read: Read
  ) {
    var places: [String: ScenarioError.Place] = [:]
    descend(node, Levels(specs, besides: others), base: path, prefix: "", &places, read)
  }

  typealias Read = (ParameterSpec, YAMLNode, ScenarioError.Place, String) -> Void

  private func descend(
    _ node: YAMLNode, _ levels: Levels, base: String, prefix: String,
    _ places: inout [String: ScenarioError.Place], _ read: Read
  ) {
    let here = prefix.isEmpty ? base : base.isEmpty ? prefix : "\(base).\(prefix)"
    let known = levels.below(prefix)
    let expected = "a mapping with keys such as \(known.prefix(3).joined(separator: ", "))"
    guard let fields = Fields(node, at: here, expected: expected, findings) else { return }
    for entry in fields.entries {
      let key = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      if let spec = levels.specs[key] {
        if let first = places[key] {
          let line = first.line > 0 ? first.line : nil
          findings.add(.duplicateKey(entry.key, path: here, firstLine: line), at: entry.place)
          continue
        }
        places[key] = entry.place
        read(spec, entry.value, entry.place, base.isEmpty ? key : "\(base).\(key)")
      } else if levels.groups[key] != nil {
        descend(entry.value, levels, base: base, prefix: key, &places, read)
      } else if levels.others.contains(key) {
        if let first = places[key] {
          findings.add(
            .duplicateKey(entry.key, path: here, firstLine: first.line > 0 ? first.line : nil),
            at: entry.place)
        }
        places[key] = entry.place
      } else if entry.key == "<<" {
        findings.add(.mergeKey, at: entry.place)
      } else {
        let near =
          entry.key.contains(".")
          ? findings.suggestion(for: key, among: levels.keys)
          : findings.suggestion(for: entry.key, among: known) ?? levels.elsewhere[entry.key]
        findings.add(.unknownKey(entry.key, path: here, known: known), at: entry.place, suggestion: near)
      }
    }
  }
}

/// Declarations by the levels of their keys.
private struct Levels {
  /// By whole key.
  var specs: [String: ParameterSpec] = [:]
  /// The whole keys, in declared order.
  var keys: [String] = []
  /// The next levels below each group, in declared order; the empty key has the first.
  var groups: [String: [String]] = [:]
  /// Whole keys by their last level, for those who write the right name on the wrong level.
  var elsewhere: [String: String] = [:]
  /// Keys of the first level that are read elsewhere.
  let others: [String]

  init(_ declared: [ParameterSpec], besides others: [String]) {
    self.others = others
    for spec in declared {
      specs[spec.key] = spec
      keys.append(spec.key)
      var group = ""
      for level in spec.key.split(separator: ".").map(String.init) {
        if groups[group]?.contains(level) != true { groups[group, default: []].append(level) }
        group = group.isEmpty ? level : "\(group).\(level)"
        if group == spec.key, elsewhere[level] == nil { elsewhere[level] = spec.key }
      }
    }
  }

  func below(_ group: String) -> [String] { (group.isEmpty ? others : []) + (groups[group] ?? []) }
}
