public import Economy

/// A cap on the jobs that machines may take: permits for so many a year, in equal parts each month; what is not used
/// lapses.
///
/// Permits are given or sold. In a sale all pay the same price, the worth of the first job that gets no permit: what
/// it saves within the payback that firms ask for, less its cost of integration. The revenue is the budget's. After
/// an adoption the firm gives notice: for some months nobody is laid off, and only those go who go of themselves.
public struct Pacing: Policy {
  public static let name = "pacing"
  public static let summary = "A cap on the jobs that machines may take over in a year, by permits"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "quota", "Jobs that machines may take over in a year, over the labour force; 1 is no cap",
      unit: "share/year", .number(0...1), default: .number(1), source: "choice of the scenario"),
    .rate(
      "auctioned", "Part of the permits that is sold; the rest is given away", default: 0,
      source: "choice of the scenario"),
    ParameterSpec(
      "reserve_price", "Least price of a permit for one job", unit: "mean monthly wages", .number(0...120),
      default: .number(0), source: "choice of the scenario"),
    ParameterSpec(
      "order",
      "Who gets permits first: the highest bids, the industry that pays least, or each industry by its jobs",
      unit: "word", .choice(PacingRule.Order.allCases.map(\.rawValue)), default: .choice("bids"),
      source: "choice of the scenario; Korinek and Juelfs (2022) for the work that is worth least first"),
    ParameterSpec(
      "notice", "Months after an adoption in which the firm lays nobody off", unit: "months",
      .integer(0...60), default: .number(0),
      source: "choice of the scenario; the US WARN act gives two months before mass lay-offs"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let quota = value("quota")
    rules.pacing.quota = quota < 1 ? quota / 12 : nil
    rules.pacing.auctioned = value("auctioned")
    rules.pacing.reservePrice = value("reserve_price")
    rules.pacing.order = PacingRule.Order(rawValue: values.choice("order", at: calendar.date)) ?? .bids
    rules.pacing.notice = Int(value("notice"))
  }
}
