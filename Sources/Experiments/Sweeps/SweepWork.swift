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
  private let state: Mutex<State>

  private struct State {
    /// By run number less one.
    var runs: [SweepState]
    var progress = SweepProgress()
    var error: SweepError?
    var hasTooManyFailures = false
  }

  /// A replication of a point, by its position in the plan: all variants.
  struct Task: Sendable {
    let replication: Int
    let point: Int
  }

  var plan: SweepPlan { runner.plan }

  init(_ runner: SweepRunner<Model>, states: [SweepState], cache: SnapshotCache<Model>) {
    self.runner = runner
    self.cache = cache
    var state = State(runs: states)
    state.progress.total = runner.plan.runs
    for number in runner.plan.numbers {
      if states[number - 1] != .missing { state.progress.skipped += 1 }
      if states[number - 1] == .failed { state.progress.failed += 1 }
    }
    state.hasTooManyFailures = state.progress.failed > runner.mostFailures
    self.state = Mutex(state)
  }

  /// Whether nothing more is to be begun.
  var isStopping: Bool {
    runner.cancellation.isRequested || state.withLock { $0.error != nil || $0.hasTooManyFailures }
  }

  /// What is missing of a replication.
  func tasks(replication: Int) -> [Task] {
    state.withLock { state in
      plan.points.indices.filter { point in
        plan.file.variants.indices.contains { variant in
          state.runs[plan.number(replication: replication, point: point, variant: variant) - 1] == .missing
        }
      }.map { Task(replication: replication, point: $0) }
    }
  }

  /// Whether a point needs another replication. The answer is the same whatever came after: also for a sweep
  /// that is resumed.
  func needsMore(point: Int, after replications: Int) throws -> Bool {
    guard let measure = plan.file.precision else { return false }
    let rule = plan.file.experiment.replications
    let values = try runner.sink.values(of: measure, point: plan.points[point].ordinal)
    return (rule.least...max(rule.least, replications)).allSatisfy {
      rule.missing(after: values.prefix($0).compactMap(\.self)) > 0
    }
  }

  /// Does tasks, in their order as far as threads allow.
  func simulate(_ tasks: [Task]) {
    let next = Atomic(0)
    let workers = max(1, min(runner.jobs, tasks.count))
    // Threads that are left over go to the economies.
    let threads = max(1, runner.jobs / workers)
    @Sendable func work() {
      while !isStopping {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < tasks.count else { return }
        SweepTask(self, tasks[index], threads: threads).simulate()
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
        progress: state.progress, isInterrupted: runner.cancellation.isRequested,
        hasTooManyFailures: state.hasTooManyFailures, burnIns: cache.built)
    }
  }
}
