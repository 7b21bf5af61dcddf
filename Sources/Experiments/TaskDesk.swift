import Dispatch
import Economy
import Synchronization

/// Where threads take tasks from and bring answers to, for measurements that are whole or nothing: the first failure in
/// the order of tasks ends them. No answer depends on how many threads there are.
final class TaskDesk<Answer: Sendable, Problem: Error>: Sendable {
  private let tasks: Int
  private let interrupted: Problem
  private let cancellation: Cancellation
  private let report: @Sendable (Progress) -> Void
  private let state: Mutex<State>

  private struct State {
    var next = 0
    var results: [Result<Answer, Problem>?]
    var hasFailed = false
    var progress: Progress
  }

  /// - Parameters:
  ///   - months: to simulate in all; `runs` likewise.
  ///   - interrupted: thrown where `cancellation` asks for the stop.
  ///   - report: called after each month, from whichever thread simulated it.
  init(
    tasks: Int, months: Int, runs: Int, interrupted: Problem, cancellation: Cancellation,
    report: @escaping @Sendable (Progress) -> Void
  ) {
    self.tasks = tasks
    self.interrupted = interrupted
    self.cancellation = cancellation
    self.report = report
    state = Mutex(
      State(
        results: Array(repeating: nil, count: tasks),
        progress: Progress(monthsDone: 0, monthsTotal: months, runsDone: 0, runsTotal: runs)))
  }

  /// Does all tasks; their answers in order, or the error of the first that has one.
  func answers(threads: Int, _ body: @Sendable (Int) throws(Problem) -> Answer) throws(Problem) -> [Answer] {
    DispatchQueue.concurrentPerform(iterations: min(threads, tasks)) { _ in
      while let task = next() { keep(Result { () throws(Problem) in try body(task) }, task) }
    }
    var answers: [Answer] = []
    for result in state.withLock({ $0.results }) { if let result { answers.append(try result.get()) } }
    return answers
  }

  /// A month of an economy, unless everything is to stop.
  func step(_ economy: inout some Simulation) throws -> MonthlyIndicators {
    guard !cancellation.isRequested else { throw interrupted }
    let month = try economy.step()
    let progress = state.withLock { state in
      state.progress.monthsDone += 1
      return state.progress
    }
    report(progress)
    return month
  }

  func endRun() { state.withLock { $0.progress.runsDone += 1 } }

  /// The next task; nil where none is left or another one has failed.
  private func next() -> Int? {
    state.withLock { state in
      guard state.next < tasks, !state.hasFailed else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func keep(_ result: Result<Answer, Problem>, _ task: Int) {
    state.withLock { state in
      state.results[task] = result
      if case .failure = result { state.hasFailed = true }
    }
  }
}
