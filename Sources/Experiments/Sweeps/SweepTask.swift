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
    do throws(ScenarioErrors) {
      scenario = try plan.file.scenario(at: point)
    } catch {
      // Factors that make no scenario together: a failure of the point, and a finding about the experiment.
      let message = error.errors[0].problem.message
      for index in plan.file.variants.indices {
        finish(run(index, identity: ""), SweepOutcome.failed(.failed(message), plan))
      }
      return
    }
    let past = Digest.sha256(scenario.past)
    for (index, name) in plan.file.variants.enumerated() {
      guard !work.isClosing else { return }
      guard let variant = scenario.variants.first(where: { $0.name == name }) else { continue }
      simulate(variant, run(index, identity: identity(scenario, variant, past: past)), scenario, past: past)
    }
  }

  /// SHA-256 of all that a run's outcome depends on.
  private func identity(_ scenario: Scenario, _ variant: Scenario.Variant, past: String) -> String {
    Digest.sha256("\(past)\n\(variant.law)\nmonths: \(scenario.months)\nseed: \(seed)\n\(plan.codeVersion)\n")
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
      guard let outcome = branch(snapshot, variant.regime, scenario, run) else { return }
      finish(run, outcome)
    } catch is SweepInterruption {
    } catch {
      if let ending = ending(after: error, run) {
        finish(run, SweepOutcome.failed(ending, plan, since: start))
      }
    }
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
      _ = try economy.step()
    }
    return economy
  }

  /// A copy of the burnt-in economy under a regime; nil where the sweep is to stop.
  private func branch(_ burntIn: Model, _ regime: Regime, _ scenario: Scenario, _ run: SweepRun)
    -> SweepOutcome?
  {
    let start = ContinuousClock.now
    var economy = burntIn
    economy.adopt(regime)
    var months: [MonthlyIndicators] = []
    months.reserveCapacity(scenario.months)
    var ending = Ending.complete
    do {
      while months.count < scenario.months {
        guard !work.isStopping else { return nil }
        months.append(try economy.step())
      }
    } catch {
      guard let reason = self.ending(after: error, run) else { return nil }
      ending = reason
    }
    let outputs = SweepOutputs(plan.file.experiment.outputs)
    return SweepOutcome(
      ending: ending, monthsDone: months.count,
      finals: ending == .complete ? outputs.finals(months) : outputs.undefined,
      series: outputs.series(months), seconds: (ContinuousClock.now - start) / .seconds(1))
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
