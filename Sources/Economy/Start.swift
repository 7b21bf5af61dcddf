extension Economy {
  /// Builds the population, the firms and the opening balance sheet. The burn-in is simulated by `step` like any
  /// month; `month` counts up to 0, the first month of the scenario.
  /// - Parameter regime: the standing law.
  /// - Throws: `EconomyError.population` when the population cannot be built.
  public init(_ setup: SimulationSetup, regime: Regime) throws {
    let calibration = setup.calibration
    let draws = Draws(seed: setup.seed)
    let lifeTable = LifeTable(calibration.population)
    let curves = calibration.occupations.map {
      WageCurve(quantiles: $0.wageQuantiles, topExponent: calibration.wages.topParetoExponent)
    }
    let builder = PopulationBuilder(
      calibration: calibration, lifeTable: lifeTable, curves: curves,
      relativeWages: calibration.relativeWages, draws: draws)
    let (persons, households, capitalIncome) = try builder.build(setup.population)

    var rules = Rules()
    let start = Calendar(
      month: -setup.burnInMonths, date: setup.start + -setup.burnInMonths, prices: 1, earnings: 1,
      meanWage: 0, gdpPerHead: 1,
      start: Calendar.Bases())
    for policy in regime.policies { policy.legislate(&rules, start) }

    let opening = Opening(calibration, persons: persons, rules: rules, burnInMonths: setup.burnInMonths)
    let frame = Frame(calibration, lifeTable: lifeTable, curves: curves, opening: opening, draws: draws)

    self.setup = setup
    self.regime = regime
    self.rules = rules
    boxedFrame = Boxed(frame)
    self.persons = persons
    self.households = households
    month = -setup.burnInMonths - 1
    firms = Firms(count: opening.firms, occupations: calibration.occupations.count)
    providers = Providers(calibration.providers)
    nation = Nation(calibration, frame: frame, opening: opening, standing: regime)
    ledger = Ledger(
      persons: persons.count, households: households.count, firms: opening.firms, providers: providers.count,
      parallel: setup.parallel)

    buildFirms(opening)
    let wanted = openBalanceSheet(opening, surveyedCapitalIncome: capitalIncome)
    settleTastes(disposable: wanted)
    month += 1
  }
}

/// The flows of a month at the prices and the productivity of the economy file, in cents: the frame within which
/// everything is placed. The economy opens the burn-in earlier, at the `prices` and the `productivity` of then, so
/// that it arrives at the file's wages and prices when the scenario starts.
struct Opening {
  let prices: Double
  let productivity: Double
  /// Factor on amounts of money: prices times productivity.
  var money: Double { prices * productivity }
  let workers: Double
  let publicWorkers: Double
  let meanWage: Double
  /// What is paid over what the market would pay: wages are revised once a year and lag behind it, and some persons
  /// carry losses from past displacements.
  let payRatio: Double
  /// Output of firms, investment, government purchases, consumption before tax, GDP with consumption tax.
  let output: Double
  let investment: Double
  let purchases: Double
  let consumption: Double
  let gdp: Double
  let firms: Int

  init(_ calibration: Calibration, persons: Persons, rules: Rules, burnInMonths: Int) {
    let years = Double(burnInMonths) / 12
    prices = exponential(-calibration.centralBank.inflationTarget * years)
    productivity = power(1 + calibration.production.productivityGrowth, -years)
    meanWage = calibration.meanOccupationWage * 100 / 12
    let active = (0..<persons.count).count { persons.state($0) == .inactive }
    workers =
      Double(active) * calibration.labourSupply.participation
      * (1 - calibration.centralBank.normalUnemployment)
    publicWorkers = workers * calibration.government.publicJobs
    let privateWorkers = workers - publicWorkers
    payRatio =
      (0..<12).reduce(0) { $0 + Self.lag(calibration, months: $1) } / 12 * (1 - calibration.wages.meanLoss)
    output =
      privateWorkers * meanWage * payRatio * (1 + rules.employerContribution)
      * (1 + calibration.production.markup)
    let growth = calibration.production.productivityGrowth + calibration.population.growth
    investment =
      calibration.production.capitalOutputRatio * output * (calibration.production.depreciation + growth)
    // GDP = output + public wages + tax x consumption, where purchases are a share of GDP.
    let publicWages = publicWorkers * meanWage * payRatio
    let tax = rules.consumptionTax
    let share = calibration.government.purchases
    gdp = (output + publicWages + tax * (output - investment)) / (1 + tax * share)
    purchases = share * gdp
    consumption = output - investment - purchases
    firms = max(
      calibration.industries.count * 5,
      Int(privateWorkers * calibration.production.firmsPerMillionWorkers / 1_000_000))
  }

  /// A wage that was revised so many months ago over the market's, when wages grow with prices and productivity.
  static func lag(_ calibration: Calibration, months: Int) -> Double {
    let growth = calibration.production.productivityGrowth + calibration.centralBank.inflationTarget
    return exponential(-growth * Double(months) / 12)
  }
}

extension Frame {
  init(_ calibration: Calibration, lifeTable: LifeTable, curves: [WageCurve], opening: Opening, draws: Draws)
  {
    self.lifeTable = lifeTable
    self.curves = curves
    meanWage = opening.meanWage
    let efficiency = calibration.relativeWages
    self.efficiency = efficiency
    let staffing = StaffingTable(calibration, efficiency: efficiency)
    self.staffing = staffing
    let stay = calibration.labourMarket.stayShare
    mobility = calibration.mobility.enumerated().map { row, weights in
      weights.enumerated().map { column, weight in column == row ? stay : (1 - stay) * weight }
    }

    func normalised(_ values: [Double]) -> [Double] {
      let sum = values.reduce(0, +)
      return sum > 0 ? values.map { $0 / sum } : values
    }
    let investmentShares = normalised(calibration.industries.map(\.investmentShare))
    let governmentShares = normalised(calibration.industries.map(\.governmentShare))
    self.investmentShares = investmentShares
    self.governmentShares = governmentShares
    // What an industry's staff produces at the start; what investment and government leave of it is consumption.
    let weights = normalised(
      calibration.industries.enumerated().map { index, industry in
        industry.employmentShare
          * zip(staffing.heads[index], efficiency).reduce(0) { $0 + $1.0 * $1.1 }
      })
    let consumptionShares = normalised(
      weights.indices.map { index in
        max(
          0.01 * weights[index] * opening.output,
          weights[index] * opening.output - investmentShares[index] * opening.investment
            - governmentShares[index] * opening.purchases)
      })
    self.consumptionShares = consumptionShares
    let importShares = calibration.industries.map(\.importShare)
    self.importShares = importShares
    exportShares = normalised(zip(consumptionShares, importShares).map { $0 * $1 })
    isStorable = calibration.industries.map(\.isStorable)
    outputPerUnit =
      opening.output / (opening.workers - opening.publicWorkers) * calibration.production.normalStaffing
    tasks = TaskTable(calibration.occupations, draws: draws)
    trendGrowth = (calibration.production.productivityGrowth + calibration.population.growth) / 12
  }

  /// Output of each industry at the start, in cents a month.
  func openingOutput(_ opening: Opening) -> [Double] {
    consumptionShares.indices.map {
      consumptionShares[$0] * opening.consumption + investmentShares[$0] * opening.investment
        + governmentShares[$0] * opening.purchases
    }
  }
}

extension Nation {
  init(_ calibration: Calibration, frame: Frame, opening: Opening, standing: Regime) {
    prices = opening.prices
    productivity = opening.productivity
    wageIndex = opening.money
    earningsIndex = opening.money
    industryPrices = Array(repeating: opening.prices, count: frame.industries)
    let target = calibration.centralBank.inflationTarget
    monthlyInflation = Array(repeating: target / 12, count: 12)
    expectedInflation = target
    startWages = frame.efficiency.map { $0 * frame.meanWage }
    wages = startWages.map { $0 * opening.money }
    tightness = calibration.wages.normalTightness
    occupationTightness = Array(repeating: calibration.wages.normalTightness, count: frame.occupations)
    unemployment = calibration.centralBank.normalUnemployment
    payRatio = opening.payRatio
    publicHeads = opening.publicWorkers / (1 - calibration.production.missingHeads)
    monthlyGdp = Array(repeating: opening.gdp * opening.money, count: 12)
    gdpPerHeadInFile = 1
    smoothedDividends = 0
    policyRate = calibration.centralBank.naturalRate + target
    naturalRate = calibration.centralBank.naturalRate
    bondRate = policyRate
    self.standing = standing
  }
}

// MARK: Firms at the start

extension Economy {
  private mutating func buildFirms(_ opening: Opening) {
    let count = firms.count
    let outputs = frame.openingOutput(opening)
    // Firms are spread over the industries by jobs, each industry's in a row, by falling size.
    let jobs = calibration.industries.map(\.employmentShare)
    let total = jobs.reduce(0, +)
    var firm = 0
    var cumulated = 0.0
    for industry in jobs.indices {
      cumulated += jobs[industry] / total
      let end = industry == jobs.count - 1 ? count : Int((cumulated * Double(count)).rounded())
      let sizes = (firm..<end).map {
        min(0.7, power(Double($0 - firm + 1), -1 / calibration.production.sizeExponent))
      }
      let sum = sizes.reduce(0, +)
      for (rank, row) in (firm..<end).enumerated() {
        firms.industry[row] = UInt8(industry)
        firms.share[row] = sizes[rank] / sum
      }
      firm = end
    }

    var weighted = 0.0
    var weight = 0.0
    for row in 0..<count {
      let size = firms.share[row] * outputs[Int(firms.industry[row])]
      firms.productivity[row] =
        calibration.production.productivitySpread * draws.normal(.firmProductivity, id: row, month: 0)
      weighted += size * firms.productivity[row]
      weight += size
    }
    for row in 0..<count {
      var output = firms.share[row] * outputs[Int(firms.industry[row])]
      firms.productivity[row] -= weighted / weight
      firms.price[row] = opening.prices
      drawMix(row, size: output / frame.outputPerUnit)
      firms.operatingCost[row] = output * opening.money / (1 + calibration.production.markup)
      output *= opening.productivity
      firms.expectedDemand[row] = output
      firms.capacityDemand[row] = output
      firms.demand[row] = output
      firms.output[row] = output
      firms.use[row] = calibration.prices.normalUse
      firms.inventory[row] =
        frame.isStorable[Int(firms.industry[row])] ? output * calibration.production.inventoryMonths : 0
      firms.capital[row] = calibration.production.capitalOutputRatio * 12 * output
    }
    for row in 0...count {
      for occupation in 0..<frame.occupations {
        let cell = firms.cell(row, occupation)
        firms.threshold[cell] = Float(draws.uniform(.headsThreshold, id: cell, month: 0))
      }
    }
    planHeads()
  }

  /// A firm's mix of occupations: a sample of its size at birth from the industry's staffing, so that small firms
  /// differ as they do in life.
  func drawMix(_ firm: Int, size: Double) {
    let shares = frame.staffing.heads[Int(firms.industry[firm])]
    let heads = max(1, Int(size.rounded()))
    var mix = shares
    if heads <= 400 {
      mix = Array(repeating: 0, count: shares.count)
      for head in 0..<heads {
        var pick = draws.uniform(.firmMix, id: firm, month: clock, index: head)
        var chosen = shares.count - 1
        for occupation in shares.indices {
          pick -= shares[occupation]
          if pick < 0 {
            chosen = occupation
            break
          }
        }
        mix[chosen] += 1
      }
    }
    let units = zip(mix, frame.efficiency).map { $0 * $1 }
    let sum = units.reduce(0, +)
    for occupation in units.indices {
      firms.mix[firms.cell(firm, occupation)] = Float(units[occupation] / sum)
    }
  }

  /// Fills the wanted heads with those who take part, in keyed order: first everybody in the own occupation, then who
  /// is left over in what is left over, until only normal unemployment remains.
  mutating func fillJobs() {
    let occupations = frame.occupations
    firms.heads.fill(0)
    for person in 0..<persons.count where persons.state(person) == .employed {
      persons.set(person, .unemployed)
      persons.employer[person] = -1
      persons.wage[person] = 0
    }
    var seekers = [[(key: Double, person: Int)]](repeating: [], count: occupations)
    var participants = 0
    for person in 0..<persons.count where persons.state(person) == .unemployed {
      participants += 1
      seekers[Int(persons.occupation[person])].append(
        (draws.uniform(.employment, id: person, month: 0), person))
    }
    var hiresLeft = Int(Double(participants) * (1 - calibration.centralBank.normalUnemployment))
    var spareJobs: [(key: Double, firm: Int, occupation: Int)] = []
    var spareSeekers: [(key: Double, person: Int)] = []
    for occupation in 0..<occupations {
      var jobs: [(key: Double, firm: Int, occupation: Int)] = []
      for firm in 0...firms.count {
        let cell = firms.cell(firm, occupation)
        for head in 0..<Int(firms.wanted[cell]) {
          jobs.append((draws.uniform(.vacancy, id: cell, month: 0, index: head), firm, occupation))
        }
      }
      jobs.sort { $0.key < $1.key }
      let queue = seekers[occupation].sorted { $0.key < $1.key }
      let ownHires = min(
        jobs.count, Int(Double(queue.count) * (1 - calibration.centralBank.normalUnemployment)))
      for index in 0..<ownHires { start(queue[index].person, jobs[index].firm, occupation) }
      hiresLeft -= ownHires
      spareJobs += jobs.dropFirst(ownHires)
      spareSeekers += queue.dropFirst(ownHires)
    }
    spareJobs.sort { $0.key < $1.key }
    spareSeekers.sort { $0.key < $1.key }
    let otherHires = max(0, min(hiresLeft, spareJobs.count, spareSeekers.count))
    for index in 0..<otherHires {
      start(spareSeekers[index].person, spareJobs[index].firm, spareJobs[index].occupation)
    }
    openVacancies()
    for seeker in spareSeekers.dropFirst(otherHires) {
      let words = draws.words(.tenure, id: seeker.person, month: 0)
      persons.duration[seeker.person] = Int16(words.first * words.first * 10)
      persons.isInsured[seeker.person] = words.second < calibration.labourMarket.insuredSeparations
      persons.lastWage[seeker.person] = marketWage(seeker.person, Int(persons.occupation[seeker.person]))
    }
  }

  /// A job that was found before the start.
  private mutating func start(_ person: Int, _ firm: Int, _ occupation: Int) {
    hire(person, firm: firm, occupation: occupation)
    let months = Economy.monthsSinceRevision(person, clock: 0)
    persons.wage[person] *= Float(Opening.lag(calibration, months: months))
    persons.tenure[person] = Int16(draws.uniform(.tenure, id: person, month: 0) * 80)
  }

  // MARK: Balance sheet

  /// Places deposits, equity, loans and bonds.
  /// - Returns: the disposable income of households at which the accounts are at rest, in cents a month:
  ///   consumption and the growth of their deposits.
  private mutating func openBalanceSheet(_ opening: Opening, surveyedCapitalIncome: [Double]) -> Double {
    let wealth = calibration.wealth
    let gdp = opening.gdp * opening.money * 12
    let count = households.count
    var income = Array(repeating: 0.0, count: count)
    var age = Array(repeating: 0.0, count: count)
    for household in 0..<count {
      var heads = 0.0
      forEachMember(household) { person in
        let wage = Double(marketWage(person, Int(persons.occupation[person])))
        switch persons.state(person) {
        case .inactive: income[household] += wage
        case .retired:
          income[household] += wage / 2
          persons.pensionBase[person] = Float(wage / nation.wageIndex)
        default: break
        }
        if persons.isHead[person] {
          age[household] += Double(persons.age[person]) / 12
          heads += 1
        }
      }
      age[household] = heads > 0 ? age[household] / heads : 45
    }
    let logs = income.map { logarithm(max($0, 0.05 * opening.meanWage * opening.money)) }
    let mean = logs.reduce(0, +) / Double(count)
    let spread = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
    let surveyed = normalScores(surveyedCapitalIncome)
    var deposits = Array(repeating: 0.0, count: count)
    var equity = deposits
    for household in 0..<count {
      let standard = (logs[household] - mean) / max(spread, 1e-9)
      let position = wealth.incomeLoading * standard + wealth.ageLoading * (age[household] - 45)
      let words = draws.words(.deposits, id: household, month: 0)
      let equityWords = draws.words(.equity, id: household, month: 0)
      let luck = surveyed[household] ?? words.normal
      deposits[household] = exponential(wealth.depositSpread * (position + luck))
      // The same position and partly the same luck: who has deposits has shares.
      let own = 0.5 * luck + 0.75.squareRoot() * equityWords.normal
      equity[household] =
        equityWords.third < wealth.equityHolders ? exponential(wealth.equitySpread * (position + own)) : 0
    }
    giveUnits(equity, to: households.equityUnits)
    let owners = equity.indices.sorted { (equity[$0], $1) > (equity[$1], $0) }
      .prefix(max(5, Int(Double(count) * wealth.providerHolders)))
    var providerUnits = Array(repeating: 0.0, count: count)
    for household in owners { providerUnits[household] = equity[household] }
    giveUnits(providerUnits, to: households.providerUnits)

    let sum = deposits.reduce(0, +)
    let finance = calibration.finance
    let government = calibration.government
    let production = calibration.production
    let debt = government.debtTarget * gdp
    let centralBankBonds = Int64(debt * government.centralBankHoldings)
    let foreignBonds = Int64(debt * government.foreignHoldings)
    let bankBonds = Int64(debt) - centralBankBonds - foreignBonds
    let treasury = Int64(gdp / 24)
    let imports =
      opening.consumption * opening.money
      * zip(frame.consumptionShares, frame.importShares).reduce(0) { $0 + $1.0 * $1.1 }

    // What firms earn beyond tax and growth they pay out: a share of the cash above what they need, so that at rest
    // this cash is the dividend over that share.
    let growth = production.productivityGrowth + calibration.population.growth
    let nominalGrowth = growth + calibration.centralBank.inflationTarget
    let output = opening.output * opening.money
    let capitalStock = production.capitalOutputRatio * 12 * output
    // Loans follow what capital bears with a lag, so that at rest they stand below it.
    let leverage = finance.leverage / (1 + nominalGrowth / 12 / finance.leverageSpeed)
    let loans = leverage * capitalStock
    let labourCost = output / (1 + production.markup)
    let loanRate = nation.policyRate + finance.loanSpread
    let profit =
      output - labourCost - production.depreciation / 12 * capitalStock - loanRate / 12 * loans
    let firmDividends = max(
      0,
      (profit * (1 - rules.corporateTax) - growth / 12 * capitalStock
        + nominalGrowth / 12 * (loans - finance.cashMonths * labourCost))
        / (1 + nominalGrowth / 12 / finance.payout))
    let firmCash = finance.cashMonths * labourCost + firmDividends / finance.payout
    let (capital, cost, price) = (firms.capital, firms.operatingCost, opening.prices)
    let household = wealth.deposits * gdp
    ledger.open(
      households: { Int64(deposits[$0] / sum * household) },
      firms: { Int64(firmCash * cost[$0] / labourCost) }, loans: { Int64(leverage * capital[$0] * price) },
      foreign: Int64(imports * calibration.foreign.spendingMonths), treasury: treasury, bankBonds: bankBonds,
      centralBankBonds: centralBankBonds, foreignBonds: foreignBonds)

    // The bank's profit after tax, less what its equity needs to grow.
    let reserves = Double(centralBankBonds - treasury)
    let depositRate = max(0, nation.policyRate - finance.depositDiscount)
    let bankProfit =
      (loanRate * loans + nation.policyRate * (Double(bankBonds) + reserves) - depositRate
        * (household + firmCash))
      / 12
    let bankDividends = max(
      0, bankProfit * (1 - rules.corporateTax) - nominalGrowth / 12 * Double(ledger.bankEquity))
    let dividends = firmDividends + bankDividends
    let units = Double(EquityUnits.total)
    for household in 0..<count {
      let gross = dividends * Double(households.equityUnits[household]) / units
      households.grossCapitalIncome[household] = Int64(gross)
      households.capitalIncome[household] = Int64(gross * (1 - rules.capitalIncomeTax))
    }
    nation.smoothedDividends = dividends
    nation.gdpPerHeadInFile = opening.gdp * 12 / Double(population)
    return opening.consumption * opening.money * (1 + rules.consumptionTax) + nominalGrowth / 12 * household
  }

  /// Normal scores of the ranks of positive values; nil for the others. Ties keep their order.
  private func normalScores(_ values: [Double]) -> [Double?] {
    var scores = [Double?](repeating: nil, count: values.count)
    let positive = values.indices.filter { values[$0] > 0 }.sorted { (values[$0], $0) < (values[$1], $1) }
    let zeros = Double(values.count - positive.count) / Double(max(1, values.count))
    guard !positive.isEmpty else { return scores }
    for (rank, index) in positive.enumerated() {
      let level = zeros + (1 - zeros) * (Double(rank) + 0.5) / Double(positive.count)
      scores[index] = normalQuantile(level)
    }
    return scores
  }

  /// Turns weights into whole units that add up to `EquityUnits.total`.
  private func giveUnits(_ weights: [Double], to units: Column<Int64>) {
    let sum = weights.reduce(0, +)
    var given: Int64 = 0
    for row in weights.indices {
      units[row] = Int64(weights[row] / sum * Double(EquityUnits.total))
      given += units[row]
    }
    let largest = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? 0
    units[largest] += EquityUnits.total - given
  }

  /// Finds the factor on income tax rates at which households keep `wanted` in the first month, and what everybody's
  /// income then is.
  mutating func solveIncomeTaxScale(disposable wanted: Double) {
    nation.standingRules = rules
    func trial(_ scale: Double) -> Economy {
      var trial = self
      trial.detachStocks()
      trial.rules.incomeTaxScale = scale
      trial.countWork()
      do { try trial.payIncomes() } catch {
        preconditionFailure("the first month's payroll does not add up: \(error)")
      }
      return trial
    }
    func disposable(_ economy: Economy) -> Double {
      Double((0..<economy.households.count).reduce(Int64(0)) { $0 + economy.households.disposable[$1] })
    }
    let (untaxed, taxed) = (disposable(trial(0)), disposable(trial(1)))
    let scale = untaxed > taxed ? (untaxed - wanted) / (untaxed - taxed) : 1
    nation.incomeTaxScale = clamp(scale, 0.2, 4)
    rules.incomeTaxScale = nation.incomeTaxScale
    nation.standingRules = rules
    // A trial writes incomes into the columns of the economy itself.
    _ = trial(nation.incomeTaxScale)
  }
}

/// Shares in the economy's firms: whole units, so that they can be inherited and divided without loss.
enum EquityUnits {
  static let total: Int64 = 1 << 40
}

/// Quantile of the standard normal distribution by Acklam's rational approximation, to 1e-9 relative.
func normalQuantile(_ p: Double) -> Double {
  let a = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
    -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  let b = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
    -1.328068155288572e+01,
  ]
  let c = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
    4.374664141464968e+00, 2.938163982698783e+00,
  ]
  let d = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00]
  func tail(_ q: Double) -> Double {
    (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
      / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
  }
  if p < 0.02425 { return tail((-2 * logarithm(p)).squareRoot()) }
  if p > 0.97575 { return -tail((-2 * logarithm(1 - p)).squareRoot()) }
  let q = p - 0.5
  let r = q * q
  return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
    / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
}
