extension Economy {
  /// One pass over the persons: what each has earned, what each firm owes, and how much labour each firm has.
  mutating func countWork() {
    let (persons, efficiencies, payFactor) = (persons, frame.efficiency, rules.week.payFactor)
    let (hasExemptions, isExempt) = (nation.coveredPay != 1, firms.isExempt)
    let minimum = Float(rules.minimumWage)
    let guaranteedPay = Int64(rules.guarantee.pay)
    // Heads and efficiency units by occupation; bill and efficiency units by employer.
    let occupationCount = frame.occupations
    let work = Tally(groups: 2 * occupationCount, workers: parallel.threads)
    let employers = firms.count + 1
    let staff = Tally(groups: 2 * employers, workers: parallel.threads)
    parallel.forEachChunk(persons.count) { rows, worker in
      let (states, employer, occupations) = (persons.stateCode, persons.employer, persons.occupation)
      let (wages, hoursWorked, skills) = (persons.wage, persons.hours, persons.skill)
      let (earnings, taxable) = (persons.earnings, persons.taxable)
      for person in rows {
        guard states[person] == LabourState.employed.rawValue else {
          let pay = states[person] == LabourState.publicJob.rawValue ? guaranteedPay : 0
          earnings[person] = pay
          taxable[person] = pay
          continue
        }
        let wage = max(wages[person], minimum)
        wages[person] = wage
        let hours = Double(hoursWorked[person])
        let factor = hasExemptions && isExempt[Int(employer[person])] ? 1 : payFactor
        let pay = Int64(Double(wage) * hours * factor)
        earnings[person] = pay
        taxable[person] = pay
        let occupation = Int(occupations[person])
        let units = Fixed.from(efficiencies[occupation] * Double(skills[person]) * hours)
        work.add(1, to: 2 * occupation, worker: worker)
        work.add(units, to: 2 * occupation + 1, worker: worker)
        staff.add(pay, to: 2 * Int(employer[person]), worker: worker)
        staff.add(units, to: 2 * Int(employer[person]) + 1, worker: worker)
      }
    }
    staff.merge()
    work.merge()
    var paid: Int64 = 0
    for employer in 0..<employers { paid += staff[2 * employer] }
    // What the market would pay, the efficiency units at work, and those that the heads would have at the means.
    var (marketPay, units, meanUnits) = (0.0, 0.0, 0.0)
    let meanPayFactor = meanOfWeek(payFactor)
    for occupation in 0..<occupationCount {
      let own = Fixed.value(work[2 * occupation + 1])
      marketPay += nation.wages[occupation] * own / efficiencies[occupation] * meanPayFactor
      units += own
      meanUnits += efficiencies[occupation] * Double(work[2 * occupation])
    }
    nation.payRatio += (Double(paid) / max(1, marketPay) - nation.payRatio) / 12
    nation.effort += (units / max(1e-6, meanUnits) - nation.effort) / 12
    let capital = calibration.production.capitalOutputRatio * 12
    let capitalUse = calibration.production.normalCapitalUse
    for firm in 0..<firms.count {
      firms.wageBill[firm] = staff[2 * firm]
      let units = Fixed.value(staff[2 * firm + 1]) * outputFactor(firm)
      let byLabour = unitOutput(firm) * units / max(firms.labourRequirement[firm], 1e-6)
      firms.capacity[firm] = min(byLabour, firms.capital[firm] / capital / capitalUse)
    }
  }

  /// Payroll, contributions, benefits, taxes, interest; then wallets are swept into households' accounts and what
  /// depends on household income is paid.
  mutating func payIncomes() throws {
    let calendar = calendar
    let (earnings, employers) = (persons.earnings, persons.employer)
    let (wageBill, firmInterest) = (firms.wageBill, firms.depositInterest)
    let firmCount = Int32(firms.count)
    // Who has no job has no earnings; guaranteed jobs have no employer and are paid for themselves.
    let wages = Posting(.wages) { rows, entries in
      for person in rows {
        let isPaidByFirm = UInt32(bitPattern: employers[person]) < UInt32(bitPattern: firmCount)
        entries.add(isPaidByFirm ? earnings[person] : 0, to: person)
      }
    }
    let publicWages = Posting(.publicWages) { rows, entries in
      for person in rows where employers[person] == firmCount { entries.add(earnings[person], to: person) }
    }
    let payouts = payOutFund()
    let received = ledger.post(
      [wages, publicWages] + payGuaranteedJobs() + postings(of: \.persons) { $0.assess($1, calendar) }
        + payouts, .persons)
    try ledger.settle(.wages, .firms, against: received[0], month: month) { wageBill[$0] }
    let employerRate = rules.employerContribution
    ledger.post(.employerContributions, .firms) { Int64(Double(wageBill[$0]) * employerRate) }
    if !rules.week.isNeutral && rules.week.subsidy > 0 {
      let economy = self
      ledger.post(.payrollSubsidy, .firms) { economy.payrollSubsidy($0) }
    }

    let rate = depositRate / 12
    let firmDeposits = ledger.firmDeposits
    ledger.post(.firmDepositInterest, .firms) { firm in
      let interest = Int64(Double(max(0, firmDeposits[firm])) * rate)
      firmInterest[firm] = interest
      return interest
    }
    let (deposits, marketIncome) = (ledger.householdDeposits, households.marketIncome)
    let interest = Posting(.householdDepositInterest) { rows, entries in
      for household in rows {
        let interest = Int64(Double(max(0, deposits[household])) * rate)
        marketIncome[household] = interest
        entries.add(interest, to: household)
      }
    }
    ledger.post(
      [interest, capitalIncomeTaxAndSweep]
        + postings(of: \.households) { $0.assessHouseholds($1, calendar) } + pilotTransfers, .households)
  }

  /// Interest on deposits, a year.
  var depositRate: Double { max(0, nation.policyRate - calibration.finance.depositDiscount) }

  /// The tax on interest; then members' wallets become the household's deposits, and what each member brought is kept
  /// for her next choices.
  private var capitalIncomeTaxAndSweep: Posting {
    let (next, isHead, states) = (persons.next, persons.isHead, persons.stateCode)
    let (earnings, nets) = (persons.earnings, persons.net)
    let (first, disposables, markets) = (households.first, households.disposable, households.marketIncome)
    let (capital, grossCapital) = (households.capitalIncome, households.grossCapitalIncome)
    let (meansTested, buffers) = (households.meansTested, households.buffer)
    let (ledger, taxRate) = (ledger, effectiveCapitalIncomeTax)
    let ageing = Float(exponential(bufferGrowth / 12))
    let ceiling = Float(calibration.wealth.bufferCeiling)
    return Posting(.capitalIncomeTax) { rows, entries in
      for household in rows where first[household] >= 0 {
        let interest = markets[household]
        let tax = Int64(Double(interest) * taxRate)
        entries.add(tax, to: household)
        var disposable = capital[household] + interest - tax
        var market = interest + grossCapital[household]
        var isWorkingAge = false
        var member = Int(first[household])
        while member >= 0 {
          isWorkingAge =
            isWorkingAge || (isHead[member] && states[member] != LabourState.retired.rawValue)
          let net = ledger.sweep(member, into: household)
          nets[member] = net
          disposable += net
          market += earnings[member]
          member = Int(next[member])
        }
        disposables[household] = disposable
        markets[household] = market
        meansTested[household] = 0
        if isWorkingAge { buffers[household] = min(ceiling, buffers[household] * ageing) }
      }
    }
  }

  /// A payment that depends on a household's income of the month, and counts as such.
  /// - Parameter amount: cents by household; called for every household with members.
  public func meansTested(_ flow: Flow, _ amount: @escaping @Sendable (Int) -> Int64) -> Posting {
    let (first, disposable, meansTested) = (households.first, households.disposable, households.meansTested)
    return Posting(flow) { rows, entries in
      for household in rows where first[household] >= 0 {
        let cents = amount(household)
        disposable[household] += cents
        meansTested[household] += cents
        entries.add(cents, to: household)
      }
    }
  }
}
