import Economy

/// What the presets of `automation:` assume, in words.
enum ExplainPreset {
  /// One line for each preset.
  static var list: String {
    let width = AutomationPreset.all.map(\.name.count).max() ?? 0
    return AutomationPreset.all.map { "  \(padded($0.name, to: width))  \($0.summary)\n" }.joined()
  }

  /// The values of a preset, each with its source.
  static func text(_ preset: AutomationPreset) -> String {
    let values = preset.settings.map { Explain.words($0.value) }
    let keys = preset.settings.map(\.key.count).max() ?? 0
    let width = values.map(\.count).max() ?? 0
    var text = "\(AutomationKeys.presetPath).\(preset.name)\n  \(preset.summary)\n\n"
    for (setting, value) in zip(preset.settings, values) {
      text += "  \(padded(setting.key, to: keys))  \(padded(value, to: width))  from: \(setting.source)\n"
    }
    return text + "\n  All other keys of automation have their defaults.\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
