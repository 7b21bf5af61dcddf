import Testing

@testable import MeanField

struct RestTests {
  private func atRest(_ rules: MarketRules) throws -> (market: MeanFieldMarket, rates: MarketRates) {
    let heads = try UnitedStates.heads()
    var market = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: rules, heads: heads)
    let flows = market.step(target: rules.targetAtRest(heads: heads))
    return (market, market.rates(flows))
  }

  /// Jobs wanted are 1.01756 times the labour force. Read as a multiple of employment, unemployment would be
  /// 7.1 %.
  @Test("A month on 22 groups is at rest at the levels of the United States, within 0.02 percentage points")
  func monthly() throws {
    let rates = try atRest(.monthly).rates
    for (value, expected) in [
      (rates.unemployment, 0.0440), (rates.vacancy, 0.0450), (rates.jobFinding, 0.3705),
      (rates.separation, 0.0171), (rates.switching, 0.438),
    ] {
      #expect(abs(value - expected) < 0.0002, "\(value), expected \(expected)")
    }
  }

  @Test("The paper's step on 22 groups is at rest near the unemployment that it was calibrated to")
  func paper() throws {
    let rates = try atRest(.paper).rates
    #expect(abs(rates.unemployment - 0.0435) < 0.0002)
    #expect(abs(rates.separation - 0.016) < 1e-9)
    #expect(rates.vacancy < rates.unemployment)
  }

  @Test("At rest jobs end as fast as they open and fill", arguments: [MarketRules.monthly, .paper])
  func balance(rules: MarketRules) throws {
    var (market, _) = try atRest(rules)
    let flows = market.step(target: rules.targetAtRest(heads: try UnitedStates.heads()))
    for occupation in flows.hires.indices {
      #expect(abs(flows.separations[occupation] - flows.openings[occupation]) < 1e-11)
      #expect(abs(flows.separations[occupation] - flows.hires[occupation]) < 1e-11)
      #expect(abs(flows.separations[occupation] - flows.finds[occupation]) < 1e-11)
    }
  }

  @Test("At rest as many are long-term unemployed as a constant chance of finding work leaves")
  func longTerm() throws {
    let (market, _) = try atRest(.monthly)
    var next = market
    let flows = next.step(target: market.rules.targetAtRest(heads: try UnitedStates.heads()))
    for occupation in market.unemployed.indices {
      let chance = flows.finds[occupation] / market.unemployed[occupation]
      var left = market.unemployed[occupation]
      for _ in 1..<market.rules.longTermStep { left *= 1 - chance }
      #expect(abs(market.longTerm[occupation] - left) < 1e-12)
    }
  }
}
