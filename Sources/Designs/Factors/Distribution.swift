/// Where a factor's value may lie and how likely it is there.
///
/// All have bounds: the model's parameters have them too, and the ends of a range are where a grid and a
/// trajectory go.
public enum Distribution: Sendable, Equatable {
  /// Every value from the low to the high end as likely.
  case uniform(low: Double, high: Double)
  /// The logarithm is uniform: each doubling is as likely. The low end is above 0.
  case logUniform(low: Double, high: Double)
  /// Likeliest at the mode, falling in straight lines to both ends.
  case triangular(low: Double, mode: Double, high: Double)
  /// Normal, of mean and standard deviation before what lies beyond the ends is cut off.
  case normal(mean: Double, deviation: Double, low: Double, high: Double)
  /// Every whole number from the low to the high end as likely.
  case wholeNumbers(low: Int, high: Int)
  /// Single values, numbers or flags or words, as likely as their weights say; all alike without weights.
  case values([FactorValue], weights: [Double]?)

  /// What sort of value comes from it; nil where there are no values.
  public var kind: FactorValue.Kind? {
    guard case .values(let values, _) = self else { return .number }
    return values.first?.kind
  }

  /// Whether a number holds it to the unit: beyond 2^53 not every whole number is one.
  static func isExact(_ whole: Int) -> Bool { whole.magnitude <= 1 << 53 }

  /// How many values there are, where they can be counted.
  var listed: Int? {
    switch self {
    case .values(let values, _): values.count
    case .wholeNumbers(let low, let high):
      low <= high && Self.isExact(low) && Self.isExact(high) ? high - low + 1 : 0
    default: nil
    }
  }

  /// A coordinate at which the quantile is the listed value of that number: the middle of its probability.
  func coordinate(ofListed index: Int) -> Double {
    guard case .values(let values, let weights?) = self, weights.count == values.count else {
      return (Double(index) + 0.5) / Double(max(1, listed ?? 1))
    }
    let all = weights.reduce(0, +)
    return (weights[..<index].reduce(0, +) + weights[index] / 2) / all
  }
}
