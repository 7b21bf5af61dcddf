public import Economy

/// Social contributions of employers and employees, proportional to earnings.
public struct Contributions: Policy {
  public static let name = "contributions"
  public static let summary = "Social contributions of employers and employees"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "employer", "Employers' contribution over gross pay; the government as an employer pays none",
      default: 0.0765,
      source: "Federal Insurance Contributions Act: 6.2 % and 1.45 %"),
    .rate(
      "employee", "Employees' contribution over gross pay", default: 0.0765,
      source: "Federal Insurance Contributions Act: 6.2 % and 1.45 %"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.employerContribution = values.number("employer", at: calendar.date)
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let rate = values.number("employee", at: calendar.date)
    let earnings = economy.persons.earnings
    return [
      Posting(.employeeContributions) { rows, entries in
        for person in rows { entries.add(Int64(Double(earnings[person]) * rate), to: person) }
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    let rate = values.number("employee", at: calendar.date)
    for row in 0..<quotes.count { quotes.household[row] -= quotes.earnings[row] * rate }
  }
}
