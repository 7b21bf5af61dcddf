public import Economy

/// A share of the gap between the wage of a job from which a person was laid off and that of the job she has found,
/// for some months.
///
/// It is paid to those who work, so that it rewards a quick return at a lower wage. The old wage is that of the lost
/// job, grown with mean earnings, for the hours she works.
public struct WageInsurance: Policy {
  public static let name = "wage_insurance"
  public static let summary = "A share of the fall in the wage after a lay-off, for those who work again"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "share", "Part of the fall in the wage that is paid", default: 0,
      source: "choice of the scenario; 0.5 in the US trade adjustment programme (RTAA)"),
    ParameterSpec(
      "months", "Months after the lay-off in which it is paid", unit: "months", .integer(0...600),
      default: .number(24), source: "US trade adjustment programme (RTAA): two years"),
    ParameterSpec(
      "ceiling", "Largest insured wage over the mean wage", unit: "mean wages", .number(0...1_000),
      default: .number(1), source: "prior: RTAA pays up to a new wage of 50,000 to 55,000 USD a year"),
    ParameterSpec(
      "least_age", "Age from which it is paid", unit: "years", .number(0...100), default: .number(0),
      source: "choice of the scenario; 50 in RTAA"),
    ParameterSpec(
      "cause", "Whether every lay-off counts, or that by machines alone", unit: "word",
      .choice(["any", "machines"]), default: .choice("any"), source: "choice of the scenario"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  /// The month's rule, in cents.
  struct Rule: Sendable {
    let share: Double
    let term: LossTerm
    let ceiling: Double
    /// Months.
    let leastAge: Int16

    @inline(__always)
    func payment(_ loss: LossTerm.Loss, hours: Double, earnings: Double) -> Double {
      share * max(0, min(loss.wage, ceiling) * hours - earnings)
    }
  }

  func rule(_ economy: Economy, _ calendar: Calendar) -> Rule? {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let share = value("share")
    guard share > 0 else { return nil }
    let (persons, months) = (economy.persons, Int(value("months")))
    let byMachines = values.choice("cause", at: calendar.date) == "machines"
    return Rule(
      share: share,
      term: LossTerm(
        at: byMachines ? persons.displacedAt : persons.laidOffAt,
        wage: byMachines ? persons.displacedWage : persons.laidOffWage, months: months, economy, calendar),
      ceiling: value("ceiling") * economy.meanWage, leastAge: Int16(value("least_age") * 12))
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    guard let rule = rule(economy, calendar) else { return [] }
    let persons = economy.persons
    return [
      Posting(.wageInsurance) { rows, entries in
        for person in rows where persons.stateCode[person] == LabourState.employed.rawValue {
          guard persons.age[person] >= rule.leastAge, let loss = rule.term.loss(person) else { continue }
          let payment = Int64(
            rule.payment(
              loss, hours: Double(persons.hours[person]), earnings: Double(persons.earnings[person])))
          persons.taxable[person] += payment
          entries.add(payment, to: person)
        }
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    guard let rule = rule(economy, calendar) else { return }
    for row in 0..<quotes.count where quotes.hours[row] > 0 {
      let person = Int(quotes.person[row])
      guard economy.persons.age[person] >= rule.leastAge, let loss = rule.term.loss(person) else { continue }
      let payment = rule.payment(loss, hours: quotes.hours[row], earnings: quotes.earnings[row])
      quotes.household[row] += payment
      quotes.taxable[row] += payment
    }
  }
}
