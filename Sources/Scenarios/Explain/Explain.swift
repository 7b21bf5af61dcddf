import Economy
import Policies

/// What can be set in a scenario, in words: meaning, unit, bounds, default, source.
public enum Explain {
  /// Explains one parameter, all below a path, or the tree of all paths.
  ///
  /// - Parameters:
  ///   - path: a dotted path as `--set` takes it. `assumptions.` and `policies.` may be left out, and variants
  ///     be named: `wages.slope`, `basic_income.adult`, `reforms.high.policies.basic_income.adult`. Nil for the
  ///     tree.
  ///   - economy: an economy file, whose values and sources are then shown.
  /// - Throws: where there is no such path, with the one that was probably meant.
  public static func text(path: String? = nil, economy: EconomyFile? = nil) throws(ScenarioErrors) -> String {
    guard let path, !path.isEmpty else { return tree(Catalogue.items, economy) }
    let complete = Catalogue.completed(path)
    if let preset = AutomationKeys.preset(at: complete) { return ExplainPreset.text(preset) }
    if let item = Catalogue.items.first(where: { $0.path == complete }) { return text(item, economy) }
    let below = Catalogue.items.filter { $0.path.hasPrefix("\(complete).") }
    if !below.isEmpty {
      let heading = Catalogue.groups[complete].map { "\(complete)\n  \($0)\n\n" } ?? ""
      return heading + tree(below, economy)
    }
    if let meaning = Catalogue.groups[complete] { return "\(complete)\n  \(meaning)\n" }
    throw ScenarioErrors([
      ScenarioError(
        .unknownPath(path), at: .option("explain \(path)"), suggestion: Catalogue.nearest(to: path))
    ])
  }

  /// What a parameter means, in one sentence without its full stop; nil where there is no such parameter.
  /// - Parameter path: dotted, as for `text`; a month may stand at its end.
  public static func meaning(of path: String) -> String? {
    let complete = Catalogue.completed(path)
    return Catalogue.items.first { $0.path == complete }?.meaning
  }

  /// One path: its meaning, and a line for each fact.
  private static func text(_ item: Catalogue.Item, _ economy: EconomyFile?) -> String {
    var text = "\(item.path)\n  \(item.meaning)\n"
    guard let spec = item.spec else { return text }
    var rows = [("unit", spec.unit), ("takes", spec.kind.inWords(unit: ""))]
    if spec.isDated { rows.append(("dates", "may change: months with values, such as {2027-01: …}")) }
    if let value = spec.defaultValue { rows += [("default", words(value)), ("", "from: \(spec.source)")] }
    if let economy, let stated = economy.value(at: item.path) {
      rows.append((economy.calibration.name, words(stated.value)))
      if let source = stated.source { rows.append(("", "from: \(source)")) }
    }
    let width = rows.map(\.0.count).max() ?? 0
    text += "\n"
    for (name, content) in rows { text += "  \(padded(name, to: width))  \(content)\n" }
    return item.path == AutomationKeys.presetPath ? "\(text)\n\(ExplainPreset.list)" : text
  }

  /// Paths under the heads of their groups, a line each: key, value, meaning, unit.
  private static func tree(_ items: [Catalogue.Item], _ economy: EconomyFile?) -> String {
    let lines = items.map { item in
      let levels = item.path.split(separator: ".").map(String.init)
      let value = (economy?.value(at: item.path)?.value ?? item.spec?.defaultValue).map(words) ?? ""
      let unit =
        item.spec.map { ["1", "flag", "word", "words"].contains($0.unit) ? "" : " [\($0.unit)]" } ?? ""
      return (
        group: levels.dropLast().joined(separator: "."), key: levels.last ?? "", value: value,
        meaning: item.meaning + unit
      )
    }
    let keyWidth = lines.map(\.key.count).max() ?? 0
    let valueWidth = lines.map(\.value.count).max() ?? 0
    var text = ""
    var group: String?
    for line in lines {
      if line.group != group {
        group = line.group
        if !text.isEmpty { text += "\n" }
        if !line.group.isEmpty { text += line.group + "\n" }
      }
      let key = (line.group.isEmpty ? "" : "  ") + padded(line.key, to: keyWidth)
      text += "\(key)  \(padded(line.value, to: valueWidth))  \(line.meaning)\n"
    }
    return text
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func words(_ value: ParameterValue) -> String {
    switch value {
    case .number(let number): NumberText.shortest(number)
    case .flag(let flag): flag ? "true" : "false"
    case .choice(let word): word
    case .choices(let words): words.isEmpty ? "none" : words.joined(separator: ", ")
    }
  }
}
