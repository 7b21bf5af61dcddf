/// A whole economy as a value: a copy is a snapshot that may go on under another regime.
public struct Economy: Sendable {
  public let setup: SimulationSetup
  public internal(set) var regime: Regime
  /// Months since the start of the scenario; negative in the burn-in.
  public internal(set) var month: Int
  var boxedFrame: Boxed<Frame>

  public internal(set) var persons: Persons
  public internal(set) var households: Households
  public var ledger: Ledger
  /// The law of the month.
  public internal(set) var rules: Rules
  var firms: Firms
  var providers: Providers
  var robots = Robots()
  var nation: Nation
  /// Whom a pilot treats this month; nil without one.
  var treated: Treated?
  /// Deliberate shocks; none by default.
  public var impulses = Impulses()
  /// Which luck the economy has from now on; 0 is the seed's own.
  var luck: UInt64 = 0
  /// What the month counted, for the indicators.
  var counts = MonthCounts()
  /// Rows that hold nobody, to be used again; the last is used first.
  var freePersons: [Int32] = []
  var freeHouseholds: [Int32] = []
  /// Persons in guaranteed jobs and in courses, by row.
  var guaranteed: [Int32] = []
  var trainees: [Int32] = []

  var calibration: Calibration { _read { yield setup.calibration } }
  /// Tables that follow from the calibration and never change.
  var frame: Frame {
    _read { yield boxedFrame.value }
    set { boxedFrame.value = newValue }
  }
  var parallel: Parallel { setup.parallel }
  var draws: Draws { Draws(seed: setup.seed, luck: luck) }
  var date: YearMonth { setup.start + month }
  /// Months since the economy's first month, from 1: what dates the draws and the losses of jobs.
  public var clock: Int { month + setup.burnInMonths + 1 }
  var isFirstMonth: Bool { clock == 1 }

  /// Puts another regime in force from the coming month on.
  public mutating func adopt(_ regime: Regime) { self.regime = regime }

  /// From the coming month on other luck falls to the same lives: jobs, firms and moods are drawn anew, births, deaths,
  /// couples and traits are not. Luck 0 is the seed's own.
  public mutating func change(luck number: Int) {
    // Weyl's sequence by the golden ratio: neighbours differ in half of their bits.
    luck = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Divides everybody's efficiency by a factor.
  mutating func scaleSkills(by factor: Double) {
    frame.curves = frame.curves.map { $0.scaled(by: factor) }
    let shift = Float(logarithm(factor))
    for person in 0..<persons.count {
      persons.skill[person] *= Float(factor)
      persons.homeValue[person] += shift
      persons.pensionBase[person] *= Float(factor)
    }
  }

  /// Makes this copy independent in what `countWork` and `payIncomes` change of the month's state, and in no more: a trial
  /// of a month's incomes needs no second copy of everybody. Incomes it shares with the economy that it is a copy of, which
  /// writes them anew after the trial, and wallets, which are empty before and after.
  mutating func detachStocks() {
    households.buffer.detach()
    firms.wageBill.detach()
    firms.capacity.detach()
    firms.depositInterest.detach()
    ledger.detachAccounts()
  }

  /// Makes this copy independent of all others.
  mutating func detach() {
    persons.detach()
    households.detach()
    firms.detach()
    ledger.detach()
  }
}

/// Tables that follow from the calibration.
struct Frame: Sendable {
  let lifeTable: LifeTable
  var curves: [WageCurve]
  let staffing: StaffingTable
  /// Mean wage at the start in cents a month, and an occupation's relative to it.
  let meanWage: Double
  let efficiency: [Double]
  /// Probability weights of applications: rows are the searcher's occupation, columns the vacancy's.
  let mobility: [[Double]]
  /// Shares of consumption, investment, government purchases and exports by industry, at the prices of the start.
  let consumptionShares: [Double]
  let investmentShares: [Double]
  let governmentShares: [Double]
  let exportShares: [Double]
  /// Share of consumption met from abroad.
  let importShares: [Double]
  let isStorable: [Bool]
  /// Output in cents at the prices of the start per efficiency unit of labour and month.
  let outputPerUnit: Double
  let tasks: TaskTable
  /// Growth of output in a month at rest.
  let trendGrowth: Double

  var industries: Int { consumptionShares.count }
  var occupations: Int { efficiency.count }
}

/// The economy's aggregates: what everybody knows and what the authorities remember.
struct Nation: Sendable {
  // Prices.
  var industryPrices: [Double]
  /// Consumer prices before consumption tax, 1 at the level of the economy file.
  var prices: Double
  /// Logarithmic growth of prices in each of the last twelve months.
  var monthlyInflation: [Double]
  var expectedInflation: Double
  /// Logarithm by which machines' savings have lowered prices so far, and how much in each of the last twelve months.
  var automationSaving = 0.0
  var monthlyAutomationSaving = [Double](repeating: 0, count: 12)
  var automationDisinflation: Double { monthlyAutomationSaving.reduce(0, +) }
  var inflation: Double { monthlyInflation.reduce(0, +) }

  // Work.
  /// Market wage by occupation for mean efficiency, cents a month, and that of the economy file.
  var wages: [Double]
  let startWages: [Double]
  /// Index of employment-weighted market wages, and of monthly earnings (shorter weeks included), 1 at the level of
  /// the economy file.
  var wageIndex: Double
  var earningsIndex: Double
  /// Trend of productivity, likewise, and the slow real wage over that trend.
  var productivity: Double
  var realWage = 1.0
  /// What is paid over what the market would pay the same persons, smoothed over a year: pay lags behind the market
  /// while it is revised once a year, and displaced persons earn less than their efficiency.
  var payRatio = 1.0
  /// Efficiency times hours of the employed over what their occupations would give at the start, smoothed over a year:
  /// by it firms know how many heads they need.
  var effort = 1.0
  /// Share of heads whom the law on the week concerns; 1 without exemptions.
  var coveredPay = 1.0
  var tightness = 1.0
  var occupationTightness: [Double]
  var unemployment: Double
  /// Location by group and scale of the logarithm of the distaste for work, found at the start.
  var distasteLocation = [Double](repeating: 0, count: TasteGroup.allCases.count)
  var distasteScale = 1.0
  /// Mean share of a person's work in what her household has, at the start.
  var labourShare = 0.5
  /// 1/e of the hours choice, from the Hicksian elasticity and the curvature.
  var inverseFrisch = 3.0

  // Demand.
  /// Mean wanted buffer of the population in years of permanent income, weighted by it: at the economy's start, and
  /// last month.
  var patience = 0.0
  var meanBuffer = 0.0
  var sentiment = 0.0
  var publicHeads: Double
  /// GDP of the last twelve months, oldest first, in cents; GDP per head and year at the economy file's level.
  var monthlyGdp: [Double]
  var gdpPerHeadInFile: Double
  var yearGdp: Double { monthlyGdp.reduce(0, +) }
  /// Dividends smoothed over two years, for measuring wealth.
  var smoothedDividends: Double
  var smoothedRents = 0.0
  /// Rents paid abroad that never come back as demand, added up.
  var foreignSavings: Int64 = 0

  // Authorities.
  var policyRate: Double
  var naturalRate: Double
  /// Mean rate on the government's bonds: they keep the rate of their issue until they fall due.
  var bondRate: Double
  /// Deficit over GDP smoothed over a year; nil before the first month.
  var deficit: Double?
  var labourTaxSurcharge = 0.0
  var consumptionTaxSurcharge = 0.0
  var capitalTaxSurcharge = 0.0
  var aiTaxSurcharge = 0.0
  /// Government purchases over what they would be without the closure, and what the fund pays into the budget over GDP.
  var purchaseScale = 1.0
  var fundDraw = 0.0
  var basicIncomeScale = 1.0
  var incomeTaxScale = 1.0
  var budget = BudgetVerdict()
  var fund = FundHoldings()
  /// Gross spending on the basic income, last month.
  var basicIncomeSpending = 0.0

  // Start of the scenario.
  var atStart: Reference?
  /// The law of the burn-in, by which tastes are read.
  var standing: Regime
  var standingRules = Rules()

  /// What indicators and indexation refer to.
  struct Reference: Sendable {
    var bases: Calendar.Bases
    var industryPrices: [Double]
    var wageIndex: Double
    var productivity: Double
    var consumptionTax: Double
  }
}

extension Economy {
  /// The month and the indices, as policies see them.
  var calendar: Calendar {
    Calendar(
      month: month, date: date, prices: nation.prices, earnings: nation.earningsIndex, meanWage: meanWage,
      gdpPerHead: nation.yearGdp / Double(max(1, population)) / nation.gdpPerHeadInFile,
      start: nation.atStart?.bases ?? Calendar.Bases())
  }

  /// Mean market wage in cents a month, employment-weighted: what thresholds and guarantees follow.
  public var meanWage: Double { frame.meanWage * nation.wageIndex }

  /// Whether the closure can close the budget, as far as the run has shown.
  public var budget: BudgetVerdict { nation.budget }

  /// Whether nobody is in a course.
  public var hasNoTrainees: Bool { trainees.isEmpty }

  /// Persons alive.
  public var population: Int { persons.count - freePersons.count }
}
