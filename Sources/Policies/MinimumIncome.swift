public import Economy

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A means-tested minimum that fills a household's income up, tapered as it earns.
public struct MinimumIncome: Policy {
  public static let name = "minimum_income"
  public static let summary = "A means-tested minimum income for households, with a taper"
  public static let parameters: [ParameterSpec] = [
    .rate(
      "guarantee", "Benefit of a household of one without income, over the mean wage", default: 0.16,
      source: "prior: food, housing and cash assistance"),
    .rate("taper", "Benefit lost per unit of disposable income", default: 0.7, source: "prior"),
    ParameterSpec(
      "household_scale", "Power of household size by which the guarantee grows", unit: "1", .number(0...1),
      default: .number(0.7), source: "prior"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  /// The month's rule.
  struct Rule: Sendable {
    /// Guarantee by household size, in cents.
    var guarantees: [Double]
    var taper: Double

    @inline(__always)
    func benefit(size: Int, income: Double) -> Double {
      max(0, guarantees[min(size, guarantees.count - 1)] - taper * max(0, income))
    }
  }

  /// - Parameter earnings: mean earnings of the standard week as it is paid now, in cents.
  func rule(_ calendar: Calendar, earnings: Double) -> Rule {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let guarantee = value("guarantee") * earnings
    let scale = value("household_scale")
    return Rule(
      guarantees: (0..<16).map { $0 == 0 ? 0 : guarantee * pow(Double($0), scale) },
      taper: value("taper"))
  }

  public func assessHouseholds(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let rule = rule(calendar, earnings: economy.meanEarnings)
    let households = economy.households
    let (disposable, sizes, first) = (households.disposable, households.size, households.first)
    let (ages, next) = (economy.persons.age, economy.persons.next)
    let replaced = economy.rules.replacedMinimumIncome
    return [
      economy.meansTested(.minimumIncome) { household in
        let income = Double(disposable[household])
        let benefit = Int64(rule.benefit(size: Int(sizes[household]), income: income))
        guard benefit > 0, !replaced.isNothing else { return benefit }
        var received: Int64 = 0
        var member = Int(first[household])
        while member >= 0 {
          received += replaced.amount(age: ages[member])
          member = Int(next[member])
        }
        return max(0, benefit - received)
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    let rule = rule(calendar, earnings: economy.meanEarnings)
    let (persons, households) = (economy.persons, economy.households)
    let replaced = economy.rules.replacedMinimumIncome
    for row in 0..<quotes.count {
      let household = Int(persons.household[Int(quotes.person[row])])
      var benefit = rule.benefit(size: Int(households.size[household]), income: quotes.household[row])
      guard benefit > 0 else { continue }
      if !replaced.isNothing {
        var member = Int(households.first[household])
        while member >= 0 {
          benefit -= Double(replaced.amount(age: persons.age[member]))
          member = Int(persons.next[member])
        }
      }
      quotes.household[row] += max(0, benefit)
    }
  }
}
