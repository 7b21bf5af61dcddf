import Designs
import Economy
import Scenarios

/// A replication of a point: its variants, which branch from one burnt-in economy.
struct SweepTask<Model: Simulation> {
  let work: SweepWork<Model>
  let task: SweepUnit
  let threads: Int

  init(_ work: SweepWork<Model>, _ task: SweepUnit, threads: Int) {
    self.work = work
    self.task = task
    self.threads = threads
  }

  private var plan: SweepPlan { work.plan }
  private var point: ExperimentPoint { plan.points[task.point] }
  private var seed: UInt64 { plan.seed(replication: task.replication) }

  func simulate() {
    let scenario: Scenario
    let past: String
    do throws(ScenarioErrors) {
      (scenario, past) = try work.scenarios.scenario(at: point)
    } catch {
      // Factors that make no scenario together: a failure of the point, and a finding about the experiment.
      let message = error.errors[0].problem.message
      for index in plan.file.variants.indices {
        finish(run(index, identity: ""), SweepOutcome.failed(.failed(message), plan))
      }
      return
    }
    for (index, name) in plan.file.variants.enumerated() {
      guard !work.isClosing else { return }
      guard let variant = scenario.variants.first(where: { $0.name == name }) else { continue }
      simulate(variant, run(index, identity: identity(scenario, variant, past: past)), scenario, past: past)
    }
  }

  /// SHA-256 of all that a run's outcome depends on.
  private func identity(_ scenario: Scenario, _ variant: Scenario.Variant, past: String) -> String {
    var text = "\(past)\n\(variant.law)\nmonths: \(scenario.months)\nseed: \(seed)\n\(plan.codeVersion)\n"
    if let gains = work.gains, let baseline = baseline(of: scenario, for: variant) {
      text += "beside: \(baseline.law)\n\(gains.valuation(scenario))\n"
    }
    return Digest.sha256(text)
  }

  /// The baseline that a reform's lives are compared with; nil for the baseline itself.
  private func baseline(of scenario: Scenario, for variant: Scenario.Variant) -> Scenario.Variant? {
    variant.name == scenario.variants[0].name ? nil : scenario.variants[0]
  }

  private func run(_ variant: Int, identity: String) -> SweepRun {
    SweepRun(
      number: plan.number(replication: task.replication, point: task.point, variant: variant),
      point: point.ordinal, replication: task.replication, variant: plan.file.variants[variant], seed: seed,
      identity: identity)
  }

  private func simulate(_ variant: Scenario.Variant, _ run: SweepRun, _ scenario: Scenario, past: String) {
    guard work.isMissing(run.number) else { return }
    do {
      if let ending = try work.runner.sink.copy(to: run) { return work.end(run, ending) }
    } catch {
      return work.stop(.resultsLost(error, run: run))
    }
    let start = ContinuousClock.now
    do {
      let snapshot = try work.cache.model("\(past)/\(seed)") { try burnIn(scenario) }
      guard let outcome = try compared(snapshot, variant, scenario, run, past: past) else { return }
      finish(run, outcome)
    } catch is SweepInterruption {
    } catch {
      if let ending = ending(after: error, run) {
        finish(run, SweepOutcome.failed(ending, plan, since: start))
      }
    }
  }

  /// A run, with a reform's lives beside those of the baseline where that is asked for. The baseline's lives are found
  /// once for all reforms and points that have it.
  private func compared(
    _ snapshot: Model, _ variant: Scenario.Variant, _ scenario: Scenario, _ run: SweepRun, past: String
  ) throws -> SweepOutcome? {
    guard let gains = work.gains else { return branch(snapshot, variant, scenario, run)?.outcome }
    let valuation = gains.valuation(scenario)
    let baseline = baseline(of: scenario, for: variant) ?? variant
    let isBaseline = baseline.name == variant.name
    var own: Branch?
    let before = try work.lives.model(identity(scenario, baseline, past: past)) { () throws -> Lives? in
      guard let made = branch(snapshot, baseline, scenario, run, valuation) else { throw SweepInterruption() }
      if isBaseline { own = made }
      return made.lives
    }
    if isBaseline {
      return (own ?? branch(snapshot, variant, scenario, run))?.outcome(gains: gains.ofBaseline)
    }
    let made = branch(snapshot, variant, scenario, run, valuation, beside: before)
    let traits = snapshot.lifeTraits(valuation.equivalence)
    return made.map { $0.outcome(gains: gains.shares(before, $0.lives, scenario, traits)) }
  }

  private func finish(_ run: SweepRun, _ outcome: SweepOutcome) {
    guard work.isMissing(run.number) else { return }
    do {
      try work.runner.sink.record(run, outcome)
    } catch {
      return work.stop(.resultsLost(error, run: run))
    }
    work.end(run, outcome.ending)
  }

  /// The economy at the scenario's start.
  private func burnIn(_ scenario: Scenario) throws -> Model {
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: scenario.population, start: scenario.start,
      burnInMonths: scenario.burnInMonths, seed: seed, parallel: Parallel(threads: threads))
    var economy = try Model(setup, regime: scenario.standing)
    while economy.month < 0 {
      guard !work.isClosing else { throw SweepInterruption() }
      _ = try economy.step(.withoutDistribution)
    }
    return economy
  }

  /// A run without what compares it with another.
  private struct Branch {
    let ending: Ending
    let months: [MonthlyIndicators]
    /// Nil where nobody asked for them, or the run did not come to its end.
    let lives: Lives?
    let outputs: SweepOutputs
    let seconds: Double

    var outcome: SweepOutcome { outcome(gains: []) }

    func outcome(gains: [Double]) -> SweepOutcome {
      SweepOutcome(
        ending: ending, monthsDone: months.count,
        finals: ending == .complete ? outputs.finals(months, gains: gains) : outputs.undefined,
        series: outputs.series(months), seconds: seconds)
    }
  }

  /// A copy of the burnt-in economy under a variant's regime; nil where the sweep is to stop.
  /// - Parameters:
  ///   - valuation: how lives are valued; nil where nobody asks.
  ///   - baseline: the lives of the baseline, for a reform's.
  private func branch(
    _ burntIn: Model, _ variant: Scenario.Variant, _ scenario: Scenario, _ run: SweepRun,
    _ valuation: LifeValuation? = nil, beside baseline: Lives? = nil
  ) -> Branch? {
    let start = ContinuousClock.now
    var economy = burntIn
    economy.adopt(variant.regime)
    var lives = valuation.flatMap { economy.beginLives($0, baseline: baseline?.units) }
    var months: [MonthlyIndicators] = []
    months.reserveCapacity(scenario.months)
    var ending = Ending.complete
    let outputs = SweepOutputs(plan.file.experiment.outputs)
    do {
      while months.count < scenario.months {
        guard !work.isStopping else { return nil }
        months.append(try economy.step(outputs.scope(month: months.count, of: scenario.months)))
        economy.add(to: &lives)
      }
    } catch {
      guard let reason = self.ending(after: error, run) else { return nil }
      ending = reason
    }
    return Branch(
      ending: ending, months: months, lives: ending == .complete ? lives : nil, outputs: outputs,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// How a run ends that threw an error; nil for books that do not balance, which end the sweep.
  private func ending(after error: any Error, _ run: SweepRun) -> Ending? {
    guard let error = error as? EconomyError else { return .failed(String(describing: error)) }
    switch error {
    case .leak, .audit:
      work.stop(.booksDoNotBalance(error.message, run: run))
      return nil
    case .diverged: return .infeasible(error.message)
    case .population: return .failed(error.message)
    }
  }
}

extension SweepOutcome {
  /// What is kept of a run that came to nothing.
  fileprivate static func failed(
    _ ending: Ending, _ plan: SweepPlan, since start: ContinuousClock.Instant? = nil
  ) -> SweepOutcome {
    SweepOutcome(
      ending: ending, monthsDone: 0, finals: SweepOutputs(plan.file.experiment.outputs).undefined, series: [],
      seconds: start.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0)
  }
}
