import Economy
import MeanField
public import Scenarios

extension MeanFieldResult {
  /// Runs the market through the paths of automation of a scenario's baseline and reforms.
  /// - Throws: where a path leaves no work to be shared out.
  public init(_ scenario: Scenario, pace: Pace, codeVersion: String) throws(MeanFieldError) {
    self.scenario = scenario.name
    title = scenario.title
    economy = scenario.calibration.name
    start = scenario.start
    months = scenario.months
    self.pace = pace
    self.codeVersion = codeVersion
    occupations = scenario.calibration.occupations

    let network = MobilityNetwork(
      stayShare: scenario.calibration.labourMarket.stayShare, leavers: scenario.calibration.mobility)
    // A labour force of one: jobs wanted are in proportion to employment.
    let jobs = occupations.map(\.employmentShare)
    let heads = jobs.map { $0 / jobs.reduce(0, +) }
    let market = MeanFieldMarket.atRest(network: network, rules: pace.rules, heads: heads)

    var runs: [(targets: [[Double]], variant: Variant)] = []
    for variant in scenario.variants {
      guard
        let path = DemandPath(
          variant.regime.automation, scenario, before: pace.rules.targetAtRest(heads: heads), pace: pace)
      else { throw .noWorkLeft(variant: variant.name) }
      let same = runs.first { $0.targets == path.targets }?.variant
      runs.append(
        (path.targets, same?.renamed(variant.name, variant.label) ?? Variant(variant, market, path)))
    }
    variants = runs.map(\.variant)
  }
}

/// The jobs wanted by occupation in each step of a variant.
private struct DemandPath {
  let before: [Double]
  /// Shares saved once the path is complete, and the jobs wanted then.
  let hoursSaved: [Double]
  let after: [Double]
  let targets: [[Double]]

  /// Nil where machines take over everything.
  init?(_ automation: AutomationPath, _ scenario: Scenario, before: [Double], pace: MeanFieldResult.Pace) {
    let last = scenario.start + (scenario.months - 1)
    let duration = automation.duration(start: scenario.start, limit: scenario.months)
    let occupations = scenario.calibration.occupations
    let complete = automation.hoursSaved(
      in: occupations, month: Int(duration), date: last, start: scenario.start)
    guard complete.contains(where: { $0 < 1 }) else { return nil }
    let after = AutomationDemand.target(before: before, hoursSaved: complete)
    (self.before, self.after, hoursSaved) = (before, after, complete)
    switch pace {
    case .month:
      targets = (0..<scenario.months).map { month in
        let saved = automation.hoursSaved(in: occupations, month: month, date: scenario.start + month)
        return AutomationDemand.target(before: before, hoursSaved: saved)
      }
    case .paper:
      let shift = LogisticShift(before: before, after: after, duration: pace.steps(in: duration))
      let steps = Int(pace.steps(in: Double(scenario.months)).rounded(.up))
      targets = (0..<steps).map { shift.target(at: $0) }
    }
  }
}

extension MeanFieldResult.Variant {
  fileprivate init(_ variant: Scenario.Variant, _ resting: MeanFieldMarket, _ path: DemandPath) {
    var market = resting
    let restFlows = market.step(target: path.before)
    let rest = market.rates(restFlows)
    var occupations = zip(resting.unemploymentByOccupation, resting.longTermByOccupation).map {
      MeanFieldResult.OccupationOutcome(unemployment: .init($0), longTerm: .init($1))
    }
    market = resting
    let steps = path.targets.enumerated().map { step, target -> MarketRates in
      let flows = market.step(target: target)
      for (index, share) in market.unemploymentByOccupation.enumerated() {
        occupations[index].unemployment.add(share, step: step)
      }
      for (index, share) in market.longTermByOccupation.enumerated() {
        occupations[index].longTerm.add(share, step: step)
      }
      return market.rates(flows)
    }
    let settles = market.settle(target: path.after) != nil
    let flows = market.step(target: path.after)
    self.init(
      name: variant.name, label: variant.label, sameAs: nil, hoursSaved: path.hoursSaved,
      demandChange: zip(path.before, path.after).map { $0 > 0 ? $1 / $0 - 1 : 0 }, rest: rest, steps: steps,
      newRest: settles ? market.rates(flows) : nil, occupations: occupations)
  }

  fileprivate func renamed(_ name: String, _ label: String) -> Self {
    Self(
      name: name, label: label, sameAs: self.name, hoursSaved: hoursSaved, demandChange: demandChange,
      rest: rest,
      steps: steps, newRest: newRest, occupations: occupations)
  }
}
