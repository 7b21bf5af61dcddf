import Testing

@testable import MeanField

struct ConservationTests {
  @Test("No shock makes or loses a head", arguments: [MarketRules.monthly, .paper])
  func heads(rules: MarketRules) throws {
    let heads = try UnitedStates.heads().map { $0 * 168e6 }
    let before = rules.targetAtRest(heads: heads)
    var market = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: rules, heads: heads)
    let start = market.labourForce
    for step in 0..<1_000 {
      // Jobs wanted jump about: a third of them goes, comes back, and moves between occupations.
      let target = before.enumerated().map { $1 * (($0 + step / 40) % 3 == 0 ? 0.1 : 1.2) }
      market.step(target: target)
      #expect(abs(market.labourForce - start) < 1e-12 * start)
      #expect((market.durations + [market.employed, market.vacancies]).joined().allSatisfy { $0 >= 0 })
    }
    #expect(abs(start - heads.reduce(0, +)) < 1e-12 * start)
  }

  @Test("Hires are finds, and stocks move by the flows")
  func flows() throws {
    let heads = try UnitedStates.heads()
    var market = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: .monthly, heads: heads)
    let target = heads.enumerated().map { $0.offset.isMultiple(of: 2) ? 0.8 * $0.element : 1.3 * $0.element }
    for _ in 0..<50 {
      let before = market
      let flows = market.step(target: target)
      #expect(abs(flows.hires.reduce(0, +) - flows.finds.reduce(0, +)) < 1e-15)
      for occupation in target.indices {
        let vacancies = before.vacancies[occupation] + flows.openings[occupation] - flows.hires[occupation]
        #expect(abs(market.vacancies[occupation] - vacancies) < 1e-15)
        let unemployed =
          before.unemployed[occupation] + flows.separations[occupation] - flows.finds[occupation]
        #expect(abs(market.unemployed[occupation] - unemployed) < 1e-15)
      }
    }
  }

  @Test("Occupations without vacancies or without persons are no trouble")
  func empty() {
    let network = MobilityNetwork(stayShare: 0.5, leavers: [[0, 1, 0], [1, 0, 1], [0, 0, 0]])
    var market = MeanFieldMarket(
      network: network, rules: .paper, employed: [0, 10, 0], unemployed: [5, 0, 1], vacancies: [0, 0, 0])
    for _ in 0..<100 {
      market.step(target: [0, 12, 0])
      #expect(abs(market.labourForce - 16) < 1e-12)
    }
    // The third occupation wants nobody and its searcher looks nowhere else.
    #expect(market.unemployed[2] == 1 && market.longTerm[2] == 1)
    #expect(market.employed[1] > 10)
  }
}
