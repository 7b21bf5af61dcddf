/// The government's month: what it took and spent, the bonds that close the gap, and the rule that moves the
/// instruments of the closure so that the deficit returns to what the debt target allows.
extension Economy {
  static let revenueFlows: [Flow] = [
    .employerContributions, .employeeContributions, .incomeTax, .capitalIncomeTax, .consumptionTax, .aiTax,
    .corporateTax, .providerTax, .bankTax, .rentWithholding, .centralBankProfit,
    .wealthTax, .robotTax,
  ]
  static let spendingFlows: [Flow] = [
    .publicWages, .unemploymentInsurance, .pensions, .minimumIncome, .childBenefit, .basicIncome,
    .governmentPurchases, .bondInterestBank, .bondInterestCentralBank, .bondInterestForeign,
    .fundContribution,
    .bankSupport, .negativeIncomeTax, .payrollSubsidy, .pilotTransfers,
  ]

  var revenue: Int64 { Self.revenueFlows.reduce(0) { $0 + ledger[$1] } }
  var spending: Int64 { Self.spendingFlows.reduce(0) { $0 + ledger[$1] } }

  /// Bounds within which a closure may move each instrument.
  enum InstrumentBounds {
    static let labourTax = -0.10...0.65
    static let consumptionTax = -0.05...1.0
    static let aiTax = 0.0...5.0
    static let basicIncomeScale = 0.0...3.0
  }

  mutating func closeBudget() {
    let government = calibration.government
    let deficit = spending - revenue
    let half = Int64(nation.yearGdp / 24)
    ledger.fund(
      treasuryTo: half, foreignShare: government.foreignHoldings,
      centralBankShare: government.centralBankHoldings)

    let gdp = Double(counts.gdp)
    // What is announced as temporary is no reason to move taxes: the debt that it leaves is.
    let ratio = (Double(deficit - ledger[.pilotTransfers]) - counts.temporarySpending) / gdp
    nation.deficit = nation.deficit.map { $0 + (ratio - $0) / 12 } ?? ratio
    let debt = Double(ledger.bonds) / nation.yearGdp
    let growth = frame.trendGrowth * 12 + calibration.centralBank.inflationTarget
    let allowed = growth * government.debtTarget - government.debtFeedback * (debt - government.debtTarget)
    let cycle =
      government.cyclicalFeedback * (nation.unemployment - calibration.centralBank.normalUnemployment)
    let gap = clamp((nation.deficit ?? 0) - allowed - cycle, -0.3, 0.3) * nation.yearGdp / 12

    // A change in the basic income comes with its financing; the rule does the rest.
    let paid = Double(ledger[.basicIncome])
    let change = paid - nation.basicIncomeSpending
    let announced = abs(change) > 0.001 * gdp ? government.announcedFinancing * change : 0
    nation.basicIncomeSpending = paid
    turn(instrumentsBy: government.ruleSpeed * gap + announced, gdp: gdp)
  }

  /// Moves the closure's instruments so that they raise `cents` a month more, each by its weight.
  private mutating func turn(instrumentsBy cents: Double, gdp: Double) {
    let weights = regime.closure.values
    func share(_ instrument: Closure.Instrument) -> Double { weights.number(instrument.rawValue, at: date) }
    func per(_ base: Double) -> Double { cents / max(base, 0.001 * gdp) }
    func move(_ value: inout Double, _ step: Double, _ bounds: ClosedRange<Double>) {
      if step != 0 { value = clamp(value + step, bounds.lowerBound, bounds.upperBound) }
    }
    let pay = Double(ledger[.wages] + ledger[.publicWages])
    move(&nation.labourTaxSurcharge, share(.labourTax) * per(pay), InstrumentBounds.labourTax)
    let spent = Double(ledger[.consumption] + ledger[.imports])
    move(
      &nation.consumptionTaxSurcharge, share(.consumptionTax) * per(spent), InstrumentBounds.consumptionTax)
    move(&nation.aiTaxSurcharge, share(.aiTax) * per(Double(ledger[.aiServices])), InstrumentBounds.aiTax)
    if nation.basicIncomeSpending > 0 {
      let unscaled = nation.basicIncomeSpending / max(nation.basicIncomeScale, 0.05)
      move(
        &nation.basicIncomeScale, -share(.basicIncomeScales) * per(unscaled),
        InstrumentBounds.basicIncomeScale)
    }
  }
}
