import Foundation
import Testing

@testable import Economy
@testable import Experiments
@testable import Scenarios

struct GainTests {
  private func life(_ consumption: Double, months: Int32 = 12) -> LifeValue {
    var life = LifeValue()
    life.income = consumption
    life.consumption = consumption
    life.spending = consumption / 2
    life.enjoyment = consumption
    life.utility = consumption
    life.weight = 1
    life.months = months
    return life
  }

  @Test("Classes begin beyond a thousandth and beyond a twentieth")
  func classes() {
    #expect(GainClass(-0.051) == .losesMuch)
    #expect(GainClass(-0.05) == .loses)
    #expect(GainClass(-0.001) == .same)
    #expect(GainClass(0.001) == .same)
    #expect(GainClass(0.002) == .gains)
    #expect(GainClass(0.06) == .gainsMuch)
  }

  @Test("A pair: relative gains, amounts, and what would compensate the loser")
  func pair() throws {
    // With a curvature of 0 utility is consumption, so that all measures agree.
    let pair = try #require(PairGain(life(200), life(150), curvature: 0))
    for measure in 0..<3 { #expect(abs(pair.gains[measure] + 0.25) < 1e-12) }
    #expect(pair.amounts[0] == -50 && pair.amounts[1] == -50)
    // A third more of the 75 that she spends.
    #expect(abs(pair.amounts[2] + 25) < 1e-9)
    #expect(PairGain(life(200), life(200, months: 11), curvature: 0) == nil)
  }

  private func account(_ losses: [[Double]]) -> GainAccount {
    let traits = losses.indices.map { person in
      LifeTraits.sample(row: person, decile: person + 1)
    }
    let groups = GainGroups(traits)
    var account = GainAccount(months: 12, persons: traits.count)
    for replication in 0..<(losses.first?.count ?? 0) {
      let before = Lives.Window.sample(losses.map { _ in life(100) })
      let after = Lives.Window.sample(losses.map { life(100 * (1 + $0[replication])) })
      account.add(WindowGains(before, after, traits: traits, curvature: 0), groups)
    }
    return account
  }

  @Test("Called a loser is who loses on average and beyond doubt")
  func losers() {
    let account = account([
      [-0.1, -0.12, -0.09, -0.11], [-0.5, 0.4, -0.3, 0.1], [0, 0, 0, 0], [0.2, 0.21, 0.19, 0.2],
    ])
    let sums = account.sums
    #expect(sums[0].loses(1, more: 0.05) && !sums[1].loses(1, more: 0.05) && !sums[2].loses(1, more: 0.001))
    #expect(sums[3].gains(1, more: 0.05) && !sums[1].gains(1, more: 0.001))
    // Mean -0.105 over a standard error of 0.012910 / 2.
    #expect(abs((sums[0].t(1) ?? 0) + 0.105 / 0.0064549722436790) < 1e-9)
    #expect(account.curve.map { $0[1] } == [0.5, 0.25, 0.25, 0.25])
    #expect(account.counts[0][1][0].classes == [2, 0, 1, 0, 1])
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let text = """
    title: Gains
    economy: \(root)/Scenarios/economies/us.yaml
    population: 1500
    start: 2026-01
    months: 24
    burn_in: 6
    replications: 3
    gains: {windows: [1, 2], sample: 50}
    reforms:
      nothing: {label: No change}
      income: {policies: {basic_income: {adult: 300}}}
    """

  private func report(threads: Int) throws -> GainReport {
    let scenario = try Scenario.parse(Self.text, path: "gains.yaml")
    let runner = Runner<Economy>(
      scenario, experiment: "gains", codeVersion: "test", threads: threads, sink: Notebook())
    _ = try runner.run()
    return try #require(runner.gainReport)
  }

  @Test("A reform of nothing leaves every person the same; placebos and threads")
  func experiment() throws {
    let report = try report(threads: 1)
    for measure in GainMeasure.allCases {
      for years in [1, 2] {
        let nothing = try #require(report.whole("nothing", years: years, measure))
        #expect(nothing.shares == [0, 0, 1, 0, 0] && nothing.amount == 0 && nothing.apart == 0)
        let luck = try #require(report.whole("placebo_other_luck", years: years, measure))
        #expect(luck.shares[0] > 0.01 && luck.replications == 3)
        let cent = try #require(report.whole("placebo_one_cent", years: years, measure))
        #expect(cent.shares[0] <= luck.shares[0])
      }
    }
    let income = try #require(report.whole("income", years: 2, .income))
    #expect(income.shares[2] < 0.1)
    let deciles = report.rows("income", years: 2, .income).filter { $0.dimension == "decile" }
    #expect(deciles.map(\.group) == (1...10).map(String.init))
    #expect(deciles[0].gain > 0.02 && deciles[0].gain > deciles[9].gain)
    #expect(!report.people.isEmpty && report.people.allSatisfy { $0.gains.allSatisfy(\.isFinite) })

    let other = try self.report(threads: 3)
    #expect(report.groups.map(\.amount) == other.groups.map(\.amount))
    #expect(report.groups.map(\.shares) == other.groups.map(\.shares))
    #expect(report.curve.map(\.loseMuch) == other.curve.map(\.loseMuch))
    #expect(report.people.map(\.gains) == other.people.map(\.gains))
  }
}

extension LifeTraits {
  static func sample(row: Int, decile: Int) -> LifeTraits {
    LifeTraits(
      row: Int32(row), arrival: 0, age: 40, ageClass: "35-44", decile: decile, occupation: nil,
      householdType: "couple", isEmployed: false)
  }
}

extension Lives.Window {
  static func sample(_ lives: [LifeValue]) -> Lives.Window {
    Lives.Window(months: 12, originals: lives, places: lives.map { _ in -1 }, newcomers: [])
  }
}
