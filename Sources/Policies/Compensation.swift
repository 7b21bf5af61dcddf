public import Economy

/// An insured share of what those lose whose job went to machines, against the pay they would have without that.
///
/// The counterfactual is the wage of the lost job, grown with mean earnings, for the hours that the person works or
/// wants. What she has of it in pay and taxable benefits is no loss. So the payment insures the wage of an hour: who
/// works longer is compensated for more hours, and nobody gains by working less. Firms whose work machines do may be
/// charged a part of the cost, in proportion to that work; the budget bears the rest.
public struct Compensation: Policy {
  public static let name = "compensation"
  public static let summary = "An insured share of what persons lose whose job went to machines"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "share", "Part of the loss that is paid, in the first month", default: 0,
      source: "choice of the scenario"
    ),
    ParameterSpec(
      "months", "Months after the loss of the job for which it is paid", unit: "months", .integer(0...600),
      default: .number(60),
      source:
        "prior: earnings lost by displacement are still 10 % after five years and more (Davis and von Wachter)"
    ),
    .rate(
      "decline", "Part of the share by which it has fallen at the end of the months, along a line",
      default: 0,
      source: "choice of the scenario"),
    ParameterSpec(
      "ceiling", "Largest insured pay over the mean wage", unit: "mean wages", .number(0...1_000),
      default: .number(1_000), source: "choice of the scenario; 1000 is none"),
    ParameterSpec(
      "requires_search", "Whether only those are paid who work or look for work", unit: "flag", .flag,
      default: .flag(true), source: "choice of the scenario"),
    ParameterSpec(
      "taxable", "Whether the income tax counts it as income", unit: "flag", .flag, default: .flag(true),
      source: "choice of the scenario; US unemployment benefits are"),
    .rate(
      "adopters_pay", "Part of the cost that is charged to firms by the work that machines do there",
      default: 0,
      source: "choice of the scenario"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.compensationLevy = values.number("adopters_pay", at: calendar.date)
  }

  /// The month's rule, in cents.
  struct Rule: Sendable {
    let share: Double
    let decline: Double
    let term: LossTerm
    let ceiling: Double
    let requiresSearch: Bool

    /// - Parameters:
    ///   - hours: those she is compensated for, over the standard week.
    ///   - income: what she has of the counterfactual pay.
    @inline(__always)
    func payment(_ loss: LossTerm.Loss?, hours: Double, income: Double) -> Double {
      guard let loss else { return 0 }
      let insured = share * (1 - decline * Double(loss.months - 1) / Double(max(1, term.months - 1)))
      return insured * max(0, min(loss.wage * hours, ceiling) - income)
    }

    /// Whether somebody in that state of work is paid at all.
    @inline(__always)
    func covers(_ state: LabourState) -> Bool {
      switch state {
      case .employed, .unemployed, .publicJob: true
      case .inactive: !requiresSearch
      case .absent, .child, .student, .retired: false
      }
    }
  }

  func rule(_ economy: Economy, _ calendar: Calendar) -> Rule? {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let share = value("share")
    guard share > 0 else { return nil }
    let persons = economy.persons
    return Rule(
      share: share, decline: value("decline"),
      term: LossTerm(
        at: persons.displacedAt, wage: persons.displacedWage, months: Int(value("months")), economy, calendar),
      ceiling: value("ceiling") * economy.meanWage,
      requiresSearch: values.flag("requires_search", at: calendar.date))
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    guard let rule = rule(economy, calendar) else { return [] }
    let persons = economy.persons
    let isTaxable = values.flag("taxable", at: calendar.date)
    return [
      Posting(.compensation) { rows, entries in
        for person in rows {
          guard let loss = rule.term.loss(person), rule.covers(persons.state(person)) else { continue }
          let payment = Int64(
            rule.payment(
              loss, hours: Double(persons.hours[person]), income: Double(persons.taxable[person])))
          if isTaxable { persons.taxable[person] += payment }
          entries.add(payment, to: person)
        }
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    guard let rule = rule(economy, calendar) else { return }
    let isTaxable = values.flag("taxable", at: calendar.date)
    for row in 0..<quotes.count {
      let person = Int(quotes.person[row])
      let isWorking = quotes.hours[row] > 0
      guard let loss = rule.term.loss(person), isWorking || !rule.requiresSearch else { continue }
      let hours = isWorking ? quotes.hours[row] : Double(economy.persons.hours[person])
      let payment = rule.payment(loss, hours: hours, income: quotes.taxable[row])
      quotes.household[row] += payment
      if isTaxable { quotes.taxable[row] += payment }
    }
  }
}
