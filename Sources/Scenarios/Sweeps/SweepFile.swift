public import Designs

/// A sweep as its file states it, checked together with the scenario that it varies.
public struct SweepFile: Sendable {
  /// The file's name without its ending.
  public let name: String
  /// What is varied, how, and what is kept.
  public let experiment: Experiment
  /// The points that meet all constraints.
  public let points: PointList
  /// The scenario, to be resolved at each point.
  public let template: ScenarioTemplate
  /// Values that the file puts in place of the scenario's at all points.
  public let settings: [Overrides.Setting]
  /// The scenario with those values and without any factor.
  public let base: Scenario
  /// The variants that are simulated at each point: names in the scenario's order.
  public let variants: [String]
  /// What is asked of the outcomes, in the order of `experiment.analyses`.
  public let questions: [SweepMeasure]
  /// Which value of the lever is sought; nil where the file does not say.
  public let solve: SolveQuestion?
  /// What is to be traded off; nil where the file does not say.
  public let optimise: OptimiseQuestion?
  /// The outcome whose precision decides on the number of replications; nil where that is fixed.
  public let precision: SweepMeasure?
  /// All that its runs depend on, key by key: sweeps that agree here have the same runs.
  public let definition: [SweepFact]
  /// The file's text.
  public let text: String

  /// What the scenario's values are at a point.
  public func settings(at point: ExperimentPoint) -> [Overrides.Setting] {
    settings
      + zip(experiment.factors, point.values).map { Overrides.Setting($0.path, $1.description) }
  }

  /// The scenario at a point.
  public func scenario(at point: ExperimentPoint) throws(ScenarioErrors) -> Scenario {
    try template.scenario(settings(at: point))
  }

  /// Whether all points have the same burn-in, so that one for each replication will do.
  public var sharesPast: Bool { experiment.factors.allSatisfy(isAfterBurnIn) }

  /// Whether a factor has no say before the scenario's first month.
  public func isAfterBurnIn(_ factor: Factor) -> Bool {
    let first = factor.path.split(separator: ".").first.map(String.init) ?? ""
    return SweepKeys.afterBurnIn.contains(first)
  }
}

/// An outcome that is one number for each point and replication.
public struct SweepMeasure: Sendable, Equatable {
  /// The name of the output.
  public let output: String
  /// The variant whose runs it is taken from.
  public let variant: String
  /// Whether the baseline's outcome in the same point and replication is taken off.
  public let isEffect: Bool

  /// An outcome from its properties.
  public init(output: String, variant: String, isEffect: Bool = false) {
    self.output = output
    self.variant = variant
    self.isEffect = isEffect
  }

  /// For heads of tables: `unemployment`, `unemployment, effect of basic_income`.
  public var label: String {
    if isEffect { return "\(output), effect of \(variant)" }
    return variant == "baseline" ? output : "\(output) under \(variant)"
  }
}

/// One thing that a sweep's runs depend on.
public struct SweepFact: Sendable, Equatable {
  /// Dotted: `factors.benefit.path`, `scenario.months`.
  public let key: String
  /// Its value as text.
  public let value: String

  /// A key and its value.
  public init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// The keys of an experiment file.
enum SweepKeys {
  static let all = [
    "title", "question", "scenario", "set", "factors", "design", "where", "replications", "seed", "variants",
    "outputs", "analysis", "solve", "optimize",
  ]
  static let factor = [
    "path", "role", "unit", "range", "distribution", "mode", "mean", "deviation", "values", "weights",
    "levels",
  ]
  /// First levels of paths in the scenario that have no say before its first month.
  static let afterBurnIn = ["policies", "automation", "closure", "baseline", "reforms", "months"]
  /// Names of columns that the tables of results have already.
  static let columns = [
    "run_id", "point", "replication", "reform", "seed", "status", "feasible", "error", "months_done",
    "wall_seconds", "run_sha256", "month", "date", "runs", "failed", "output", "value", "scenario",
  ]
}
