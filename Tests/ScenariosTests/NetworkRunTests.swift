import Testing

@testable import Economy
@testable import Scenarios

/// Whole economies on networks from files.
struct NetworkRunTests {
  private func economy(_ scenario: Scenario, persons: Int, threads: Int = 1) throws -> Economy {
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: .synthetic(persons: persons), start: scenario.start,
      burnInMonths: 0, seed: 1, parallel: Parallel(threads: threads))
    return try Economy(setup, regime: scenario.standing)
  }

  @Test("Books balance and people change occupation on 44 made-up occupations, on any number of threads")
  func small() throws {
    let scenario = try NetworkTables().scenario()
    var (one, three) = (
      try economy(scenario, persons: 3_000), try economy(scenario, persons: 3_000, threads: 3)
    )
    var switches = 0
    for _ in 0..<24 {
      let month = try one.step()
      #expect(month == (try three.step()))
      #expect(month[.auditResidualCents] == 0)
      switches += one.counts.switches
    }
    #expect(switches > 0)
    let occupations = Set((0..<one.persons.count).map { one.persons.occupation[$0] })
    #expect(occupations.count == 44)
  }

  @Test(
    "539 occupations, where their tables are at hand: persons in codes above a byte, jobs found, books balanced"
  )
  func detailed() throws {
    guard let scenario = try DetailedNetwork.scenario() else { return }
    var economy = try economy(scenario, persons: 10_000)
    var finds = 0
    for _ in 0..<12 {
      #expect(try economy.step()[.auditResidualCents] == 0)
      finds += economy.counts.finds
    }
    #expect(finds > 100)
    #expect((0..<economy.persons.count).contains { economy.persons.occupation[$0] > 255 })
    #expect(economy.nation.unemployment < 0.2)
  }
}
