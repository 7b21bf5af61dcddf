extension Economy {
  /// The month's indicators.
  /// - Parameter closing: the ledger's stocks at its end.
  func measure(_ closing: Ledger.Stocks, _ scope: MeasureScope = .all) -> MonthlyIndicators {
    var month = MonthlyIndicators(month: month)
    measureWork(&month)
    measureOutput(&month)
    measureGovernment(&month)
    switch scope {
    case .all: measureInequality(&month)
    case .withoutDistribution:
      for indicator in Indicator.allCases where indicator.isOfDistribution { month[indicator] = .nan }
    }
    month[.firmLoans] = Double(closing.loans) / nation.yearGdp
    month[.householdDeposits] = Double(closing.households) / nation.yearGdp
    month[.population] = Double(population)
    month[.auditResidualCents] = Double(ledger.residual(closing))
    return month
  }

  private func measureWork(_ month: inout MonthlyIndicators) {
    let employed = Double(counts.employed.reduce(0, +))
    let jobs = employed + Double(counts.publicJobs)
    let unemployed = Double(counts.unemployed.reduce(0, +))
    let vacancies = Double(counts.vacancies.reduce(0, +))
    let adults = Double(max(1, counts.adults))
    month[.unemploymentRate] = nation.unemployment
    month[.participationRate] = Double(counts.workforce) / adults
    month[.employmentRate] = jobs / adults
    month[.vacancyRate] = vacancies / max(1, vacancies + employed)
    month[.jobFindingRate] = Double(counts.finds) / Double(max(1, counts.unemployedAtStart))
    month[.separationRate] = Double(counts.separations) / Double(max(1, counts.employedAtStart))
    month[.jobToJobRate] = Double(counts.moves) / Double(max(1, counts.employedAtStart))
    month[.groupSwitchRate] = Double(counts.switches) / Double(max(1, counts.finds))
    month[.longTermUnemploymentRate] = Double(counts.longTerm) / max(1, unemployed)
    month[.averageWeeklyHours] = 40 * meanOfWeek(rules.week.hours) * counts.hours / max(1, employed)
    month[.displacedShare] = Double(counts.displacedEver) / Double(max(1, counts.workforce))
  }

  /// Consumer prices with consumption tax, 1 at the scenario's start.
  var priceLevel: Double {
    let start = nation.atStart
    return nation.prices / (start?.bases.prices ?? 1) * (1 + rules.consumptionTax)
      / (1 + (start?.consumptionTax ?? rules.consumptionTax))
  }

  private func measureOutput(_ month: inout MonthlyIndicators) {
    let gdp = Double(counts.gdp)
    let real = realGdp / 100
    let employed = Double(max(1, counts.employed.reduce(0, +)))
    let level = priceLevel
    let hoursAMonth = 40 * 52.0 / 12
    month[.gdpNominal] = gdp / 100
    month[.gdpReal] = real
    month[.productivity] = real / (counts.hours * meanOfWeek(rules.week.hours) * hoursAMonth)
    month[.priceLevel] = level
    month[.inflation] = exponential(nation.inflation) - 1
    let pay = Double(ledger[.wages] + ledger[.publicWages])
    month[.wageMeanReal] = pay / employed / 100 / level
    let compensation = pay + Double(ledger[.guaranteedWages] + ledger[.employerContributions])
    month[.labourShare] = compensation / gdp
    var profit = counts.bankProfit
    for firm in 0..<firms.count { profit += firms.profit[firm] }
    month[.profitShare] = Double(profit) / gdp
    month[.aiRentShare] = Double(ledger[.aiServices] - counts.aiServingCost) / gdp
    month[.keptSavingShare] = counts.keptSavings / gdp
    month[.automatedTaskShare] = providers.automatedMass
    month[.aiPrice] = providers.price
    month[.consumptionReal] =
      Double(ledger[.consumption] + ledger[.imports] + ledger[.consumptionTax]) / 100 / level
    month[.investmentReal] =
      Double(ledger[.investment]) / 100 / investmentPrice * investmentPriceAtStart
    month[.demandServed] = counts.demandServed / max(1, counts.demandWanted)
    var use = 0.0
    var weight = 0.0
    for firm in 0..<firms.count {
      let sales = firms.expectedDemand[firm] * firms.price[firm]
      use += firms.use[firm] * sales
      weight += sales
    }
    month[.capacityUse] = use / max(1, weight)
    month[.firmExitRate] = Double(counts.exits.reduce(0, +)) / Double(firms.count)
    month[.firmSizeExponent] = firmSizeExponent
    month[.policyRate] = nation.policyRate
  }

  private func measureGovernment(_ month: inout MonthlyIndicators) {
    month[.governmentRevenue] = Double(revenue) / 100
    month[.governmentSpending] = Double(spending) / 100
    month[.governmentDeficit] = Double(spending - revenue) / 100
    month[.governmentDebtToGdp] = Double(ledger.bonds) / nation.yearGdp
    month[.labourTaxSurcharge] = rules.labourTaxSurcharge
    month[.consumptionTaxRate] = rules.consumptionTax
    month[.aiTaxRate] = rules.aiTax
    month[.basicIncomeScale] = rules.basicIncomeScale
    month[.ubiSpending] = Double(ledger[.basicIncome]) / 100
    month[.fundValue] = fundValue / nation.yearGdp
    month[.guaranteedJobs] = Double(counts.publicJobs) / Double(max(1, counts.workforce))
    month[.retraining] = Double(trainees.count) / Double(max(1, counts.workforce))
  }

  private func measureInequality(_ month: inout MonthlyIndicators) {
    let values = unitValues
    let (households, ledger) = (households, ledger)
    let disposable = IncomeBins(workers: parallel.threads)
    let market = IncomeBins(workers: parallel.threads)
    let wealth = IncomeBins(workers: parallel.threads)
    let equivalent = (0..<256).map { $0 == 0 ? 0 : 1 / Double($0).squareRoot() }
    parallel.forEachChunk(households.count) { rows, worker in
      let (sizes, disposables, markets) = (households.size, households.disposable, households.marketIncome)
      for household in rows where sizes[household] > 0 {
        let size = Int(sizes[household])
        let weight = Int64(size)
        disposable.add(Double(disposables[household]) * equivalent[size], weight: weight, worker: worker)
        market.add(Double(markets[household]) * equivalent[size], weight: weight, worker: worker)
        wealth.add(values.wealth(of: household, households, ledger), weight: 1, worker: worker)
      }
    }
    let incomes = disposable.inequality
    let line = 0.6 * incomes.median
    month[.giniDisposable] = incomes.gini
    month[.povertyRate] = incomes.poverty(line: line, power: 0)
    month[.povertyGap] = incomes.poverty(line: line, power: 1)
    month[.top10IncomeShare] = incomes.topShare(0.1)
    month[.giniMarket] = market.inequality.gini
    let fortunes = wealth.inequality
    month[.giniWealth] = fortunes.gini
    month[.top10WealthShare] = fortunes.topShare(0.1)
  }

  /// Market values of one unit of equity and of the providers, in cents.
  struct UnitValues: Sendable {
    let equity: Double
    let providers: Double

    /// Deposits, equity and provider units of a household at market value, in cents.
    @inline(__always)
    func wealth(of household: Int, _ households: Households, _ ledger: Ledger) -> Double {
      Double(ledger.household(household)) + Double(households.equityUnits[household]) * equity
        + Double(households.providerUnits[household]) * providers
    }
  }

  var unitValues: UnitValues {
    let factor = 12 / calibration.finance.equityYield / Double(EquityUnits.total)
    return UnitValues(equity: nation.smoothedDividends * factor, providers: nation.smoothedRents * factor)
  }

  /// Wealth of a household at market value, in cents, as it stands when the rule is called.
  public var householdWealth: @Sendable (Int) -> Double {
    let (values, households, ledger) = (unitValues, households, ledger)
    return { values.wealth(of: $0, households, ledger) }
  }

  /// Tail exponent of firm sizes as Axtell (2001) estimates it: firms are counted in bins whose bounds are powers of
  /// three heads, from nine, below which small firms of a model economy are missing, and the logarithm of their
  /// density falls with the logarithm of size by one more than the exponent.
  private var firmSizeExponent: Double {
    let least = 9
    var bins: [Double] = []
    for firm in 0..<firms.count {
      let heads = (0..<frame.occupations).reduce(0) { $0 + Int(firms.heads[firms.cell(firm, $1)]) }
      guard heads >= least else { continue }
      var bin = 0
      var bound = 3 * least
      while heads >= bound {
        bin += 1
        bound *= 3
      }
      while bins.count <= bin { bins.append(0) }
      bins[bin] += 1
    }
    let points = bins.enumerated().filter { $0.element > 0 }.map { bin, firms in
      // In steps of log 3 from the first bin.
      (size: Double(bin), density: logarithm(firms) - Double(bin) * logarithm(3))
    }
    let count = Double(points.count)
    let size = points.reduce(0) { $0 + $1.size } / count
    let density = points.reduce(0) { $0 + $1.density } / count
    let covariance = points.reduce(0) { $0 + ($1.size - size) * ($1.density - density) }
    let variance = points.reduce(0) { $0 + ($1.size - size) * ($1.size - size) }
    return variance > 0 ? -covariance / variance / logarithm(3) - 1 : 0
  }
}
