/// A range that covers the truth with a stated probability.
public struct Interval: Sendable, Equatable {
  /// Its lower end, in the unit of what is estimated.
  public let low: Double
  /// Its upper end.
  public let high: Double
  /// The probability that such an interval covers the truth, between 0 and 1.
  public let confidence: Double

  /// - Precondition: `low` is not above `high`.
  public init(low: Double, high: Double, confidence: Double) {
    (self.low, self.high, self.confidence) = (low, high, confidence)
  }

  /// From one end to the other.
  public var width: Double { high - low }

  /// Whether a value lies in it, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// An estimate with its interval.
public struct IntervalEstimate: Sendable, Equatable {
  /// The estimate itself.
  public let value: Double
  /// Where the truth probably lies.
  public let interval: Interval
}
