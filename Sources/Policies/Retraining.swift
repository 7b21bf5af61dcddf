public import Economy

/// Courses that lead the unemployed into an occupation in which more people are sought.
///
/// A course takes months in which the person does not look for work and is paid a grant. Who finishes it with success
/// moves in the network of occupations to one with more vacancies for each unemployed than her own, drawn in proportion
/// to its vacancies, whose mean wage is at most `largest_rise` above her own occupation's. She keeps her rank in the
/// distribution of wages and what displacement has taken from her pay.
public struct Retraining: Policy {
  public static let name = "retraining"
  public static let summary = "Courses that lead the unemployed into another occupation"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "places", "Most persons in courses over the labour force; 0 is none", default: 0,
      source: "choice of the scenario"),
    ParameterSpec(
      "months", "Length of a course", unit: "months", .integer(1...60), default: .number(9),
      source: "prior: training programmes of half a year to a year and a half"),
    ParameterSpec(
      "who", "Whether courses are for those displaced by machines, or for all who were laid off",
      unit: "word",
      .choice(["displaced", "laid_off"]), default: .choice("displaced"), source: "choice of the scenario"),
    ParameterSpec(
      "eligibility", "Months of unemployment after which a person may enter", unit: "months",
      .integer(0...120),
      default: .number(3), source: "prior"),
    .rate(
      "success", "Part of those who finish that can enter another occupation", default: 0.5,
      source:
        "prior: training raises employment two to three years on (Card, Kluve and Weber 2018), not everybody's"
    ),
    ParameterSpec(
      "largest_rise", "Most by which the new occupation's mean wage exceeds that of the old", unit: "share",
      .number(-1...10), default: .number(0.25), source: "prior: no course makes a clerk a physician"),
    .rate(
      "grant", "Payment of a month over the wage of the last job", default: 0.3, source: "prior"),
    ParameterSpec(
      "cost", "Cost of a month of a course, bought from firms", unit: "mean monthly wages", .number(0...5),
      default: .number(0.25), source: "prior: about 10,000 to 15,000 USD a course"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    rules.retraining.places = value("places")
    rules.retraining.months = Int(value("months"))
    rules.retraining.isForDisplaced = values.choice("who", at: calendar.date) == "displaced"
    rules.retraining.eligibility = Int(value("eligibility"))
    rules.retraining.success = value("success")
    rules.retraining.largestRise = value("largest_rise")
    rules.retraining.cost = value("cost")
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let grant = values.number("grant", at: calendar.date)
    guard grant > 0, !economy.hasNoTrainees else { return [] }
    let (persons, clock) = (economy.persons, Int32(economy.clock))
    return [
      Posting(.trainingGrants) { rows, entries in
        for person in rows
        where persons.trainingEnds[person] >= clock
          && persons.stateCode[person] == LabourState.unemployed.rawValue
        {
          let payment = Int64(grant * Double(persons.lastWage[person]))
          persons.taxable[person] += payment
          entries.add(payment, to: person)
        }
      }
    ]
  }
}
