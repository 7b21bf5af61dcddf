public import Economy

/// A job with the government for everybody who has been without one for some months.
///
/// Those in guaranteed jobs count as employed, go on looking for other work, and leave for any job that pays more. At
/// current prices their work counts by its cost, like other public services; in real GDP by `productivity`.
public struct JobGuarantee: Policy {
  public static let name = "job_guarantee"
  public static let summary = "A public job for everybody who has been unemployed for some months"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "wage", "Pay of a full week over the mean wage", unit: "mean wages", .number(0...2),
      default: .number(0.47), source: "prior: 15 USD an hour of 5,500 USD a month"),
    ParameterSpec(
      "hours", "Hours of a week in these jobs", unit: "hours", .number(1...60), default: .number(40),
      source: "choice of the scenario"),
    .rate(
      "capacity", "Most of these jobs over the labour force; 0 is none", default: 0,
      source: "choice of the scenario"),
    ParameterSpec(
      "eligibility", "Months of unemployment after which a job is offered", unit: "months", .integer(0...120),
      default: .number(12), source: "the pilot of Gramatneusiedl (Lehner and Kasy): nine to twelve months"),
    .rate(
      "productivity", "Output of an hour over that of an hour at the mean wage", default: 0.4, in: 0...2,
      source: "prior: about the pay"),
    .rate(
      "overhead", "Cost of a job beside pay, bought from firms, over pay", default: 0.25, in: 0...3,
      source: "prior"),
    .rate(
      "search", "Search of those in these jobs over that of the newly unemployed", default: 0.5,
      source: "prior: public employment programmes lock people in (Card, Kluve and Weber 2018)"),
    ParameterSpec(
      "voluntary", "Whether a person may stay unemployed instead", unit: "flag", .flag, default: .flag(true),
      source: "the pilot of Gramatneusiedl"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let hours = value("hours") / WorkingWeek.fileHours
    rules.guarantee.hours = hours
    rules.guarantee.pay = value("wage") * hours * calendar.meanWage
    rules.guarantee.capacity = value("capacity")
    rules.guarantee.eligibility = Int(value("eligibility"))
    rules.guarantee.productivity = value("productivity")
    rules.guarantee.overhead = value("overhead")
    rules.guarantee.search = value("search")
    rules.guarantee.isVoluntary = values.flag("voluntary", at: calendar.date)
  }
}
