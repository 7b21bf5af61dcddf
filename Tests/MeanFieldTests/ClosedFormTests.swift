import Foundation
import Testing

@testable import MeanField

/// One occupation, at rest. With x applications to a vacancy that interviews,
///
///     job finding f = a (1 - exp(-x)) / x,  u/e = delta_u / f,  v/e = a u / (rho x e),
///     d† = e + v + e (delta_u - delta_v) / ((1 - delta_v) gamma):
///
/// jobs end for reasons of their own only, as many are filled, and the gap to the target gives rise to those
/// openings that do not come by themselves.
struct ClosedFormTests {
  private static let network = MobilityNetwork(stayShare: 0.55, leavers: [[0]])

  private func rest(_ rules: MarketRules, crowd x: Double) -> (market: MeanFieldMarket, target: Double) {
    let finding = rules.searchShare * (1 - exp(-x)) / x
    let employed = 1 / (1 + rules.separation / finding)
    let unemployed = 1 - employed
    let vacancies = rules.searchShare * unemployed / (rules.interviewShare * x)
    let gap =
      employed * (rules.separation - rules.opening) / ((1 - rules.opening) * rules.adjustment)
    let market = MeanFieldMarket(
      network: Self.network, rules: rules, employed: [employed], unemployed: [unemployed],
      vacancies: [vacancies])
    return (market, employed + vacancies + gap)
  }

  @Test("A step leaves it where it is", arguments: [MarketRules.monthly, .paper], [0.2, 0.8, 3])
  func fixedPoint(rules: MarketRules, crowd: Double) {
    let (market, target) = rest(rules, crowd: crowd)
    var next = market
    next.step(target: [target])
    #expect(abs(next.employed[0] - market.employed[0]) < 1e-15)
    #expect(abs(next.unemployed[0] - market.unemployed[0]) < 1e-15)
    #expect(abs(next.vacancies[0] - market.vacancies[0]) < 1e-15)
  }

  @Test("Other starts go there", arguments: [MarketRules.monthly, .paper], [0.2, 0.8, 3])
  func attraction(rules: MarketRules, crowd: Double) {
    let (expected, target) = rest(rules, crowd: crowd)
    var market = MeanFieldMarket(
      network: Self.network, rules: rules, employed: [0.6], unemployed: [0.4], vacancies: [0.01])
    #expect(market.settle(target: [target]) != nil)
    #expect(abs(market.unemployed[0] - expected.unemployed[0]) < 1e-10)
    #expect(abs(market.vacancies[0] - expected.vacancies[0]) < 1e-10)
    let finding = rules.separation * expected.employed[0] / expected.unemployed[0]
    #expect(
      abs(
        market.longTerm[0] - expected.unemployed[0] * pow(1 - finding, Double(rules.longTermStep - 1)))
        < 1e-10)
  }
}
