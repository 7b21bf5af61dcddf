public import Economy

/// A tax on AI rents that leave the country, withheld at the source after the corporate tax.
public struct RentWithholding: Policy {
  public static let name = "rent_withholding"
  public static let summary = "A tax withheld from AI rents paid abroad"
  public static let parameters: [ParameterSpec] = [
    .rate("rate", "Tax over the rent paid abroad", default: 0, source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.rentWithholding = values.number("rate", at: calendar.date)
  }
}
