public import Designs
public import Scenarios
import Synchronization

/// Simulates settings of the factors as somebody asks for them: a search, or a program outside.
///
/// Settings that were asked for before are answered from the sink. A search that asks for the same settings in
/// the same order therefore goes on where it was stopped.
public final class SweepEvaluator<Model: Simulation>: Sendable {
  /// The sweep's file.
  public let file: SweepFile
  private let codeVersion: String
  private let jobs: Int
  private let sink: any PointSink
  private let cancellation: Cancellation
  private let report: @Sendable (SweepProgress) -> Void
  private let cache: SnapshotCache<Model>

  /// - Parameters:
  ///   - file: what is simulated at the settings.
  ///   - codeVersion: names the program.
  ///   - jobs: how many runs at a time.
  ///   - sink: where the outcomes go.
  ///   - cancellation: asked after each month.
  ///   - report: called after each run, from whichever thread simulated it.
  public init(
    _ file: SweepFile, codeVersion: String, jobs: Int = 1, sink: any PointSink,
    cancellation: Cancellation = Cancellation(),
    report: @escaping @Sendable (SweepProgress) -> Void = { _ in }
  ) {
    self.file = file
    self.codeVersion = codeVersion
    self.jobs = jobs
    self.sink = sink
    self.cancellation = cancellation
    self.report = report
    cache = SweepRunner<Model>.cache(for: file, jobs: jobs)
  }

  /// Simulates settings and returns their ordinals.
  /// - Throws: `SearchStopped` where somebody asked for the stop.
  public func evaluate(_ settings: [[FactorValue]]) throws -> [Int] {
    let ordinals = try sink.ordinals(of: settings)
    var seen: Set<Int> = []
    let points = zip(ordinals, settings).filter { seen.insert($0.0).inserted }.map {
      ExperimentPoint(ordinal: $0, values: $1, coordinates: [])
    }
    let end = try SweepRunner<Model>(
      SweepPlan(file, codeVersion: codeVersion, asked: points), jobs: jobs, sink: sink,
      cancellation: cancellation, report: report
    ).run(cache: cache)
    if end.isInterrupted { throw SearchStopped() }
    return ordinals
  }

  /// An outcome of a setting, replication by replication; nil for those that failed.
  public func values(of measure: SweepMeasure, point: Int) throws -> [Double?] {
    var values = try sink.values(of: measure, point: point)
    let least = file.experiment.replications.least
    // Failures at the end leave no trace in the outcomes.
    while values.count < least { values.append(nil) }
    return values
  }
}

/// Somebody asked a search to stop.
public struct SearchStopped: Error, Sendable {
  /// A stop.
  public init() {}
}
