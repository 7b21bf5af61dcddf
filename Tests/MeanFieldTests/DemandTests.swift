import Testing

@testable import MeanField

struct DemandTests {
  /// The rates of a market from rest through 2,000 steps in which machines take over the exposed tasks.
  private func shifted(_ rules: MarketRules, sharing: Double = 1) throws -> [MarketRates] {
    let heads = try UnitedStates.heads()
    let before = rules.targetAtRest(heads: heads)
    let after = AutomationDemand.target(
      before: before, hoursSaved: try UnitedStates.exposure(), sharing: sharing)
    let shift = LogisticShift(before: before, after: after, duration: 30 * 52 / rules.weeksPerStep)
    var market = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: rules, heads: heads)
    return (0..<2_000).map { step in
      let flows = market.step(target: shift.target(at: step))
      return market.rates(flows)
    }
  }

  @Test("Sharing keeps the jobs wanted in all, and moves them to where machines do least")
  func sharing() {
    let target = AutomationDemand.target(before: [2, 2, 4], hoursSaved: [0, 0.5, 0.75])
    #expect(target == [4, 2, 2])
    #expect(
      AutomationDemand.target(before: [2, 2, 4], hoursSaved: [0, 0.5, 0.75], sharing: 0) == [2, 1, 1])
  }

  @Test("The paper's curve is half over after fifteen years and rises by 0.79 a year there")
  func logistic() {
    let shift = LogisticShift(before: [0], after: [1], duration: 360)
    #expect(shift.target(at: 180) == [0.5])
    #expect(shift.target(at: 0)[0] < 1e-5 && shift.target(at: 360)[0] > 1 - 1e-5)
    let slope = (shift.target(at: 181)[0] - shift.target(at: 179)[0]) / 2 * 12
    #expect(abs(slope - 0.79 / 4) < 1e-3)
  }

  @Test("Work that only moves is found again, work that is not given back is not")
  func reallocation() throws {
    let shared = try shifted(.monthly)
    let start = try #require(shared.first?.unemployment)
    let end = try #require(shared.last?.unemployment)
    #expect(abs(end - start) < 0.002)
    #expect(try #require(shared.map(\.unemployment).max()) > start)
    let lost = try #require(shifted(.monthly, sharing: 0).last?.unemployment)
    #expect(lost > 0.2)
  }

  @Test("Automation drives the market counter-clockwise round", arguments: [MarketRules.monthly, .paper])
  func automationLoop(rules: MarketRules) throws {
    #expect(BeveridgeLoop.area(try shifted(rules)) > 0)
  }

  @Test("So does a cycle of demand, many times as far", arguments: [MarketRules.monthly, .paper])
  func cycleLoop(rules: MarketRules) throws {
    let heads = try UnitedStates.heads()
    let calm = rules.targetAtRest(heads: heads)
    var market = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: rules, heads: heads)
    let period = Int(10 * 52 / rules.weeksPerStep)
    let path = (0..<3 * period).map { step -> MarketRates in
      let phase = Double(step % period) / Double(period)
      // Up, down and up again by 3 %, in straight lines.
      let swing = 0.03 * (phase < 0.25 ? 4 * phase : phase < 0.75 ? 2 - 4 * phase : 4 * phase - 4)
      let flows = market.step(target: calm.map { $0 * (1 + swing) })
      return market.rates(flows)
    }
    #expect(BeveridgeLoop.area(Array(path.suffix(period))) > 1e-5)
  }

  @Test("The area of a square is 1 counter-clockwise, -1 clockwise")
  func area() {
    func rates(_ unemployment: Double, _ vacancy: Double) -> MarketRates {
      MarketRates(
        unemployment: unemployment, vacancy: vacancy, jobFinding: 0, separation: 0, switching: 0, longTerm: 0)
    }
    let square = [rates(1, 1), rates(2, 1), rates(2, 2), rates(1, 2)]
    #expect(BeveridgeLoop.area(square) == 1)
    #expect(BeveridgeLoop.area(square.reversed()) == -1)
    #expect(BeveridgeLoop.area([]) == 0)
  }
}
