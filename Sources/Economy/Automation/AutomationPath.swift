/// What machines can do, when, and at what price: the `automation:` section of a scenario.
public struct AutomationPath: Sendable {
  public let values: ParameterValues
  /// What AI can do by occupation, in place of a frontier; nil where a frontier says it.
  public let occupations: OccupationPath?

  public init(
    _ values: ParameterValues = ParameterValues(AutomationPath.parameters), occupations: OccupationPath? = nil
  ) {
    self.values = values
    self.occupations = occupations
  }

  /// Whether firms take up whatever is feasible, by decree, and not what pays only.
  var isDecreed: Bool { values.path("adoption_rule").initial == .choice("decree") }
}
