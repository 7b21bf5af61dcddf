extension Economy {
  /// Firms pay for AI, interest and tax, move their loans towards what their capital bears, pay out cash above
  /// what they need, and cover what is missing by an overdraft that becomes a loan.
  mutating func settleFirms() throws {
    let finance = calibration.finance
    let (taxRate, aiTax) = (effectiveCorporateTax, rules.aiTax)
    let (sales, wageBill, capital, profits) = (firms.sales, firms.wageBill, firms.capital, firms.profit)
    let (upkeep, received, charges) = (firms.robotUpkeep, firms.depositInterest, firms.charges)
    let price = investmentPrice

    // The AI bill, its tax, and the sellers' shares of it.
    let services = Column<Int64>(repeating: 0, count: firms.count)
    var bill: Int64 = 0
    var serving = 0.0
    for firm in 0..<firms.count where firms.aiUnitCost[firm] > 0 {
      let gross = min(firms.aiUnitCost[firm] * firms.output[firm], 0.9 * Double(firms.sales[firm]))
      services[firm] = Int64(gross / (1 + aiTax))
      bill += services[firm]
      serving += Double(services[firm]) * firms.servingShare[firm]
    }
    let sellers = apportion(bill, by: Column(providers.share))
    try ledger.transfer(.aiServices, from: .firms, { services[$0] }, to: .providers, month: month) {
      sellers[$0]
    }
    let tax = { @Sendable (firm: Int) in Int64(Double(services[firm]) * aiTax) }
    ledger.post(.aiTax, .firms, tax)
    counts.aiServingCost = Int64(serving)

    for firm in 0..<firms.count { counts.keptSavings += firms.savingKept[firm] * firms.output[firm] }
    chargeFirms()

    // Interest, profit, corporate tax.
    let loanRate = (nation.policyRate + finance.loanSpread) / 12
    let loans = ledger.firmLoans
    let interest = { @Sendable (firm: Int) in Int64(Double(loans[firm]) * loanRate) }
    ledger.post(.loanInterest, .firms, interest)
    let employerRate = rules.employerContribution
    let depreciation = calibration.production.depreciation / 12 * price
    let profit = { @Sendable (firm: Int) -> Int64 in
      sales[firm] - wageBill[firm] - Int64(Double(wageBill[firm]) * employerRate)
        - services[firm] - tax(firm) - upkeep[firm] - interest(firm) + received[firm]
        - Int64(depreciation * capital[firm]) - charges[firm]
    }
    ledger.post(.corporateTax, .firms) { firm in
      profits[firm] = profit(firm)
      return Int64(Double(max(0, profits[firm])) * taxRate)
    }
    for firm in 0..<firms.count {
      firms.operatingCost[firm] =
        Double(firms.wageBill[firm]) * (1 + employerRate) + Double(services[firm] + tax(firm))
        + Double(firms.robotUpkeep[firm] + firms.charges[firm])
      firms.charges[firm] = 0
    }
    adjustLoans(price)
    try payDividends()
    for firm in 0..<firms.count where ledger.firm(firm) < 0 { ledger.lend(-ledger.firm(firm), toFirm: firm) }
  }

  private mutating func adjustLoans(_ price: Double) {
    let finance = calibration.finance
    for firm in 0..<firms.count {
      let wanted = finance.leverage * firms.capital[firm] * price
      let change = Int64((wanted - Double(ledger.loan(firm))) * finance.leverageSpeed)
      if change != 0 { ledger.lend(max(change, -ledger.loan(firm)), toFirm: firm) }
    }
  }

  /// Cash above what a firm needs goes to the holders of equity; it is income of this month and spent in the next.
  private mutating func payDividends() throws {
    let finance = calibration.finance
    let amounts = Column<Int64>(repeating: 0, count: firms.count)
    var wanted: Int64 = 0
    for firm in 0..<firms.count {
      let excess = Double(ledger.firm(firm)) - finance.cashMonths * firms.operatingCost[firm]
      guard excess > 0 else { continue }
      amounts[firm] = Int64(excess * finance.payout)
      wanted += amounts[firm]
    }
    let toFund = payFund(.fundDividends, .firms, out: amounts, share: nation.fund.equityShare)
    // The part of profits that firms have because they keep what machines save.
    let kept = counts.keptSavings * (1 - rules.corporateTax)
    let total = distribute(
      .dividends, wanted - toFund, by: households.equityUnits,
      of: EquityUnits.total - nation.fund.equityUnits, isFirst: true,
      rentPart: wanted > 0 ? clamp(kept / Double(wanted), 0, 1) : 0)
    keep(wanted - toFund - total, of: amounts)
    try ledger.settle(.dividends, .firms, against: total, month: month) { amounts[$0] }
    nation.smoothedDividends += (Double(total + toFund) - nation.smoothedDividends) / 24
  }

  /// Pays the fund its share of what each row pays its owners, and takes it off.
  mutating func payFund(_ flow: Flow, _ accounts: Ledger.Accounts, out amounts: Column<Int64>, share: Double)
    -> Int64
  {
    guard share > 0 else { return 0 }
    return ledger.post(flow, accounts) { row in
      let part = Int64(Double(amounts[row]) * share)
      amounts[row] -= part
      return part
    }
  }

  /// What rounding down has left of a payment stays with the first of its payers.
  func keep(_ cents: Int64, of amounts: Column<Int64>) {
    var rest = cents
    var row = 0
    while rest > 0 {
      let kept = min(rest, amounts[row])
      amounts[row] -= kept
      rest -= kept
      row += 1
    }
  }

  /// Pays households capital income by the units they hold, each part rounded down, less the tax on it. It is income
  /// of this month, and spent in the next.
  /// - Parameters:
  ///   - total: the units that households hold together.
  ///   - isFirst: whether it is the month's first, which takes the place of last month's.
  ///   - rentPart: the part of it that is rent of automation, 0 to 1.
  /// - Returns: what was paid before tax, less than a cent a holder below `cents`.
  mutating func distribute(
    _ flow: Flow, _ cents: Int64, by units: Column<Int64>, of total: Int64, isFirst: Bool = false,
    rentPart: Double = 0
  ) -> Int64 {
    // The month's first still has to take the place of last month's.
    guard cents > 0 || isFirst else { return 0 }
    let rate = Double(cents) / Double(max(1, total))
    let taxRate = effectiveCapitalIncomeTax
    /// Below the exact share by the rounding of the quotient at most, never above it.
    @Sendable func part(_ household: Int) -> Int64 {
      let share = Double(units[household]) * rate
      // The next number below a positive one has the bits before its own.
      return share > 0 ? Int64(Double(bitPattern: share.bitPattern - 1)) : 0
    }
    let (net, gross, rents) = (
      households.capitalIncome, households.grossCapitalIncome, households.rentIncome
    )
    let parts = Column<Int64>(unfilled: units.count)
    let income = Posting(flow) { rows, entries in
      for household in rows {
        let part = part(household)
        parts[household] = part
        entries.add(part, to: household)
      }
    }
    let tax = Posting(.capitalIncomeTax) { rows, entries in
      for household in rows {
        let part = parts[household]
        let tax = Int64(Double(part) * taxRate)
        entries.add(tax, to: household)
        if isFirst {
          net[household] = part - tax
          gross[household] = part
          rents[household] = Int64(Double(part - tax) * rentPart)
        } else if part != 0 {
          net[household] += part - tax
          gross[household] += part
          rents[household] += Int64(Double(part - tax) * rentPart)
        }
      }
    }
    return ledger.post([income, tax], .households)[0]
  }

  // MARK: Exit and entry

  /// Firms that are insolvent, too small, or out of luck close; each is replaced in its row by an entrant that takes
  /// over what is left of its capital, cash and debt. An insolvent firm above the size of small ones is not closed
  /// but has its debt written down.
  mutating func turnOverFirms() {
    let turnover = calibration.turnover
    let price = investmentPrice
    let unit = frame.outputPerUnit * nation.productivity
    var exits = 0
    // By employer, counted from the first row for nobody.
    let isClosing = Column<Bool>(repeating: false, count: firms.count + 2)
    for firm in 0..<firms.count {
      let size = max(1e-6, firms.expectedDemand[firm] / unit)
      let capital = firms.capital[firm] * price
      let stock = frame.isStorable[Int(firms.industry[firm])] ? firms.inventory[firm] * firms.price[firm] : 0
      let equity = Double(ledger.firm(firm)) + capital + stock - Double(ledger.loan(firm))
      if equity < 0 {
        let loss = min(ledger.loan(firm), Int64(-equity + calibration.finance.recoveryRate * max(0, capital)))
        ledger.writeOff(loss, ofFirm: firm)
      }
      let isTooSmall = size < turnover.minimumSize && firms.age[firm] > 12
      if isTooSmall || (equity < 0 && size <= turnover.smallSize)
        || draws.uniform(.firmExit, id: firm, month: clock) < exitHazard(size: size)
      {
        isClosing[firm + 1] = true
        exits += 1
      }
    }
    if exits > 0 {
      dismissStaff(of: isClosing)
      var sales = [Double](repeating: 0, count: frame.industries)
      for firm in 0..<firms.count {
        sales[Int(firms.industry[firm])] += firms.demand[firm] * firms.price[firm]
      }
      for firm in 0..<firms.count where isClosing[firm + 1] { replace(firm, industrySales: sales) }
      var sums = [Double](repeating: 0, count: frame.industries)
      for firm in 0..<firms.count { sums[Int(firms.industry[firm])] += firms.share[firm] }
      for firm in 0..<firms.count { firms.share[firm] /= sums[Int(firms.industry[firm])] }
    }
    counts.exits.append(exits)
    if counts.exits.count > 12 { counts.exits.removeFirst() }
  }

  /// Hazard a month that a firm with some number of workers closes without being insolvent.
  private func exitHazard(size: Double) -> Double {
    let turnover = calibration.turnover
    return turnover.smallExit / 12 * min(1, power(turnover.smallSize / size, turnover.exitPower))
  }

  private mutating func dismissStaff(of isClosing: Column<Bool>) {
    let employers = persons.employer
    let staff = parallel.collect(persons.count) { rows, _, staff in
      for person in rows where isClosing[Int(employers[person]) + 1] { staff.append(person) }
    }
    for person in staff { dismiss(Int(person)) }
  }

  private mutating func replace(_ firm: Int, industrySales: [Double]) {
    let turnover = calibration.turnover
    let words = draws.words(.entrant, id: firm, month: clock)
    let industry = Int(firms.industry[firm])
    let range = turnover.entrantLargest - turnover.entrantSmallest
    let size = turnover.entrantSmallest + range * words.first * words.first * words.first
    let demand = frame.outputPerUnit * nation.productivity * size
    firms.price[firm] = nation.industryPrices[industry]
    firms.expectedDemand[firm] = demand
    firms.capacityDemand[firm] = demand
    firms.demand[firm] = demand
    firms.share[firm] = demand * firms.price[firm] / max(1, industrySales[industry])
    firms.productivity[firm] = calibration.production.productivitySpread * words.secondNormal
    firms.use[firm] = calibration.prices.normalUse
    firms.age[firm] = 0
    for occupation in 0..<frame.occupations { firms.vacancies[firms.cell(firm, occupation)] = 0 }
    // The entrant keeps its predecessor's machines.
    drawMix(firm, size: size)
  }
}
