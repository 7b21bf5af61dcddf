import Economy
import Policies

/// Every path of a scenario file that can be set and explained, in the order of the file.
enum Catalogue {
  /// One path.
  struct Item: Sendable {
    /// Dotted, from the top of a scenario file.
    let path: String
    let meaning: String
    /// The declaration; nil for keys that are no parameter.
    let spec: ParameterSpec?
  }

  /// All of them.
  static let items: [Item] = ScenarioKeys.all.flatMap { key in
    switch key.key {
    case ScenarioKeys.policies.key:
      Registry.policies.flatMap { policy in group("policies.\(policy.name)", policy.parameters) }
    case ScenarioKeys.automation.key:
      group(key.key, [AutomationKeys.preset])
        + [
          Item(
            path: "\(key.key).\(AutomationKeys.path.key)", meaning: AutomationKeys.path.meaning, spec: nil)
        ] + group(key.key, AutomationPath.parameters)
    case ScenarioKeys.pilot.key:
      group(key.key, PilotDesign.parameters)
        + [PilotKeys.policies, PilotKeys.published].map {
          Item(path: "\(key.key).\($0.key)", meaning: $0.meaning, spec: nil)
        }
    case ScenarioKeys.gains.key:
      [
        Item(
          path: "\(key.key).\(GainsReading.windows.key)", meaning: GainsReading.windows.meaning, spec: nil)
      ] + group(key.key, GainsReading.parameters)
    case ScenarioKeys.answer.key:
      AnswerReading.lists.map { Item(path: "\(key.key).\($0.key)", meaning: $0.meaning, spec: nil) }
        + group(key.key, AnswerReading.parameters)
        + [
          Item(
            path: "\(key.key).\(AnswerReading.against.key)", meaning: AnswerReading.against.meaning, spec: nil
          )
        ]
    case ScenarioKeys.network.key:
      NetworkReading.keys.map { Item(path: "\(key.key).\($0.key)", meaning: $0.meaning, spec: nil) }
    case ScenarioKeys.closure.key: group(key.key, Closure.parameters)
    case ScenarioKeys.assumptions.key: group(key.key, Calibration.entries.map(\.spec))
    default:
      [Item(path: key.key, meaning: key.meaning, spec: ScenarioKeys.numbers.first { $0.key == key.key })]
    }
  }

  /// What groups of paths are about: the keys that hold them, and the policies.
  static let groups: [String: String] = {
    let keys = ScenarioKeys.all.map { ($0.key, $0.meaning) }
    let policies = Registry.policies.map { ("policies.\($0.name)", $0.summary) }
    return Dictionary(keys + policies) { first, _ in first }
  }()

  /// The full path for a path that leaves out `assumptions.` or `policies.`, starts in a variant or ends in a month.
  static func completed(_ path: String) -> String {
    var levels = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if levels.count > 1, levels[0] == ScenarioKeys.baseline.key { levels.removeFirst() }
    if levels.count > 2, levels[0] == ScenarioKeys.reforms.key { levels.removeFirst(2) }
    if levels.count > 1, let last = levels.last, DatedReading.isDate(last) { levels.removeLast() }
    let rest = levels.joined(separator: ".")
    for candidate in [rest, "assumptions.\(rest)", "policies.\(rest)"] where isPathOrGroup(candidate) {
      return candidate
    }
    return rest
  }

  /// Whether there is a parameter of that path, or below it.
  static func isPathOrGroup(_ path: String) -> Bool {
    groups[path] != nil || items.contains { $0.path == path || $0.path.hasPrefix("\(path).") }
  }

  /// The path that was probably meant, whether or not its first level was written.
  static func nearest(to path: String) -> String? {
    let complete = completed(path)
    if isPathOrGroup(complete) { return complete }
    var names: [String: String] = [:]
    for preset in AutomationPreset.all {
      let path = "\(AutomationKeys.presetPath).\(preset.name)"
      names[path] = path
    }
    for item in items {
      names[item.path] = item.path
      for first in ["assumptions.", "policies."] where item.path.hasPrefix(first) {
        names[String(item.path.dropFirst(first.count))] = item.path
      }
    }
    for group in prefixes { names[group] = group }
    return Suggestion.nearest(to: path, among: names.keys.sorted()).flatMap { names[$0] }
  }

  /// Every group, at every level.
  private static let prefixes: [String] = {
    var prefixes: [String] = []
    for item in items {
      let levels = item.path.split(separator: ".")
      for count in 1..<max(1, levels.count) {
        let prefix = levels.prefix(count).joined(separator: ".")
        if !prefixes.contains(prefix) { prefixes.append(prefix) }
      }
    }
    return prefixes
  }()

  private static func group(_ path: String, _ specs: [ParameterSpec]) -> [Item] {
    specs.map { Item(path: "\(path).\($0.key)", meaning: $0.meaning, spec: $0) }
  }
}
