import Testing

@testable import Economy

/// Splits of whole cents.
struct SplitTests {
  private static let totals: [Int64] = [0, 1, 7, 999, 123_456_789, 98_765_432_109_877]

  /// Weights of all sizes, a third of them zero.
  private func weights(_ seed: UInt64, count: Int) -> [Double] {
    let draws = Draws(seed: seed)
    return (0..<count).map { row in
      let words = draws.words(.firmMix, id: row, month: 0)
      return words.second < 1 / 3.0 ? 0 : exponential(4 * words.normal)
    }
  }

  @Test(
    "Parts by weight add up to the whole and differ from exact shares by less than the number of rows",
    arguments: totals)
  func apportioned(total: Int64) {
    for seed in 0..<20 as Range<UInt64> {
      let weights = weights(seed, count: 300)
      let sum = weights.reduce(0, +)
      let parts = apportion(total, by: Column(weights)).array
      #expect(parts.reduce(0, +) == total)
      for (part, weight) in zip(parts, weights) {
        let exact = Double(total) * weight / sum
        #expect(part >= 0)
        #expect(weight > 0 || part == 0)
        #expect(abs(Double(part) - exact) <= 2 + exact * 1e-14)
      }
    }
  }

  @Test("Nothing is split where nobody has a weight")
  func nobody() {
    #expect(apportion(100, by: Column([0.0, 0, 0])).array == [0, 0, 0])
  }

  @Test("The cents that remain go to the first rows with a weight")
  func rest() {
    #expect(apportion(100, by: Column([0.0, 1, 1, 1])).array == [0, 34, 33, 33])
    #expect(apportion(101, by: Column([1.0, 1, 1])).array == [34, 34, 33])
  }

  @Test(
    "Dividends by units are at most a cent below exact shares, and what rounding leaves stays with the payer",
    arguments: totals
  )
  func distributed(total: Int64) throws {
    let settled = try World.settledEconomy()
    for seed in 0..<10 as Range<UInt64> {
      var economy = settled
      economy.detach()
      economy.rules.capitalIncomeTax = 0.2
      economy.nation.standingRules.capitalIncomeTax = 0.2
      let weights = weights(seed, count: economy.households.count)
      let sum = weights.reduce(0, +)
      var units = weights.map { Int64($0 / sum * Double(EquityUnits.total)) }
      let holder = units.firstIndex { $0 > 0 } ?? 0
      units[holder] += EquityUnits.total - units.reduce(0, +)
      let given = economy.distribute(
        .bankDividends, total, by: Column(units), of: EquityUnits.total, isFirst: true)
      let parts = economy.households.grossCapitalIncome.array
      #expect(parts.reduce(0, +) == given)
      #expect(given <= total && total - given <= units.count { $0 > 0 })
      for (household, part) in parts.enumerated() {
        let exact = Double(total) * (Double(units[household]) / Double(EquityUnits.total))
        #expect(part >= 0)
        #expect(Double(part) <= exact && exact - Double(part) <= 1 + exact * 1e-14)
        let net = part - Int64(Double(part) * 0.2)
        #expect(economy.households.capitalIncome[household] == net)
        #expect(economy.ledger.household(household) - settled.ledger.household(household) == net)
      }
      let payers = Column<Int64>([0, total / 3, total - total / 3])
      economy.keep(total - given, of: payers)
      #expect(payers.array.reduce(0, +) == given)
      #expect(payers.array.allSatisfy { $0 >= 0 })
    }
  }

  @Test("Units of ownership add up to a whole, always")
  func units() throws {
    var economy = try World.settledEconomy()
    for _ in 0..<12 {
      _ = try economy.step()
      #expect(economy.households.equityUnits.array.reduce(0, +) == EquityUnits.total)
      #expect(economy.households.providerUnits.array.reduce(0, +) == EquityUnits.total)
      #expect(economy.households.equityUnits.array.allSatisfy { $0 >= 0 })
    }
  }
}

struct RadixSortTests {
  @Test(
    "The order is that of a stable sort, below and above the size at which the method changes",
    arguments: [1, 2, 10, 2_048, 2_049, 20_000])
  func order(count: Int) {
    let draws = Draws(seed: 5)
    // Eighths, so that many values are equal and none is cut.
    let values = (0..<count).map { (draws.normal(.age, id: $0, month: 0) * 8_000).rounded() / 8 + 0.125 }
    let expected = (0..<Int32(count)).sorted { (values[Int($0)], $0) < (values[Int($1)], $1) }
    #expect(RadixSort.order(values) == expected)
  }

  @Test("Values of any size are in order to nine digits")
  func sizes() {
    let draws = Draws(seed: 6)
    let values = (0..<20_000).map { id -> Double in
      let words = draws.words(.age, id: id, month: 0)
      return (words.third < 0.5 ? -1 : 1) * exponential(20 * words.normal)
    }
    let order = RadixSort.order(values)
    #expect(Set(order).count == values.count)
    let sorted = order.map { values[Int($0)] }
    for (low, high) in zip(sorted, sorted.dropFirst()) { #expect(low <= high + 1e-9 * abs(high)) }
  }
}
