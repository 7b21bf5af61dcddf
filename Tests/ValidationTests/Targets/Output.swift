import Economy
import Foundation

extension Target {
  static let growthVolatility = Target(
    8, "Standard deviation of growth of output, a quarter", published: "0.56 to 0.81 %, from FRED-MD",
    accepted: 0.4...1.2, unit: "%"
  ) { 100 * $0.quarterly(.gdpReal).map { log($0) }.changes.deviation }

  static let growthPersistence = Target(
    8, "Autocorrelation of growth of output, quarters", published: "0.29 to 0.37, from FRED-MD",
    accepted: 0.1...0.6
  ) { $0.quarterly(.gdpReal).map { log($0) }.changes.autocorrelation }

  static let unemploymentDeviation = Target(
    21, "Standard deviation of the unemployment rate, months", published: "1.6 points (1948 to 2019), FRED",
    accepted: 0.8...2.0, unit: "points",
    knownMiss:
      "the shocks are those of ordinary times: moods of spending and firms' own fortunes. The deep slumps since 1948, of "
      + "finance, oil and tight money, have no counterpart"
  ) { 100 * $0.monthly(.unemploymentRate).deviation }
}
