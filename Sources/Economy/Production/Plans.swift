extension Economy {
  /// Trend productivity grows, firms' own moves around it, and expectations follow last month's demand.
  mutating func expectDemand() {
    let production = calibration.production
    let expectations = calibration.expectations
    // Public jobs keep their share of the labour force, slowly.
    if counts.workforce > 0 {
      let wanted =
        Double(counts.workforce) * (1 - calibration.centralBank.normalUnemployment)
        * calibration.government.publicJobs / (1 - production.missingHeads)
      nation.publicHeads += (wanted - nation.publicHeads) / 60
    }
    nation.productivity *=
      power(1 + production.productivityGrowth, 1 / 12) * (1 + impulses.productivity(month))
    let growth = frame.trendGrowth
    let (firms, draws, clock) = (firms, draws, clock)
    parallel.forEachChunk(firms.count) { rows, _ in
      for firm in rows {
        firms.productivity[firm] =
          production.productivityPersistence * firms.productivity[firm]
          + production.productivityInnovation * draws.normal(.firmShock, id: firm, month: clock)
        let demand = firms.demand[firm]
        let expected = firms.expectedDemand[firm]
        firms.expectedDemand[firm] += expectations.demandSpeed * (demand - expected) + expected * growth
        let slow = firms.capacityDemand[firm]
        firms.capacityDemand[firm] +=
          expectations.capacitySpeed * (firms.expectedDemand[firm] - slow) + slow * growth
      }
    }
  }

  /// Output per efficiency unit of a firm's labour, before its tasks' labour requirement.
  @inline(__always)
  func unitOutput(_ firm: Int) -> Double {
    frame.outputPerUnit * nation.productivity * exponential(firms.productivity[firm])
      * (1 + firms.newTasks[firm])
  }

  /// Unit costs and prices.
  ///
  /// A firm's price moves slowly towards unit cost times markup, more when demand presses on capacity. The part of an
  /// automation saving that `pass_through` keeps out of prices stays in the wanted price.
  mutating func setPrices() {
    priceOutput()
    updatePriceIndex()
  }

  private func priceOutput() {
    let prices = calibration.prices
    let markup = calibration.production.markup
    let buffer = calibration.production.normalStaffing
    let pricing = servicePricing
    let firms = firms
    let occupations = frame.occupations
    let relativeWages = (0..<occupations).map { nation.wages[$0] / nation.startWages[$0] }
    let unitWage = frame.meanWage * nation.payRatio * (1 + rules.employerContribution)
    let drift = nation.expectedInflation / 12
    let newWorkWeights = newWorkWeights
    parallel.forEachChunk(firms.count) { rows, _ in
      for firm in rows {
        let hasAdopted = firms.adoptedAt[firm] >= 0
        let newWork = newWorkPerWeight(firm, newWorkWeights)
        var labour = 0.0
        var services = 0.0
        var robots = 0.0
        var serving = 0.0
        var plain = 0.0
        var requirement = 0.0
        for occupation in 0..<occupations {
          let cell = firms.cell(firm, occupation)
          let share = Double(firms.mix[cell])
          guard share > 0 else { continue }
          let tasks = hasAdopted ? taskCost(cell, pricing) : .human
          let wage = relativeWages[occupation]
          let newHere = newWork * newWorkWeights[occupation]
          requirement += share * (tasks.labour + newHere)
          labour += share * wage * (tasks.labour + newHere)
          services += share * wage * tasks.services
          robots += share * wage * tasks.robots
          if tasks.services > 0 {
            serving +=
              share * wage * tasks.services * servingShare(Double(firms.taskCost[cell]), pricing)
          }
          plain += share * wage * (1 + newHere)
        }
        let scale = unitWage / unitOutput(firm) * buffer
        firms.labourRequirement[firm] = requirement
        firms.aiUnitCost[firm] = services * scale
        firms.robotUnitCost[firm] = robots * scale
        firms.servingShare[firm] = services > 0 ? serving / services : 0
        let payPerOutput = payPerOutput(firm)
        let cost = labour * scale * payPerOutput + services * scale + robots * scale
        let plainCost = plain * scale * payPerOutput
        let kept = (1 - pricing.passThrough) * max(0, plainCost - cost)
        let priced = cost + kept
        firms.savingPassed[firm] = hasAdopted ? logarithm(plainCost / priced) : 0
        firms.savingKept[firm] = (1 + markup) * kept
        let wanted =
          (1 + markup) * priced * (1 + prices.shortageWeight * (firms.use[firm] - prices.normalUse))
        let price = firms.price[firm]
        firms.price[firm] += prices.adjustment * (wanted - price) + price * drift
        if firms.age[firm] < 1_200 { firms.age[firm] += 1 }
      }
    }
  }

  /// Cost and factor demand of a cell's tasks.
  @inline(__always)
  func taskCost(_ cell: Int, _ pricing: ServicePricing) -> TaskCost {
    let automated = Double(firms.automated[cell])
    let augmented = Double(firms.augmented[cell])
    let robotic = Double(firms.robots[cell])
    guard automated + augmented + robotic > 0 else { return .human }
    return TaskCost(
      automated: automated, augmented: augmented,
      price: servicePrice(taskCost: Double(firms.taskCost[cell]), path: pricing),
      timeSaved: pricing.timeSaved, substitution: pricing.substitution, robotic: robotic,
      robotPrice: robotic > 0 ? Double(firms.robotCost[cell]) * robots.price[cell % frame.occupations] : 1)
  }

  /// Industry prices as sales-weighted harmonic means, and the consumer price index chained over expenditure shares.
  private mutating func updatePriceIndex() {
    let before = nation.industryPrices
    var share = [Double](repeating: 0, count: frame.industries)
    var (volume, saving) = (share, share)
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      share[industry] += firms.share[firm]
      volume[industry] += firms.share[firm] / firms.price[firm]
      saving[industry] += firms.share[firm] * firms.savingPassed[firm]
    }
    nation.industryPrices = zip(share, volume).map { $0 / $1 }
    let weights = consumptionWeights
    let growth = weights.indices.reduce(0.0) {
      $0 + weights[$1] * logarithm(nation.industryPrices[$1] / before[$1])
    }
    nation.prices *= exponential(growth)
    nation.monthlyInflation.removeFirst()
    nation.monthlyInflation.append(growth)
    // Prices follow costs with a lag, so what machines take off prices does too.
    let passed = weights.indices.reduce(0.0) { $0 + weights[$1] * saving[$1] / share[$1] }
    let step = calibration.prices.adjustment * (passed - nation.automationSaving)
    nation.automationSaving += step
    nation.monthlyAutomationSaving.removeFirst()
    nation.monthlyAutomationSaving.append(step)
    let expectations = calibration.expectations
    let goal =
      expectations.anchor * calibration.centralBank.inflationTarget
      + (1 - expectations.anchor) * nation.inflation
    nation.expectedInflation += expectations.adaptation * (goal - nation.expectedInflation)
  }

  /// Consumption shares by industry: a CES over industries.
  var consumptionWeights: [Double] {
    let exponent = 1 - calibration.consumption.priceElasticity
    let raw = zip(frame.consumptionShares, nation.industryPrices).map { $0 * power($1, exponent) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Heads wanted by firm and occupation: what expected sales need, times the buffer, rounded by a threshold that the
  /// firm keeps, so that rounding is unbiased and causes no churn.
  func planHeads() {
    let firms = firms
    let occupations = frame.occupations
    let efficiency = frame.efficiency
    let (staffing, effort) = (calibration.production.labourBuffer, nation.effort)
    let (pricing, newWorkWeights) = (servicePricing, newWorkWeights)
    parallel.forEachChunk(firms.count) { rows, _ in
      for firm in rows {
        let buffer = staffing / outputFactor(firm) / effort
        let base = firms.expectedDemand[firm] / unitOutput(firm) * buffer
        let hasAdopted = firms.adoptedAt[firm] >= 0
        let newWork = newWorkPerWeight(firm, newWorkWeights)
        for occupation in 0..<occupations {
          let cell = firms.cell(firm, occupation)
          let share = Double(firms.mix[cell])
          guard share > 0 else {
            firms.wanted[cell] = 0
            continue
          }
          let labour = hasAdopted ? taskCost(cell, pricing).labour : 1
          let unit = base * share / efficiency[occupation]
          let heads = unit * (labour + newWork * newWorkWeights[occupation])
          firms.wanted[cell] = Int32(min(heads, 1e8) + Double(firms.threshold[cell]))
          guard hasAdopted else { continue }
          // Of the heads that machines made superfluous those have gone who quit since, and were not replaced.
          let freed = unit * max(0, Double(firms.taskLabour[cell]) - labour)
          let left = Double(max(0, firms.heads[cell] - firms.wanted[cell]))
          firms.surplus[cell] = Float(min(Double(firms.surplus[cell]) + freed, left))
          firms.taskLabour[cell] = Float(labour)
        }
      }
    }
    for occupation in 0..<occupations {
      let cell = firms.cell(firms.count, occupation)
      let heads =
        nation.publicHeads * frame.staffing.heads[frame.industries][occupation] / outputFactor(firms.count)
      firms.wanted[cell] = Int32(heads + Double(firms.threshold[cell]))
    }
  }
}
