import Economy

extension Target {
  static let jobFinding = Target(
    9, "Job finding of the unemployed, a month",
    published: "0.36 (2015 to 2019), from FRED-MD by Shimer's method",
    accepted: 0.306...0.414
  ) { $0.mean(.jobFindingRate) }

  static let separations = Target(
    9, "Separations into unemployment, a month",
    published: "0.017 as seen from month to month (2015 to 2019), from FRED-MD", accepted: 0.01445...0.01955
  ) { $0.mean(.separationRate) }

  static let unemployment = Target(
    9, "Unemployment rate", published: "4.4 % (2015 to 2019), FRED", accepted: 3.74...5.06, unit: "%"
  ) { 100 * $0.mean(.unemploymentRate) }

  static let flowVolatility = Target(
    7, "Volatility of job finding over that of separations",
    published: "0.081 over 0.047; Shimer (2012): three quarters of the variance of unemployment",
    accepted: 1.2...2.5
  ) { $0.cycle(.jobFindingRate).deviation / $0.cycle(.separationRate).deviation }

  static let longTerm = Target(
    10, "Share of the unemployed who have looked for more than half a year",
    published: "24 % (2015 to 2019), Bureau of Labor Statistics", accepted: 15...35, unit: "%"
  ) { 100 * $0.mean(.longTermUnemploymentRate) }

  static let switching = Target(
    17, "Hires from unemployment into another major group", published: "44 %, from the CPS",
    accepted: 35...50,
    unit: "%"
  ) { 100 * $0.mean(.groupSwitchRate) }
}
