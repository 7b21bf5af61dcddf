import Economy

/// The keys of `automation:` that are no parameters of the model.
enum AutomationKeys {
  /// Names the values that the section starts from.
  static let preset = ParameterSpec(
    "preset", "A named set of values that the section starts from; its other keys override it", unit: "word",
    .choice(AutomationPreset.all.map(\.name)), default: nil,
    source: "each preset states its own; 'otium explain automation.preset'", dated: false)

  /// Names a table of what AI can do by occupation.
  static let path = (
    key: "path",
    meaning: "Table of the shares of tasks that AI can do by month and occupation, in place of a frontier"
  )

  /// Keys that say what AI can do: who states one of them gives up an inherited table.
  static let frontiers = ["frontier", "feasible_office_share"]

  /// The preset that a path of `otium explain` names: `automation.preset.robots`.
  static func preset(at path: String) -> AutomationPreset? {
    guard path.hasPrefix(presetPath + ".") else { return nil }
    return AutomationPreset.named(String(path.dropFirst(presetPath.count + 1)))
  }

  /// The dotted path of the key.
  static let presetPath = "\(ScenarioKeys.automation.key).\(preset.key)"
}
