extension Overrides {
  /// Puts the values into the file's mapping, where reading finds them with the option's name as their place.
  func apply(to root: inout YAMLNode, _ findings: Findings) {
    let numbers: [(option: String, path: [String], value: String?)] = [
      ("--persons", ["population", "persons"], persons.map { String($0) }),
      ("--months", ["months"], months.map { String($0) }),
      ("--burn-in", ["burn_in"], burnIn.map { String($0) }),
      ("--seed", ["seed"], seed.map { String($0) }),
      ("--replications", ["replications"], replications.map { String($0) }),
    ]
    for (option, path, value) in numbers {
      guard let value else { continue }
      let place = ScenarioError.Place.option("\(option) \(value)")
      root.set(path, to: YAMLNode(content: .scalar(value, isPlain: true), place: place))
    }
    for setting in settings { apply(setting, to: &root, findings) }
  }

  private func apply(_ setting: Setting, to root: inout YAMLNode, _ findings: Findings) {
    let place = ScenarioError.Place.option("--set \(setting.path)=\(setting.value)")
    let path = setting.path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !path.contains("") else {
      return findings.add(.malformedOption("the path has an empty part"), at: place)
    }
    let known = ScenarioKeys.all.map(\.key)
    guard known.contains(path[0]) else {
      return findings.add(
        .unknownKey(path[0], path: "", known: known), at: place,
        suggestion: Catalogue.nearest(to: setting.path))
    }
    if path[0] == ScenarioKeys.reforms.key, path.count > 1 {
      let reforms = root.names(in: ScenarioKeys.reforms.key)
      guard reforms.contains(path[1]) else {
        let near = Suggestion.nearest(to: path[1], among: reforms)
        return findings.add(.unknownReform(path[1], known: reforms), at: place, suggestion: near)
      }
    }
    do {
      root.set(path, to: try YAMLFile.value(setting.value, place: place))
    } catch {
      findings.add(error)
    }
  }
}
