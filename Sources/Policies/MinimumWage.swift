public import Economy

/// A lower bound of the wage.
public struct MinimumWage: Policy {
  public static let name = "minimum_wage"
  public static let summary = "A lower bound of the full-time wage"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "amount",
      "Least monthly wage of a full-time job at the level of the economy file; it grows with prices",
      unit: "currency/month", .number(0...1_000_000), default: .number(0), source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.minimumWage = values.number("amount", at: calendar.date) * 100 * calendar.prices
  }
}
