/// Who wants how much of what, in cents of the month before consumption tax.
struct Demand: Sendable {
  var consumption: [Double]
  var investment: [Double]
  var purchases: [Double]
  var compute: [Double]
  var exports: [Double]
  var imports: Double

  /// Demand for the firms of an industry.
  func total(_ industry: Int) -> Double {
    consumption[industry] + investment[industry] + purchases[industry] + compute[industry] + exports[industry]
  }
}

extension Economy {
  /// Firms of storable goods produce to plan; the others produce what is wanted, up to capacity.
  mutating func produce() {
    let months = calibration.production.inventoryMonths
    for firm in 0..<firms.count where frame.isStorable[Int(firms.industry[firm])] {
      let expected = firms.expectedDemand[firm]
      let plan = max(expected + (expected * months - firms.inventory[firm]) / 6, 0.05 * expected)
      firms.output[firm] = min(plan, firms.capacity[firm])
    }
  }

  /// The market for goods and services: firms serve their share of demand, what they cannot serve goes to those who
  /// can, and what nobody can serve stays with the buyer as forced saving.
  mutating func trade() throws {
    let demand = wantedDemand()
    let (sold, fill) = serve(demand)
    try pay(demand, sold: sold, fill: fill)
    updateStocks(sold)
  }

  // MARK: Demand

  private mutating func wantedDemand() -> Demand {
    let weights = consumptionWeights
    let consumption = Double(counts.budgets) / (1 + rules.consumptionTax)
    planInvestment()
    var investment = 0.0
    for firm in 0..<firms.count { investment += firms.investment[firm] }
    counts.temporarySpending = impulses.purchases(month) * nation.yearGdp / 12
    let purchases =
      nation.purchaseScale * calibration.government.purchases * nation.yearGdp / 12 + counts.temporarySpending
      + publicProgrammes
    let compute = Double(providers.compute)
    let exports =
      Double(max(0, ledger.foreignDeposits - nation.foreignSavings)) / calibration.foreign.spendingMonths
    let industries = weights.indices
    return Demand(
      consumption: industries.map { consumption * weights[$0] * (1 - frame.importShares[$0]) },
      investment: frame.investmentShares.map { $0 * investment },
      purchases: frame.governmentShares.map { $0 * purchases },
      compute: frame.investmentShares.map { $0 * compute },
      exports: frame.exportShares.map { $0 * exports },
      imports: industries.reduce(0) { $0 + consumption * weights[$1] * frame.importShares[$1] })
  }

  /// What guaranteed jobs and courses cost beside the pay, in cents.
  private var publicProgrammes: Double {
    rules.guarantee.overhead * Double(ledger[.guaranteedWages])
      + rules.retraining.cost * meanWage * Double(trainees.count)
  }

  /// Price of the investment basket over its price at the start.
  var investmentPrice: Double {
    zip(frame.investmentShares, nation.industryPrices).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Firms replace what wears out and close part of the gap to the capital that expected demand and the real rate ask
  /// for. What integration of AI costs has been put into `investment` before.
  private func planInvestment() {
    let production = calibration.production
    let rule = calibration.investment
    let realRate = realRateGap
    let ratio =
      production.capitalOutputRatio * 12 * (1 - rule.rateResponse * realRate) * wantedCapitalFactor
    let mood = 1 + calibration.demand.sentimentInvestment * nation.sentiment
    let price = investmentPrice
    let growth = frame.trendGrowth
    for firm in 0..<firms.count {
      let capital = firms.capital[firm]
      let gap = ratio * firms.capacityDemand[firm] - capital
      let wanted = mood * max(0, capital * (production.depreciation / 12 + growth) + rule.gapSpeed * gap)
      firms.newCapital[firm] = wanted
      let headCost = headCost(firm)
      firms.charges[firm] += headCost
      firms.investment[firm] += wanted * price + Double(headCost)
    }
  }

  // MARK: Supply

  /// Two passes: each firm's own demand, then what others left unserved.
  private mutating func serve(_ demand: Demand) -> (sold: Column<Double>, fill: [Double]) {
    let industries = frame.industries
    let sold = Column<Double>(repeating: 0, count: firms.count)
    var unserved = [Double](repeating: 0, count: industries)
    var spare = unserved
    let totals = (0..<industries).map { demand.total($0) }
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      let price = firms.price[firm]
      let wanted = firms.share[firm] * totals[industry] / price
      let available =
        frame.isStorable[industry] ? firms.inventory[firm] + firms.output[firm] : firms.capacity[firm]
      let first = min(wanted, available)
      firms.demand[firm] = wanted
      sold[firm] = first
      firms.stockout[firm] = (wanted - first) / max(wanted, 1e-9)
      unserved[industry] += (wanted - first) * price
      spare[industry] += (available - first) * price
    }
    var served = [Double](repeating: 0, count: industries)
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      let wanted = firms.demand[firm]
      let available =
        frame.isStorable[industry] ? firms.inventory[firm] + firms.output[firm] : firms.capacity[firm]
      let share = spare[industry] > 0 ? min(1, unserved[industry] / spare[industry]) : 0
      let second = (available - sold[firm]) * share
      sold[firm] += second
      served[industry] += sold[firm] * firms.price[firm]
      firms.use[firm] += 0.25 * (clamp(wanted / max(firms.capacity[firm], 1e-9), 0.6, 1.4) - firms.use[firm])
      // Half of the customers who came because others had nothing are reckoned with again.
      firms.demand[firm] = wanted + 0.5 * second
    }
    counts.demandWanted = totals.reduce(0, +)
    counts.demandServed = served.reduce(0, +)
    return (sold, (0..<industries).map { totals[$0] > 0 ? min(1, served[$0] / totals[$0]) : 1 })
  }

  // MARK: Payments

  private mutating func pay(_ demand: Demand, sold: Column<Double>, fill: [Double]) throws {
    func served(_ wanted: [Double]) -> Double { zip(wanted, fill).reduce(0) { $0 + $1.0 * $1.1 } }
    func ratio(_ wanted: [Double], beside other: Double = 0) -> Double {
      let sum = wanted.reduce(0, +) + other
      return sum > 0 ? (served(wanted) + other) / sum : 0
    }
    for firm in 0..<firms.count { firms.sales[firm] = 0 }
    let (budgets, wanted) = (households.budget, firms.investment)

    // Households: what is spent is tax, imports and the rest.
    let spentShare = ratio(demand.consumption, beside: demand.imports)
    let taxShare = rules.consumptionTax / (1 + rules.consumptionTax)
    let importShare = demand.imports / max(1e-9, served(demand.consumption) + demand.imports)
    @Sendable func tax(_ household: Int) -> Int64 { Int64(Double(budgets[household]) * taxShare) }
    @Sendable func imported(_ household: Int) -> Int64 {
      Int64(Double(budgets[household] - tax(household)) * importShare)
    }
    let consumptionTax = Posting(.consumptionTax) { rows, entries in
      for household in rows {
        budgets[household] = Int64(Double(budgets[household]) * spentShare)
        entries.add(tax(household), to: household)
      }
    }
    let imports = Posting(.imports) { rows, entries in
      for household in rows { entries.add(imported(household), to: household) }
    }
    let consumption = Posting(.consumption) { rows, entries in
      for household in rows {
        entries.add(budgets[household] - tax(household) - imported(household), to: household)
      }
    }
    let spent = ledger.post([consumptionTax, imports, consumption], .households)[2]
    let receipts = receive(spent, demand.consumption, demand, sold)
    try ledger.settle(.consumption, .firms, against: spent, month: month) { receipts[$0] }

    // Firms' investment.
    let investmentShare = ratio(demand.investment)
    let outlay = { @Sendable (firm: Int) in Int64(wanted[firm] * investmentShare) }
    let investment = parallel.sum(firms.count) { $0.reduce(Int64(0)) { $0 + outlay($1) } }
    let investmentReceipts = receive(investment, demand.investment, demand, sold)
    try ledger.transfer(.investment, from: .firms, outlay, to: .firms, month: month) {
      investmentReceipts[$0]
    }
    for firm in 0..<firms.count {
      firms.capital[firm] +=
        firms.newCapital[firm] * investmentShare
        - firms.capital[firm] * calibration.production.depreciation / 12
      firms.investment[firm] = 0
    }

    // Government, the rest of the world, and the providers' compute.
    let purchases = receive(Int64(served(demand.purchases)), demand.purchases, demand, sold)
    ledger.post(.governmentPurchases, .firms) { purchases[$0] }
    let exports = receive(Int64(served(demand.exports)), demand.exports, demand, sold)
    ledger.post(.exports, .firms) { exports[$0] }
    let compute = Int64(served(demand.compute))
    let computeReceipts = receive(compute, demand.compute, demand, sold)
    let bills = apportion(compute, by: Column(providers.budget))
    try ledger.transfer(.compute, from: .providers, { bills[$0] }, to: .firms, month: month) {
      computeReceipts[$0]
    }
  }

  /// Splits what buyers of one kind pay among the firms that served them, and books it as sales.
  private func receive(
    _ cents: Int64, _ kind: [Double], _ demand: Demand, _ sold: Column<Double>
  ) -> Column<Int64> {
    let shares = kind.indices.map { kind[$0] / max(1e-9, demand.total($0)) }
    let weights = Column<Double>(repeating: 0, count: firms.count)
    for firm in 0..<firms.count {
      weights[firm] = sold[firm] * firms.price[firm] * shares[Int(firms.industry[firm])]
    }
    let parts = apportion(cents, by: weights)
    for firm in 0..<firms.count { firms.sales[firm] += parts[firm] }
    return parts
  }

  // MARK: Stocks and market shares

  private mutating func updateStocks(_ sold: Column<Double>) {
    let rule = calibration.demand
    let interval = rule.shareNoiseInterval
    var sums = [Double](repeating: 0, count: frame.industries)
    var change: Int64 = 0
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      if frame.isStorable[industry] {
        let added = firms.output[firm] - sold[firm]
        firms.inventory[firm] = max(0, firms.inventory[firm] + added)
        firms.inventoryChange[firm] = Int64(added * firms.price[firm])
        change += firms.inventoryChange[firm]
      } else {
        firms.output[firm] = sold[firm]
      }
      // Market shares move with relative price, with stock-outs, and with the firm's own fortune, which comes in lumps.
      let relativePrice = logarithm(firms.price[firm] / nation.industryPrices[industry])
      let size = max(1, firms.expectedDemand[firm] / (frame.outputPerUnit * nation.productivity))
      let noise = rule.shareNoise * power(size, -rule.shareNoisePower)
      let words = draws.words(.marketShare, id: firm, month: clock)
      let luck = words.third * interval < 1 ? words.normal * interval.squareRoot() : 0
      let growth =
        -rule.sharePriceSpeed * relativePrice - rule.shareStockout * firms.stockout[firm]
        + noise * luck
      firms.share[firm] *= exponential(growth)
      sums[industry] += firms.share[firm]
    }
    for firm in 0..<firms.count { firms.share[firm] /= sums[Int(firms.industry[firm])] }
    counts.inventoryChange = change
  }
}
