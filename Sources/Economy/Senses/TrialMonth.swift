/// A month's incomes, taxes and transfers under another law, with everything else as it is. The rules are those of the
/// month itself: a trial is a copy of the economy before work is counted, in which the law is replaced and the same
/// phases follow.
///
/// It borrows the month's columns of incomes: what it says is asked before the next trial and before the month goes on, or
/// it is made independent by `detach`.
extension Economy {
  /// A copy of this month under a law, before work is counted.
  ///
  /// What the closure has added stays as it is. Pay follows the law's minimum wage and standard week; dividends, which
  /// are those of last month, bear the law's tax.
  private func trial(under policies: [any Policy]) -> Economy {
    var trial = self
    trial.detachStocks()
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
  func incomes(under policies: [any Policy]) throws -> Economy {
    var trial = trial(under: policies)
    trial.countWork()
    try trial.payIncomes()
    return trial
  }

  /// The behavioural sense: the same after some persons have moved from one set of choices to another.
  func incomes(under policies: [any Policy], _ people: [Int32], from old: WorkChoices, to new: WorkChoices)
    throws -> Economy
  {
    var trial = trial(under: policies)
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
