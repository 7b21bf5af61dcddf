public import Designs
public import Scenarios

/// The runs of a sweep and their numbers: every variant of every replication of every point, replication by
/// replication, so that a sweep that is stopped early is still a balanced sample of its points.
public struct SweepPlan: Sendable {
  /// What is asked.
  public let file: SweepFile
  /// The points, in the design's order.
  public let points: [ExperimentPoint]
  /// Whether somebody asks for points one after the other, rather than a design that is known from the start.
  public let isAsked: Bool
  /// The most replications that a point may get.
  public let replications: Int
  /// The program that simulates.
  public let codeVersion: String

  /// The runs of an experiment file.
  public init(_ file: SweepFile, codeVersion: String) {
    self.file = file
    self.codeVersion = codeVersion
    points = file.points.points
    isAsked = false
    replications = file.experiment.replications.most
  }

  /// The runs of points that somebody asks for, whatever the file's design.
  public init(_ file: SweepFile, codeVersion: String, asked points: [ExperimentPoint]) {
    self.file = file
    self.codeVersion = codeVersion
    self.points = points
    isAsked = true
    replications = file.experiment.replications.most
  }

  /// The most runs that there may be.
  public var runs: Int { replications * points.count * file.variants.count }

  /// The number of a run in the database, from 1. It depends on nothing but its place in the plan: a sweep that
  /// was stopped and resumed has the same numbers as one that was not.
  public func number(replication: Int, point: Int, variant: Int) -> Int {
    // Points that are asked for have their numbers together: nobody knows how many more there will be.
    if isAsked {
      return (points[point].ordinal * replications + replication) * file.variants.count + variant + 1
    }
    return (replication * points.count + point) * file.variants.count + variant + 1
  }

  /// The highest number that a run may have.
  public var highestNumber: Int {
    guard isAsked else { return runs }
    return ((points.map(\.ordinal).max() ?? -1) + 1) * replications * file.variants.count
  }

  /// The numbers of all its runs.
  var allNumbers: some Sequence<Int> {
    (0..<replications).lazy.flatMap { replication in
      points.indices.lazy.flatMap { point in
        file.variants.indices.lazy.map { number(replication: replication, point: point, variant: $0) }
      }
    }
  }

  /// Replication k of every point has the same seed, so that points differ by their factors and not by chance.
  public func seed(replication: Int) -> UInt64 { file.experiment.seed &+ UInt64(replication) }
}

/// One run of a sweep.
public struct SweepRun: Sendable, Equatable {
  /// Its number in the plan, from 1.
  public let number: Int
  /// The ordinal of its point in the design.
  public let point: Int
  /// From 0.
  public let replication: Int
  /// `baseline`, or the reform's key.
  public let variant: String
  /// What all its draws depend on.
  public let seed: UInt64
  /// SHA-256 of everything that it depends on: resolved values, seed, program. Empty where the point makes no
  /// scenario.
  public let identity: String
}

/// How a run of a sweep ended, and what is kept of it.
public struct SweepOutcome: Sendable, Equatable {
  /// Complete, failed or infeasible; runs that were interrupted leave no outcome.
  public let ending: Ending
  /// Months simulated.
  public let monthsDone: Int
  /// A value for each output that is one number, in their order; NaN where it is not defined.
  public let finals: [Double]
  /// A row for each month in which a series has a value: a value for each series, NaN where it has none there.
  public let series: [(month: Int, values: [Double])]
  /// Time it took, without the burn-in.
  public let seconds: Double

  /// An outcome from its properties.
  public init(
    ending: Ending, monthsDone: Int, finals: [Double], series: [(month: Int, values: [Double])],
    seconds: Double
  ) {
    self.ending = ending
    self.monthsDone = monthsDone
    self.finals = finals
    self.series = series
    self.seconds = seconds
  }

  public static func == (left: SweepOutcome, right: SweepOutcome) -> Bool {
    left.ending == right.ending && left.monthsDone == right.monthsDone && left.finals == right.finals
      && left.series.elementsEqual(right.series) { $0.month == $1.month && $0.values == $1.values }
  }
}

/// Where the outcomes of a sweep go. A runner calls it from several threads.
public protocol SweepSink: Sendable {
  /// Which runs are there already, by their number less one.
  func finished(of plan: SweepPlan) throws -> [SweepState]
  /// Keeps an outcome: all of it or, where it throws, nothing.
  func record(_ run: SweepRun, _ outcome: SweepOutcome) throws
  /// Keeps the outcome of another run of the same identity for this one; nil where there is none.
  func copy(to run: SweepRun) throws -> Ending?
  /// An outcome of a point, replication by replication as far as it is known; nil for those that failed.
  func values(of measure: SweepMeasure, point: Int) throws -> [Double?]
}

/// A sink that takes points which no design knows.
public protocol PointSink: SweepSink {
  /// The ordinals of settings, a value a factor; those that are new are added, in their order.
  func ordinals(of settings: [[FactorValue]]) throws -> [Int]
}

/// What is known about a run.
public enum SweepState: UInt8, Sendable {
  case missing
  case complete
  case failed
}

/// How far a sweep is.
public struct SweepProgress: Sendable, Equatable {
  /// Runs that were there before.
  public var skipped = 0
  /// Runs that ended since, failed ones among them.
  public var done = 0
  /// Runs that failed, earlier ones among them.
  public var failed = 0
  /// Runs in all; the most there can be where replications are added as needed.
  public var total = 0

  /// No run is done.
  public init() {}
}
