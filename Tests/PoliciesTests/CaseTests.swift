import Policies
import Testing

@testable import Economy

/// Runs the cases of `Cases/*.yaml` through the rules themselves.
struct CaseTests {
  static let cases = (try? PolicyCase.all.get()) ?? []

  /// Policies that a person's choice of work asks what they would make of other incomes.
  private static let quoted = [
    "income_tax", "contributions", "basic_income", "minimum_income", "negative_income_tax", "compensation",
    "wage_insurance",
  ]

  @Test("The files of cases can be read")
  func readable() throws {
    #expect(try PolicyCase.all.get().count >= Registry.policies.count)
  }

  @Test("Every policy of the registry has cases, and every case a name of its own")
  func complete() throws {
    let cases = try PolicyCase.all.get()
    for policy in Registry.policies {
      #expect(cases.contains { $0.policy == policy.name }, "\(policy.name) has no case")
    }
    let names = cases.map(\.testDescription)
    #expect(Set(names).count == names.count)
  }

  private func calendar(_ input: PolicyCase.Input) -> Calendar {
    var bases = Calendar.Bases()
    bases.prices = input.pricesAtStart
    bases.earnings = input.earningsAtStart
    bases.gdpPerHead = input.gdpPerHeadAtStart
    return Calendar(
      month: input.month, date: World.start + input.month, prices: input.prices, earnings: input.earnings,
      meanWage: input.meanWage * 100, gdpPerHead: input.gdpPerHead, start: bases)
  }

  /// The household of a case under the law of the month.
  private func economy(_ example: PolicyCase, _ policy: any Policy, _ calendar: Calendar) throws -> Economy {
    let input = example.input
    var economy = try World.household(of: input.persons)
    economy.nation.wageIndex = input.meanWage * 100 / economy.frame.meanWage
    economy.households.disposable[0] = Int64((input.householdIncome * 100).rounded())
    economy.ledger.householdDeposits[0] = Int64((input.deposits * 100).rounded())
    let share = input.wealth * 100 / economy.unitValues.equity
    economy.households.equityUnits[0] = Int64(share.rounded())
    economy.households.providerUnits[0] = 0
    economy.rules = Rules()
    economy.rules.incomeTaxScale = input.incomeTaxScale
    economy.rules.labourTaxSurcharge = input.labourTaxSurcharge
    economy.rules.basicIncomeScale = input.basicIncomeScale
    for (name, parameters) in example.with {
      try PolicyCase.policy(name, parameters).legislate(&economy.rules, calendar)
    }
    policy.legislate(&economy.rules, calendar)
    return economy
  }

  @Test("The rule gives what the case says, to the cent", arguments: cases)
  func example(example: PolicyCase) throws {
    let policy = try PolicyCase.policy(example.policy, example.parameters)
    let calendar = calendar(example.input)
    var economy = try economy(example, policy, calendar)
    let quotes = quote(example, policy, economy, calendar)
    let rows = economy.persons.count
    let before = economy.ledger
    economy.ledger.detach()

    economy.ledger.post(policy.assess(economy, calendar), .persons)
    let wallets = (0..<rows).map { economy.ledger.wallet($0) - before.wallet($0) }
    economy.ledger.post(policy.assessHouseholds(economy, calendar), .households)
    let account = economy.ledger.household(0) - before.household(0)
    let received = wallets.reduce(0, +) + account

    let members = example.input.persons.count
    #expect(wallets.dropFirst(members).allSatisfy { $0 == 0 }, "somebody was paid who is not there")
    #expect(before.treasury - economy.ledger.treasury == received, "what is paid is not what is received")
    if let expected = example.output.persons {
      try #require(expected.count == members)
      for (cents, amount) in zip(wallets, expected) { expect(Double(cents), amount) }
    }
    if let expected = example.output.household { expect(Double(received), expected) }
    if let expected = example.output.taxable {
      try #require(expected.count == members)
      for person in 0..<members { expect(Double(economy.persons.taxable[person]), expected[person]) }
    }
    for (rule, expected) in example.output.rules ?? [:] {
      #expect(abs(try value(of: rule, economy.rules) - expected) < 1e-9, "\(rule)")
    }
    if Self.quoted.contains(example.policy) {
      // The choice is about taking part: what is paid in unemployment is in no quote.
      for (person, quote) in quotes.enumerated() where example.input.persons[person].state != "unemployed" {
        let paid = Double(wallets[person] + account)
        #expect(abs(quote - paid) <= 1, "quoted \(quote / 100), paid \(paid / 100)")
      }
    }
  }

  private func expect(_ cents: Double, _ amount: Double) {
    #expect(abs(cents - amount * 100) <= 1.001, "\(cents / 100), not \(amount)")
  }

  private func value(of rule: String, _ rules: Rules) throws -> Double {
    switch rule {
    case "employer_contribution": rules.employerContribution
    case "consumption_tax": rules.consumptionTax
    case "corporate_tax": rules.corporateTax
    case "ai_tax": rules.aiTax
    case "automation_quota": rules.pacing.quota ?? -1
    case "permits_auctioned": rules.pacing.auctioned
    case "permit_reserve": rules.pacing.reservePrice
    case "notice": Double(rules.pacing.notice)
    case "compensation_levy": rules.compensationLevy
    case "fund_rent_share": rules.fund.rentShare
    case "fund_equity_levy": rules.fund.equityLevy
    case "fund_machine_tax_share": rules.fund.machineTaxShare
    case "fund_contribution": rules.fund.contribution
    case "fund_payout": rules.fund.payout
    case "guaranteed_pay": rules.guarantee.pay / 100
    case "guaranteed_hours": rules.guarantee.hours
    case "guaranteed_capacity": rules.guarantee.capacity
    case "policy_rate_response": rules.policyRateResponse
    case "capital_income_tax": rules.capitalIncomeTax
    case "minimum_wage": rules.minimumWage / 100
    case "robot_tax": rules.robotTax
    case "rent_withholding": rules.rentWithholding
    case "open_model_share": rules.openModelShare
    case "week_hours": rules.week.hours
    case "pay_factor": rules.week.payFactor
    case "output_factor": rules.week.outputFactor
    case "head_cost": rules.week.headCost
    case "normal_age_change": rules.retirement.normalShift
    case "early_age_change": rules.retirement.earlyShift
    case "pension_two_years_early": rules.retirement.pensionFactor(age: 776, normalAge: 800)
    case "pension_two_years_late": rules.retirement.pensionFactor(age: 824, normalAge: 800)
    default: throw CaseError(what: "no rule \(rule)")
    }
  }

  /// What the rule would change in the household's income, asked person by person as the choice of work does.
  private func quote(
    _ example: PolicyCase, _ policy: any Policy, _ economy: Economy, _ calendar: Calendar
  ) -> [Double] {
    example.input.persons.indices.map { person in
      var quotes = Quotes()
      quotes.person = [Int32(person)]
      quotes.hours = [economy.persons.earnings[person] > 0 ? Double(economy.persons.hours[person]) : 0]
      quotes.earnings = [Double(economy.persons.earnings[person])]
      quotes.taxable = [Double(economy.persons.taxable[person])]
      quotes.household = [example.input.householdIncome * 100]
      policy.quote(&quotes, economy, calendar)
      return quotes.household[0] - example.input.householdIncome * 100
    }
  }
}
