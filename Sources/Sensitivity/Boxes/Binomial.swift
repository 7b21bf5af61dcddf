#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The number of successes of independent trials.
enum Binomial {
  /// The probability of so many successes or more.
  ///
  /// Terms are added up by their logarithms, from that of no success on: `ln p_(k+1) - ln p_k = ln((n - k)/(k + 1))
  /// + ln(p / (1 - p))`.
  static func atLeast(_ successes: Int, of trials: Int, probability: Double) -> Double {
    if successes <= 0 || probability >= 1 { return 1 }
    if probability <= 0 { return 0 }
    var logarithm = Double(trials) * log1p(-probability)
    let odds = log(probability) - log1p(-probability)
    var sum = 0.0
    for count in 0...trials {
      if count >= successes { sum += exp(logarithm) }
      logarithm += log(Double(trials - count) / Double(count + 1)) + odds
    }
    return min(1, sum)
  }
}
