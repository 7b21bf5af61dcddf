public import Economy

/// A progressive tax on a person's taxable income, a surcharge on earnings that the closure sets, and a flat tax on
/// interest and dividends.
///
/// Thresholds are stated over the mean wage, so that growth by itself moves nobody into another bracket. The rates are
/// multiplied by a factor that is solved at the economy's start, so that its accounts begin at rest.
public struct IncomeTax: Policy {
  public static let name = "income_tax"
  public static let summary =
    "A progressive tax on earnings and taxable benefits, a flat one on capital income"
  public static let parameters: [ParameterSpec] = [
    threshold(
      "allowance", "Income over the mean wage that is free of tax", 0.2,
      "US standard deduction over the mean wage"),
    .rate(
      "rate_1", "Rate above the allowance", default: 0.08, source: "prior: the shape of US average rates"),
    threshold("threshold_2", "Income over the mean wage at which the second rate begins", 0.8, "prior"),
    .rate("rate_2", "Rate above it", default: 0.16, source: "prior: the shape of US average rates"),
    threshold("threshold_3", "Income over the mean wage at which the third rate begins", 2.0, "prior"),
    .rate("rate_3", "Rate above it", default: 0.26, source: "prior: the shape of US average rates"),
    .rate("capital_income", "Tax on interest and dividends", default: 0.18, source: "prior: US average rate"),
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  private static func threshold(_ key: String, _ meaning: String, _ value: Double, _ source: String)
    -> ParameterSpec
  {
    ParameterSpec(key, meaning, unit: "mean wages", .number(0...100), default: .number(value), source: source)
  }

  /// The month's schedule.
  struct Schedule: Sendable {
    var thresholds: (Double, Double, Double)
    var rates: (Double, Double, Double)

    /// Tax on a taxable income, both in cents.
    @inline(__always)
    func tax(_ income: Double) -> Double {
      rates.0 * max(0, min(income, thresholds.1) - thresholds.0)
        + rates.1 * max(0, min(income, thresholds.2) - thresholds.1)
        + rates.2 * max(0, income - thresholds.2)
    }
  }

  func schedule(_ calendar: Calendar, meanWage: Double, scale: Double) -> Schedule {
    func value(_ key: String) -> Double { values.number(key, at: calendar.date) }
    let first = value("allowance") * meanWage
    let second = max(first, value("threshold_2") * meanWage)
    func rate(_ key: String) -> Double { min(0.95, value(key) * scale) }
    return Schedule(
      thresholds: (first, second, max(second, value("threshold_3") * meanWage)),
      rates: (rate("rate_1"), rate("rate_2"), rate("rate_3")))
  }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.capitalIncomeTax = values.number("capital_income", at: calendar.date)
  }

  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] {
    let schedule = schedule(calendar, meanWage: economy.meanWage, scale: economy.rules.incomeTaxScale)
    let surcharge = economy.rules.labourTaxSurcharge
    let (taxable, earnings) = (economy.persons.taxable, economy.persons.earnings)
    return [
      Posting(.incomeTax) { rows, entries in
        for person in rows where taxable[person] > 0 {
          let income = Double(taxable[person])
          let tax = schedule.tax(income) + surcharge * Double(earnings[person])
          entries.add(Int64(min(tax, 0.95 * income)), to: person)
        }
      }
    ]
  }

  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {
    let schedule = schedule(calendar, meanWage: economy.meanWage, scale: economy.rules.incomeTaxScale)
    let surcharge = economy.rules.labourTaxSurcharge
    for row in 0..<quotes.count where quotes.taxable[row] > 0 {
      let tax = schedule.tax(quotes.taxable[row]) + surcharge * quotes.earnings[row]
      quotes.household[row] -= min(tax, 0.95 * quotes.taxable[row])
    }
  }
}
