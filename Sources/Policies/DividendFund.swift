public import Economy

/// A sovereign fund that takes in a part of what capital and machines earn and pays its owners a dividend.
///
/// deposits_t = deposits_(t-1) + interest + dividends + rents + contributions - payouts, to the cent. A month's payout is
/// a twelfth of `payout` times the mean value of the last sixty months, and never more than the deposits hold. The fund
/// holds deposits and the equity that the levy passes to it, at the market's price; it neither buys nor sells equity.
public struct DividendFund: Policy {
  public static let name = "dividend_fund"
  public static let summary = "A sovereign fund that owns a part of firms and machines and pays a dividend"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "rent_share", "Part of AI providers' profits after tax that the fund receives before any owner",
      default: 0,
      source: "choice of the scenario"),
    ParameterSpec(
      "equity_levy", "Part of everybody's shares in firms and AI providers that passes to the fund in a year",
      unit: "share/year", .number(0...0.5), default: .number(0),
      source: "choice of the scenario; R. Meidner's plan of 1975: new shares worth 20 % of profits a year"
    ),
    .rate(
      "machine_tax_share",
      "Part of the taxes on AI, robots, permits and rents abroad that the budget passes on",
      default: 0, source: "choice of the scenario"),
    ParameterSpec(
      "contribution", "What the budget pays in beside, over GDP", unit: "share/year", .number(0...0.5),
      default: .number(0), source: "choice of the scenario"),
    ParameterSpec(
      "payout", "Part of the mean value of five years that is paid out in a year", unit: "share/year",
      .number(0...1), default: .number(0),
      source: "choice of the scenario; Alaska draws 0.05 of a mean of five years"),
    ParameterSpec(
      "owners", "Who is paid: every adult or every resident the same, or the government's budget",
      unit: "word",
      .choice(FundRule.Owners.allCases.map(\.rawValue)), default: .choice("adults"),
      source: "choice of the scenario"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    rules.fund.rentShare = value("rent_share")
    rules.fund.equityLevy = value("equity_levy")
    rules.fund.machineTaxShare = value("machine_tax_share")
    rules.fund.contribution = value("contribution")
    rules.fund.payout = value("payout")
    rules.fund.owners = FundRule.Owners(rawValue: values.choice("owners", at: calendar.date)) ?? .adults
  }
}
