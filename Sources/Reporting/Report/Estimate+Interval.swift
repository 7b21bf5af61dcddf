import Experiments
import Sensitivity

extension Estimate {
  /// How sure a report is of its intervals.
  static let confidence = 0.95

  /// Where the mean over all replications that could be run lies, by Student's t: replications are independent
  /// draws, few, and their means near normal. Nil for one replication, which tells nothing about chance.
  var interval: Interval? {
    standardError.map { error in
      let half = StudentT.value(confidence: Self.confidence, degrees: count - 1) * error
      return Interval(low: mean - half, high: mean + half, confidence: Self.confidence)
    }
  }

  /// Whether chance alone does not explain the sign.
  var isClear: Bool { interval.map { $0.low > 0 || $0.high < 0 } ?? false }
}
