public import Economy

/// A cap on the jobs that machines may take: permits for so many a year, in equal parts each month. Where firms want
/// more, permits go to those whom they save most; what is not used lapses.
public struct Pacing: Policy {
  public static let name = "pacing"
  public static let summary = "A cap on the jobs that machines may take over in a year"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "quota", "Jobs that machines may take over in a year, over the labour force; 1 is no cap",
      unit: "share/year", .number(0...1), default: .number(1), source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    let quota = values.number("quota", at: calendar.date)
    rules.automationQuota = quota < 1 ? quota / 12 : nil
  }
}
