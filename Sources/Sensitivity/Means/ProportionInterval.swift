/// A share of independent cases with its interval of 95 %, which stays within 0 and 1 also for few cases:
/// `(p + z^2/2n ± z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)`.
///
/// - Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
///   American Statistical Association 22 (1927) 209-212.
public struct ProportionInterval: Sendable, Equatable {
  /// The share, 0 to 1.
  public let share: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The interval around a share of so many cases, 1 or more.
  public init(share: Double, count: Int) {
    // The normal distribution's quantile of 0.975.
    let z = 1.959964
    let n = Double(count)
    let centre = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    self.share = share
    low = max(0, (centre - reach) / (1 + z * z / n))
    high = min(1, (centre + reach) / (1 + z * z / n))
  }
}
