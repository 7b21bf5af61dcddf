/// What a firm would put machines on this month.
private struct AutomationProject {
  let firm: Int
  /// What it saves a month, and what it costs once, in cents.
  let saving: Double
  let cost: Double
  /// Jobs that it takes, in heads.
  let jobs: Double

  /// What a permit for one job is worth to the firm.
  func bid(payback: Double) -> Double { jobs > 0 ? (saving * payback - cost) / jobs : .infinity }
}

extension Economy {
  /// Firms take up what has become feasible and pays: those whom the diffusion draw reaches, where the saving pays
  /// the cost of integration back in time, and while permits last where pacing is on. By decree they take it up
  /// whether it pays or not.
  mutating func adoptAutomation() {
    guard month >= 0, providers.reach.contains(where: { $0.mass > 0 }) || !robots.reach.isEmpty else {
      return
    }
    let path = regime.automation.values
    func value(_ key: String) -> Double { path.number(key, at: date) }
    let (innovation, imitation) = (value("adoption_innovation"), value("adoption_imitation"))

    var adopters = [Double](repeating: 0, count: frame.industries)
    var all = adopters
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      all[industry] += firms.expectedDemand[firm]
      if firms.adoptedAt[firm] >= 0 { adopters[industry] += firms.expectedDemand[firm] }
    }
    let terms = AdoptionTerms(regime.automation, at: date)
    let pricing = servicePricing
    var projects: [AutomationProject] = []
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      let hazard = innovation + imitation * adopters[industry] / max(1e-9, all[industry])
      guard draws.uniform(.adoption, id: firm, month: clock) < hazard else { continue }
      if let project = project(firm, terms, pricing) { projects.append(project) }
    }
    carryOut(projects, terms, pricing)
    reinstate()
  }

  /// The dials of a decision, read once.
  private struct AdoptionTerms {
    let integration: Double
    let scale: Double
    let payback: Double
    let automateShare: Double
    let isDecreed: Bool

    init(_ automation: AutomationPath, at date: YearMonth) {
      let path = automation.values
      isDecreed = automation.isDecreed
      integration = path.number("integration_cost", at: date)
      scale = path.number("integration_scale", at: date)
      payback = path.number("payback", at: date)
      automateShare = path.number("automate_share", at: date)
    }
  }

  /// What is feasible in a firm and not taken yet, if the saving pays its integration back in time.
  private func project(
    _ firm: Int, _ terms: AdoptionTerms, _ pricing: ServicePricing
  ) -> AutomationProject? {
    let size = max(0.5, firms.expectedDemand[firm] / (frame.outputPerUnit * nation.productivity))
    let weight = terms.automateShare + (1 - terms.automateShare) * pricing.timeSaved
    var saving = 0.0
    var jobs = 0.0
    for occupation in 0..<frame.occupations {
      let cell = firms.cell(firm, occupation)
      guard firms.mix[cell] > 0 else { continue }
      if let gain = gain(cell, occupation, terms, pricing) {
        let price = servicePrice(taskCost: providers.reach[occupation].cost, path: pricing)
        saving += Double(firms.mix[cell]) * gain * weight * (1 - price)
        jobs += Double(firms.mix[cell]) * gain * terms.automateShare
      }
      if let gain = robotGain(cell, occupation) {
        let price = robots.reach[occupation].cost * robots.price[occupation]
        saving += Double(firms.mix[cell]) * gain * (1 - price)
        jobs += Double(firms.mix[cell]) * gain
      }
    }
    let bill = size * frame.meanWage * nation.wageIndex * (1 + rules.employerContribution)
    let cost = terms.integration * frame.meanWage * nation.wageIndex * power(size, terms.scale)
    let pays = saving * bill * terms.payback > cost
    guard pays || (terms.isDecreed && jobs > 0) else { return nil }
    return AutomationProject(firm: firm, saving: saving * bill, cost: cost, jobs: jobs * size)
  }

  /// Tasks that AI could take from people in a cell; nil where that is next to nothing, or where providers ask for as
  /// much as people cost, so that no other project carries it along.
  private func gain(
    _ cell: Int, _ occupation: Int, _ terms: AdoptionTerms, _ pricing: ServicePricing
  ) -> Double? {
    let taken = Double(firms.automated[cell] + firms.augmented[cell])
    let gain = min(providers.reach[occupation].mass - taken, 1 - taken - Double(firms.robots[cell]))
    guard gain > 0.001 else { return nil }
    if terms.isDecreed { return gain }
    return servicePrice(taskCost: providers.reach[occupation].cost, path: pricing) < 1 ? gain : nil
  }

  /// The same for robots.
  private func robotGain(_ cell: Int, _ occupation: Int) -> Double? {
    guard !robots.reach.isEmpty else { return nil }
    let taken = Double(firms.robots[cell])
    let gain = min(
      robots.reach[occupation].mass - taken,
      1 - taken - Double(firms.automated[cell]) - Double(firms.augmented[cell]))
    return gain > 0.001 ? gain : nil
  }

  /// Carries projects out, where the law issues permits as far as they last.
  private mutating func carryOut(
    _ projects: [AutomationProject], _ terms: AdoptionTerms, _ pricing: ServicePricing
  ) {
    guard let quota = rules.pacing.quota else {
      for project in projects { carryOut(project, part: 1, terms, pricing) }
      return
    }
    let bids = projects.map {
      PermitBid(
        firm: $0.firm, industry: Int(firms.industry[$0.firm]), jobs: $0.jobs,
        value: $0.bid(payback: terms.payback))
    }
    let sale = PermitSale(
      rule: rules.pacing, permits: quota * Double(counts.workforce),
      reserve: rules.pacing.reservePrice * meanWage, industries: permitIndustries)
    for award in sale.awards(bids) {
      let project = projects[award.bid]
      let cost = award.price * award.part * project.jobs * rules.pacing.auctioned
      firms.permits[project.firm] += Int64(cost)
      carryOut(project, part: award.part, terms, pricing)
    }
  }

  /// Jobs and mean pay by industry, for orders of permits that depend on them.
  private var permitIndustries: [PermitSale.Industry] {
    var jobs = [Double](repeating: 0, count: frame.industries)
    var pay = jobs
    for firm in 0..<firms.count {
      let industry = Int(firms.industry[firm])
      for occupation in 0..<frame.occupations {
        let heads = Double(firms.heads[firms.cell(firm, occupation)])
        jobs[industry] += heads
        pay[industry] += heads * nation.wages[occupation]
      }
    }
    return zip(jobs, pay).map { PermitSale.Industry(jobs: $0, meanPay: $0 > 0 ? $1 / $0 : 0) }
  }

  private func carryOut(
    _ project: AutomationProject, part: Double, _ terms: AdoptionTerms, _ pricing: ServicePricing
  ) {
    let firm = project.firm
    for occupation in 0..<frame.occupations {
      let cell = firms.cell(firm, occupation)
      let (gain, robotGain) = (gain(cell, occupation, terms, pricing), robotGain(cell, occupation))
      if let gain {
        firms.automated[cell] += Float(gain * terms.automateShare * part)
        firms.augmented[cell] += Float(gain * (1 - terms.automateShare) * part)
        firms.taskCost[cell] = Float(providers.reach[occupation].cost)
      }
      if let robotGain {
        firms.robots[cell] += Float(robotGain * part)
        firms.robotCost[cell] = Float(robots.reach[occupation].cost)
      }
    }
    firms.adoptedAt[firm] = Int32(clock)
    firms.investment[firm] += project.cost * part
  }

  /// Task mass done by machines, weighted by the wage bill that expected sales would have without them.
  var automatedTaskShare: Double {
    var all = 0.0
    let automated = machineWork.reduce(0, +)
    for firm in 0..<firms.count { all += firms.expectedDemand[firm] }
    return automated / max(all, 1e-9)
  }
  /// Work done by machines in each firm: task mass times expected sales.
  var machineWork: [Double] {
    (0..<firms.count).map { firm in
      guard firms.adoptedAt[firm] >= 0 else { return 0 }
      let mass = (0..<frame.occupations).reduce(0.0) { sum, occupation in
        let cell = firms.cell(firm, occupation)
        return sum + Double(firms.mix[cell]) * (Double(firms.automated[cell]) + Double(firms.robots[cell]))
      }
      return firms.expectedDemand[firm] * mass
    }
  }
}
