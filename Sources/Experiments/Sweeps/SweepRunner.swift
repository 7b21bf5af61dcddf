import Designs
import Scenarios

/// Carries out a sweep: what is not there yet, replication by replication, over all points.
///
/// Points that share their past share the burnt-in economy too: a run is a copy of it that goes on under the
/// point's regime. Runs of the same identity, such as the baseline at points that differ only in a reform, are
/// simulated once. No result depends on the number of threads or on what was there before.
public struct SweepRunner<Model: Simulation>: Sendable {
  let plan: SweepPlan
  let units: Set<SweepUnit>?
  let jobs: Int
  let mostFailures: Int
  let sink: any SweepSink
  let cancellation: Cancellation
  let closing: Cancellation
  let report: @Sendable (SweepProgress) -> Void

  /// - Parameters:
  ///   - plan: what to simulate.
  ///   - units: the part of it that is this runner's; nil for all.
  ///   - jobs: how many runs at a time.
  ///   - mostFailures: how many runs may fail; one more stops the sweep.
  ///   - sink: where the outcomes go.
  ///   - cancellation: asked after each month; runs in progress are given up.
  ///   - closing: asked before each run; runs in progress are finished.
  ///   - report: called after each run, from whichever thread simulated it.
  public init(
    _ plan: SweepPlan, units: [SweepUnit]? = nil, jobs: Int = 1, mostFailures: Int = .max,
    sink: any SweepSink,
    cancellation: Cancellation = Cancellation(), closing: Cancellation = Cancellation(),
    report: @escaping @Sendable (SweepProgress) -> Void = { _ in }
  ) {
    precondition(jobs >= 1, "somebody has to do the work")
    self.plan = plan
    self.units = units.map(Set.init)
    self.jobs = jobs
    self.mostFailures = mostFailures
    self.sink = sink
    self.cancellation = cancellation
    self.closing = closing
    self.report = report
  }

  /// Simulates what is missing. Runs that fail do not stop the others, unless they are too many; books that do
  /// not balance, and outcomes that cannot be kept, stop everything.
  public func run() throws -> SweepEnd {
    let states = try sink.finished(of: plan)
    let persons = plan.file.base.population.persons
    // Half a gigabyte of snapshots at most, of about a kilobyte a person.
    let cache = SnapshotCache<Model>(capacity: max(jobs + 1, min(64, 500_000 / max(1, persons))))
    let work = SweepWork(self, states: states, cache: cache)
    switch plan.file.experiment.replications {
    case .fixed(let count): work.simulate((0..<count).flatMap { work.missing(replication: $0) })
    case .until(_, _, let most):
      // How many a point needs depends on what all its earlier ones gave: nobody runs ahead.
      for replication in 0..<most where !work.isClosing {
        work.simulate(try work.missing(replication: replication).filter { try plan.needs($0, in: sink) })
      }
    }
    return try work.end()
  }
}

/// How a sweep ended.
public struct SweepEnd: Sendable, Equatable {
  /// What was done.
  public let progress: SweepProgress
  /// Whether somebody asked for the stop.
  public let isInterrupted: Bool
  /// Whether more runs failed than were allowed.
  public let hasTooManyFailures: Bool
  /// Burn-ins that were simulated.
  public let burnIns: Int
}

/// Why a sweep stopped before its end.
public enum SweepError: Error, Sendable {
  /// A run's books do not add up: a defect of the program.
  case booksDoNotBalance(String, run: SweepRun)
  /// Outcomes could not be kept.
  case resultsLost(any Error, run: SweepRun)
}

extension SweepError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .booksDoNotBalance(let what, let run):
      "the books do not balance (\(run.name)): \(what). This is a defect of the program; the sweep was stopped"
    case .resultsLost(let error, let run): "the results of \(run.name) could not be kept: \(error)"
    }
  }
}

extension SweepRun {
  /// For messages: `point 12, baseline, replication 3`.
  public var name: String { "point \(point), \(variant), replication \(replication)" }
}
