import Economy
import Scenarios
import Synchronization

/// Where the workers of a runner take replications from and bring outcomes to.
final class Workshop<Model: Simulation>: Sendable {
  private let runner: Runner<Model>
  private let identifiers: [RunIdentifier]
  private let threadsPerEconomy: Int
  private let state: Mutex<State>
  /// The economy from which all replications branch where they have their persons in common.
  private let shared = Mutex<Result<Model?, any Error>?>(nil)

  private struct State {
    var nextReplication = 0
    var outcomes: [RunOutcome?]
    var progress: Progress
    /// The error that stopped the experiment.
    var error: ExperimentError?
  }

  init(_ runner: Runner<Model>, identifiers: [RunIdentifier], threadsPerEconomy: Int) {
    self.runner = runner
    self.identifiers = identifiers
    self.threadsPerEconomy = threadsPerEconomy
    let scenario = runner.scenario
    let burnIns = scenario.gains == nil ? scenario.replications : 1
    let months = scenario.replications * scenario.variants.count * scenario.months
    state = Mutex(
      State(
        outcomes: Array(repeating: nil, count: runner.plan.count),
        progress: Progress(
          monthsDone: 0, monthsTotal: burnIns * scenario.burnInMonths + months, runsDone: 0,
          runsTotal: runner.plan.count)))
  }

  /// Does one replication after the other until none is left.
  func work() {
    while let replication = takeReplication() {
      Replication(self, number: replication).simulate()
    }
  }

  private func takeReplication() -> Int? {
    state.withLock { state in
      guard state.nextReplication < runner.scenario.replications else { return nil }
      defer { state.nextReplication += 1 }
      return state.nextReplication
    }
  }

  /// All outcomes, in the plan's order.
  func outcomes() throws -> [RunOutcome] {
    try state.withLock { state in
      if let error = state.error { throw error }
      return state.outcomes.compactMap { $0 }
    }
  }
}

extension Workshop {
  /// The economy of a replication and the runs that branch from it.
  struct Replication {
    let workshop: Workshop
    let number: Int

    init(_ workshop: Workshop, number: Int) {
      self.workshop = workshop
      self.number = number
    }

    private var scenario: Scenario { workshop.runner.scenario }

    /// The plan's index of a variant's run.
    private func index(_ variant: Int) -> Int { number * scenario.variants.count + variant }

    func simulate() {
      var burntIn: Model?
      do {
        guard let economy = try start() else { return endAll(.interrupted) }
        burntIn = economy
      } catch {
        return endAll(workshop.ending(after: error, run: index(0)))
      }
      var baseline: Lives?
      var gains: [[WindowGains]?] = []
      var decomposition = burntIn.flatMap { workshop.runner.decompositions?.begin($0) }
      for (place, variant) in scenario.variants.enumerated() {
        // The last variant goes on with the burnt-in economy itself: one copy less in memory.
        let isLast = place == scenario.variants.count - 1
        guard var economy = isLast ? burntIn.take() : burntIn else { return }
        if scenario.gains != nil { economy.change(luck: luck(of: variant)) }
        var lives = scenario.gains.flatMap { economy.beginLives($0.valuation, baseline: baseline?.units) }
        let ending = branch(
          consume economy, under: variant.regime, run: index(place), &lives, &decomposition,
          reform: place == 0 ? nil : place - 1)
        let isComplete = ending == .complete
        if !isComplete { decomposition = nil }
        if place == 0 { baseline = isComplete ? lives : nil }
        let pair = baseline.flatMap { before in place > 0 && isComplete ? lives.map { (before, $0) } : nil }
        gains.append(pair.flatMap { workshop.runner.gains?.compare($0, $1) })
      }
      workshop.runner.gains?.add(gains, replication: number)
      if let decomposition { workshop.runner.decompositions?.add(decomposition, replication: number) }
    }

    /// Replications that have their persons in common differ in their luck, and each placebo of other luck has a luck
    /// of its own.
    private func luck(of variant: Scenario.Variant) -> Int {
      variant.placebo == .otherLuck ? scenario.replications + number : number
    }

    /// The economy at the scenario's start; nil where the experiment is to stop.
    private func start() throws -> Model? {
      guard scenario.gains != nil else { return try burnIn(seed: scenario.seed &+ UInt64(number)) }
      return try workshop.shared.withLock { shared in
        if let shared { return try shared.get() }
        let result = Result { try burnIn(seed: scenario.seed) }
        if case .success(let economy?) = result, let gains = scenario.gains {
          workshop.runner.gains?.open(economy.lifeTraits(gains.valuation.equivalence))
        }
        shared = result
        return try result.get()
      }
    }

    private func burnIn(seed: UInt64) throws -> Model? {
      guard !workshop.isStopping else { return nil }
      let setup = SimulationSetup(
        calibration: scenario.calibration, population: scenario.population, start: scenario.start,
        burnInMonths: scenario.burnInMonths, seed: seed,
        parallel: Parallel(threads: workshop.threadsPerEconomy))
      var economy = try Model(setup, regime: scenario.standing)
      while economy.month < 0 {
        guard !workshop.isStopping else { return nil }
        _ = try economy.step()
        workshop.advance(months: 1)
      }
      // The scenario's first year begins without what was paid before it.
      _ = economy.takeFlowRows()
      return economy
    }

    /// Ends every run of the replication before its first month.
    private func endAll(_ ending: Ending) {
      for variant in scenario.variants.indices {
        workshop.end(index(variant), ending, BudgetVerdict(), monthsDone: 0, lastMonths: [], seconds: 0)
      }
    }

    /// A run: a copy of the burnt-in economy under a variant's regime.
    private func branch(
      _ burntIn: consuming Model, under regime: Regime, run: Int, _ lives: inout Lives?,
      _ decomposition: inout Decomposition?, reform: Int?
    ) -> Ending {
      let start = ContinuousClock.now
      var economy = consume burntIn
      economy.adopt(regime)
      var batch = ResultBatch()
      var lastMonths: [MonthlyIndicators] = []
      var monthsDone = 0
      var ending = Ending.complete
      do {
        while monthsDone < scenario.months {
          guard !workshop.isStopping else {
            ending = .interrupted
            break
          }
          let month: MonthlyIndicators
          if monthsDone >= scenario.months - RunOutcome.window, var senses = decomposition.take() {
            month = try economy.step(&senses, reform: reform)
            decomposition = senses
          } else {
            month = try economy.step()
          }
          monthsDone += 1
          economy.add(to: &lives)
          batch.months.append(month)
          lastMonths = lastMonths.suffix(RunOutcome.window - 1) + [month]
          let endsYear = monthsDone.isMultiple(of: 12)
          if endsYear || monthsDone == scenario.months {
            if endsYear {
              batch.flows = economy.takeFlowRows()
              batch.balances = economy.balanceRows()
            }
            batch.distributions = economy.distributionRows()
            guard workshop.record(batch, run: run) else {
              ending = .interrupted
              break
            }
            batch = ResultBatch()
          }
          workshop.advance(months: 1)
        }
      } catch {
        ending = workshop.ending(after: error, run: run)
      }
      if !batch.months.isEmpty && ending != .complete { _ = workshop.record(batch, run: run) }
      workshop.end(
        run, ending, economy.budget, monthsDone: monthsDone, lastMonths: lastMonths,
        seconds: (ContinuousClock.now - start) / .seconds(1))
      return ending
    }
  }
}

extension Workshop {
  /// Whether the current month is the last one.
  private var isStopping: Bool { runner.cancellation.isRequested || state.withLock { $0.error != nil } }

  private func advance(months: Int, runs: Int = 0) {
    let progress = state.withLock { state in
      state.progress.monthsDone += months
      state.progress.runsDone += runs
      return state.progress
    }
    runner.report(progress)
  }

  /// How a run ends that threw an error; books that do not balance end the experiment too.
  private func ending(after error: any Error, run: Int) -> Ending {
    guard let error = error as? EconomyError else {
      return .failed(String(describing: error))
    }
    switch error {
    case .leak, .audit: stop(.booksDoNotBalance(error, run: runner.plan[run]))
    case .diverged: return .infeasible(error.message)
    case .population: break
    }
    return .failed(error.message)
  }

  /// Stops the experiment; the first error is the one reported.
  private func stop(_ error: ExperimentError) {
    state.withLock { state in
      if state.error == nil { state.error = error }
    }
  }

  /// Whether the sink took the results; where it did not, the experiment stops.
  private func record(_ batch: ResultBatch, run: Int) -> Bool {
    do {
      try runner.sink.record(batch, of: identifiers[run])
      return true
    } catch {
      stop(.resultsLost(error, run: runner.plan[run]))
      return false
    }
  }

  private func end(
    _ run: Int, _ ending: Ending, _ budget: BudgetVerdict, monthsDone: Int, lastMonths: [MonthlyIndicators],
    seconds: Double
  ) {
    do {
      try runner.sink.end(identifiers[run], ending, seconds: seconds)
      if ending == .complete { try runner.sink.note(budget, of: identifiers[run]) }
    } catch {
      stop(.resultsLost(error, run: runner.plan[run]))
    }
    let outcome = RunOutcome(
      run: runner.plan[run], ending: ending, monthsDone: monthsDone, lastMonths: lastMonths, budget: budget)
    state.withLock { $0.outcomes[run] = outcome }
    let skipped = ending == .complete ? 0 : runner.scenario.months - monthsDone
    advance(months: skipped, runs: 1)
  }
}
