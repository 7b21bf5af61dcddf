public import Economy

/// An amount for each child, paid to the child's household.
public struct ChildBenefit: Policy {
  public static let name = "child_benefit"
  public static let summary = "A monthly amount for each person under 18"
  public static let parameters: [ParameterSpec] = [
    ParameterSpec(
      "amount", "Amount a child, at the level of the economy file; it grows with earnings",
      unit: "currency/month",
      .number(0...1_000_000), default: .number(0), source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let amount = Int64((values.number("amount", at: calendar.date) * 100 * calendar.earnings).rounded())
    guard amount > 0 else { return [] }
    let persons = economy.persons
    let replaced = economy.rules.replacedChildBenefit
    return [
      Posting(.childBenefit) { rows, entries in
        let ages = persons.age
        for person in rows where ages[person] < BasicIncome.majority && persons.isPresent(person) {
          entries.add(max(0, amount - replaced.amount(age: ages[person])), to: person)
        }
      }
    ]
  }
}
