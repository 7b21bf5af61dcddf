public import Economy

/// Retirement ages as changes of those of the economy file, and what leaving early or late does to the pension.
///
/// Who follows the norm leaves at the normal age, the others move by `own_response` of its change; how many follow it is
/// `retirement.followers` of the economy. Who has no job when the normal age is raised stays unemployed until the new
/// one. Pensions that have begun stay as they are.
public struct RetirementAge: Policy {
  public static let name = "retirement_age"
  public static let summary =
    "Early and normal retirement age, and what leaving early or late does to the pension"
  public static let phased = ["normal_age_change", "early_age_change"]
  public static let parameters: [ParameterSpec] = [
    shift("normal_age_change", "Months added to the normal age of the economy file"),
    shift("early_age_change", "Months added to the early age of the economy file"),
    .rate(
      "own_response", "Part of the change by which those move who do not follow the norm", default: 0.29,
      source: "prior: with 0.3 followers the mean age moves by half of a change (Mastrobuoni)"),
    .rate(
      "reduction", "Pension lost for each year before the normal age", default: 0,
      source: "choice of the scenario; US social security: 0.067"),
    .rate(
      "credit", "Pension gained for each year after the normal age", default: 0,
      source: "choice of the scenario; US social security: 0.08"),
    ParameterSpec(
      "phase_in", "Months over which a newly stated change is reached in equal steps", unit: "months",
      .integer(0...600), default: .number(0), source: "choice of the scenario", dated: false),
  ]

  private static func shift(_ key: String, _ meaning: String) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: "months", .number(-240...240), default: .number(0), source: "choice of the scenario"
    )
  }

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let steps = Int(value("phase_in"))
    func phased(_ key: String) -> Double {
      values.phased(key, at: calendar.date, over: steps, from: calendar.firstMonth)
    }
    rules.retirement.normalShift = phased("normal_age_change")
    rules.retirement.earlyShift = phased("early_age_change")
    rules.retirement.ownResponse = value("own_response")
    rules.retirement.reduction = value("reduction")
    rules.retirement.credit = value("credit")
  }
}
