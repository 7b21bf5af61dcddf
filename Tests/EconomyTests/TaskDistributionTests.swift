import TaskGrowth
import Testing

@testable import Economy

struct TaskDistributionTests {
  static let bounded = TaskDistribution(.bounded(length: 7))
  static let pareto = TaskDistribution(.pareto(exponent: 0.1))

  private func path(_ stated: [String: ParameterValue]) -> AutomationPath {
    AutomationPath(
      ParameterValues(
        AutomationPath.parameters,
        stated: stated.merging(["frontier": .choice("compute")]) { first, _ in first }.mapValues { Dated($0) }
      )
    )
  }

  @Test(
    "The frontier passes the exposure that raters state, whatever lies beyond", arguments: [bounded, pareto])
  func exposure(tasks: TaskDistribution) throws {
    for occupation in try World.calibration().occupations {
      #expect(tasks.share(of: occupation, within: 0) == 0)
      #expect(abs(tasks.share(of: occupation, within: 1) - occupation.exposureAlpha) < 1e-12)
      let exposed = 2 * occupation.exposureBeta - occupation.exposureAlpha
      #expect(abs(tasks.share(of: occupation, within: 3) - exposed) < 1e-12)
    }
  }

  @Test("A bounded distribution is done at its end, a Pareto tail never, and neither ever shrinks")
  func tails() throws {
    #expect(Self.bounded.end == 10 && Self.pareto.end == nil)
    for occupation in try World.calibration().occupations {
      let exposed = 2 * occupation.exposureBeta - occupation.exposureAlpha
      let all = occupation.isOffice ? 1 : exposed
      #expect(abs(Self.bounded.share(of: occupation, within: 10) - all) < 1e-12)
      // Ten powers of ten leave a tenth of a tail with exponent 0.1.
      #expect(abs(Self.pareto.share(of: occupation, within: 13) - (all - 0.1 * (all - exposed))) < 1e-12)
      for tasks in [Self.bounded, Self.pareto] {
        let shares = stride(from: 0.0, through: 20, by: 0.25).map { tasks.share(of: occupation, within: $0) }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
      }
    }
  }

  @Test("Compute adds up over months, also where its growth changes")
  func compute() {
    #expect(path(["compute_growth": .number(0.6)]).computeGained(month: 23, start: World.start) == 1.2)
    let bout = AutomationPath(
      ParameterValues(
        AutomationPath.parameters,
        stated: [
          "frontier": Dated(.choice("compute")),
          "compute_growth": Dated(
            initial: .number(1.2), steps: [.init(month: World.start + 12, value: .number(0))]),
        ]))
    #expect(abs(bout.computeGained(month: 5, start: World.start) - 0.6) < 1e-12)
    #expect(abs(bout.computeGained(month: 99, start: World.start) - 1.2) < 1e-12)
  }

  @Test("A bounded path is complete after the years its compute takes, an unbounded one never")
  func duration() {
    #expect(path(["compute_growth": .number(0.5)]).duration(start: World.start, limit: 600) == 239)
    #expect(
      path(["compute_growth": .number(0.5), "task_tail": .choice("pareto")])
        .duration(start: World.start, limit: 600) == 600)
  }

  /// Firms buy tasks at the wage w and the return r; competition makes a unit of output cost its price, 1.
  @Test(
    "Along the path of compute, unit cost and factor demands are those of Korinek and Suh's economy",
    arguments: [bounded, pareto], [0.25, 0.5, 0.75])
  func korinekAndSuh(tasks: TaskDistribution, substitution: Double) throws {
    let occupation = try #require(try World.calibration().occupations.first { $0.isOffice })
    var shares: [Double] = []
    for month in stride(from: 0, through: 360, by: 12) {
      let share = tasks.share(of: occupation, within: 0.05 * Double(month))
      let kernel = TaskEconomy(
        capital: 3, labour: 1, automatedShare: share, substitution: substitution)
      guard kernel.isLabourScarce, share > 0 else { continue }
      shares.append(share)
      let unit = TaskCost(
        automated: share, augmented: 0, price: kernel.capitalReturn / kernel.wage, timeSaved: 0,
        substitution: substitution)
      #expect(abs(unit.cost * kernel.wage - 1) < 1e-9)
      #expect(abs(unit.labour * kernel.output - kernel.labour) < 1e-9)
      #expect(
        abs(unit.services * kernel.wage * kernel.output - kernel.capitalReturn * kernel.capital) < 1e-9)
    }
    #expect(shares.count > 5)
  }

  @Test("On a bounded path the wage of that economy peaks when the frontier passes the peak's share of tasks")
  func wagePeak() throws {
    let occupation = try #require(try World.calibration().occupations.first { $0.isOffice })
    let months = (0..<240).map { month in
      TaskEconomy(
        capital: 3, labour: 1,
        automatedShare: Self.bounded.share(of: occupation, within: Double(month + 1) / 24),
        substitution: 0.5)
    }
    let highest = try #require(months.indices.max { months[$0].wage < months[$1].wage })
    let peak = TaskEconomy.wagePeak(capitalPerLabour: 3, substitution: 0.5)
    #expect(months[highest - 1].automatedShare < peak && peak < months[highest + 1].automatedShare)
    // Everything is done by machines in the end, and a person earns what a machine does.
    #expect(months[239].automatedShare == 1 && months[239].wage == 1)
  }

  @Test(
    "Firms that adopt at once and for nothing do what is feasible, cell by cell",
    arguments: ["bounded", "pareto"])
  func wholeEconomy(tail: String) throws {
    var economy = try World.settledEconomy()
    var regime = economy.regime
    regime.automation = path([
      "compute_growth": .number(3), "task_tail": .choice(tail), "tail_length": .number(2),
      "initial_cost": .number(0.001), "initial_cost_spread": .number(0), "adoption_innovation": .number(1),
      "integration_cost": .number(0), "automate_share": .number(1),
    ])
    economy.adopt(regime)
    _ = try economy.months(15)
    // The last month planned is month 14.
    let shares = try #require(
      regime.automation.feasibleShares(
        of: World.calibration().occupations, month: 14, start: World.start))
    var cells = 0
    for firm in 0..<economy.firms.count {
      for (occupation, share) in shares.enumerated() {
        let cell = economy.firms.cell(firm, occupation)
        guard economy.firms.mix[cell] > 0 else { continue }
        cells += 1
        #expect(abs(Double(economy.firms.automated[cell]) - share) <= 0.0011)
      }
    }
    #expect(cells > 100)
  }
}
