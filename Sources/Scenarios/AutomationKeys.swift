import Economy

/// The keys of `automation:` that are no parameters of the model.
enum AutomationKeys {
  /// Names the values that the section starts from.
  static let preset = ParameterSpec(
    "preset", "A named set of values that the section starts from; its other keys override it", unit: "word",
    .choice(AutomationPreset.all.map(\.name)), default: nil,
    source: "each preset states its own; 'otium explain automation.preset'", dated: false)

  /// The preset that a path of `otium explain` names: `automation.preset.robots`.
  static func preset(at path: String) -> AutomationPreset? {
    guard path.hasPrefix(presetPath + ".") else { return nil }
    return AutomationPreset.named(String(path.dropFirst(presetPath.count + 1)))
  }

  /// The dotted path of the key.
  static let presetPath = "\(ScenarioKeys.automation.key).\(preset.key)"
}
