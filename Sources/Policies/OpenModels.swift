public import Economy

/// Competition in AI: a share of the market that open models serve at cost, by procurement, publication of weights or a
/// duty to licence. It lowers the mean markup, and with it the price of AI and its rents.
///
/// Where the automation path states an open share of its own, the larger of the two holds.
public struct OpenModels: Policy {
  public static let name = "open_models"
  public static let summary = "A share of the AI market served at cost by open models"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "share", "Share of the AI market that open models serve at cost", default: 0,
      source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.openModelShare = values.number("share", at: calendar.date)
  }
}
