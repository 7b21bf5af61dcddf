/// What machines can do, when, and at what price: the `automation:` section of a scenario.
public struct AutomationPath: Sendable {
  public let values: ParameterValues

  public init(_ values: ParameterValues = ParameterValues(AutomationPath.parameters)) { self.values = values }
}
