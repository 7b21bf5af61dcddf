import Testing

@testable import Economy

struct RobotTests {
  /// AI alone, robots alone, or both, quick and cheap.
  private func path(ai: Double, robots: Double) -> AutomationPath {
    AutomationPath(
      ParameterValues(
        AutomationPath.parameters,
        stated: [
          "feasible_office_share": ai, "feasible_within_months": 12, "initial_cost": 0.2,
          "other_occupations": 1, "robot_share": robots, "robot_within_months": 12, "robot_cost": 0.2,
          "adoption_innovation": 0.5,
        ].mapValues { Dated(.number($0)) }))
  }

  private func run(ai: Double, robots: Double, months: Int = 24) throws -> Economy {
    var economy = try World.settledEconomy()
    var regime = economy.regime
    regime.automation = path(ai: ai, robots: robots)
    economy.adopt(regime)
    _ = try economy.months(months)
    return economy
  }

  /// Rank correlation of a figure by occupation with the mean wage.
  private func gradient(_ values: [Double], _ occupations: [Occupation]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
      var ranks = values
      for (rank, index) in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }).enumerated() {
        ranks[index] = Double(rank)
      }
      return ranks
    }
    let (left, right) = (ranks(values), ranks(occupations.map(\.meanWage)))
    let mean = Double(values.count - 1) / 2
    let product = zip(left, right).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    return product / left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  @Test("Exposure to AI rises with the wage, exposure to robots falls")
  func gradients() throws {
    let occupations = try World.calibration().occupations
    #expect(gradient(occupations.map(\.exposureBeta), occupations) > 0.5)
    #expect(gradient(occupations.map(\.physicalShare), occupations) < -0.5)
  }

  /// Frey and Osborne (2013) put 47 % of jobs at high risk.
  @Test("Nearly half of all tasks are physical, and no task is both physical and exposed to AI")
  func mass() throws {
    let occupations = try World.calibration().occupations
    let jobs = occupations.reduce(0) { $0 + $1.employmentShare }
    let physical = occupations.reduce(0) { $0 + $1.employmentShare / jobs * $1.physicalShare }
    #expect(abs(physical - 0.45) < 0.005)
    #expect(
      occupations.allSatisfy {
        $0.physicalShare + $0.exposedShare <= 1 && ($0.physicalShare == 0) == $0.isOffice
      })
  }

  @Test("Robots reach their share of the physical tasks, and none that cost more than a person")
  func reach() throws {
    let occupations = try World.calibration().occupations
    let table = TaskTable(occupations, draws: Draws(seed: 1))
    for (index, occupation) in occupations.enumerated() {
      func reach(_ share: Double, price: Double) -> TaskTable.Reach {
        table.robotReach(index, physical: occupation.physicalShare, share: share, price: price, spread: 1)
      }
      #expect(abs(reach(0.4, price: 1e-9).mass - 0.4 * occupation.physicalShare) < 1e-9)
      #expect(reach(0.4, price: 1e9).mass == 0 && reach(0, price: 1e-9).mass == 0)
      #expect(reach(1, price: 0.5).cost * 0.5 < 1)
    }
  }

  @Test("Robots alone, AI alone and both: each does its own tasks, together never more than all")
  func together() throws {
    let (ai, robots, both) = (
      try run(ai: 0.5, robots: 0), try run(ai: 0, robots: 0.5), try run(ai: 0.5, robots: 0.5)
    )
    #expect(ai.firms.robots.array.allSatisfy { $0 == 0 } && ai.firms.robotUpkeep.array.allSatisfy { $0 == 0 })
    #expect(
      robots.firms.automated.array.allSatisfy { $0 == 0 }
        && robots.firms.aiUnitCost.array.allSatisfy { $0 == 0 })
    let office = try World.calibration().occupations.map(\.isOffice)
    var (hands, heads) = (0, 0)
    for firm in 0..<both.firms.count {
      for occupation in office.indices {
        let cell = both.firms.cell(firm, occupation)
        let (robotic, automated) = (both.firms.robots[cell], both.firms.automated[cell])
        if robotic > 0 { hands += 1 }
        if automated > 0 { heads += 1 }
        #expect(robotic == 0 || !office[occupation])
        #expect(robotic + automated + both.firms.augmented[cell] <= 1.00001)
      }
    }
    #expect(hands > 20 && heads > 20)
    #expect(both.automatedTaskShare > max(ai.automatedTaskShare, robots.automatedTaskShare))
  }

  @Test("Robots do not carry AI along that costs what people cost")
  func separate() throws {
    var economy = try World.settledEconomy()
    var regime = economy.regime
    let numbers = [
      "feasible_office_share": 0.5, "feasible_within_months": 12, "initial_cost": 0.2, "other_occupations": 1,
      "robot_share": 0.5, "robot_within_months": 12, "robot_cost": 0.2, "adoption_innovation": 0.5,
      "value_share": 1,
    ]
    var stated = numbers.mapValues { Dated(ParameterValue.number($0)) }
    stated["pricing"] = Dated(.choice("value"))
    regime.automation = AutomationPath(ParameterValues(AutomationPath.parameters, stated: stated))
    economy.adopt(regime)
    _ = try economy.months(12)
    #expect(economy.firms.robots.array.contains { $0 > 0 })
    #expect(economy.firms.automated.array.allSatisfy { $0 == 0 })
  }

  @Test("Robots are bought from the economy's firms: investment, and no rent")
  func bought() throws {
    var economy = try run(ai: 0, robots: 0.5)
    _ = economy.takeFlowRows()
    let month = try economy.step()
    let flows = economy.takeFlowRows()
    #expect(
      flows.filter { [.aiServices, .compute, .providerDividends, .foreignRent].contains($0.flow) }.allSatisfy
      { $0.cents == 0 })
    let upkeep = economy.firms.robotUpkeep.array.reduce(0, +)
    let investment = try #require(flows.first { $0.flow == .investment }).cents
    #expect(upkeep > 0 && upkeep < investment)
    #expect(month[.automatedTaskShare] > 0.05 && month[.aiRentShare] == 0)
  }

  @Test("A robot costs the same whomever it replaces, so that it is cheapest where wages are highest")
  func price() throws {
    let economy = try run(ai: 0, robots: 0.5, months: 3)
    for occupation in economy.robots.price.indices {
      let money = economy.robots.price[occupation] * economy.nation.wages[occupation]
      let other = economy.robots.price[0] * economy.nation.wages[0]
      // Wages have moved on since the price was set.
      #expect(abs(money / other - 1) < 0.01)
    }
  }

  @Test(
    "Unit cost is labour and robots together, and the demand for robots is its slope (Shephard)",
    arguments: TaskCostTests.elasticities)
  func unitCost(substitution: Double) {
    func tasks(_ price: Double) -> TaskCost {
      TaskCost(
        automated: 0.1, augmented: 0.1, price: 0.3, timeSaved: 0.4, substitution: substitution, robotic: 0.25,
        robotPrice: price)
    }
    let unit = tasks(0.6)
    #expect(abs(unit.labour + unit.services + unit.robots - unit.cost) < 1e-12)
    let idle = TaskCost(
      automated: 0.1, augmented: 0.1, price: 1, timeSaved: 0.4, substitution: substitution, robotic: 0.25,
      robotPrice: 1)
    #expect(abs(idle.cost - 1) < 1e-12 && abs(idle.labour - 0.61) < 1e-12 && abs(idle.robots - 0.25) < 1e-12)
    let slope = (tasks(0.6 + 1e-6).cost - tasks(0.6 - 1e-6).cost) / 2e-6
    #expect(abs(unit.robots - 0.6 * slope) < 1e-7)
  }
}
