public import Designs

/// A mean over replications with its interval by Student's t: `mean ± t s / sqrt(n)` with t of n - 1 degrees of
/// freedom.
///
/// For the effect of a reform it is to be given the differences of each replication, reform less baseline under
/// the same seed: what chance does to both alike then cancels out.
///
/// - Source: Student, "The probable error of a mean", Biometrika 6 (1908) 1-25. Law, Simulation Modeling and
///   Analysis, 5th ed., McGraw-Hill (2015), 9.4.1.
public struct MeanInterval: Sendable, Equatable {
  /// The mean, in the values' unit.
  public let mean: Double
  /// The standard deviation between the values, 0 or more.
  public let deviation: Double
  /// How many values, 2 or more.
  public let count: Int
  /// The probability that such an interval covers the truth, between 0 and 1.
  public let confidence: Double

  /// The interval around the mean of values; nil for fewer than two, which tell nothing about their spread.
  /// Values that are no finite numbers are left out.
  public init?(_ values: [Double], confidence: Double = 0.95) {
    let values = values.filter(\.isFinite)
    guard values.count >= 2 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / Double(values.count - 1)).squareRoot()
    count = values.count
    self.confidence = confidence
  }

  /// Half the width of the interval, in the values' unit.
  public var halfWidth: Double { halfWidth(of: count) }

  /// The interval.
  public var interval: Interval {
    Interval(low: mean - halfWidth, high: mean + halfWidth, confidence: confidence)
  }

  /// Half the width that so many values of the same spread would have.
  private func halfWidth(of count: Int) -> Double {
    StudentT.value(confidence: confidence, degrees: count - 1) * deviation / Double(count).squareRoot()
  }

  /// How many values it probably takes until half the width is at most a limit: the smallest n, not below the
  /// present one, with `t s / sqrt(n) <= limit`. Nil where the most would not do.
  ///
  /// - Source: Law (2015), 9.4.1, equation for n*_a; after Stein, Annals of Mathematical Statistics 16 (1945)
  ///   243-258.
  public func required(halfWidth limit: Double, most: Int) -> Int? {
    guard halfWidth(of: count) > limit else { return count }
    guard most > count, halfWidth(of: most) <= limit else { return nil }
    // It falls with the number of values, so halving finds the first that will do.
    var (short, enough) = (count, most)
    while enough - short > 1 {
      let middle = short + (enough - short) / 2
      if halfWidth(of: middle) <= limit { enough = middle } else { short = middle }
    }
    return enough
  }
}

extension Replications.Precision {
  /// The half-width that this asks for where the mean is as estimated.
  ///
  /// A relative one of g is a share of g / (1 + g) of the estimated mean, which makes it one of g of the true
  /// mean.
  ///
  /// - Source: Law (2015), 9.4.1, adjusted relative error.
  public func limit(at mean: Double) -> Double {
    isRelative ? halfWidth / (1 + halfWidth) * abs(mean) : halfWidth
  }
}

extension Replications {
  /// How many more runs a point needs, for the values that its runs have given so far; 0 when it is done.
  ///
  /// Until a half-width is reached it asks for half of what is probably missing, one at least: the spread of
  /// few values is badly known, and runs that were not needed cannot be given back. Stopping when the interval
  /// happens to be narrow makes it cover the truth a little less often than it says (Law 2015, 9.4.1).
  ///
  /// - Parameter values: the output that the precision is about, of finished runs; those that failed count by
  ///   their absence.
  public func missing(after values: [Double]) -> Int {
    guard case .until(let precision, let least, let most) = self else {
      return max(0, self.least - values.count)
    }
    guard values.count >= least else { return least - values.count }
    guard values.count < most, let mean = MeanInterval(values, confidence: precision.confidence) else {
      return max(0, most - values.count)
    }
    let limit = precision.limit(at: mean.mean)
    guard mean.halfWidth > limit else { return 0 }
    let required = mean.required(halfWidth: limit, most: most) ?? most
    return min(most - values.count, max(1, (required - values.count + 1) / 2))
  }
}
