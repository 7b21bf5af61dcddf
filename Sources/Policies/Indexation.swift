internal import Economy

extension ParameterSpec {
  /// What an amount grows with after the start of the scenario.
  static let indexation = ParameterSpec(
    "indexation", "What the amounts grow with after the start of the scenario", unit: "word",
    .choice(["none", "prices", "earnings", "gdp_per_head"]), default: .choice("prices"),
    source: "choice of the scenario", dated: false)

  /// Steps in which a newly stated amount is reached.
  static let phaseIn = ParameterSpec(
    "phase_in", "Months over which a newly stated amount is reached in equal steps", unit: "months",
    .integer(0...600), default: .number(0), source: "choice of the scenario", dated: false)
}

extension Calendar {
  /// Growth since the start of the scenario of what `indexation` names.
  func growth(by indexation: String) -> Double {
    switch indexation {
    case "prices": prices / start.prices
    case "earnings": earnings / start.earnings
    case "gdp_per_head": gdpPerHead / start.gdpPerHead
    default: 1
    }
  }

  /// The scenario's first month.
  var firstMonth: YearMonth { date + -month }
}
