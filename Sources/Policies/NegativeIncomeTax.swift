public import Economy

/// A guaranteed income that falls as a person's own income rises: guarantee by age class less a taper of her taxable
/// income, a person at a time.
///
/// With `taxes_above` the same line goes on beyond the break-even income, where the taper is a flat tax; together with
/// no other income tax that is a basic income of the guarantee and a flat tax of the taper, to the cent. Amounts are at
/// the prices of the scenario's start. Taxable income is pay and the taxable benefits that precede it in the registry.
public struct NegativeIncomeTax: Policy {
  public static let name = "negative_income_tax"
  public static let summary = "A guaranteed income for every resident, tapered by her own income"
  public static let phased = ["child", "adult", "senior"]
  public static let parameters: [ParameterSpec] = [
    .amount("child", "Guarantee for persons under 18"),
    .amount("adult", "Guarantee for persons of 18 to 65"),
    .amount("senior", "Guarantee for persons of 66 and more"),
    .rate(
      "taper", "Guarantee lost per unit of taxable income", default: 0.5,
      source: "the US experiments of 1968 to 1982 had tapers of 0.3 to 0.7"),
    ParameterSpec(
      "taxes_above", "Whether incomes above the break-even pay the taper as a tax", unit: "flag", .flag,
      default: .flag(false), source: "choice of the scenario"),
    .indexation, .phaseIn,
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  /// The month's rule, in cents.
  struct Rule: Sendable {
    var guarantees: BasicIncome.Amounts
    var taper: Double
    var taxesAbove: Bool

    /// What a person receives, or pays where negative.
    @inline(__always)
    func transfer(age: Int16, taxable: Int64) -> Int64 {
      let net = guarantees.amount(age: age) - Int64(taper * Double(max(0, taxable)))
      return taxesAbove ? net : max(0, net)
    }
  }

  /// Nil where nothing is paid or charged: before the start, and without a guarantee.
  func rule(_ calendar: Calendar) -> Rule? {
    guard calendar.month >= 0 else { return nil }
    let index = calendar.growth(by: values.choice("indexation", at: calendar.date))
    let steps = Int(values.number("phase_in", at: calendar.date))
    func cents(_ key: String) -> Int64 {
      let amount = values.phased(key, at: calendar.date, over: steps, from: calendar.firstMonth)
      return Int64((amount * 100 * index).rounded())
    }
    let guarantees = BasicIncome.Amounts(
      child: cents("child"), adult: cents("adult"), senior: cents("senior"))
    guard !guarantees.isNothing else { return nil }
    return Rule(
      guarantees: guarantees, taper: values.number("taper", at: calendar.date),
      taxesAbove: values.flag("taxes_above", at: calendar.date))
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    guard let rule = rule(calendar) else { return [] }
    let persons = economy.persons
    let benefit = Posting(.negativeIncomeTax) { rows, entries in
      let (ages, taxable) = (persons.age, persons.taxable)
      for person in rows where persons.isPresent(person) {
        entries.add(max(0, rule.transfer(age: ages[person], taxable: taxable[person])), to: person)
      }
    }
    guard rule.taxesAbove else { return [benefit] }
    let tax = Posting(.incomeTax) { rows, entries in
      let (ages, taxable) = (persons.age, persons.taxable)
      for person in rows where persons.isPresent(person) {
        entries.add(max(0, -rule.transfer(age: ages[person], taxable: taxable[person])), to: person)
      }
    }
    return [benefit, tax]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    guard let rule = rule(calendar) else { return }
    for row in 0..<quotes.count {
      let age = economy.persons.age[Int(quotes.person[row])]
      quotes.household[row] += Double(rule.transfer(age: age, taxable: Int64(quotes.taxable[row])))
    }
  }
}
