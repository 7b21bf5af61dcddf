import Designs
import Dispatch
import Economy
import Scenarios
import Sensitivity
import Synchronization

/// What the threads of a sweep share.
final class SweepWork<Model: Simulation>: Sendable {
  let runner: SweepRunner<Model>
  let cache: SnapshotCache<Model>
  let scenarios: PointScenarios
  /// What is asked about single persons; nil where nothing is.
  let gains: SweepGains?
  /// Lives under baselines by the identity of their runs; nil for those that came to no end.
  let lives: SnapshotCache<Lives?>
  private let state: Mutex<State>

  private struct State {
    /// By run number less one.
    var runs: [SweepState]
    var progress = SweepProgress()
    var error: SweepError?
    var hasTooManyFailures = false
  }

  var plan: SweepPlan { runner.plan }

  init(_ runner: SweepRunner<Model>, states: [SweepState], cache: SnapshotCache<Model>) {
    self.runner = runner
    self.cache = cache
    scenarios = PointScenarios(runner.plan.file)
    gains = SweepGains(runner.plan.file.experiment.outputs)
    lives = SnapshotCache(capacity: runner.jobs + 1)
    let plan = runner.plan
    let numbers = runner.units.map { $0.flatMap { plan.numbers(of: $0) } } ?? Array(plan.allNumbers)
    let own = numbers.map { states[$0 - 1] }
    var state = State(runs: states)
    state.progress.total = own.count
    state.progress.skipped = own.count { $0 != .missing }
    state.progress.failed = own.count { $0 == .failed }
    state.hasTooManyFailures = state.progress.failed > runner.mostFailures
    self.state = Mutex(state)
  }

  /// Whether runs in progress are to be given up.
  var isStopping: Bool {
    runner.cancellation.isRequested || state.withLock { $0.error != nil || $0.hasTooManyFailures }
  }

  /// Whether nothing more is to be begun.
  var isClosing: Bool { runner.closing.isRequested || isStopping }

  /// What is missing of a replication.
  func missing(replication: Int) -> [SweepUnit] {
    state.withLock { state in
      plan.points.indices.map { SweepUnit(replication: replication, point: $0) }.filter { unit in
        runner.units?.contains(unit) ?? true
          && plan.numbers(of: unit).contains { state.runs[$0 - 1] == .missing }
      }
    }
  }

  /// Does units, in their order as far as threads allow.
  func simulate(_ units: [SweepUnit]) {
    let next = Atomic(0)
    let workers = max(1, min(runner.jobs, units.count))
    // Threads that are left over go to the economies.
    let threads = max(1, runner.jobs / workers)
    @Sendable func work() {
      while !isClosing {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < units.count else { return }
        SweepTask(self, units[index], threads: threads).simulate()
      }
    }
    if workers == 1 { return work() }
    DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
  }

  /// Whether a run is still to be done.
  func isMissing(_ number: Int) -> Bool { state.withLock { $0.runs[number - 1] == .missing } }

  /// Notes the end of a run.
  func end(_ run: SweepRun, _ ending: Ending) {
    let progress = state.withLock { state in
      let isFailure = ending != .complete
      state.runs[run.number - 1] = isFailure ? .failed : .complete
      state.progress.done += 1
      if isFailure { state.progress.failed += 1 }
      if state.progress.failed > runner.mostFailures { state.hasTooManyFailures = true }
      return state.progress
    }
    runner.report(progress)
  }

  /// Stops the sweep; the first error is the one reported.
  func stop(_ error: SweepError) {
    state.withLock { state in
      if state.error == nil { state.error = error }
    }
  }

  /// What was done, or the error that stopped it.
  func end() throws -> SweepEnd {
    try state.withLock { state in
      if let error = state.error { throw error }
      return SweepEnd(
        progress: state.progress,
        isInterrupted: runner.cancellation.isRequested || runner.closing.isRequested,
        hasTooManyFailures: state.hasTooManyFailures, burnIns: cache.built)
    }
  }
}
