import Testing

@testable import Economy

struct DemographyTests {
  /// Walks every household's list of members and compares it with what is counted and with what persons say.
  private func checkLists(_ economy: Economy) {
    let (persons, households) = (economy.persons, economy.households)
    var listed = [Int](repeating: 0, count: persons.count)
    var wrong = 0
    for household in 0..<households.count {
      var member = Int(households.first[household])
      var (size, children, heads) = (0, 0, 0)
      while member >= 0 && size <= persons.count {
        listed[member] += 1
        if Int(persons.household[member]) != household || !persons.isPresent(member) { wrong += 1 }
        if persons.age[member] < 216 { children += 1 }
        if persons.isHead[member] { heads += 1 }
        size += 1
        member = Int(persons.next[member])
      }
      if Int(households.size[household]) != size || Int(households.children[household]) != children {
        wrong += 1
      }
      if size > 0 && !(1...2).contains(heads) { wrong += 1 }
    }
    #expect(wrong == 0, "month \(economy.month)")
    for person in 0..<persons.count where listed[person] != (persons.isPresent(person) ? 1 : 0) { wrong += 1 }
    #expect(wrong == 0, "month \(economy.month)")
    #expect(economy.population == listed.reduce(0, +))
  }

  @Test("Over five years every person is in exactly one household's list, and households count right")
  func lists() throws {
    var economy = try World.economy(persons: 3_000, burnIn: 60)
    let founders = economy.persons.count
    checkLists(economy)
    for _ in 0..<10 {
      _ = try economy.months(6)
      checkLists(economy)
    }
    // Births, immigration and the reuse of rows have been at work.
    #expect(economy.persons.count > founders || economy.freePersons.count > 0)
  }

  @Test("Rows that are free hold nobody, each is listed once, and empty households own nothing")
  func freeRows() throws {
    var economy = try World.economy(persons: 3_000, burnIn: 60)
    _ = try economy.months(60)
    let free = Set(economy.freePersons)
    #expect(free.count == economy.freePersons.count)
    for person in 0..<economy.persons.count {
      #expect(economy.persons.isPresent(person) != free.contains(Int32(person)))
    }
    let empty = Set(economy.freeHouseholds)
    #expect(empty.count == economy.freeHouseholds.count)
    #expect(!empty.isEmpty)
    for household in 0..<economy.households.count {
      #expect((economy.households.size[household] == 0) == empty.contains(Int32(household)))
      guard economy.households.size[household] == 0 else { continue }
      #expect(economy.ledger.household(household) == 0)
      #expect(economy.households.equityUnits[household] == 0)
      #expect(economy.households.providerUnits[household] == 0)
    }
  }

  @Test("The population grows as the life table says, and its age structure stays")
  func growth() throws {
    var economy = try World.economy(persons: 5_000, burnIn: 60)
    func shareOfSeniors(_ economy: Economy) -> Double {
      let seniors = (0..<economy.persons.count).count {
        economy.persons.isPresent($0) && economy.persons.age[$0] >= 66 * 12
      }
      return Double(seniors) / Double(economy.population)
    }
    let (before, seniors) = (Double(economy.population), shareOfSeniors(economy))
    _ = try economy.months(60)
    let expected = power(1 + economy.calibration.population.growth, 5)
    // Three standard deviations of births and deaths.
    #expect(abs(Double(economy.population) / before - expected) < 0.017)
    #expect(abs(shareOfSeniors(economy) - seniors) < 0.012)
  }

  @Test("Heads by firm and occupation are those whom persons name as their employer")
  func heads() throws {
    var economy = try World.settledEconomy()
    economy.adopt(try #require(try World.regimes(World.automation)["baseline"]))
    for _ in 0..<4 {
      _ = try economy.months(6)
      var counted = [Int32](repeating: 0, count: economy.firms.heads.count)
      for person in 0..<economy.persons.count {
        let isEmployed = economy.persons.state(person) == .employed
        #expect(isEmployed == (economy.persons.employer[person] >= 0))
        #expect(isEmployed == (economy.persons.wage[person] > 0))
        guard isEmployed else { continue }
        let (firm, occupation) = (economy.persons.employer[person], economy.persons.occupation[person])
        counted[economy.firms.cell(Int(firm), Int(occupation))] += 1
      }
      #expect(counted == economy.firms.heads.array)
      #expect(economy.firms.vacancies.array.allSatisfy { $0 >= 0 })
    }
  }

  @Test("Baseline and reform have the same persons in the same rows")
  func exogenous() throws {
    let regimes = try World.regimes(
      """
      reforms:
        all_at_once:
          automation: {feasible_office_share: 0.5, feasible_within_months: 12, initial_cost: 0.3}
          policies:
            basic_income: {child: 300, adult: 1000, senior: 1000}
            ai_tax: {rate: 0.2}
          closure: consumption_tax

      """)
    func run(_ name: String) throws -> Economy {
      var economy = try World.settledEconomy()
      economy.adopt(try #require(regimes[name]))
      _ = try economy.months(48)
      return economy
    }
    let (baseline, reform) = (try run("baseline"), try run("all_at_once"))
    let differing = Set(differingColumns(baseline.persons, reform.persons))
    let exogenous: Set = [
      "age", "isFemale", "household", "next", "isHead", "rank", "retirementAge", "followsNorm",
      "schoolLeaving", "homeLeaving", "distaste",
    ]
    #expect(differing.isDisjoint(with: exogenous))
    #expect(differing.contains("wage") && differing.contains("net"))
    let households = Set(differingColumns(baseline.households, reform.households))
    #expect(households.isDisjoint(with: ["first", "size", "children", "heir"]))
    #expect(baseline.freePersons == reform.freePersons && baseline.freeHouseholds == reform.freeHouseholds)
    for state in [LabourState.absent, .child, .student, .retired] {
      #expect(
        baseline.persons.stateCode.array.map { $0 == state.rawValue }
          == reform.persons.stateCode.array.map { $0 == state.rawValue }, "\(state)")
    }
  }
}
