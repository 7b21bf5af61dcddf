extension Economy {
  /// GDP of the month three ways, from different books: what was spent, what was produced, what was earned. What
  /// machines use up is an intermediate input, as their services to firms are: nobody's consumption or investment.
  /// - Throws: `EconomyError.audit` when they differ by a cent.
  mutating func countGdp() throws {
    let productTaxes = ledger[.consumptionTax] + ledger[.aiTax]
    let publicPay = ledger[.publicWages] + ledger[.guaranteedWages]
    let spent =
      ledger[.consumption] + ledger[.imports] + ledger[.consumptionTax] + ledger[.investment]
      + ledger[.governmentPurchases] + publicPay + ledger[.exports] - ledger[.imports]
      + counts.inventoryChange

    var sales: Int64 = 0
    var stocks: Int64 = 0
    var surplus: Int64 = 0
    let employerRate = rules.employerContribution
    for firm in 0..<firms.count {
      sales += firms.sales[firm]
      stocks += firms.inventoryChange[firm]
      surplus +=
        firms.sales[firm] + firms.inventoryChange[firm] - firms.wageBill[firm]
        - Int64(Double(firms.wageBill[firm]) * employerRate)
    }
    let intermediate = ledger[.aiServices] + ledger[.aiTax]
    let providers = ledger[.aiServices] - ledger[.compute]
    let produced = (sales + stocks - intermediate) + providers + publicPay + productTaxes
    let earned =
      (ledger[.wages] + publicPay + ledger[.employerContributions]) + (surplus - intermediate)
      + providers + productTaxes
    if spent != produced {
      throw EconomyError.audit(
        what: "GDP by expenditure and by production", month: month, cents: spent - produced)
    }
    if spent != earned {
      throw EconomyError.audit(what: "GDP by expenditure and by income", month: month, cents: spent - earned)
    }
    counts.gdp = spent
    nation.monthlyGdp.removeFirst()
    nation.monthlyGdp.append(Double(spent))
  }

  /// GDP at the prices of the scenario's start (of the economy's, in the burn-in), in cents.
  var realGdp: Double {
    let start = nation.atStart
    var volumes = [Double](repeating: 0, count: frame.industries)
    for firm in 0..<firms.count { volumes[Int(firms.industry[firm])] += firms.output[firm] }
    let goods = volumes.indices.reduce(0.0) { $0 + volumes[$1] * (start?.industryPrices[$1] ?? 1) }
    let publicServices = Double(ledger[.publicWages]) * (start?.wageIndex ?? 1) / nation.wageIndex
    let consumption =
      Double(ledger[.consumption] + ledger[.imports]) / nation.prices * (start?.bases.prices ?? 1)
    let compute = Double(ledger[.compute]) / investmentPrice * investmentPriceAtStart
    return goods - compute + publicServices + guaranteedOutput + consumption
      * (start?.consumptionTax ?? rules.consumptionTax)
  }

  /// Price of the investment basket at the scenario's start.
  var investmentPriceAtStart: Double {
    let prices = nation.atStart?.industryPrices
    return frame.investmentShares.indices.reduce(0) { $0 + frame.investmentShares[$1] * (prices?[$1] ?? 1) }
  }

  /// What guaranteed jobs produce, by the pay of public servants of the start: at current prices they count by their cost.
  private var guaranteedOutput: Double {
    let guarantee = rules.guarantee
    return Double(counts.publicJobs) * guarantee.hours * guarantee.productivity * frame.meanWage
      * (nation.atStart?.wageIndex ?? 1)
  }

  /// The sectors' balance sheets after the last step, in cents: liabilities are negative.
  public func balanceRows() -> [BalanceRow] {
    let stocks = ledger.stocks
    let price = investmentPrice
    var capital: Int64 = 0
    var inventories: Int64 = 0
    for firm in 0..<firms.count {
      capital += Int64(firms.capital[firm] * price)
      if frame.isStorable[Int(firms.industry[firm])] {
        inventories += Int64(firms.inventory[firm] * firms.price[firm])
      }
    }
    let firmEquity = stocks.firms + capital + inventories - stocks.loans
    let bankEquity = ledger.bankEquity
    let fundEquity =
      Int64(Double(firmEquity + bankEquity) * nation.fund.equityShare)
      + Int64(Double(stocks.providers) * nation.fund.providerShare)
    let centralBankEquity = ledger.centralBankEquity
    let cells: [(Instrument, Sector, Int64)] = [
      (.deposits, .households, stocks.households), (.deposits, .firms, stocks.firms),
      (.deposits, .providers, stocks.providers), (.deposits, .bank, -stocks.deposits),
      (.deposits, .fund, stocks.fund), (.deposits, .restOfWorld, stocks.foreign),
      (.loans, .firms, -stocks.loans), (.loans, .bank, stocks.loans),
      (.bonds, .bank, ledger.bankBonds), (.bonds, .government, -ledger.bonds),
      (.bonds, .centralBank, ledger.centralBankBonds), (.bonds, .restOfWorld, ledger.foreignBonds),
      (.reserves, .bank, stocks.reserves), (.reserves, .government, stocks.treasury),
      (.reserves, .centralBank, -stocks.reserves - stocks.treasury),
      (.equity, .households, firmEquity + stocks.providers + bankEquity - fundEquity),
      (.equity, .fund, fundEquity), (.equity, .firms, -firmEquity),
      (.equity, .providers, -stocks.providers), (.equity, .bank, -bankEquity),
      (.equity, .government, centralBankEquity), (.equity, .centralBank, -centralBankEquity),
      (.fixedCapital, .firms, capital), (.inventories, .firms, inventories),
    ]
    let year = (month - 1) / 12
    return cells.map { BalanceRow(year: year, instrument: $0.0, sector: $0.1, cents: $0.2) }
  }

  /// The flows of the twelve months, or of the months since the last call, that ended with the last step; then the
  /// year begins anew.
  public mutating func takeFlowRows() -> [FlowRow] {
    let year = (month - 1) / 12
    let rows = Flow.allCases.map { FlowRow(year: year, flow: $0, cents: ledger.yearFlows[$0.rawValue]) }
    for flow in Flow.allCases { ledger.yearFlows[flow.rawValue] = 0 }
    return rows
  }
}
