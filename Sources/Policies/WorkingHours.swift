public import Economy

/// The standard working week: its length, what lost hours are paid and produce, what overtime costs, and who is exempt.
///
/// A change of the week is phased in by equal monthly steps. Firms answer by prices, heads, overtime and machines; the
/// equations are in `WorkingWeek`.
public struct WorkingHours: Policy {
  public static let name = "working_hours"
  public static let summary = "The standard working week, its pay, overtime, exemptions and subsidy"
  public static let phased = ["standard_week"]
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "standard_week", "Hours of the standard week", unit: "hours", .number(10...60), default: .number(40),
      source: "US Fair Labor Standards Act"),
    .rate(
      "wage_compensation", "Part of the pay for lost hours that is paid all the same", default: 0,
      source: "choice of the scenario"),
    .rate(
      "reorganisation_gain", "Part of the lost output that reorganisation recovers", default: 0.4,
      source:
        "prior: about half of a cut from 44 to 40 hours in Portugal (Asai, Lopes and Tondini), 0.3 to 0.5"),
    .rate(
      "overtime_premium", "Premium on the hourly wage for hours beyond the standard week", default: 0.5,
      in: 0...3,
      source: "US Fair Labor Standards Act"),
    .rate(
      "overtime_limit", "Largest part of the lost hours that may be worked as overtime", default: 0,
      source: "choice of the scenario"),
    .rate(
      "fixed_cost", "Cost of a head beside pay over her full-time pay: equipment, training, desk",
      default: 0.15,
      source: "prior: 10 to 20 % of pay"),
    ParameterSpec(
      "exempt_below", "Heads below which a firm keeps the old week", unit: "heads", .number(0...1_000_000),
      default: .number(0), source: "choice of the scenario; France exempted firms below 20 until 2002"),
    ParameterSpec(
      "phase_in", "Months over which a newly stated week is reached in equal steps", unit: "months",
      .integer(0...600), default: .number(0), source: "choice of the scenario", dated: false),
    .rate(
      "subsidy", "Subsidy over gross pay to firms under the shorter week", default: 0,
      source: "choice of the scenario; France cut payroll taxes in 1998 to 2002"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let old = WorkingWeek.fileHours
    let steps = Int(value("phase_in"))
    let hours = values.phased(
      "standard_week", at: calendar.date, over: steps, from: calendar.firstMonth, initially: old)
    guard hours != old else { return }
    rules.week.standard = hours / old
    rules.week.wageCompensation = value("wage_compensation")
    rules.week.reorganisationGain = value("reorganisation_gain")
    rules.week.overtimePremium = value("overtime_premium")
    rules.week.overtimeLimit = value("overtime_limit")
    rules.week.fixedCost = value("fixed_cost")
    rules.week.smallestFirm = value("exempt_below")
    rules.week.subsidy = value("subsidy")
  }
}
