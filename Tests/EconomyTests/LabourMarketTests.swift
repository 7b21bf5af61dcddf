import Scenarios
import Testing

@testable import Economy

struct LabourMarketTests {
  private func economy() throws -> Economy {
    var economy = try World.settledEconomy()
    economy.detach()
    economy.counts.reset()
    economy.rules = economy.nation.standingRules
    return economy
  }

  private func employees(_ economy: Economy) -> [Int] {
    (0..<economy.persons.count).filter {
      economy.persons.state($0) == .employed && Int(economy.persons.employer[$0]) < economy.firms.count
    }
  }

  @Test("Every missing head is a vacancy, and no other")
  func vacancies() throws {
    var economy = try economy()
    economy.planHeads()
    economy.openVacancies()
    let firms = economy.firms
    for cell in 0..<firms.heads.count {
      #expect(firms.vacancies[cell] == max(0, firms.wanted[cell] - firms.heads[cell]))
    }
    #expect((0..<firms.heads.count).contains { firms.vacancies[$0] > 0 })
  }

  @Test("Firms with hands to spare dismiss some of their staff, firms short of hands nobody")
  func dismissals() throws {
    var economy = try economy()
    for firm in 0..<economy.firms.count { economy.firms.use[firm] = firm % 2 == 0 ? 0.8 : 1.2 }
    var dismissed = 0
    for month in 0..<6 {
      economy.month = month
      economy.proposeMoves()
      for person in employees(economy) where economy.persons.proposal[person] == Economy.Proposal.isDismissed
      {
        #expect(economy.persons.employer[person] % 2 == 0)
        dismissed += 1
      }
    }
    #expect(dismissed > 0)
  }

  @Test("The end of a job costs pay in proportion to the tenure lost, and more where more look for work")
  func losses() throws {
    let people = Array(employees(try economy()).prefix(1))
    let wages = try economy().calibration.wages
    func loss(tenure: Int16, slump: Double = 0) throws -> Double {
      var economy = try economy()
      let person = people[0]
      economy.nation.unemployment = economy.calibration.centralBank.normalUnemployment + slump
      economy.persons.scar[person] = 1
      economy.persons.tenure[person] = tenure
      economy.dismiss(person)
      #expect(economy.persons.isInsured[person])
      return 1 - Double(economy.persons.scar[person])
    }
    let full = wages.displacementLoss
    #expect(try loss(tenure: 0) == 0)
    #expect(try abs(loss(tenure: 30) - full * 30 / wages.lossTenure) < 1e-6)
    #expect(try abs(loss(tenure: 600) - full) < 1e-6)
    #expect(try abs(loss(tenure: 600, slump: 0.04) - full * (1 + 0.04 * wages.displacementCycle)) < 1e-6)
  }

  @Test("Who has a job changes it only for a wage above what she accepts, and another employer")
  func moves() throws {
    var economy = try economy()
    var moved = 0
    for month in 0..<6 {
      economy.month = month
      economy.counts.reset()
      economy.planHeads()
      economy.openVacancies()
      economy.proposeMoves()
      let before = employees(economy).map { (person: $0, firm: economy.persons.employer[$0]) }
      let wages = before.map { economy.persons.wage[$0.person] }
      economy.match()
      for (row, entry) in before.enumerated() where economy.persons.employer[entry.person] != entry.firm {
        let least = Float(economy.calibration.labourMarket.acceptance) * wages[row]
        #expect(economy.persons.wage[entry.person] > least)
        moved += 1
      }
    }
    #expect(moved > 0)
  }

  @Test("A third of a loss stays, the rest fades")
  func recovery() throws {
    var economy = try economy()
    let person = employees(economy)[0]
    let wages = economy.calibration.wages
    (economy.persons.scar[person], economy.persons.scarCeiling[person]) = (1, 1)
    economy.persons.tenure[person] = 600
    economy.nation.unemployment = economy.calibration.centralBank.normalUnemployment
    economy.dismiss(person)
    let lasting = 1 - wages.displacementLoss * wages.lastingLoss
    for month in 0..<1_200 {
      let before = economy.persons.scar[person]
      economy.month = month
      economy.proposeMoves()
      #expect(economy.persons.scar[person] >= before)
      if month == 0 {
        let faded = wages.displacementLoss * (1 - wages.lastingLoss) * wages.recovery
        #expect(abs(Double(economy.persons.scar[person] - before) - faded) < 1e-6)
      }
    }
    #expect(abs(Double(economy.persons.scar[person]) - lasting) < 0.002)
  }

  @Test("Losses that persons carry at the start are those to which the model tends")
  func meanLoss() throws {
    var economy = try World.economy(persons: 5_000, burnIn: 360)
    func meanLoss(_ economy: Economy) -> Double {
      let scars = employees(economy).map { Double(economy.persons.scar[$0]) }
      return 1 - scars.reduce(0, +) / Double(scars.count)
    }
    _ = try economy.months(360)
    #expect(abs(meanLoss(economy) - economy.calibration.wages.meanLoss) < 0.03, "\(meanLoss(economy))")
  }

  @Test("Who gave up looks again when there are vacancies, and the less the fewer there are")
  func discouraged() throws {
    var economy = try economy()
    let people = (0..<economy.persons.count).filter { economy.persons.state($0) == .inactive }
    for person in people { economy.persons.duration[person] = 20 }
    func share(_ prospects: Double) -> Double {
      economy.nation.tightness = prospects * economy.calibration.wages.normalTightness
      return Double(people.count { economy.looksAgain($0) }) / Double(people.count)
    }
    #expect(share(1) == 1 && share(2) == 1 && share(0) == 0)
    #expect(abs(share(0.5) - 0.5) < 0.1)
    for person in people { economy.persons.duration[person] = 0 }
    #expect(share(0) == 1)
  }

  @Test("A vacancy takes older applicants less often, in the stated proportion")
  func older() {
    #expect(Economy.appeal(12 * 25, 0.35) == 1 && Economy.appeal(12 * 30, 0.35) == 1)
    #expect(abs(Economy.appeal(12 * 65, 0.35) - 0.65) < 1e-12)
    #expect(Economy.appeal(12 * 70, 0.35) == Economy.appeal(12 * 65, 0.35))
    let draws = Draws(seed: 1)
    let weight = Economy.appeal(12 * 65, 0.35)
    let wins = (0..<20_000).count { row in
      let words = draws.words(.application, id: row, month: 0)
      return Economy.waitingTime(words.first, weight: weight) < Economy.waitingTime(words.second, weight: 1)
    }
    // One of two: 0.65 / 1.65.
    #expect(abs(Double(wins) / 20_000 - 0.65 / 1.65) < 0.012)
  }

  @Test("Slumps come with the stated hazard and depth, and none by default")
  func slumps() throws {
    var calibration = try World.calibration()
    #expect(calibration.demand.slumpHazard == 0)
    func sentiment(_ hazard: Double) throws -> Double {
      calibration.demand.slumpHazard = hazard
      calibration.demand.slumpDepth = 0.1
      let setup = SimulationSetup(
        calibration: calibration, population: .synthetic(persons: 1_000), start: World.start, burnInMonths: 0,
        seed: 1)
      var economy = try Economy(setup, regime: try World.unitedStates().standing)
      _ = try economy.step()
      return economy.nation.sentiment
    }
    #expect(abs(try sentiment(1) - sentiment(0) + 0.1) < 1e-12)
  }
}
