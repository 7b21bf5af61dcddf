/// One thing that is wrong with an experiment. It carries facts; `description` renders them.
public struct DesignError: Error, Sendable, Equatable {
  /// The dotted key of the experiment file that it is about, such as `factors.benefit.levels`.
  public let key: String
  /// What is wrong.
  public let problem: Problem

  /// A problem with what a key says.
  init(_ key: String, _ problem: Problem) {
    self.key = key
    self.problem = problem
  }

  /// The kinds of problem.
  public enum Problem: Sendable, Equatable {
    // Factors.
    /// Nothing is varied.
    case noFactors
    /// A name that cannot stand in an expression or name a column.
    case wrongName(String)
    /// Another one is called so.
    case repeatedName(String)
    /// Another factor has this path.
    case repeatedPath(String)
    /// No path.
    case emptyPath
    /// A number that is infinite or none.
    case notFinite
    /// A whole number so large that not every one of its size can be stored.
    case notExact
    /// A low end that is not below the high one.
    case emptyRange(low: Double, high: Double)
    /// A low end of 0 or less where logarithms are taken.
    case notPositive(Double)
    /// A mode beyond the ends.
    case modeOutside(Double, low: Double, high: Double)
    /// A range so far from the mean that nothing of the distribution lies there.
    case noProbability
    /// No values.
    case noValues
    /// A value that is there twice.
    case repeatedValue(FactorValue)
    /// Numbers, flags and words mixed.
    case mixedKinds
    /// Another number of weights than of values, or one that is not above 0.
    case wrongWeights
    /// A range that a grid does not know how to divide.
    case missingLevels
    /// Levels where values are listed, or less than one.
    case wrongLevels(Int)
    /// No distribution where the design draws from it.
    case missingDistribution

    // Designs.
    /// Fewer than it takes.
    case tooFew(Int, least: Int)
    /// More than there can be.
    case tooMany(Int?, most: Int)
    /// A number of points that is no power of two, with the nearest below and above.
    case notPowerOfTwo(Int, below: Int, above: Int)
    /// An odd number of levels.
    case oddLevels(Int)
    /// A row of another length than there are factors.
    case wrongRow(found: Int, expected: Int)
    /// A design that cannot be crossed.
    case notCrossable(String)

    // Constraints, replications, outputs.
    /// What is wrong with an expression.
    case constraint(ConstraintError)
    /// Constraints on a design whose analysis needs independent factors.
    case constrained(design: String)
    /// No point meets the constraints.
    case nothingLeft(of: Int)
    /// A number that is not above 0.
    case notAboveZero(Double)
    /// A probability that is not between 0 and 1.
    case wrongConfidence(Double)
    /// Nothing is kept.
    case noOutputs
    /// An output that is not kept.
    case unknownOutput(String, known: [String])
    /// A series where one number a run is needed.
    case seriesOutput(String)
    /// An analysis that another design is needed for.
    case wrongDesign(analysis: String, needed: String, found: String)
  }
}

/// All that is wrong with an experiment.
public struct DesignErrors: Error, Sendable, Equatable {
  /// One or more, in the order of the experiment's keys.
  public let errors: [DesignError]

  init(_ errors: [DesignError]) { self.errors = errors }
}
