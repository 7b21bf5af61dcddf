import Testing

@testable import Economy

struct ProviderMarketTests {
  private static let shares = [0.4, 0.24, 0.144, 0.0864, 0.1296]
  private static let market = ProviderMarket(shares: shares, leaderMarkup: 2.1)

  @Test("The stated shares and the leader's stated markup are an equilibrium")
  func start() {
    let equilibrium = Self.market.equilibrium(advantage: [0, 0, 0, 0, 0])
    #expect(zip(equilibrium.shares, Self.shares).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(abs(equilibrium.markups[0] - 2.1) < 1e-9 && equilibrium.markups[4] == 1)
    // The smaller a seller, the lower its markup.
    #expect(zip(equilibrium.markups, equilibrium.markups.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("No closed seller gains by another price", arguments: [[0, 0, 0, 0, 0], [0.5, -0.2, 0.1, 0, 0]])
  func bestReply(advantage: [Double]) {
    let market = Self.market
    let equilibrium = market.equilibrium(advantage: advantage)
    func profit(_ seller: Int, markup: Double) -> Double {
      var markups = equilibrium.markups
      markups[seller] = markup
      let pulls = markups.indices.map {
        exponential(market.sensitivity * (market.quality[$0] + advantage[$0] - logarithm(markups[$0])))
      }
      return pulls[seller] / pulls.reduce(0, +) * (1 - 1 / markup)
    }
    for seller in 0..<4 {
      let own = equilibrium.markups[seller]
      for other in [0.9, 0.99, 1.01, 1.1] where own * other > 1 {
        #expect(profit(seller, markup: own * other) < profit(seller, markup: own))
      }
    }
  }

  @Test("Quality wins customers and a higher markup; equal rivals are cheaper than a strong leader")
  func quality() {
    let start = Self.market.start
    let ahead = Self.market.equilibrium(advantage: [0.3, 0, 0, 0, 0])
    #expect(ahead.shares[0] > start.shares[0] && ahead.markups[0] > start.markups[0])
    #expect(ahead.meanMarkup > start.meanMarkup)
    let even = Self.market.equilibrium(advantage: Self.market.quality.map { Self.market.quality[1] - $0 })
    #expect(even.meanMarkup < ahead.meanMarkup)
  }

  @Test("Users pay serving cost and rents; opened at cost, only serving cost")
  func opened() {
    let start = Self.market.start
    let rents = zip(start.shares, start.markups).reduce(0) { $0 + $1.0 * (1 - 1 / $1.1) }
    #expect(abs(1 - rents - 1 / start.meanMarkup) < 1e-12)
    #expect(abs(start.rentShares.reduce(0, +) - 1) < 1e-12 && start.rentShares[4] == 0)
    let half = start.opened(0.5)
    #expect(abs(half.shares.reduce(0, +) - 1) < 1e-12)
    #expect(abs(half.meanMarkup - (0.5 * start.meanMarkup + 0.5)) < 1e-12)
    #expect(start.opened(0).shares == start.shares && start.opened(1).meanMarkup == 1)
  }

  // MARK: In the economy

  private struct Run {
    let economy: Economy
    let last: MonthlyIndicators
    /// The last month's flows in cents.
    let flows: [Flow: Int64]

    func sum(_ flows: Flow...) -> Double { flows.reduce(0) { $0 + Double(self.flows[$1] ?? 0) } }
  }

  private func run(_ stated: [String: ParameterValue]) throws -> Run {
    let path: [String: ParameterValue] = [
      "feasible_office_share": .number(0.5), "feasible_within_months": .number(6),
      "initial_cost": .number(0.5),
      "cost_decline": .number(0), "adoption_innovation": .number(0.5), "competition": .choice("logit"),
    ]
    var economy = try World.settledEconomy()
    var regime = economy.regime
    regime.automation = AutomationPath(
      ParameterValues(AutomationPath.parameters, stated: path.merging(stated) { $1 }.mapValues { Dated($0) }))
    economy.adopt(regime)
    _ = try economy.months(11)
    _ = economy.takeFlowRows()
    let last = try economy.step()
    let flows = economy.takeFlowRows().map { ($0.flow, $0.cents) }
    return Run(economy: economy, last: last, flows: Dictionary(uniqueKeysWithValues: flows))
  }

  @Test("The price starts where the scenario says, and each seller keeps what serving its customers costs")
  func accounts() throws {
    // A least cost would be the same at any markup.
    let run = try run(["quality_luck": .number(0), "least_cost": .number(0)])
    let economy = run.economy
    #expect(abs(economy.providers.price - 1) < 1e-9)
    #expect(run.last[.aiRentShare] > 0)
    let kept = (0..<economy.providers.count).map { Double(economy.ledger.provider($0)) }
    let serving = economy.servingWeights
    for seller in kept.indices {
      #expect(abs(kept[seller] / kept.reduce(0, +) - serving[seller] / serving.reduce(0, +)) < 1e-4)
    }
    // Of what users pay, serving is one over the mean markup.
    let mean = ProviderMarket(shares: economy.providers.initialShare, leaderMarkup: 2.1).start.meanMarkup
    #expect(abs(Double(economy.counts.aiServingCost) / run.sum(.aiServices) * mean - 1) < 1e-4)
  }

  @Test("Luck moves shares and prices, and always the same way for the same seed")
  func luck() throws {
    let (one, two) = (try run([:]).economy, try run([:]).economy)
    #expect(one.providers.share == two.providers.share)
    #expect(one.providers.share != one.providers.initialShare)
    #expect(one.providers.advantage.last == 0)
  }

  @Test("Research is bought from the economy, out of rents")
  func research() throws {
    let (without, with) = (
      try run(["quality_luck": .number(0)]),
      try run(["quality_luck": .number(0), "research_share": .number(0.6)])
    )
    #expect(without.economy.providers.research.allSatisfy { $0 == 0 })
    let research = with.economy.providers.research
    let spent = research.reduce(0, +)
    // The fringe earns no rent; what it could not spend for want of supply is little.
    #expect(spent > 0 && research[4] < 0.1 * spent)
    #expect(
      abs(Double(with.economy.providers.compute) - spent - Double(with.economy.counts.aiServingCost)) < 10)
    func paidOut(_ run: Run) -> Double { run.sum(.providerDividends, .foreignRent, .providerTax) }
    #expect(abs(paidOut(with) / (paidOut(with) + spent) - 0.4) < 1e-3)
    #expect(paidOut(with) < 0.6 * paidOut(without))
  }

  @Test("Open models at cost for everybody leave no rent", arguments: ["capped", "logit"])
  func open(competition: String) throws {
    let run = try run([
      "open_share": .number(1), "competition": .choice(competition), "quality_luck": .number(0),
    ])
    #expect(run.sum(.aiServices) > 0)
    #expect(abs(run.last[.aiRentShare]) < 1e-6)
  }
}
