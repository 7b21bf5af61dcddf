import Testing

@testable import Economy

/// Machines that cost what people cost: the same output at the same prices, and less of it for labour.
struct ZeroSavingTests {
  static let share = 0.5

  /// AI that costs nothing to serve, sold for the wage that it replaces, taken up by decree in every occupation.
  private func decree() -> AutomationPath {
    var stated = [
      "value_share": 1, "initial_cost": 0.001, "integration_cost": 0, "automate_share": 1, "reinstatement": 0,
      "adoption_innovation": 1,
    ].mapValues { Dated(ParameterValue.number($0)) }
    stated["pricing"] = Dated(.choice("value"))
    stated["adoption_rule"] = Dated(.choice("decree"))
    let points = [OccupationPath.Point(month: World.start, share: Self.share)]
    let occupations = (try? World.calibration().occupations.count) ?? 0
    return AutomationPath(
      ParameterValues(AutomationPath.parameters, stated: stated),
      occupations: OccupationPath(points: Array(repeating: points, count: occupations)))
  }

  /// The same economy without and with the machines.
  private func worlds() throws -> (people: Economy, machines: Economy) {
    let people = try World.settledEconomy()
    var machines = people
    var regime = machines.regime
    regime.automation = decree()
    machines.adopt(regime)
    return (people, machines)
  }

  private func largestDifference(_ left: Column<Double>, _ right: Column<Double>) -> Double {
    (0..<left.count).reduce(0) { max($0, abs(right[$1] / left[$1] - 1)) }
  }

  @Test("In a whole month of the economy every firm's price is what it was, to 1e-9")
  func prices() throws {
    var (people, machines) = try worlds()
    _ = try people.step()
    _ = try machines.step()
    #expect((0..<machines.firms.count).allSatisfy { machines.firms.adoptedAt[$0] == machines.clock - 1 })
    #expect(largestDifference(people.firms.price, machines.firms.price) < 1e-9)
    #expect(abs(machines.nation.prices / people.nation.prices - 1) < 1e-9)
  }

  /// Staff is ample in both worlds and each hour that a machine takes is taken from everybody alike, so that no whole
  /// head and no shortage stands between plan and output; buyers' budgets are those of last month's incomes.
  @Test("At given demand every firm's output is what it was, to 1e-9, for the unautomated share of hours")
  func output() throws {
    var (people, machines) = try worlds()
    for isWithMachines in [false, true] {
      var world = isWithMachines ? machines : people
      world.detach()
      world.advanceFrontier()
      world.expectDemand()
      world.adoptAutomation()
      world.setPrices()
      let hours = isWithMachines ? Float(8 * (1 - Self.share)) : 8
      for person in 0..<world.persons.count where Int(world.persons.employer[person]) < world.firms.count {
        world.persons.hours[person] *= hours
      }
      try world.countWork()
      world.produce()
      world.planBudgets()
      try world.trade()
      if isWithMachines { machines = world } else { people = world }
    }
    #expect(largestDifference(people.firms.output, machines.firms.output) < 1e-9)
    #expect(people.counts.demandServed > 0)
    #expect(abs(machines.counts.demandServed / people.counts.demandServed - 1) < 1e-9)
    let needs = (people.firms.labourRequirement, machines.firms.labourRequirement)
    #expect((0..<needs.0.count).allSatisfy { abs(needs.1[$0] / needs.0[$0] - (1 - Self.share)) < 1e-12 })
    #expect((0..<machines.firms.count).allSatisfy { abs(machines.firms.savingPassed[$0]) < 1e-12 })
    // Pay is rounded to cents, person by person.
    let before = people.firms.wageBill.array.reduce(0, +)
    let after = machines.firms.wageBill.array.reduce(0, +)
    #expect(abs(Double(after) / Double(before) - (1 - Self.share)) < 1e-5)
  }

  @Test("Firms that decide by profit leave such machines alone")
  func profit() throws {
    var economy = try World.settledEconomy()
    var regime = economy.regime
    var stated: [String: Dated<ParameterValue>] = [
      "value_share": Dated(.number(1)), "initial_cost": Dated(.number(0.001)),
      "integration_cost": Dated(.number(0)),
      "adoption_innovation": Dated(.number(1)), "feasible_office_share": Dated(.number(0.5)),
      "feasible_within_months": Dated(.number(1)),
    ]
    stated["pricing"] = Dated(.choice("value"))
    regime.automation = AutomationPath(ParameterValues(AutomationPath.parameters, stated: stated))
    economy.adopt(regime)
    _ = try economy.step()
    #expect(economy.firms.automated.array.allSatisfy { $0 == 0 })
  }
}
