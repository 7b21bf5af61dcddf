extension Economy {
  /// What each household wants to spend: permanent income, a part of what months brought beyond it, over some months,
  /// and a correction towards the wanted buffer of liquid wealth.
  ///
  /// C = Yp + r W + (lambda/12) (D - 12 b Yp), times the effects of the real rate and of sentiment;
  /// W, what is left to spend of passing incomes, grows by m(liquid) (Y - Yp) and falls by what is spent of it. Yp follows
  /// Y slowly, less what is known to pass.
  mutating func planBudgets() {
    let rule = calibration.consumption
    changeSentiment()
    let realRate = realRateGap
    let mood = (1 - rule.rateResponse * realRate) * (1 + nation.sentiment)
    let growth = (calibration.production.productivityGrowth + nation.expectedInflation) / 12
    let propensity = propensity
    let rentSaving = regime.automation.values.number("rent_saving", at: date)
    if isFirstMonth { settleBuffers() }
    let patience = patienceFactor
    let ceiling = Float(calibration.wealth.bufferCeiling)
    let pilot = endingPilot
    let (households, deposits) = (households, ledger.householdDeposits)
    let sums = Tally(groups: 3, workers: parallel.threads)
    parallel.forEachChunk(households.count) { rows, worker in
      let (first, disposables, incomes) = (
        households.first, households.disposable, households.permanentIncome
      )
      let (buffers, rents, budgets) = (households.buffer, households.rentIncome, households.budget)
      let passings = households.passing
      var (incomeSum, wantedSum, budgetSum) = (Int64(0), Int64(0), Int64(0))
      for household in rows {
        guard first[household] >= 0 else {
          budgets[household] = 0
          continue
        }
        let income = Double(disposables[household])
        let wealth = Double(deposits[household])
        var permanent = incomes[household]
        let known = pilot?.endingTransfer(to: household) ?? 0
        permanent += rule.incomeSmoothing * (income - known - permanent) + permanent * growth
        incomes[household] = permanent
        let buffer = min(ceiling, buffers[household] * patience)
        buffers[household] = buffer
        let wanted = Double(buffer) * permanent
        let liquid = wealth / max(12 * permanent, 100)
        let passing = Double(passings[household]) + propensity(liquid) * (income - permanent)
        passings[household] = Float((1 - rule.passingSpeed) * passing)
        var spending =
          permanent + rule.passingSpeed * passing + rule.bufferSpeed / 12 * (wealth - 12 * wanted)
        spending -= rentSaving * Double(rents[household])
        spending = max(spending * mood, rule.minimumShare * income)
        let budget = Int64(clamp(spending, 0, max(0, wealth)))
        budgets[household] = budget
        budgetSum += budget
        incomeSum += Int64(permanent)
        wantedSum += Int64(wanted)
      }
      sums.add(incomeSum, to: 0, worker: worker)
      sums.add(wantedSum, to: 1, worker: worker)
      sums.add(budgetSum, to: 2, worker: worker)
    }
    sums.merge()
    counts.budgets = sums[2]
    nation.meanBuffer = Double(sums[1]) / Double(max(1, sums[0]))
    if isFirstMonth { nation.patience = nation.meanBuffer }
  }

  /// Share of a passing income that is spent in the end, by liquid wealth over a year's permanent income.
  var propensity: BrokenLine {
    let rule = calibration.consumption
    return BrokenLine(
      (0, rule.mpcAtZero), (0.1, rule.mpcAtTenth), (0.3, rule.mpcAtThirdYear), (1, rule.mpcAtOne),
      (3, rule.mpcAtThree))
  }

  /// Liquid wealth of a household over a year's permanent income.
  func liquidity(of household: Int) -> Double {
    Double(ledger.household(household)) / max(12 * households.permanentIncome[household], 100)
  }

  /// The aggregate shock to spending: moods of ordinary times, and where the economy file asks for them slumps, rare and
  /// sudden. Both fade alike. Baseline and reforms share the draws.
  private mutating func changeSentiment() {
    let demand = calibration.demand
    let words = draws.words(.sentiment, id: 0, month: clock)
    nation.sentiment =
      demand.sentimentPersistence * nation.sentiment + demand.sentimentSpread * words.normal
    if words.third < demand.slumpHazard { nation.sentiment -= demand.slumpDepth }
  }

  /// Wanted wealth is a taste, and the mean taste of a country does not change because generations do: what births,
  /// deaths, couples and careers do to the mean wanted buffer, weighted by permanent income, is taken back within
  /// about a year by a factor common to all households. Who is more patient than whom is left alone.
  private var patienceFactor: Float {
    nation.meanBuffer > 0 ? Float(power(nation.patience / nation.meanBuffer, 1 / 12)) : 1
  }

  /// At the start every household is at rest: it reckons with its income and wants the wealth it has.
  private mutating func settleBuffers() {
    let growth =
      calibration.production.productivityGrowth + calibration.population.growth
      + calibration.centralBank.inflationTarget
    let atRest = 1 + growth / calibration.consumption.bufferSpeed
    for household in 0..<households.count {
      let income = Double(households.disposable[household])
      households.permanentIncome[household] = max(0, income)
      guard income > 0 else { continue }
      let years = Double(ledger.household(household)) / (12 * income)
      households.buffer[household] = Float(clamp(years * atRest, 0, calibration.wealth.bufferCeiling))
    }
  }
}
