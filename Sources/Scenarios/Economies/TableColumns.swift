import Economy

/// What the columns of an economy's tables hold, declared like every other parameter.
enum TableColumns {
  static let occupation: [ParameterSpec] = [
    column("employment_share", "Share of all jobs", "share", 0...1),
    column("mean_wage", "Mean wage", "currency/year", 1...1e9),
    column(
      "exposure_alpha", "Share of tasks that a language model alone makes at least twice as fast", "share",
      0...1),
    column("exposure_beta", "That share plus half of what software built on it does", "share", 0...1),
    flag("office", "Whether office tasks are its tasks"),
  ]

  static let industry: [ParameterSpec] = [
    column("employment_share", "Share of private jobs", "share", 0...1),
    column("investment_share", "Share of investment goods bought from it", "share", 0...1),
    column("government_share", "Share of government purchases bought from it", "share", 0...1),
    column("import_share", "Share of the demand for its products met from abroad", "share", 0...0.95),
    flag("storable", "Whether its product can be stored"),
  ]

  static let wageQuantile = column(
    "wage_quantiles", "Wage at the 10th, 25th, 50th, 75th and 90th percentile", "currency/year", 1...1e9)
  static let staffing = column("staffing", "Jobs by occupation", "percent", 0...100)
  static let mobility = column(
    "rows", "Share of leavers who go to each occupation; zeros where nobody leaves", "share", 0...1)

  private static func column(
    _ key: String, _ meaning: String, _ unit: String, _ bounds: ClosedRange<Double>
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: unit, .number(bounds), default: nil, source: "the economy file", dated: false)
  }

  private static func flag(_ key: String, _ meaning: String) -> ParameterSpec {
    ParameterSpec(key, meaning, unit: "flag", .flag, default: nil, source: "the economy file", dated: false)
  }
}
