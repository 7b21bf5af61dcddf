public import Economy

/// An unconditional income for every resident, by age class.
public struct BasicIncome: Policy {
  public static let name = "basic_income"
  public static let summary = "An unconditional monthly income for every resident, by age class"
  public static let parameters: [ParameterSpec] = [
    amount("child", "Amount for persons under 18"),
    amount("adult", "Amount for persons of 18 up to the normal retirement age"),
    amount("senior", "Amount from the normal retirement age on"),
    ParameterSpec(
      "indexation", "What the amounts grow with after the start of the scenario", unit: "word",
      .choice(["none", "prices", "earnings", "gdp_per_head"]), default: .choice("prices"),
      source: "choice of the scenario", dated: false),
    ParameterSpec(
      "phase_in", "Months over which a newly stated amount is reached in equal steps", unit: "months",
      .integer(0...600), default: .number(0), source: "choice of the scenario", dated: false),
    ParameterSpec(
      "taxable", "Whether the income tax counts it as income", unit: "flag", .flag, default: .flag(false),
      source: "choice of the scenario"),
    ParameterSpec(
      "replaces", "Benefits reduced by the amount received, not below nothing", unit: "words",
      .choices(["unemployment_insurance", "pension", "minimum_income", "child_benefit"]), default: .choices([]),
      source: "choice of the scenario"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  private static func amount(_ key: String, _ meaning: String) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: "currency/month", .number(0...1_000_000), default: .number(0),
      source: "choice of the scenario")
  }
}
