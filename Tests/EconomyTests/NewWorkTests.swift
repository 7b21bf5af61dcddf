import Testing

@testable import Economy

struct NewWorkTests {
  private func economy(_ stated: [String: ParameterValue], months: Int = 18) throws -> Economy {
    let path: [String: ParameterValue] = [
      "feasible_office_share": .number(0.5), "feasible_within_months": .number(12),
      "initial_cost": .number(0.1), "adoption_innovation": .number(0.5), "reinstatement": .number(1),
    ]
    var economy = try World.settledEconomy()
    var regime = economy.regime
    regime.automation = AutomationPath(
      ParameterValues(AutomationPath.parameters, stated: path.merging(stated) { $1 }.mapValues { Dated($0) }))
    economy.adopt(regime)
    _ = try economy.months(months)
    return economy
  }

  private static let routed = ["reinstatement_routing": ParameterValue.choice("augmentation")]

  @Test("Over a firm's occupations routed new tasks add up to what the firm has")
  func sum() throws {
    let economy = try economy(Self.routed)
    let weights = economy.newWorkWeights
    var firms = 0
    for firm in 0..<economy.firms.count where economy.firms.newTasks[firm] > 0 {
      let perWeight = economy.newWorkPerWeight(firm, weights)
      let sum = weights.indices.reduce(0.0) {
        $0 + Double(economy.firms.mix[economy.firms.cell(firm, $1)]) * perWeight * weights[$1]
      }
      #expect(abs(sum - economy.firms.newTasks[firm]) < 1e-9)
      firms += 1
    }
    #expect(firms > 10)
  }

  @Test("Routing moves new work between occupations and firms, and makes no more of it in all")
  func total() throws {
    func added(_ stated: [String: ParameterValue]) throws -> (mean: Double, spread: Double) {
      var economy = try economy(stated, months: 6)
      economy.detach()
      for firm in 0..<economy.firms.count { economy.firms.newTasks[firm] = 0 }
      economy.reinstate()
      let tasks = economy.firms.newTasks.array
      let demand = economy.firms.expectedDemand.array
      let mean = zip(tasks, demand).reduce(0) { $0 + $1.0 * $1.1 } / demand.reduce(0, +)
      let expected = economy.providers.displacement.reduce(0, +) / 24
      #expect(abs(mean / expected - 1) < 1e-9)
      return (mean, (tasks.max() ?? 0) - (tasks.min() ?? 0))
    }
    let (uniform, routed) = (try added([:]), try added(Self.routed))
    #expect(uniform.mean > 0 && uniform.spread == 0)
    #expect(routed.spread > 0)
  }

  @Test("Occupations that AI assists draw more new work than those that it does not")
  func weights() throws {
    let economy = try economy(Self.routed, months: 1)
    let occupations = try World.calibration().occupations
    let weights = economy.newWorkWeights
    let (clerks, cleaners) = (
      try #require(occupations.firstIndex { $0.code == "43-0000" }),
      try #require(occupations.firstIndex { $0.code == "37-0000" })
    )
    #expect(weights[clerks] > 3 * weights[cleaners])
    #expect(try World.settledEconomy().newWorkWeights.allSatisfy { $0 == 1 })
  }

  @Test("Renewal takes from what machines could do as new tasks take the place of old ones")
  func renewal() throws {
    func path(_ rate: Double) -> AutomationPath {
      AutomationPath(
        ParameterValues(
          AutomationPath.parameters,
          stated: ["feasible_office_share": 0.5, "robot_share": 0.5, "renewal": rate].mapValues {
            Dated(.number($0))
          }
        ))
    }
    let occupations = try World.calibration().occupations
    let month = 119
    let (without, with) = (
      path(0).hoursSaved(in: occupations, month: month, date: World.start + month),
      path(0.0117).hoursSaved(in: occupations, month: month, date: World.start + month)
    )
    for (all, left) in zip(without, with) { #expect(abs(left - all * exponential(-0.117)) < 1e-12) }
    // 60 % of the jobs of 2018 are in titles that are new since 1940: 78 years.
    let left = path(0.0117).leftByRenewal(month: 78 * 12 - 1, start: World.start)
    #expect(abs(1 - left - 0.6) < 0.01)
  }
}
