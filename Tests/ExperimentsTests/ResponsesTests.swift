import Economy
import Scenarios
import Synchronization
import Testing

@testable import Experiments

/// A model whose responses are known: output is 100 a month and gains the added purchases one and a half times;
/// unemployment is the seed and falls by the shock to the policy rate from its month on.
private struct Spring: Shockable {
  var impulses = Impulses()
  var month: Int
  let seed: Double

  init(_ setup: SimulationSetup, regime: Regime) throws {
    month = -setup.burnInMonths
    seed = Double(setup.seed)
  }

  mutating func adopt(_ regime: Regime) {}

  mutating func step() throws -> MonthlyIndicators {
    if impulses.productivity != 0 && month == 20 { throw EconomyError.diverged(what: "prices", month: 20) }
    var indicators = MonthlyIndicators(month: month)
    let isBuying = (impulses.month..<impulses.month + 12).contains(month)
    indicators[.gdpReal] = 100 + (isBuying ? 150 * impulses.purchases : 0)
    indicators[.unemploymentRate] = seed - (month >= impulses.month ? impulses.policyRate * seed : 0)
    month += 1
    return indicators
  }

  mutating func takeFlowRows() -> [FlowRow] { [] }
  func balanceRows() -> [BalanceRow] { [] }
  func distributionRows() -> [DistributionRow] { [] }
}

struct ResponsesTests {
  private func measure(_ shocks: [Shock], months: Int = 30, threads: Int = 1) throws -> ResponseResult {
    try Responses<Spring>(
      .pocket(months: months, seed: 2, replications: 2), codeVersion: "1", shocks: shocks, threads: threads
    ).run()
  }

  @Test func `a response is the difference from the twin, in points of rates and percent of levels`() throws {
    let result = try measure([.policyRate, .purchases])
    // Seeds 2 and 3: the rate falls by 2 and by 3 points.
    let unemployment = try #require(result.response(of: .unemployment, to: 0, quarter: 1))
    #expect(abs(unemployment.mean + 2.5) < 1e-9)
    #expect(abs((unemployment.standardError ?? 0) - 0.5) < 1e-9)
    let output = try #require(result.response(of: .output, to: 1, quarter: 4))
    #expect(abs(output.mean - 1.5) < 1e-9 && output.standardError == 0)
    #expect(result.response(of: .output, to: 1, quarter: 6)?.mean == 0)
    #expect(result.response(of: .output, to: 1, month: 11)?.mean == 0)
  }

  @Test func `every indicator has a response by full year after the shock`() throws {
    let result = try measure([.purchases], months: 36)
    #expect(result.years == 1..<3)
    #expect(abs((try #require(result.response(of: Indicator.gdpReal, to: 0, year: 1))).mean - 1.5) < 1e-9)
    #expect(result.response(of: Indicator.gdpReal, to: 0, year: 2)?.mean == 0)
    #expect(try measure([.purchases], months: 23).years.isEmpty)
  }

  @Test func `the multiplier is output gained over purchases added, and only purchases have one`() throws {
    let result = try measure([.policyRate, .purchases])
    #expect(abs((try #require(result.multiplier(of: 1))).mean - 1.5) < 1e-9)
    #expect(result.multiplier(of: 0) == nil)
    #expect(try measure([.purchases], months: 23).multiplier(of: 0) == nil)
  }

  @Test func `quarters beyond the months are left out`() throws {
    #expect(try measure([], months: 15).quarters == [1])
    #expect(try measure([], months: 29).quarters == [1, 2, 3, 4])
    #expect(try measure([], months: 72).quarters == ResponseResult.quarters)
  }

  @Test func `a run that fails ends the measurement and is named`() throws {
    #expect {
      try measure([.policyRate, .productivity], threads: 2)
    } throws: { error in
      guard case .failed(.diverged, let run, 0) = error as? ResponseError else { return false }
      return run == "the shock 'productivity'"
    }
  }

  @Test func `a request to stop ends it`() {
    let cancellation = Cancellation()
    cancellation.request()
    #expect(throws: ResponseError.self) {
      try Responses<Spring>(.pocket(), codeVersion: "1", cancellation: cancellation).run()
    }
  }

  @Test func `progress counts every month and run`() throws {
    let furthest = Mutex(Progress(monthsDone: 0, monthsTotal: 0, runsDone: 0, runsTotal: 0))
    _ = try Responses<Spring>(
      .pocket(burnIn: 6, replications: 2), codeVersion: "1", shocks: [.purchases], threads: 2
    ) { progress in
      furthest.withLock { if progress.monthsDone >= $0.monthsDone { $0 = progress } }
    }.run()
    let last = furthest.withLock { $0 }
    #expect(last.monthsTotal == 2 * (6 + 2 * 30) && last.monthsDone == last.monthsTotal)
  }
}
