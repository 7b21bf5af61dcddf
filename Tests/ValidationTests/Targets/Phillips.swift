import Economy

extension Target {
  static let phillips = Target(
    4, "Phillips: change of inflation over a year on the cycle of unemployment",
    published: "−0.66 (1959 to 2019), −0.14 (1985 to 2019), from FRED-MD",
    accepted: -0.8 ... -0.05, unit: "points a point"
  ) { run in
    let inflation = run.quarterly(.inflation)
    let gap = run.quarterly(.unemploymentRate).cycle(smoothing: 1_600)
    return inflation.changes(over: 4).slope(on: Array(gap.dropFirst(4)))
  }
}
