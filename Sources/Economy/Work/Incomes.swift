extension Economy {
  /// One pass over the persons: what each has earned, what each firm owes, and how much labour each firm has.
  mutating func countWork() {
    let (persons, frame, payFactor, market) = (persons, frame, Double(rules.payFactor), nation.wages)
    // Pay at market wages, efficiency units, and units at the occupations' means.
    let totals = Tally(groups: 3, workers: parallel.threads)
    let employers = firms.count + 1
    let bills = Tally(groups: employers, workers: parallel.threads)
    let effort = Tally(groups: employers, workers: parallel.threads)
    parallel.forEachChunk(persons.count) { rows, worker in
      for person in rows {
        guard persons.stateCode[person] == LabourState.employed.rawValue else {
          persons.earnings[person] = 0
          persons.taxable[person] = 0
          continue
        }
        let hours = Double(persons.hours[person])
        let pay = Int64(Double(persons.wage[person]) * hours * payFactor)
        let employer = Int(persons.employer[person])
        persons.earnings[person] = pay
        persons.taxable[person] = pay
        bills.add(pay, to: employer, worker: worker)
        let skill = Double(persons.skill[person]) * hours
        let occupation = Int(persons.occupation[person])
        let units = frame.efficiency[occupation] * skill
        totals.add(Int64(market[occupation] * skill * payFactor), to: 0, worker: worker)
        totals.add(Fixed.from(units), to: 1, worker: worker)
        totals.add(Fixed.from(frame.efficiency[occupation]), to: 2, worker: worker)
        effort.add(Fixed.from(units), to: employer, worker: worker)
      }
    }
    bills.merge()
    effort.merge()
    totals.merge()
    var paid: Int64 = 0
    for employer in 0..<employers { paid += bills[employer] }
    nation.payRatio += (Double(paid) / Double(max(1, totals[0])) - nation.payRatio) / 12
    nation.effort += (Double(totals[1]) / Double(max(1, totals[2])) - nation.effort) / 12
    let capital = calibration.production.capitalOutputRatio * 12
    let capitalUse = calibration.production.normalCapitalUse
    for firm in 0..<firms.count {
      firms.wageBill[firm] = bills[firm]
      let units = Fixed.value(effort[firm]) * rules.outputFactor
      let byLabour = unitOutput(firm) * units / max(firms.labourRequirement[firm], 1e-6)
      firms.capacity[firm] = min(byLabour, firms.capital[firm] / capital / capitalUse)
    }
  }

  /// Payroll, contributions, benefits, taxes, interest; then wallets are swept into households' accounts and what
  /// depends on household income is paid.
  mutating func payIncomes() throws {
    let calendar = calendar
    let (persons, households, firms) = (persons, households, firms)
    let firmCount = Int32(firms.count)
    try ledger.transfer(
      .wages, from: .firms, { firms.wageBill[$0] }, to: .persons, month: month
    ) { persons.employer[$0] < firmCount ? persons.earnings[$0] : 0 }
    ledger.post(.publicWages, .persons) { persons.employer[$0] == firmCount ? persons.earnings[$0] : 0 }
    let employerRate = rules.employerContribution
    ledger.post(.employerContributions, .firms) { Int64(Double(firms.wageBill[$0]) * employerRate) }

    for policy in regime.policies { policy.assess(&self, calendar) }
    payOutFund()

    let rate = max(0, nation.policyRate - calibration.finance.depositDiscount) / 12
    let taxRate = rules.capitalIncomeTax
    let deposits = ledger.householdDeposits
    ledger.post(.householdDepositInterest, .households) { household in
      let interest = Int64(Double(max(0, deposits[household])) * rate)
      households.marketIncome[household] = interest
      return interest
    }
    ledger.post(.capitalIncomeTax, .households) { Int64(Double(households.marketIncome[$0]) * taxRate) }
    let firmDeposits = ledger.firmDeposits
    ledger.post(.firmDepositInterest, .firms) { firm in
      let interest = Int64(Double(max(0, firmDeposits[firm])) * rate)
      firms.depositInterest[firm] = interest
      return interest
    }
    sweepWallets(capitalIncomeTax: taxRate)
    for policy in regime.policies { policy.assessHouseholds(&self, calendar) }
  }

  /// Members' wallets become the household's deposits; what each member brought is kept for her next choices.
  private mutating func sweepWallets(capitalIncomeTax taxRate: Double) {
    let (persons, households, ledger) = (persons, households, ledger)
    let ageing = Float(exponential(bufferGrowth / 12))
    let ceiling = Float(calibration.wealth.bufferCeiling)
    parallel.forEachChunk(households.count) { rows, _ in
      for household in rows where households.first[household] >= 0 {
        let interest = households.marketIncome[household]
        var disposable = households.capitalIncome[household] + interest - Int64(Double(interest) * taxRate)
        var market = interest + households.grossCapitalIncome[household]
        var isWorkingAge = false
        var member = Int(households.first[household])
        while member >= 0 {
          isWorkingAge = isWorkingAge || (persons.isHead[member] && persons.state(member) != .retired)
          let net = ledger.sweep(member, into: household)
          persons.net[member] = net
          disposable += net
          market += persons.earnings[member]
          member = Int(persons.next[member])
        }
        households.disposable[household] = disposable
        households.marketIncome[household] = market
        households.meansTested[household] = 0
        if isWorkingAge { households.buffer[household] = min(ceiling, households.buffer[household] * ageing) }
      }
    }
  }

  /// Pays households what depends on their income, and counts it as such.
  /// - Parameter amount: cents by household; called for every household with members.
  public mutating func payMeansTested(_ flow: Flow, _ amount: @Sendable (Int) -> Int64) {
    let households = households
    ledger.post(flow, .households) { household in
      guard households.first[household] >= 0 else { return 0 }
      let cents = amount(household)
      households.disposable[household] += cents
      households.meansTested[household] += cents
      return cents
    }
  }

  /// The sovereign fund takes in what the law contributes and pays every adult the same.
  private mutating func payOutFund() {
    ledger.pay(.fundContribution, Int64(rules.fundContribution))
    let interest =
      Double(ledger.fundDeposits) * max(0, nation.policyRate - calibration.finance.depositDiscount) / 12
    ledger.pay(.fundDepositInterest, Int64(interest))
    let (persons, adults) = (persons, counts.adults)
    guard rules.fundPayout > 0, adults > 0 else { return }
    let each = Int64(Double(ledger.fundDeposits) * rules.fundPayout / Double(adults))
    ledger.post(.fundPayout, .persons) { persons.isPresent($0) && persons.age[$0] >= 192 ? each : 0 }
  }
}
