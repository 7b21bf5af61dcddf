/// How often each point is run, with another seed each time and the same seeds for all points.
public enum Replications: Sendable, Equatable {
  /// So many times, 1 or more.
  case fixed(Int)
  /// Until the mean of an output is known well enough, within a least and a greatest number.
  case until(Precision, least: Int, most: Int)

  /// How well a mean is to be known.
  public struct Precision: Sendable, Equatable {
    /// The name of the output.
    public let output: String
    /// Half the width of the interval around the mean, above 0: in the output's unit, or as a share of the
    /// mean where it is relative.
    public let halfWidth: Double
    /// Whether the half-width is a share of the mean.
    public let isRelative: Bool
    /// Probability that such an interval covers the truth, between 0 and 1.
    public let confidence: Double

    /// A precision from its properties; 95 % is what tables of results have.
    public init(output: String, halfWidth: Double, isRelative: Bool = false, confidence: Double = 0.95) {
      self.output = output
      self.halfWidth = halfWidth
      self.isRelative = isRelative
      self.confidence = confidence
    }
  }

  /// The least number of runs of a point.
  public var least: Int {
    switch self {
    case .fixed(let count): count
    case .until(_, let least, _): least
    }
  }

  /// The greatest number of runs of a point.
  public var most: Int {
    switch self {
    case .fixed(let count): count
    case .until(_, _, let most): most
    }
  }
}
