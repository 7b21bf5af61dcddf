import Policies
import Testing

@testable import Economy

/// Each policy as the only law of a country of a thousand persons.
struct AloneTests {
  struct Law: Sendable, CustomTestStringConvertible {
    let policy: String
    let parameters: [String: PolicyCase.Stated]
    let flows: [Flow]
    var testDescription: String { policy }
  }

  static let laws = [
    Law(policy: "minimum_wage", parameters: ["amount": .number(2_800)], flows: []),
    Law(
      policy: "working_hours",
      parameters: ["standard_week": .number(36), "subsidy": .number(0.02), "exempt_below": .number(5)],
      flows: [.payrollSubsidy]),
    Law(policy: "retirement_age", parameters: ["normal_age_change": .number(-12)], flows: []),
    Law(
      policy: "job_guarantee",
      parameters: [
        "capacity": .number(0.2), "eligibility": .number(1), "voluntary": .flag(false), "wage": .number(0.4),
      ],
      flows: [.guaranteedWages]),
    Law(policy: "contributions", parameters: [:], flows: [.employerContributions, .employeeContributions]),
    Law(policy: "unemployment_insurance", parameters: [:], flows: [.unemploymentInsurance]),
    Law(policy: "wage_insurance", parameters: ["share": .number(0.5)], flows: [.wageInsurance]),
    Law(
      policy: "compensation",
      parameters: ["share": .number(0.9), "adopters_pay": .number(0.5), "requires_search": .flag(false)],
      flows: [.compensation, .compensationLevy]),
    Law(
      policy: "retraining",
      parameters: [
        "places": .number(0.2), "eligibility": .number(0), "who": .word("laid_off"), "months": .number(4),
      ],
      flows: [.trainingGrants]),
    Law(
      policy: "basic_income",
      parameters: ["child": .number(100), "adult": .number(300), "senior": .number(300)],
      flows: [.basicIncome]),
    Law(policy: "pensions", parameters: [:], flows: [.pensions]),
    Law(policy: "child_benefit", parameters: ["amount": .number(200)], flows: [.childBenefit]),
    Law(policy: "negative_income_tax", parameters: ["adult": .number(500)], flows: [.negativeIncomeTax]),
    Law(policy: "income_tax", parameters: [:], flows: [.incomeTax, .capitalIncomeTax]),
    Law(policy: "consumption_tax", parameters: ["rate": .number(0.1)], flows: [.consumptionTax]),
    Law(
      policy: "corporate_tax", parameters: ["rate": .number(0.3)],
      flows: [.corporateTax, .providerTax, .bankTax]),
    Law(policy: "ai_tax", parameters: ["rate": .number(0.25)], flows: [.aiTax]),
    Law(policy: "robot_tax", parameters: ["rate": .number(0.2)], flows: [.robotTax]),
    Law(policy: "rent_withholding", parameters: ["rate": .number(0.15)], flows: [.rentWithholding]),
    Law(policy: "open_models", parameters: ["share": .number(0.5)], flows: []),
    Law(
      policy: "pacing",
      parameters: ["quota": .number(0.02), "auctioned": .number(1), "reserve_price": .number(0.1)],
      flows: [.permits]),
    Law(
      policy: "dividend_fund",
      parameters: [
        "rent_share": .number(0.3), "equity_levy": .number(0.2), "contribution": .number(0.05),
        "payout": .number(0.5),
      ],
      flows: [.fundContribution, .fundRents, .fundDividends, .fundBankDividends, .fundPayout]),
    Law(policy: "minimum_income", parameters: [:], flows: [.minimumIncome]),
    Law(
      policy: "wealth_tax", parameters: ["rate": .number(0.02), "exemption": .number(1)], flows: [.wealthTax]),
    Law(policy: "monetary_policy", parameters: ["response": .number(0)], flows: []),
  ]

  /// Half of office work and of work with hands can be automated within half a year.
  static let machines = AutomationPath(
    ParameterValues(
      AutomationPath.parameters,
      stated: [
        "feasible_office_share": Dated(.number(0.5)), "feasible_within_months": Dated(.number(6)),
        "initial_cost": Dated(.number(0.5)), "adoption_innovation": Dated(.number(0.2)),
        "robot_share": Dated(.number(0.5)), "robot_within_months": Dated(.number(6)),
        "robot_cost": Dated(.number(0.5)),
      ]))

  private func regime(_ law: Law) throws -> Regime {
    Regime(policies: [try PolicyCase.policy(law.policy, law.parameters)], automation: Self.machines)
  }

  @Test("Every policy of the registry is tried alone")
  func complete() {
    let names = Registry.policies.map { $0.name }
    #expect(Self.laws.map { $0.policy } == names)
  }

  @Test("Money moves by the policy's own flows and by no other policy's", arguments: laws)
  func flows(law: Law) throws {
    var economy = try World.economy(regime(law))
    #expect(economy.month == 0)
    _ = economy.takeFlowRows()
    for _ in 0..<12 { _ = try economy.step() }
    let rows = economy.takeFlowRows()
    let ofPolicies = Self.laws.flatMap(\.flows)
    for row in rows where ofPolicies.contains(row.flow) {
      let isOwn = law.flows.contains(row.flow)
      #expect(isOwn ? row.cents > 0 : row.cents == 0, "\(row.flow.name): \(row.cents)")
    }
  }

  @Test("What persons and households receive the government pays, to the cent", arguments: laws)
  func conservation(law: Law) throws {
    var economy = try World.economy(regime(law))
    economy.detach()
    economy.rules = Rules()
    economy.countLabour()
    economy.countWork()
    let calendar = economy.calendar
    let policy = try PolicyCase.policy(law.policy, law.parameters)
    let before = economy.ledger.stocks
    policy.legislate(&economy.rules, calendar)
    economy.ledger.post(policy.assess(economy, calendar), .persons)
    economy.ledger.post(policy.assessHouseholds(economy, calendar), .households)
    let after = economy.ledger.stocks
    let byFlow = law.flows.reduce(Int64(0)) { sum, flow in
      sum + (flow.payee == .households ? economy.ledger[flow] : 0)
        - (flow.payer == .households ? economy.ledger[flow] : 0)
    }
    #expect(after.households - before.households == byFlow)
    #expect(before.treasury - after.treasury == byFlow)
    #expect(after.firms == before.firms && after.loans == before.loans && after.bonds == before.bonds)
    try economy.ledger.audit(month: 0)
  }

  /// The payments of a month, before the books are closed.
  private func payments(_ law: Law) throws -> Economy {
    var economy = try World.economy(regime(law))
    economy.detach()
    economy.counts.reset()
    economy.countLabour()
    economy.countWork()
    economy.produce()
    try economy.payIncomes()
    economy.planBudgets()
    try economy.trade()
    try economy.settleFirms()
    return economy
  }

  private func law(_ policy: String) throws -> Law {
    try #require(Self.laws.first { $0.policy == policy })
  }

  @Test("Employers pay their contribution on their wage bill, the government as an employer none")
  func employers() throws {
    let economy = try payments(law("contributions"))
    let expected = economy.firms.wageBill.array.reduce(Int64(0)) { $0 + Int64(Double($1) * 0.0765) }
    #expect(economy.ledger[.employerContributions] == expected && expected > 0)
    #expect(economy.ledger[.publicWages] > 0)
  }

  @Test("The consumption tax is the rate of what households spend before it, imports included")
  func consumption() throws {
    let economy = try payments(law("consumption_tax"))
    let spent = economy.ledger[.consumption] + economy.ledger[.imports]
    #expect(
      abs(Double(economy.ledger[.consumptionTax]) - 0.1 * Double(spent)) <= Double(economy.households.count))
    #expect(economy.ledger[.imports] > 0)
  }

  @Test("The corporate tax is the rate of each firm's profit; losses pay nothing")
  func profits() throws {
    let economy = try payments(law("corporate_tax"))
    let profits = economy.firms.profit.array
    let expected = profits.reduce(Int64(0)) { $0 + Int64(Double(max(0, $1)) * 0.3) }
    #expect(economy.ledger[.corporateTax] == expected && expected > 0)
  }

  @Test("The AI tax is the rate of what AI services cost before it")
  func services() throws {
    var economy = try World.economy(regime(law("ai_tax")))
    _ = economy.takeFlowRows()
    for _ in 0..<12 { _ = try economy.step() }
    let rows = economy.takeFlowRows()
    let bill = try #require(rows.first { $0.flow == .aiServices }).cents
    let tax = try #require(rows.first { $0.flow == .aiTax }).cents
    #expect(bill > 0)
    #expect(abs(Double(tax) - 0.25 * Double(bill)) <= Double(12 * economy.firms.count))
  }

  @Test("Nobody who works is paid less than the minimum wage, and some would be without it")
  func lowest() throws {
    func lowest(_ regime: Regime) throws -> (wage: Double, minimum: Double) {
      let economy = try World.economy(regime)
      let wages = (0..<economy.persons.count).filter { economy.persons.state($0) == .employed }
        .map { Double(economy.persons.wage[$0]) }
      return (wages.min() ?? 0, economy.rules.minimumWage)
    }
    let bound = try lowest(regime(law("minimum_wage")))
    let free = try lowest(Regime(policies: []))
    #expect(bound.minimum >= 279_000)
    #expect(bound.wage >= bound.minimum * (1 - 1e-6))
    #expect(free.wage < 0.8 * bound.minimum)
  }
}
