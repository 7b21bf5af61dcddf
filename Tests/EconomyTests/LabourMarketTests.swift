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
}
