/// Which value of a lever is sought: the highest or lowest that meets all conditions.
public struct SolveQuestion: Sendable, Equatable {
  /// Which end of the lever's range is wanted.
  public enum End: String, Sendable, CaseIterable {
    case highest
    case lowest
  }

  /// Which end of the range is wanted.
  public let find: End
  /// How near to the edge the value has to be, in the lever's unit; above 0.
  public let tolerance: Double
  /// Probability that the interval of a mean covers the truth, between 0 and 1.
  public let confidence: Double
  /// All of them have to be met, one or more.
  public let conditions: [SweepCondition]

  /// A question from its properties.
  public init(find: End, tolerance: Double, confidence: Double = 0.95, conditions: [SweepCondition]) {
    self.find = find
    self.tolerance = tolerance
    self.confidence = confidence
    self.conditions = conditions
  }
}

/// A bound on the mean of an outcome over its replications.
public struct SweepCondition: Sendable, Equatable {
  /// On which side of the bound the mean has to lie.
  public enum Side: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
  }

  /// The outcome.
  public let measure: SweepMeasure
  /// On which side.
  public let side: Side
  /// The bound, in the outcome's unit.
  public let bound: Double

  /// A condition from its properties.
  public init(_ measure: SweepMeasure, _ side: Side, _ bound: Double) {
    self.measure = measure
    self.side = side
    self.bound = bound
  }

  /// How far a mean is on the right side, in the outcome's unit; below 0 where it is not.
  public func margin(_ mean: Double) -> Double { side == .atLeast ? mean - bound : bound - mean }
}

/// What is to be traded off by the levers.
public struct OptimiseQuestion: Sendable, Equatable {
  /// An outcome of which more, or less, is better.
  public struct Goal: Sendable, Equatable {
    /// The outcome.
    public let measure: SweepMeasure
    /// Whether more of it is better.
    public let isMoreBetter: Bool

    /// A goal from its properties.
    public init(_ measure: SweepMeasure, isMoreBetter: Bool) {
      self.measure = measure
      self.isMoreBetter = isMoreBetter
    }
  }

  /// Two or three.
  public let goals: [Goal]
  /// Settings of the levers in a generation: an even number, 4 or more.
  public let population: Int
  /// Generations, the first among them.
  public let generations: Int

  /// A question from its properties.
  public init(goals: [Goal], population: Int, generations: Int) {
    self.goals = goals
    self.population = population
    self.generations = generations
  }

  /// The most settings that are simulated.
  public var evaluations: Int { population * generations }
}
