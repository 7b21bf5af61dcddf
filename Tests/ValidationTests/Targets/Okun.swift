import Economy
import Foundation

extension Target {
  static let okun = Target(
    2, "Okun: change of unemployment on growth of output, years",
    published: "−0.39 and −0.45 points a per cent (FRED, 1948 to 2019); textbooks −0.5",
    accepted: -0.55 ... -0.25, unit: "points a per cent"
  ) { run in
    run.yearly(.unemploymentRate).changes.slope(on: run.yearly(.gdpReal).map { log($0) }.changes)
  }
}
