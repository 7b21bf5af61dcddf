/// Taxes that are a rate of what the month's books hold. The static sense asks what other rates would have taken of the
/// same consumption, profits, machines and rents.
///
/// The month assesses them account by account; here a change of the rate meets the sum of a base, so that it may differ by
/// some cents of rounding. Rates that stay as they are change nothing.
extension Economy {
  /// By how much more than under the month's own rules other rules would tax a month that is over.
  /// - Parameter flows: the month's.
  func flatTaxChanges(under other: Rules, _ flows: [Int64]) -> [(flow: Flow, cents: Int64)] {
    func sum(_ of: Flow...) -> Int64 { of.reduce(0) { $0 + flows[$1.rawValue] } }
    func change(_ flow: Flow, _ base: Int64, _ rate: (Rules) -> Double) -> (Flow, Int64) {
      (flow, Int64(Double(base) * rate(other)) - Int64(Double(base) * rate(rules)))
    }
    let corporate = { (rules: Rules) in self.effective(\.corporateTax, rules) }
    let profits = firms.profit.array.reduce(0) { $0 + max(0, $1) }
    let upkeep = firms.robotUpkeep.array.reduce(0, +)
    let abroad = sum(.foreignRent, .rentWithholding)
    return [
      change(.consumptionTax, sum(.consumption, .imports), \.consumptionTax),
      change(.corporateTax, profits, corporate),
      change(.providerTax, sum(.providerTax, .fundRents, .providerDividends) + abroad, corporate),
      change(.bankTax, max(0, counts.bankProfit), corporate),
      change(.rentWithholding, abroad, \.rentWithholding), change(.aiTax, sum(.aiServices), \.aiTax),
      change(.robotTax, upkeep, \.robotTax),
    ]
  }
}
