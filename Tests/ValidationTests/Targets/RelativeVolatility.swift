import Economy
import Foundation

extension Target {
  private static func overOutput(
    _ number: Int, _ name: String, _ indicator: Indicator, published: String, accepted: ClosedRange<Double>,
    knownMiss: String? = nil
  ) -> Target {
    Target(
      number, "Volatility of \(name) over that of output", published: published, accepted: accepted,
      knownMiss: knownMiss
    ) { $0.cycle(indicator).deviation / $0.cycle(.gdpReal).deviation }
  }

  static let consumption = overOutput(
    5, "consumption", .consumptionReal, published: "0.81 (since 1985: 0.83), from FRED-MD",
    accepted: 0.6...1.0)

  static let investment = overOutput(
    5, "investment", .investmentReal, published: "3.25 (since 1985: 3.93), from FRED-MD", accepted: 2.5...5)

  // Births and deaths make the population smooth, so the rate has the cycle of the heads.
  static let employment = overOutput(
    5, "employment", .employmentRate, published: "0.68 (since 1985: 0.88), from FRED-MD",
    accepted: 0.5...1.0,
    knownMiss:
      "employment moves as unemployment does, 9.6 times 4.7 persons unemployed over 95.3 employed; who takes part does not "
      + "follow the cycle here, and firms with hands to spare keep them for some months")

  static let unemploymentVolatility = overOutput(
    6, "unemployment", .unemploymentRate, published: "7.8 (FRED-MD); Shimer (2005)", accepted: 5...12)

  static let vacancyVolatility = overOutput(
    6, "vacancies", .vacancyRate, published: "8.9 (FRED-MD); Shimer (2005)", accepted: 5...13)

  static let tightnessVolatility = Target(
    6, "Volatility of tightness over that of output per hour", published: "about 20; Shimer (2005)",
    accepted: 8...40
  ) { run in
    let tightness = zip(run.quarterly(.vacancyRate), run.quarterly(.unemploymentRate)).map { log($0 / $1) }
    return tightness.cycle(smoothing: 1_600).deviation / run.cycle(.productivity).deviation
  }
}
