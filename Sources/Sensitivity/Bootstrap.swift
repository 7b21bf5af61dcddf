internal import Designs

/// How intervals are had from a sample alone: it is drawn from again and again with replacement, and the
/// interval holds the middle of what the estimate then becomes (percentile interval).
///
/// - Source: Efron and Tibshirani, An Introduction to the Bootstrap, Chapman & Hall (1993), chapter 13; for
///   Sobol' indices Archer, Saltelli, Sobol', "Sensitivity measures, ANOVA-like techniques and the use of
///   bootstrap", Journal of Statistical Computation and Simulation 58 (1997) 99-120.
public struct Bootstrap: Sendable, Equatable {
  /// How often it is drawn; Efron and Tibshirani advise a thousand and more for such intervals.
  public let resamples: Int
  /// The share of the estimates that the interval holds, between 0 and 1.
  public let confidence: Double
  /// What the draws depend on.
  public let seed: UInt64

  /// The bootstrap of given strength and seed.
  public init(resamples: Int = 1_000, confidence: Double = 0.95, seed: UInt64 = 1) {
    precondition(resamples > 0 && confidence > 0 && confidence < 1, "resamples, and a share of them")
    self.resamples = resamples
    self.confidence = confidence
    self.seed = seed
  }

  /// An interval for each of some statistics of a sample.
  ///
  /// - Parameters:
  ///   - count: units of the sample.
  ///   - statistics: the statistics of the units that it is given, some of them several times.
  func intervals(count: Int, of statistics: ([Int]) -> [Double]) -> [Interval] {
    let draws = KeyedDraws(seed: seed, purpose: .bootstrap)
    var results: [[Double]] = []
    var units = [Int](repeating: 0, count: count)
    for resample in 0..<UInt32(resamples) {
      for place in 0..<count { units[place] = draws.index(below: count, resample, UInt32(place), 0) }
      results.append(statistics(units))
    }
    return results[0].indices.map { index in
      // A resample of equal outputs has no variance to share out; it is left out.
      interval(of: results.map { $0[index] }.filter(\.isFinite))
    }
  }

  private func interval(of values: [Double]) -> Interval {
    let sorted = values.sorted()
    let tail = (1 - confidence) / 2
    return Interval(
      low: Self.quantile(tail, ofSorted: sorted), high: Self.quantile(1 - tail, ofSorted: sorted),
      confidence: confidence)
  }

  /// The quantile by linear interpolation, the seventh definition of Hyndman and Fan, American Statistician
  /// 50 (1996) 361-365.
  public static func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
    guard let last = values.last else { return .nan }
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return last }
    return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
  }
}
