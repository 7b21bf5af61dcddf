import Economy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Annual earnings within one occupation group, by the logarithm of earnings.
///
/// The economy file's quantiles are wages of a full year at full time. Between two quantiles the density of
/// the logarithm is flat; below the lowest it falls off at the rate that continues it, above the highest
/// wages follow the economy file's Pareto exponent. A survey also has those who worked part of the year or
/// part of the day: they earn a fraction h of a full year's wage, and fractions up to h have the share
/// h^exponent.
struct WageDistribution {
  private let logQuantiles: [Double]
  private let lowerRate: Double
  private let upperRate: Double

  /// Where quantiles stand, and how much lies between neighbours.
  static let ranks = [0.10, 0.25, 0.50, 0.75, 0.90]
  private static let masses = zip(ranks, ranks.dropFirst()).map { $1 - $0 }
  /// Persons for whom each quantile stands when a distribution is taken at its quantiles alone.
  private static let standingFor = [0.175, 0.20, 0.25, 0.20, 0.175]

  init(_ occupation: Occupation, paretoExponent: Double) {
    logQuantiles = occupation.wageQuantiles.map { log($0) }
    lowerRate = Self.masses[0] / Self.width(logQuantiles[1] - logQuantiles[0]) / Self.ranks[0]
    upperRate = paretoExponent
  }

  /// Equal neighbours are taken as one per cent apart.
  private static func width(_ difference: Double) -> Double { max(difference, 0.01) }

  /// Density of full-time wages of a full year.
  func fullYearDensity(at logWage: Double) -> Double {
    let last = logQuantiles.count - 1
    if logWage < logQuantiles[0] {
      return Self.ranks[0] * lowerRate * exp(lowerRate * (logWage - logQuantiles[0]))
    }
    if logWage >= logQuantiles[last] {
      return (1 - Self.ranks[last]) * upperRate * exp(-upperRate * (logWage - logQuantiles[last]))
    }
    let segment = logQuantiles.lastIndex { $0 <= logWage } ?? 0
    return Self.masses[segment] / Self.width(logQuantiles[segment + 1] - logQuantiles[segment])
  }

  /// Share of full-time wages below one that is not above the lowest quantile.
  func fullYearShare(belowLow logWage: Double) -> Double {
    Self.ranks[0] * exp(lowerRate * min(0, logWage - logQuantiles[0]))
  }

  /// Density of the earnings of part of a year or day.
  func partYearDensity(at logWage: Double, exponent: Double) -> Double {
    zip(logQuantiles, Self.standingFor).reduce(0) { sum, point in
      logWage < point.0 ? sum + point.1 * exponent * exp(exponent * (logWage - point.0)) : sum
    }
  }

  /// Share of such earnings below one.
  func partYearShare(below logWage: Double, exponent: Double) -> Double {
    zip(logQuantiles, Self.standingFor).reduce(0) { sum, point in
      sum + point.1 * exp(exponent * min(0, logWage - point.0))
    }
  }
}
