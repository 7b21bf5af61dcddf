public import Economy

/// A share of the last wage for those who lost a job, for some months, up to a ceiling.
public struct UnemploymentInsurance: Policy {
  public static let name = "unemployment_insurance"
  public static let summary = "A share of the last wage for some months after the loss of a job"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "replacement", "Benefit over the last gross wage", default: 0.45,
      source: "prior: US states replace 40 to 45 %"),
    ParameterSpec(
      "months", "Months for which it is paid", unit: "months", .integer(0...120), default: .number(6),
      source: "26 weeks in most US states"),
    ParameterSpec(
      "ceiling", "Largest insured wage over the mean wage", unit: "1", .number(0...20), default: .number(1.6),
      source: "prior"),
    ParameterSpec(
      "taxable", "Whether the income tax counts it as income", unit: "flag", .flag, default: .flag(true),
      source: "US federal income tax"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let (states, isInsured, ages) = (
      economy.persons.stateCode, economy.persons.isInsured, economy.persons.age
    )
    let (durations, lastWages, taxable) = (
      economy.persons.duration, economy.persons.lastWage, economy.persons.taxable
    )
    let rate = values.number("replacement", at: calendar.date)
    let months = Int16(values.number("months", at: calendar.date))
    let ceiling = values.number("ceiling", at: calendar.date) * economy.meanWage
    let isTaxable = values.flag("taxable", at: calendar.date)
    let replaced = economy.rules.replacedUnemploymentInsurance
    return [
      Posting(.unemploymentInsurance) { rows, entries in
        for person in rows
        where states[person] == LabourState.unemployed.rawValue && isInsured[person]
          && durations[person] <= months
        {
          let full = Int64(rate * min(Double(lastWages[person]), ceiling))
          let benefit = max(0, full - replaced.amount(age: ages[person]))
          if isTaxable { taxable[person] += benefit }
          entries.add(benefit, to: person)
        }
      }
    ]
  }
}
