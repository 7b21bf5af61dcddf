import Economy
import Foundation
import MeanField
import Scenarios
import Testing

/// The 539 occupations of the Current Population Survey, where their tables are at hand; they are no part of the package.
struct DetailedNetworkTests {
  private func scenario() throws -> Scenario? {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("../shared/data").path
    guard FileManager.default.fileExists(atPath: "\(folder)/us_occ_nodes_4digit.csv") else { return nil }
    return try Scenario.parse(
      """
      title: Test
      economy: \(root.path)/Scenarios/economies/us.yaml
      start: 2026-01
      network: {moves: \(folder)/us_occ_mobility_annual_4digit.csv, occupations: \(folder)/us_occ_nodes_4digit.csv}
      assumptions: {labour_market: {stay_share: 0.37}}
      """, path: "test.yaml")
  }

  @Test("A month on 539 occupations is at rest where an independent implementation finds it")
  func rest() throws {
    guard let calibration = try scenario()?.calibration else { return }
    let network = MobilityNetwork(
      stayShare: calibration.labourMarket.stayShare, leavers: calibration.mobility)
    #expect(network.count == 539)
    let heads = calibration.occupations.map(\.employmentShare)
    // The rules of 22 groups; and more who look and interview, since a vacancy of one's own kind is rarer.
    for (search, interview, unemployment, vacancy, finding) in [
      (0.6, 0.735, 0.0627, 0.0640, 0.2549), (0.85, 1.0, 0.0468, 0.0478, 0.3476),
    ] {
      var rules = MarketRules.monthly
      (rules.searchShare, rules.interviewShare) = (search, interview)
      var market = MeanFieldMarket.atRest(network: network, rules: rules, heads: heads)
      let flows = market.step(target: rules.targetAtRest(heads: heads))
      let rates = market.rates(flows)
      #expect(abs(market.labourForce - 1) < 1e-9)
      #expect(abs(rates.unemployment - unemployment) < 0.0002, "\(rates)")
      #expect(abs(rates.vacancy - vacancy) < 0.0002, "\(rates)")
      #expect(abs(rates.jobFinding - finding) < 0.001, "\(rates)")
      #expect(abs(rates.switching - 0.569) < 0.002, "\(rates)")
    }
  }
}
