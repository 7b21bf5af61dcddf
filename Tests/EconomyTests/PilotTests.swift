import Policies
import Scenarios
import Testing

@testable import Economy

/// Pilots inside the economy: who is treated, what they get, and what everybody else notices.
struct PilotTests {
  private func design(_ values: [String: ParameterValue]) -> PilotDesign {
    PilotDesign(
      ParameterValues(PilotDesign.parameters, stated: values.mapValues { Dated($0) }), at: World.start)
  }

  private static let small: [String: ParameterValue] = [
    "treated": .number(100), "control": .number(100), "months": .number(6), "transfer.amount": .number(700),
  ]

  /// A settled economy and its copy with a pilot.
  private func twins(_ values: [String: ParameterValue], policies: [any Policy]? = nil) throws -> (
    calm: Economy, treated: Economy, sample: PilotSample
  ) {
    let calm = try World.settledEconomy()
    let design = design(values)
    let sample = try calm.drawSample(design)
    var treated = calm
    var regime = calm.regime
    regime.pilot = Pilot(design, policies: policies ?? regime.policies, sample: sample)
    treated.adopt(regime)
    return (calm, treated, sample)
  }

  @Test("A pilot that gives nothing and changes no law changes no bit", arguments: PilotDesign.Unit.allCases)
  func nothing(unit: PilotDesign.Unit) throws {
    var values = Self.small
    values["unit"] = .choice(unit.rawValue)
    values["treated"] = .number(20)
    values["control"] = .number(20)
    values["transfer.amount"] = .number(0)
    var (calm, treated, _) = try twins(values)
    let (one, other) = (try calm.months(4), try treated.months(4))
    #expect(one.bits == other.bits)
    #expect(differingColumns(calm.persons, treated.persons) == [])
    #expect(differingColumns(calm.ledger, treated.ledger) == [])
  }

  @Test("Each of the treated is paid the transfer, every month, and nobody else")
  func transfers() throws {
    var (_, treated, sample) = try twins(Self.small)
    #expect(sample.treated.count == 100 && sample.control.count == 100)
    let rows = Set((sample.treated + sample.control).map(\.row))
    #expect(rows.count == 200)
    var paid: Int64 = 0
    for _ in 0..<6 {
      _ = try treated.step()
      let alive = sample.treated.count {
        treated.isStill($0, unit: .persons, months: treated.month - sample.month)
      }
      #expect(alive > 95)
      #expect(treated.pilotPayments == Int64(alive) * 70_000)
      paid += treated.pilotPayments
    }
    _ = try treated.step()
    #expect(treated.pilotPayments == 0)
    #expect(treated.ledger.yearFlows[Flow.pilotTransfers.rawValue] == paid)
  }

  @Test("A law for the treated reaches them and leaves the others' taxes and benefits as they are")
  func law() throws {
    let income = try #require(Registry.policy(named: "basic_income"))
    let place = try #require(Registry.policies.firstIndex { $0.name == "basic_income" })
    let economy = try World.settledEconomy()
    var policies = economy.regime.policies
    policies[place] = income.init(
      ParameterValues(
        income.parameters, stated: ["adult": Dated(.number(500)), "indexation": Dated(.choice("none"))]))
    var values = Self.small
    values["transfer.amount"] = .number(0)
    var (calm, treated, sample) = try twins(values, policies: policies)
    _ = try (calm.step(), treated.step())
    let alive = sample.treated.count { treated.isStill($0, unit: .persons, months: 1) }
    #expect(treated.ledger.yearFlows[Flow.basicIncome.rawValue] == Int64(alive) * 50_000)
    let rows = Set(sample.treated.map { Int($0.row) })
    let others = (0..<treated.persons.count).filter { !rows.contains($0) }
    // What the treated choose moves wages, and with them the brackets of all by cents.
    let touched = others.count { abs(treated.persons.net[$0] - calm.persons.net[$0]) > 10 }
    #expect(touched < others.count / 100)
  }

  @Test("In a treated household everybody lives under the other law, and the household is paid once")
  func households() throws {
    var values = Self.small
    values["unit"] = .choice("households")
    var (_, treated, sample) = try twins(values)
    #expect(sample.treated.count > 150)
    _ = try treated.step()
    let found = try #require(treated.treated)
    let homes = (0..<treated.households.count).filter { found.households[$0] }
    #expect((95...101).contains(homes.count))
    for home in homes { treated.forEachMember(home) { #expect(found.persons[$0]) } }
    #expect(treated.ledger.yearFlows[Flow.pilotTransfers.rawValue] == Int64(homes.count) * 70_000)
  }

  @Test("A shorter week in drawn firms leaves the others and the government alone")
  func firms() throws {
    let hours = try #require(Registry.policy(named: "working_hours"))
    let place = try #require(Registry.policies.firstIndex { $0.name == "working_hours" })
    let economy = try World.settledEconomy()
    var policies = economy.regime.policies
    policies[place] = hours.init(
      ParameterValues(hours.parameters, stated: ["standard_week": Dated(.number(32))]))
    var values = Self.small
    values["unit"] = .choice("firms")
    values["treated"] = .number(10)
    values["control"] = .number(10)
    values["transfer.amount"] = .number(0)
    var (_, treated, sample) = try twins(values, policies: policies)
    _ = try treated.step()
    let rows = Set(sample.treated.map { Int($0.row) })
    for firm in 0..<treated.firms.count { #expect(treated.firms.isExempt[firm] == !rows.contains(firm)) }
    #expect(treated.firms.isExempt[treated.firms.count])
  }

  @Test("More than are eligible cannot be drawn")
  func tooLarge() throws {
    let economy = try World.settledEconomy()
    let design = design(["treated": .number(1_990), "control": .number(5)])
    #expect(throws: PilotTooLarge.self) { try economy.drawSample(design) }
  }

  @Test("Who has nothing at hand counts a passing transfer wholly, who has plenty counts the permanent part")
  func permanence() throws {
    let economy = try World.settledEconomy()
    let propensity = economy.propensity
    #expect(propensity(0) == 1)
    #expect(propensity(10) == economy.calibration.consumption.mpcAtThree)
  }

  @Test("A payment that is known to pass is no permanent income for who has plenty at hand")
  func permanentIncome() throws {
    var values = Self.small
    values["transfer.months"] = .number(1)
    values["transfer.permanence"] = .number(0)
    var (_, passing, sample) = try twins(values)
    values["transfer.permanence"] = .number(1)
    var (_, lasting, _) = try twins(values)
    _ = try (passing.step(), lasting.step())
    let homes = Set(sample.treated.map { passing.persons.household[Int($0.row)] }).map { Int($0) }
    let least = passing.calibration.consumption.mpcAtThree
    var (rich, poor) = (0, 0)
    for home in homes where passing.households.disposable[home] == lasting.households.disposable[home] {
      let transfer = 70_000 * Double(try #require(passing.treated).transfers[home])
      let difference = lasting.households.permanentIncome[home] - passing.households.permanentIncome[home]
      let share = difference / (passing.calibration.consumption.incomeSmoothing * transfer)
      #expect(share > -1e-9 && share < 1 - least + 1e-9)
      if passing.liquidity(of: home) > 4 {
        #expect(abs(share - (1 - least)) < 1e-9)
        rich += 1
      }
      if share < 0.2 { poor += 1 }
    }
    #expect(rich > 3 && poor > 3)
  }
}
