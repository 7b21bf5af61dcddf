public import Economy

/// How far the central bank acts: the share of each month's move that its rule asks for which it makes. At 1 it follows
/// the rule, at 0 it leaves the policy rate where it is, whatever happens.
public struct MonetaryPolicy: Policy {
  public static let name = "monetary_policy"
  public static let summary = "How far the central bank follows its rule, or leaves its rate alone"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "response", "Share of the move of the policy rate that the central bank's rule asks for", default: 1,
      source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.policyRateResponse = values.number("response", at: calendar.date)
  }
}
