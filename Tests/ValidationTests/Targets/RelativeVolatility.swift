import Economy
import Foundation

extension Target {
  /// Why several figures of the cycle are missed.
  static let calmEmployment =
    "employment follows demand too little. Firms want about 8 % more heads than they have, so that a slump takes "
    + "posts that nobody has filled yet: vacancies fall by half where heads fall by one per cent. Fewer open posts at "
    + "rest, overtime that costs, and quits that follow the cycle are where to look"

  private static func relative(_ run: Run, _ cycle: [Double]) -> Double {
    cycle.deviation / run.cycle(.gdpReal).deviation
  }

  static let consumption = Target(
    5, "Volatility of consumption over that of output", published: "0.81 (since 1985: 0.83), from FRED-MD",
    accepted: 0.6...1.0
  ) { relative($0, $0.cycle(.consumptionReal)) }

  static let investment = Target(
    5, "Volatility of investment over that of output", published: "3.25 (since 1985: 3.93), from FRED-MD",
    accepted: 2.5...5
  ) { relative($0, $0.cycle(.investmentReal)) }

  static let employment = Target(
    5, "Volatility of employment over that of output", published: "0.68 (since 1985: 0.88), from FRED-MD",
    accepted: 0.5...1.0,
    knownMiss: Target.calmEmployment
  ) { run in
    // Births and deaths make the population smooth, so the rate has the cycle of the heads.
    relative(run, run.cycle(.employmentRate))
  }

  static let unemploymentVolatility = Target(
    6, "Volatility of unemployment over that of output", published: "7.8 (FRED-MD); Shimer (2005)",
    accepted: 5...12
  ) { relative($0, $0.cycle(.unemploymentRate)) }

  static let vacancyVolatility = Target(
    6, "Volatility of vacancies over that of output", published: "8.9 (FRED-MD); Shimer (2005)",
    accepted: 5...13
  ) { relative($0, $0.cycle(.vacancyRate)) }

  static let tightnessVolatility = Target(
    6, "Volatility of tightness over that of output per hour", published: "about 20; Shimer (2005)",
    accepted: 8...40
  ) { run in
    let tightness = zip(run.quarterly(.vacancyRate), run.quarterly(.unemploymentRate)).map { log($0 / $1) }
    return tightness.cycle(smoothing: 1_600).deviation / run.cycle(.productivity).deviation
  }
}
