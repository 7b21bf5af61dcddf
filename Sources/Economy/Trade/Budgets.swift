extension Economy {
  /// What each household wants to spend: permanent income, a part of what the month brought beyond it, and a
  /// correction towards the wanted buffer of liquid wealth.
  ///
  /// C = Yp + m(liquid) (Y - Yp) + (lambda/12) (D - 12 b Yp), times the effects of the real rate and of sentiment.
  mutating func planBudgets() {
    let rule = calibration.consumption
    let demand = calibration.demand
    nation.sentiment =
      demand.sentimentPersistence * nation.sentiment
      + demand.sentimentSpread * draws.normal(.sentiment, id: 0, month: clock)
    let realRate = realRateGap
    let mood = (1 - rule.rateResponse * realRate) * (1 + nation.sentiment)
    let growth = (calibration.production.productivityGrowth + nation.expectedInflation) / 12
    let propensity = [
      (x: 0.0, y: rule.mpcAtZero), (x: 0.1, y: rule.mpcAtTenth), (x: 0.3, y: rule.mpcAtThirdYear),
      (x: 1.0, y: rule.mpcAtOne), (x: 3.0, y: rule.mpcAtThree),
    ]
    let rentSaving = regime.automation.values.number("rent_saving", at: date)
    if isFirstMonth { settleBuffers() }
    keepPatience()
    let (households, deposits) = (households, ledger.householdDeposits)
    parallel.forEachChunk(households.count) { rows, _ in
      for household in rows {
        guard households.first[household] >= 0 else {
          households.budget[household] = 0
          continue
        }
        let income = Double(households.disposable[household])
        let wealth = Double(deposits[household])
        var permanent = households.permanentIncome[household]
        permanent += rule.incomeSmoothing * (income - permanent) + permanent * growth
        households.permanentIncome[household] = permanent
        let liquid = wealth / max(12 * permanent, 100)
        let wanted = Double(households.buffer[household]) * 12 * permanent
        var spending =
          permanent + interpolate(liquid, propensity) * (income - permanent)
          + rule.bufferSpeed / 12 * (wealth - wanted)
        spending -= rentSaving * Double(households.rentIncome[household])
        spending = max(spending * mood, rule.minimumShare * income)
        households.budget[household] = Int64(clamp(spending, 0, max(0, wealth)))
      }
    }
  }

  /// Wanted wealth is a taste, and the mean taste of a country does not change because generations do: what births,
  /// deaths, couples and careers do to the mean wanted buffer, weighted by permanent income, is taken back within
  /// about a year by a factor common to all households. Who is more patient than whom is left alone.
  private mutating func keepPatience() {
    let mean = meanBuffer
    if isFirstMonth { nation.patience = mean }
    let factor = Float(power(nation.patience / max(mean, 1e-6), 1 / 12))
    let households = households
    let ceiling = Float(calibration.wealth.bufferCeiling)
    parallel.forEachChunk(households.count) { rows, _ in
      for household in rows {
        households.buffer[household] = min(ceiling, households.buffer[household] * factor)
      }
    }
  }

  /// Mean wanted buffer in years of permanent income, weighted by it.
  private var meanBuffer: Double {
    let households = households
    let tally = Tally(groups: 2, workers: parallel.threads)
    parallel.forEachChunk(households.count) { rows, worker in
      for household in rows where households.first[household] >= 0 {
        let income = households.permanentIncome[household]
        tally.add(Int64(income), to: 0, worker: worker)
        tally.add(Int64(income * Double(households.buffer[household])), to: 1, worker: worker)
      }
    }
    tally.merge()
    return Double(tally[1]) / Double(max(1, tally[0]))
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
