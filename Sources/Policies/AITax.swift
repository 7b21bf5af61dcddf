public import Economy

/// A tax on AI services bought, wherever the seller is: paid by the buyer, on top of the price.
public struct AITax: Policy {
  public static let name = "ai_tax"
  public static let summary = "A tax on AI services bought, on top of their price"
  public static let parameters: [ParameterSpec] = [
    .rate("rate", "Tax over the price before tax", default: 0, in: 0...10, source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.aiTax = values.number("rate", at: calendar.date)
  }
}
