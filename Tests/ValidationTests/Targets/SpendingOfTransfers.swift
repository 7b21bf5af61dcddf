@testable import Economy

/// 1,000 USD, once, to one household in twenty: what they spend of it within a quarter, against a twin of the
/// economy in which nobody gets them. So few that prices and jobs do not answer.
private struct Windfall: Policy {
  static let name = "windfall"
  static let summary = "One payment to one household in twenty"
  static let parameters: [ParameterSpec] = []
  static let cents: Int64 = 100_000

  init(_ values: ParameterValues) {}
  init() {}

  static func isPaid(_ household: Int) -> Bool { household % 20 == 7 }

  func assessHouseholds(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    guard calendar.month == 0 else { return [] }
    return [economy.meansTested(.minimumIncome) { Self.isPaid($0) ? Self.cents : 0 }]
  }

  /// Spending of each who gets the payment out of one unit of it, from the least liquid to the most: by deposits over
  /// permanent income when the payment comes.
  static func propensities(_ start: Economy) throws -> [Double] {
    let households = (0..<start.households.count).filter { isPaid($0) && start.households.size[$0] > 0 }
      .sorted { (start.liquidity($0), $0) < (start.liquidity($1), $1) }
    var without = start
    var with = start
    var regime = start.regime
    regime.policies.append(Windfall())
    with.adopt(regime)
    var spent = [Int64](repeating: 0, count: households.count)
    for _ in 0..<3 {
      _ = try without.step()
      _ = try with.step()
      for (place, household) in households.enumerated() {
        spent[place] += with.households.budget[household] - without.households.budget[household]
      }
    }
    return spent.map { Double($0) / Double(cents) }
  }

  static let all = Result {
    let runs = try Run.all.get()
    return try Run.eachSeed { try propensities(runs[$0].start) }
  }
}

extension Economy {
  /// Years of permanent income that a household has in its account.
  fileprivate func liquidity(_ household: Int) -> Double {
    Double(ledger.household(household)) / max(1, 12 * households.permanentIncome[household])
  }
}

extension Target {
  static let propensity = Target(
    19, "Spending out of a transfer within a quarter",
    published: "0.35, mean of 1,244 estimates; Havranek and Sokolova (2020)", accepted: 0.2...0.45,
    measureAll: { _ in try Windfall.all.get().map(\.mean) })

  static let propensityByLiquidity = Target(
    19, "Spending of the least liquid third out of it, over that of the most liquid",
    published: "more than 2; Karger and Rajan (2020): 0.60 to 0.68 against 0.23 to 0.35 in two weeks",
    accepted: 2...10,
    measureAll: { _ in
      try Windfall.all.get().map { spent in
        let third = spent.count / 3
        return Array(spent.prefix(third)).mean / Array(spent.suffix(third)).mean
      }
    })
}
