extension Economy {
  /// Simulates one month, from the calendar to the books.
  /// - Throws: `EconomyError.leak` or `.audit` when one cent is missing, `.diverged` when the economy has left the
  ///   range in which its rules mean anything.
  public mutating func step() throws -> MonthlyIndicators { try step(.all) }

  /// Simulates one month and measures some of its indicators.
  public mutating func step(_ scope: MeasureScope) throws -> MonthlyIndicators { try step(scope) { _ in } }

  /// The same with a look at the economy in between.
  /// - Parameter look: called when everybody's place of work and wage are settled and nothing has been paid yet.
  mutating func step(_ scope: MeasureScope = .all, _ look: (Economy) throws -> Void) throws
    -> MonthlyIndicators
  {
    detach()
    counts.reset()

    // 1 The calendar: the law of the month.
    legislate()

    // 2 People age: births, deaths, school, couples, retirement, immigration.
    agePersons()
    findTreated()

    // 3 The frontiers of AI and of robots, their cost and their price.
    advanceFrontier()
    advanceRobots()

    // 4 Firms plan: expectations, automation, prices, wanted heads.
    expectDemand()
    adoptAutomation()
    orderRobots()
    coverFirms()
    setPrices()
    planHeads()

    // 5 People decide on work.
    reconsiderWork()

    // 6 The labour market: quits, lay-offs, vacancies, search and hires, wages.
    proposeMoves()
    train()
    searchFromGuaranteedJobs()
    separate()
    layOff()
    openVacancies()
    match()
    offerGuaranteedJobs()
    countLabour()
    setWages()
    try look(self)

    // 7 Work is done and goods are produced.
    countWork()
    produce()

    // 8 Incomes: payroll, taxes, benefits, interest.
    try payIncomes()

    // 9 Spending: households, government, investment, exports; the market for goods and services.
    planBudgets()
    try trade()

    // 10 Firms settle: AI, interest, tax, loans, dividends; exit and entry.
    try settleFirms()
    turnOverFirms()

    // 11 Money: providers' rents, the bank, the budget, the policy rate.
    try settleProviders()
    try settleBank()
    try countGdp()
    closeBudget()
    noteFundValue()
    setPolicyRate()

    // 12 The books.
    let closing = ledger.stocks
    let indicators = measure(closing, scope)
    try ledger.audit(closing, month: month)
    try checkRange()
    month += 1
    return indicators
  }

  /// Writes the month's law: policies first, then what the closure added. The scenario's first month fixes what
  /// amounts and indicators refer to.
  private mutating func legislate() {
    if month == 0 { takeReference() }
    rules = law(of: regime.policies)
    if month < 0 { nation.standingRules = rules }
  }

  func law(of policies: [any Policy]) -> Rules {
    let calendar = calendar
    var rules = Rules()
    rules.basicIncomeScale = nation.basicIncomeScale
    for policy in policies { policy.legislate(&rules, calendar) }
    rules.labourTaxSurcharge = nation.labourTaxSurcharge
    rules.consumptionTax = max(0, rules.consumptionTax + nation.consumptionTaxSurcharge)
    rules.capitalIncomeTax = clamp(rules.capitalIncomeTax + nation.capitalTaxSurcharge, 0, 0.95)
    rules.aiTax += nation.aiTaxSurcharge
    rules.incomeTaxScale = nation.incomeTaxScale
    return rules
  }

  private mutating func takeReference() {
    let now = calendar
    var bases = Calendar.Bases()
    bases.prices = now.prices
    bases.earnings = now.earnings
    bases.gdpPerHead = now.gdpPerHead
    nation.atStart = Nation.Reference(
      bases: bases, industryPrices: nation.industryPrices, wageIndex: nation.wageIndex,
      productivity: nation.productivity, consumptionTax: rules.consumptionTax)
    counts.displacedEver = 0
  }

  /// Outside these bounds a run says nothing about any country; it stops and says so.
  private func checkRange() throws {
    let gdp = Double(counts.gdp)
    func stop(_ what: String) throws { throw EconomyError.diverged(what: what, month: month) }
    if !(nation.prices > 1e-4 && nation.prices < 1e5) { try stop("prices have left all bounds") }
    if !(gdp > 0) { try stop("output has collapsed") }
    if !(Double(ledger.bonds) < 25 * nation.yearGdp) { try stop("government debt exceeds 25 years of GDP") }
    if !(nation.unemployment < 0.9) { try stop("nine in ten of the labour force are unemployed") }
  }
}
