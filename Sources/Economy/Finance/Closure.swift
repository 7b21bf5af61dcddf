/// How the government closes its budget: the share of each instrument in the correction that the budget rule asks for.
public struct Closure: Sendable {
  public let values: ParameterValues

  public init(_ values: ParameterValues = ParameterValues(Closure.parameters)) { self.values = values }

  /// The instruments a closure may name, in the order in which files and reports list them.
  public enum Instrument: String, Sendable, CaseIterable {
    case deficit, labourTax = "labour_tax", consumptionTax = "consumption_tax", aiTax = "ai_tax"
    case basicIncomeScales = "ubi_scales"
  }

  /// One weight an instrument. `labour_tax` alone is the default.
  public static let parameters: [ParameterSpec] = [
    weight("deficit", "Weight of letting the debt move", 0),
    weight("labour_tax", "Weight of a surcharge on earnings", 1),
    weight("consumption_tax", "Weight of the rate of the consumption tax", 0),
    weight("ai_tax", "Weight of the tax on AI services bought", 0),
    weight("ubi_scales", "Weight of scaling the basic income itself", 0),
  ]

  private static func weight(_ key: String, _ meaning: String, _ value: Double) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: "share", .number(0...1), default: .number(value), source: "choice of the scenario",
      dated: false)
  }
}
