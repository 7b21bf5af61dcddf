public import Economy

/// A tax on the profits of firms, AI providers and the bank.
public struct CorporateTax: Policy {
  public static let name = "corporate_tax"
  public static let summary = "A tax on the profits of firms, AI providers and the bank"
  public static let parameters: [ParameterSpec] = [
    .rate("rate", "Tax over profit", default: 0.21, source: "US federal corporate income tax since 2018")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.corporateTax = values.number("rate", at: calendar.date)
  }
}
