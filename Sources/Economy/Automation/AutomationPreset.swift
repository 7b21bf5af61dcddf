/// A named set of values for the `automation:` section of a scenario: a view of what machines will do that somebody
/// holds, with the source of each number. Keys that a preset leaves out have their defaults.
public struct AutomationPreset: Sendable {
  /// What a scenario calls it: words in kebab-case.
  public let name: String
  /// One sentence: what is assumed.
  public let summary: String
  /// In the order of the declared parameters.
  public let settings: [Setting]

  /// A value of one parameter.
  public struct Setting: Sendable {
    /// Key of the parameter, as `AutomationPath.parameters` declares it.
    public let key: String
    public let value: ParameterValue
    /// Where the number comes from, or `prior` with the reason for it.
    public let source: String
  }

  /// The preset of that name; nil where there is none.
  public static func named(_ name: String) -> AutomationPreset? { all.first { $0.name == name } }

  /// The section that the preset stands for: its values, and the defaults of all others.
  public var path: AutomationPath {
    AutomationPath(
      ParameterValues(
        AutomationPath.parameters,
        stated: settings.reduce(into: [:]) { $0[$1.key] = Dated($1.value) }))
  }
}
