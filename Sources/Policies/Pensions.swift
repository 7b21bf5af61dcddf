public import Economy

/// A share of the wage before retirement, indexed to employment-weighted earnings.
public struct Pensions: Policy {
  public static let name = "pensions"
  public static let summary = "A share of the wage before retirement, for life"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "replacement", "Pension over the last gross wage, up to the bend point", default: 0.50,
      source: "prior: social security replaces about 40 %, occupational pensions come on top"),
    ParameterSpec(
      "bend_point", "Wage over the mean wage above which less is replaced", unit: "1", .number(0...20),
      default: .number(1.2), source: "prior: the shape of the US benefit formula"),
    .rate("upper_replacement", "Replacement of the wage above it", default: 0.20, source: "prior"),
    ParameterSpec(
      "taxable", "Whether the income tax counts it as income", unit: "flag", .flag, default: .flag(true),
      source: "US federal income tax, in part"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let (states, bases) = (economy.persons.stateCode, economy.persons.pensionBase)
    let (ages, taxable) = (economy.persons.age, economy.persons.taxable)
    let rate = values.number("replacement", at: calendar.date)
    let upper = values.number("upper_replacement", at: calendar.date)
    let bend = values.number("bend_point", at: calendar.date) * economy.meanWage
    let index = calendar.earnings
    let isTaxable = values.flag("taxable", at: calendar.date)
    let replaced = economy.rules.replacedPensions
    return [
      Posting(.pensions) { rows, entries in
        for person in rows where states[person] == LabourState.retired.rawValue {
          let wage = Double(bases[person]) * index
          let full = Int64(rate * min(wage, bend) + upper * max(0, wage - bend))
          let pension = max(0, full - replaced.amount(age: ages[person]))
          if isTaxable { taxable[person] += pension }
          entries.add(pension, to: person)
        }
      }
    ]
  }
}
