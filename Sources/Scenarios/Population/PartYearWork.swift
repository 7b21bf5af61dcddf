#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// How much of the survey's earners worked part of the year or day, read off the low end of their earnings.
struct PartYearWork: Equatable {
  /// Share of earners.
  var share: Double
  /// Power with which shares of the time worked rise.
  var exponent: Double

  /// - Parameter earnings: the survey's, as logarithms with weights, in the money of the economy file.
  init(
    earnings: [(logWage: Double, weight: Double)], distributions: [WageDistribution], shares: [Double],
    lowestQuantile: Double
  ) {
    let sorted = earnings.sorted { $0.logWage < $1.logWage }
    let total = sorted.reduce(0) { $0 + $1.weight }
    func quantile(_ rank: Double) -> Double {
      var below = 0.0
      for earning in sorted {
        below += earning.weight
        if below >= rank * total { return earning.logWage }
      }
      return sorted.last?.logWage ?? 0
    }
    // Far below all full-time wages the share of earners rises with the power of the fraction worked.
    let distance = quantile(0.10) - quantile(0.05)
    let exponent = distance > 0 ? min(max(log(2) / distance, 0.25), 4) : 1
    let low = log(lowestQuantile)
    let observed =
      sorted.reduce(0) { $1.logWage < low ? $0 + $1.weight : $0 } / max(total, .leastNormalMagnitude)
    let pairs = zip(distributions, shares)
    let fullYear = pairs.reduce(0) { $0 + $1.1 * $1.0.fullYearShare(belowLow: low) }
    let partYear = pairs.reduce(0) { $0 + $1.1 * $1.0.partYearShare(below: low, exponent: exponent) }
    self.exponent = exponent
    share = min(max((observed - fullYear) / (partYear - fullYear), 0.01), 0.95)
  }
  /// Density of the logarithm of earnings in an occupation, of those at full time and of the others together.
  func density(at logWage: Double, in distribution: WageDistribution) -> Double {
    let fullYear = distribution.fullYearDensity(at: logWage)
    let partYear = distribution.partYearDensity(at: logWage, exponent: exponent)
    return (1 - share) * fullYear + share * partYear
  }
}
