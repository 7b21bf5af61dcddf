public import Economy

/// A tax on household consumption.
public struct ConsumptionTax: Policy {
  public static let name = "consumption_tax"
  public static let summary = "A tax on household consumption"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "rate", "Tax over the price before tax", default: 0.07, in: 0...2,
      source: "prior: US sales and excise taxes over consumption")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.consumptionTax = values.number("rate", at: calendar.date)
  }
}
