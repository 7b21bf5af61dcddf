extension Economy {
  /// Firms take up what has become feasible and pays: those whom the diffusion draw reaches, where the saving pays
  /// the cost of integration back in time, and while permits last where pacing is on.
  mutating func adoptAutomation() {
    guard month >= 0, providers.reach.contains(where: { $0.mass > 0 }) else { return }
    let path = regime.automation.values
    func value(_ key: String) -> Double { path.number(key, at: date) }
    let (innovation, imitation) = (value("adoption_innovation"), value("adoption_imitation"))
    let integration = value("integration_cost") * frame.meanWage * nation.wageIndex
    let scale = value("integration_scale")
    let payback = value("payback")
    let automateShare = value("automate_share")
    let pricing = servicePricing
    let occupations = frame.occupations

    var adopters = [Double](repeating: 0, count: frame.industries)
    var all = adopters
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      all[industry] += firms.expectedDemand[firm]
      if firms.adoptedAt[firm] >= 0 { adopters[industry] += firms.expectedDemand[firm] }
    }
    var permits = rules.automationQuota.map { $0 * Double(counts.workforce) } ?? .infinity
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      let hazard = innovation + imitation * adopters[industry] / max(1e-9, all[industry])
      guard draws.uniform(.adoption, id: firm, month: clock) < hazard else { continue }
      let size = max(0.5, firms.expectedDemand[firm] / (frame.outputPerUnit * nation.productivity))
      var saving = 0.0
      var jobs = 0.0
      for occupation in 0..<occupations {
        let cell = firms.cell(firm, occupation)
        let taken = Double(firms.automated[cell] + firms.augmented[cell])
        let gain = providers.reach[occupation].mass - taken
        guard gain > 0.001, firms.mix[cell] > 0 else { continue }
        let price = servicePrice(taskCost: providers.reach[occupation].cost, path: pricing)
        let weight = automateShare + (1 - automateShare) * pricing.timeSaved
        saving += Double(firms.mix[cell]) * gain * weight * max(0, 1 - price)
        jobs += Double(firms.mix[cell]) * gain * automateShare
      }
      let bill = size * frame.meanWage * nation.wageIndex * (1 + rules.employerContribution)
      let cost = integration * power(size, scale)
      guard saving * bill * payback > cost else { continue }
      let needed = jobs * size
      guard needed <= permits else { continue }
      permits -= needed
      for occupation in 0..<occupations {
        let cell = firms.cell(firm, occupation)
        let reach = providers.reach[occupation]
        let gain = reach.mass - Double(firms.automated[cell] + firms.augmented[cell])
        guard gain > 0.001 else { continue }
        firms.automated[cell] += Float(gain * automateShare)
        firms.augmented[cell] += Float(gain * (1 - automateShare))
        firms.taskCost[cell] = Float(reach.cost)
      }
      firms.adoptedAt[firm] = Int32(clock)
      firms.investment[firm] += cost
    }
    reinstate()
  }

  /// New human tasks arise in proportion to the tasks automated, smoothed over two years; they bring new output of
  /// their own, so that they raise quality and labour alike.
  private mutating func reinstate() {
    let mass = automatedTaskShare
    providers.displacement.removeFirst()
    providers.displacement.append(max(0, mass - providers.automatedMass))
    providers.automatedMass = mass
    let ratio = regime.automation.values.number("reinstatement", at: date)
    let added = ratio * providers.displacement.reduce(0, +) / 24
    guard added > 0 else { return }
    for firm in 0..<firms.count { firms.newTasks[firm] += added }
  }

  /// Task mass done by AI, weighted by the wage bill that expected sales would have without it.
  var automatedTaskShare: Double {
    var automated = 0.0
    var all = 0.0
    for firm in 0..<firms.count where firms.adoptedAt[firm] >= 0 {
      let weight = firms.expectedDemand[firm]
      for occupation in 0..<frame.occupations {
        let cell = firms.cell(firm, occupation)
        automated += weight * Double(firms.mix[cell]) * Double(firms.automated[cell])
      }
    }
    for firm in 0..<firms.count { all += firms.expectedDemand[firm] }
    return automated / max(all, 1e-9)
  }
}
