public import Economy

/// An unconditional income for every resident, by age class.
///
/// Amounts are monthly, at the prices of the scenario's start, and grow with `indexation` from then on. A newly stated
/// amount is reached in `phase_in` equal monthly steps. The closure `ubi_scales` multiplies all amounts. Consumer
/// prices are taken before consumption tax, so that a tax that pays for the income does not raise it.
public struct BasicIncome: Policy {
  public static let name = "basic_income"
  public static let summary = "An unconditional monthly income for every resident, by age class"
  public static let phased = ["child", "adult", "senior"]
  public static let parameters: [ParameterSpec] = [
    .amount("child", "Amount for persons under 18"),
    .amount("adult", "Amount for persons of 18 to 65"),
    .amount("senior", "Amount for persons of 66 and more"),
    .indexation, .phaseIn,
    ParameterSpec(
      "taxable", "Whether the income tax counts it as income", unit: "flag", .flag, default: .flag(false),
      source: "choice of the scenario"),
    ParameterSpec(
      "replaces", "Benefits that are reduced by the amount received, not below nothing", unit: "words",
      .choices(Benefit.allCases.map(\.rawValue)), default: .choices([]), source: "choice of the scenario"),
  ]

  /// Benefits that a basic income may replace.
  enum Benefit: String, CaseIterable {
    case unemploymentInsurance = "unemployment_insurance"
    case pensions, minimumIncome = "minimum_income", childBenefit = "child_benefit"
  }

  static let majority: Int16 = 18 * 12
  static let seniority: Int16 = 66 * 12

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  /// The month's amounts in cents.
  struct Amounts: Sendable {
    var child: Int64 = 0
    var adult: Int64 = 0
    var senior: Int64 = 0
    var isNothing: Bool { child == 0 && adult == 0 && senior == 0 }

    @inline(__always)
    func amount(age: Int16) -> Int64 {
      age < BasicIncome.majority ? child : age < BasicIncome.seniority ? adult : senior
    }
  }

  /// The month's amounts, indexed, phased in and scaled by the closure.
  func amounts(_ calendar: Calendar, scale: Double) -> Amounts {
    let index = calendar.growth(by: values.choice("indexation", at: calendar.date))
    let steps = Int(values.number("phase_in", at: calendar.date))
    func cents(_ key: String) -> Int64 {
      let amount = values.phased(key, at: calendar.date, over: steps, from: calendar.firstMonth)
      return Int64((amount * 100 * index * scale).rounded())
    }
    return Amounts(child: cents("child"), adult: cents("adult"), senior: cents("senior"))
  }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    // Before the scenario starts there is none.
    guard calendar.month >= 0 else { return }
    let amounts = amounts(calendar, scale: rules.basicIncomeScale)
    for benefit in values.choices("replaces", at: calendar.date).compactMap(Benefit.init) {
      let replacement = Rules.Replacement(
        child: amounts.child, adult: amounts.adult, senior: amounts.senior, majority: Self.majority,
        seniority: Self.seniority)
      switch benefit {
      case .unemploymentInsurance: rules.replacedUnemploymentInsurance = replacement
      case .pensions: rules.replacedPensions = replacement
      case .minimumIncome: rules.replacedMinimumIncome = replacement
      case .childBenefit: rules.replacedChildBenefit = replacement
      }
    }
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    guard calendar.month >= 0 else { return [] }
    let amounts = amounts(calendar, scale: economy.rules.basicIncomeScale)
    guard !amounts.isNothing else { return [] }
    let persons = economy.persons
    let isTaxable = values.flag("taxable", at: calendar.date)
    return [
      Posting(.basicIncome) { rows, entries in
        let ages = persons.age
        for person in rows where persons.isPresent(person) {
          let amount = amounts.amount(age: ages[person])
          if isTaxable { persons.taxable[person] += amount }
          entries.add(amount, to: person)
        }
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    guard calendar.month >= 0 else { return }
    let amounts = amounts(calendar, scale: economy.rules.basicIncomeScale)
    guard !amounts.isNothing else { return }
    let isTaxable = values.flag("taxable", at: calendar.date)
    for row in 0..<quotes.count {
      let amount = Double(amounts.amount(age: economy.persons.age[Int(quotes.person[row])]))
      quotes.household[row] += amount
      if isTaxable { quotes.taxable[row] += amount }
    }
  }
}
