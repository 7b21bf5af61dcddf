import Testing

@testable import Economy

struct AdoptionTests {
  /// An economy at its start in which half of office work has just become feasible, before firms decide.
  private func economy(_ stated: [String: Double] = [:], quota: Double? = nil) throws -> Economy {
    var economy = try World.settledEconomy()
    var regime = economy.regime
    let path = [
      "feasible_office_share": 0.5, "feasible_within_months": 1, "initial_cost": 0.1,
      "initial_cost_spread": 0, "adoption_innovation": 1,
    ]
    regime.automation = AutomationPath(
      ParameterValues(
        AutomationPath.parameters, stated: path.merging(stated) { $1 }.mapValues { Dated(.number($0)) }))
    economy.adopt(regime)
    economy.detach()
    economy.rules.pacing.quota = quota
    economy.advanceFrontier()
    return economy
  }

  private func adopters(_ economy: Economy) -> [Int] {
    (0..<economy.firms.count).filter { economy.firms.adoptedAt[$0] >= 0 }
  }

  private func size(_ economy: Economy, _ firm: Int) -> Double {
    max(0.5, economy.firms.expectedDemand[firm] / (economy.frame.outputPerUnit * economy.nation.productivity))
  }

  /// Jobs that machines have taken, in heads.
  private func jobs(_ economy: Economy) -> Double {
    (0..<economy.firms.count).reduce(0) { sum, firm in
      let taken = (0..<economy.frame.occupations).reduce(0.0) {
        let cell = economy.firms.cell(firm, $1)
        return $0 + Double(economy.firms.mix[cell]) * Double(economy.firms.automated[cell])
      }
      return sum + taken * size(economy, firm)
    }
  }

  @Test("Integration has economies of scale: of firms with the same saving a head the larger adopt")
  func scale() throws {
    var economy = try economy(["integration_cost": 6])
    economy.adoptAutomation()
    let adopted = Set(adopters(economy))
    // Saving a head times size^0.4 decides; both sides of the line are there.
    let price = economy.servicePrice(taskCost: 1, path: economy.servicePricing)
    let weight = 0.77 + 0.23 * economy.servicePricing.timeSaved
    let bill = 1 + economy.rules.employerContribution
    for firm in 0..<economy.firms.count {
      let saving = (0..<economy.frame.occupations).reduce(0.0) {
        let mass = economy.providers.reach[$1].mass
        return mass > 0.001
          ? $0 + Double(economy.firms.mix[economy.firms.cell(firm, $1)]) * mass * weight * (1 - price) : $0
      }
      let size = size(economy, firm)
      let worth = saving * size * bill * 36
      let cost = 6 * power(size, 0.6)
      guard abs(worth / cost - 1) > 1e-9 else { continue }
      #expect(adopted.contains(firm) == (worth > cost))
    }
    #expect(!adopted.isEmpty && adopted.count < economy.firms.count)
    func mean(_ firms: [Int]) -> Double { firms.reduce(0) { $0 + size(economy, $1) } / Double(firms.count) }
    #expect(mean(Array(adopted)) > mean((0..<economy.firms.count).filter { !adopted.contains($0) }))
  }

  @Test("Diffusion follows Bass: the hazard of innovators, and more where others have adopted")
  func bass() throws {
    func share(_ innovation: Double, _ imitation: Double) throws -> Double {
      var economy = try economy([
        "adoption_innovation": innovation, "adoption_imitation": imitation, "integration_cost": 0,
      ])
      for month in 0..<12 {
        economy.month = month
        economy.advanceFrontier()
        economy.adoptAutomation()
      }
      return Double(adopters(economy).count) / Double(economy.firms.count)
    }
    let (alone, imitated) = (try share(0.05, 0), try share(0.05, 0.3))
    let expected = 1 - power(0.95, 12)
    let firms = Double(try World.settledEconomy().firms.count)
    #expect(abs(alone - expected) < 4 * (expected * (1 - expected) / firms).squareRoot())
    #expect(imitated > alone + 0.1)
  }

  @Test("Permits bind to the head, and go to those whom they save most for each job")
  func permits() throws {
    var free = try economy()
    free.adoptAutomation()
    let all = jobs(free)
    let quota = all / 4 / Double(free.counts.workforce)
    var paced = try economy(quota: quota)
    paced.counts.workforce = free.counts.workforce
    paced.adoptAutomation()
    #expect(free.counts.workforce > 0 && all > 10)
    #expect(abs(jobs(paced) - all / 4) < 1e-3)
    // One firm at most got a part of what it asked for.
    let partial = adopters(paced).filter { firm in
      (0..<paced.frame.occupations).contains {
        let cell = paced.firms.cell(firm, $0)
        return paced.firms.mix[cell] > 0
          && abs(paced.firms.automated[cell] - free.firms.automated[cell]) > 1e-6
      }
    }
    #expect(partial.count <= 1)
    #expect(adopters(paced).count < adopters(free).count)
    // A larger firm pays less for integration a head, and bids more for each permit.
    func mean(_ firms: [Int]) -> Double { firms.reduce(0) { $0 + size(free, $1) } / Double(firms.count) }
    #expect(mean(adopters(paced)) > mean(adopters(free)))
  }

  @Test("No permits, no automation")
  func noPermits() throws {
    var economy = try economy(quota: 0)
    economy.adoptAutomation()
    #expect(adopters(economy).isEmpty && economy.firms.automated.array.allSatisfy { $0 == 0 })
  }

  @Test("A firm that wants fewer heads closes vacancies first, and then lays off the shortest tenures")
  func order() throws {
    var economy = try World.settledEconomy()
    economy.detach()
    // Everybody is content, so that nobody else is laid off and no vacancy opens.
    for cell in 0..<economy.firms.heads.count { economy.firms.wanted[cell] = economy.firms.heads[cell] }
    let cells = 0..<economy.firms.count * economy.frame.occupations
    let cell = try #require(cells.max { economy.firms.heads[$0] < economy.firms.heads[$1] })
    let heads = economy.firms.heads[cell]
    #expect(heads >= 4)
    economy.firms.vacancies[cell] = 3

    economy.layOff()
    economy.openVacancies()
    #expect(economy.firms.heads[cell] == heads && economy.firms.vacancies[cell] == 0)

    let (firm, occupation) = cell.quotientAndRemainder(dividingBy: economy.frame.occupations)
    let staff = (0..<economy.persons.count).filter {
      Int(economy.persons.employer[$0]) == firm && Int(economy.persons.occupation[$0]) == occupation
    }
    let tenures = staff.map { economy.persons.tenure[$0] }
    economy.firms.wanted[cell] = heads - 3
    economy.layOff()
    let left = staff.indices.filter { Int(economy.persons.employer[staff[$0]]) == firm }
    let gone = staff.indices.filter { !left.contains($0) }
    #expect(!gone.isEmpty && gone.count <= 3)
    #expect((gone.map { tenures[$0] }.max() ?? 0) <= (left.map { tenures[$0] }.min() ?? 0))
  }
}
