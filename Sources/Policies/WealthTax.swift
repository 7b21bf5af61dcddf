public import Economy

/// A yearly tax on a household's wealth above an exemption, a twelfth of it each month.
///
/// Wealth is deposits and holdings of firms and AI providers at market value. Where the account does not hold the tax,
/// what it holds is taken; nothing is sold to pay it. Part of the base moves out of sight as the rate rises
/// (`avoidance`), or the tax would look free.
public struct WealthTax: Policy {
  public static let name = "wealth_tax"
  public static let summary = "A yearly tax on household wealth above an exemption"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "rate", "Tax over wealth above the exemption", unit: "share/year", .number(0...0.2),
      default: .number(0),
      source: "choice of the scenario"),
    ParameterSpec(
      "exemption", "Wealth free of tax over the mean yearly wage", unit: "mean yearly wages",
      .number(0...10_000),
      default: .number(20),
      source: "prior: taxes on wealth in Switzerland and Norway begin lower, proposals higher"),
    ParameterSpec(
      "avoidance", "Part of the base that disappears for each percentage point of the rate", unit: "share",
      .number(0...1), default: .number(0.1),
      source: "prior: estimates reach from a few percent to 0.4 in Switzerland"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func assessHouseholds(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let rate = value("rate")
    guard rate > 0 else { return [] }
    let effective = rate / 12 * max(0, 1 - value("avoidance") * rate * 100)
    let exemption = value("exemption") * economy.meanWage * 12
    let (households, ledger, wealth) = (economy.households, economy.ledger, economy.householdWealth)
    return [
      Posting(.wealthTax) { rows, entries in
        for household in rows where households.first[household] >= 0 {
          let due = Int64(effective * max(0, wealth(household) - exemption))
          let tax = min(due, max(0, ledger.household(household)))
          households.disposable[household] -= tax
          entries.add(tax, to: household)
        }
      }
    ]
  }
}
