/// The government's month: what it took and spent, the bonds that close the gap, and the rule that moves the
/// instruments of the closure so that the deficit returns to what the debt target allows.
extension Economy {
  static let revenueFlows: [Flow] = [
    .employerContributions, .employeeContributions, .incomeTax, .capitalIncomeTax, .consumptionTax, .aiTax,
    .corporateTax, .providerTax, .bankTax, .rentWithholding, .centralBankProfit,
    .wealthTax, .robotTax, .compensationLevy, .permits, .fundWithdrawal,
  ]
  static let spendingFlows: [Flow] = [
    .publicWages, .unemploymentInsurance, .pensions, .minimumIncome, .childBenefit, .basicIncome,
    .governmentPurchases, .bondInterestBank, .bondInterestCentralBank, .bondInterestForeign,
    .fundContribution,
    .bankSupport, .negativeIncomeTax, .payrollSubsidy, .compensation, .wageInsurance, .trainingGrants,
    .guaranteedWages, .pilotTransfers,
  ]

  var revenue: Int64 { Self.revenueFlows.reduce(0) { $0 + ledger[$1] } }
  var spending: Int64 { Self.spendingFlows.reduce(0) { $0 + ledger[$1] } }

  mutating func closeBudget() {
    let government = calibration.government
    payIntoFund()
    drawOnFund()
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
    let target = max(0, government.debtTarget + regime.closure.values.number("debt_target_change", at: date))
    let allowed = growth * target - government.debtFeedback * (debt - target)
    let cycle =
      government.cyclicalFeedback * (nation.unemployment - calibration.centralBank.normalUnemployment)
    let excess = (nation.deficit ?? 0) - allowed - cycle
    let gap = clamp(excess, -0.3, 0.3) * nation.yearGdp / 12

    // A change in the basic income comes with its financing; the rule does the rest.
    let paid = Double(ledger[.basicIncome])
    let change = paid - nation.basicIncomeSpending
    let announced = abs(change) > 0.001 * gdp ? government.announcedFinancing * change : 0
    nation.basicIncomeSpending = paid
    turn(instrumentsBy: government.ruleSpeed * gap + announced, gdp: gdp)
    if month >= 0 { judgeBudget(gap: excess, gdp: gdp) }
  }

  /// What the closure takes out of the sovereign fund this month, as long as there is something in it.
  private mutating func drawOnFund() {
    guard nation.fundDraw > 0 else { return }
    let wanted = Int64(nation.fundDraw * Double(counts.gdp))
    ledger.pay(.fundWithdrawal, min(wanted, max(0, ledger.fundDeposits)))
  }

  /// Moves the closure's instruments so that they raise `cents` a month more, each by its weight.
  private mutating func turn(instrumentsBy cents: Double, gdp: Double) {
    let closure = regime.closure
    for instrument in closure.instruments {
      guard let base = base(of: instrument, gdp: gdp), let bounds = Self.bounds(of: instrument) else {
        continue
      }
      let step = closure.weight(of: instrument) * cents / max(base, 0.001 * gdp)
      let value = nation[instrument]
      nation[instrument] = clamp(
        instrument.isBenefit ? value - step : value + step, bounds.lowerBound, bounds.upperBound)
    }
  }

  /// What one unit of an instrument raises or saves in a month, in cents; nil where there is nothing to move.
  private func base(of instrument: Closure.Instrument, gdp: Double) -> Double? {
    switch instrument {
    case .deficit: nil
    case .labourTax: Double(ledger[.wages] + ledger[.publicWages])
    case .consumptionTax: Double(ledger[.consumption] + ledger[.imports])
    case .capitalTax:
      Double(
        ledger[.dividends] + ledger[.providerDividends] + ledger[.bankDividends]
          + ledger[.householdDepositInterest])
    case .aiTax: Double(ledger[.aiServices])
    case .fund: gdp
    case .basicIncomeScales:
      nation.basicIncomeSpending > 0
        ? nation.basicIncomeSpending / max(nation.basicIncomeScale, 0.05) : nil
    case .spending: Double(ledger[.governmentPurchases]) / max(nation.purchaseScale, 0.05)
    }
  }

  /// Bounds within which a closure may move an instrument; nil for the debt, which has none.
  static func bounds(of instrument: Closure.Instrument) -> ClosedRange<Double>? {
    switch instrument {
    case .deficit: nil
    case .labourTax: -0.10...0.65
    case .consumptionTax: -0.05...1.0
    case .capitalTax: -0.10...0.7
    case .aiTax: 0.0...5.0
    case .fund: 0.0...1.0
    case .basicIncomeScales: 0.0...3.0
    case .spending: 0.2...2.0
    }
  }

  /// Whether an instrument can still do more for the budget.
  private func hasRoom(_ instrument: Closure.Instrument) -> Bool {
    guard let bounds = Self.bounds(of: instrument) else { return false }
    switch instrument {
    case .fund: return ledger.fundDeposits > 0
    case _ where instrument.isBenefit: return nation[instrument] > bounds.lowerBound
    default: return nation[instrument] < bounds.upperBound
    }
  }

  /// Keeps the record of what the closure can do. A budget that debt alone closes is always closed.
  private mutating func judgeBudget(gap: Double, gdp: Double) {
    let closure = regime.closure
    let moved = closure.instruments.filter { $0 != .deficit }
    let main = moved.max { closure.weight(of: $0) < closure.weight(of: $1) }
    let unit = priceLevel * nation.productivity * Double(max(1, population))
    if nation.budget.startGdp == 0 { nation.budget.startGdp = gdp / unit }
    nation.budget.instrument = main
    nation.budget.note(
      gap: gap, hasRoom: moved.isEmpty || moved.contains { hasRoom($0) },
      revenue: Double(revenue) / unit / nation.budget.startGdp, rate: main.map { nation[$0] } ?? 0,
      month: month)
  }
}

extension Closure.Instrument {
  /// Whether the budget is closed by less of it.
  fileprivate var isBenefit: Bool { self == .basicIncomeScales || self == .spending }
}

extension Nation {
  /// What the closure has set an instrument to.
  subscript(instrument: Closure.Instrument) -> Double {
    get {
      switch instrument {
      case .deficit: 0
      case .labourTax: labourTaxSurcharge
      case .consumptionTax: consumptionTaxSurcharge
      case .capitalTax: capitalTaxSurcharge
      case .aiTax: aiTaxSurcharge
      case .fund: fundDraw
      case .basicIncomeScales: basicIncomeScale
      case .spending: purchaseScale
      }
    }
    set {
      switch instrument {
      case .deficit: break
      case .labourTax: labourTaxSurcharge = newValue
      case .consumptionTax: consumptionTaxSurcharge = newValue
      case .capitalTax: capitalTaxSurcharge = newValue
      case .aiTax: aiTaxSurcharge = newValue
      case .fund: fundDraw = newValue
      case .basicIncomeScales: basicIncomeScale = newValue
      case .spending: purchaseScale = newValue
      }
    }
  }
}
