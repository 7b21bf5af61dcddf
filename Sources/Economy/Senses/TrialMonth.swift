/// A month's incomes, taxes and transfers under another law, with everything else as it is. The rules are those of the
/// month itself: a trial is a copy of the economy before work is counted, in which the law is replaced and the same
/// phases follow.
extension Economy {
  /// A copy of this month under a law, before work is counted.
  ///
  /// What the closure has added stays as it is. Pay follows the law's minimum wage and standard week; dividends, which
  /// are those of last month, bear the law's tax.
  private func trial(under policies: [any Policy], isBrief: Bool) -> Economy {
    var trial = self
    if isBrief { trial.detachStocks() } else { trial.detachIncomes() }
    trial.persons.wage.detach()
    trial.households.capitalIncome.detach()
    trial.regime.policies = policies
    trial.rules = law(of: policies)
    if trial.rules.week != rules.week {
      trial.firms.isExempt.detach()
      trial.coverFirms()
    }
    trial.taxDividendsAnew(insteadOf: effectiveCapitalIncomeTax)
    return trial
  }

  /// The static sense: the month's incomes under a law, paid to the persons as they are.
  /// - Parameter isBrief: whether the trial is over before another begins and before the month goes on. Then it needs no
  ///   memory of its own for incomes, which the month writes anew after it.
  func incomes(under policies: [any Policy], isBrief: Bool = false) throws -> Economy {
    var trial = trial(under: policies, isBrief: isBrief)
    trial.countWork()
    try trial.payIncomes()
    return trial
  }

  /// The behavioural sense: the same after some persons have moved from one set of choices to another.
  func incomes(
    under policies: [any Policy], _ people: [Int32], from old: WorkChoices, to new: WorkChoices,
    isBrief: Bool = false
  ) throws -> Economy {
    var trial = trial(under: policies, isBrief: isBrief)
    trial.follow(people, from: old, to: new)
    trial.countWork()
    try trial.payIncomes()
    return trial
  }

  private mutating func taxDividendsAnew(insteadOf old: Double) {
    let rate = effectiveCapitalIncomeTax
    guard rate != old else { return }
    let (net, gross) = (households.capitalIncome, households.grossCapitalIncome)
    ledger.post(.capitalIncomeTax, .households) { household in
      let left = gross[household] - Int64(Double(gross[household]) * rate)
      let more = net[household] - left
      net[household] = left
      return more
    }
  }
}
