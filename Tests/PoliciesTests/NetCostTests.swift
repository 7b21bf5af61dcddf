import Policies
import Testing

@testable import Economy

/// What a basic income costs in the end, by arithmetic alone.
struct NetCostTests {
  /// Income in currency a year as the census counts it: market income and taxable benefits, pensions above all.
  private func income(_ household: Int, _ economy: Economy) -> Double {
    var cents = economy.households.marketIncome[household]
    economy.forEachMember(household) { cents += economy.persons.taxable[$0] - economy.persons.earnings[$0] }
    return Double(cents) * 12 / 100
  }

  /// Net cost over gross, where every household is paid an amount for each member and a rate of its income is taken: what those receive who receive more than they pay.
  private func netOverGross(rate: Double) throws -> Double {
    let economy = try World.economy(World.standing(), persons: 20_000)
    // Widerquist's 12,000 and 6,000 USD are at the wages of 2015; the mean wage of the OEWS was 48,320 USD then.
    let adult = 12_000 * economy.frame.meanWage * 12 / 100 / 48_320
    var (gross, net) = (0.0, 0.0)
    for household in 0..<economy.households.count where economy.households.size[household] > 0 {
      let children = Double(economy.households.children[household])
      let paid = adult * (Double(economy.households.size[household]) - children) + adult / 2 * children
      gross += paid
      net += max(0, paid - rate * income(household, economy))
    }
    return net / gross
  }

  @Test(
    "Net cost over gross is what Widerquist (2017) found for US incomes",
    arguments: [(0.5, 0.158), (0.35, 0.264)])
  func widerquist(rate: Double, published: Double) throws {
    let ratio = try netOverGross(rate: rate)
    #expect(abs(ratio - published) <= 0.03)
  }
}
