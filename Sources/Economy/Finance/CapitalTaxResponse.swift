/// How investment and reported incomes answer taxes on capital; without an answer these taxes would look free.
///
/// Wanted capital is multiplied by ((1 - t) / (1 - t0))^e, where 1 - t = (1 - corporate tax) (1 - capital income tax)
/// is what taxes leave of a return, t0 the same under the standing law, and e the elasticity of capital to its cost. Of
/// profits and of capital incomes exp(-s (rate - standing rate)) is taxed at home where the rate is above the standing
/// one; the rest is reported elsewhere.
extension Economy {
  /// Wanted capital over what it would be under the standing law's taxes.
  var wantedCapitalFactor: Double {
    func left(_ rules: Rules) -> Double { (1 - rules.corporateTax) * (1 - rules.capitalIncomeTax) }
    let (now, standing) = (max(0.01, left(rules)), max(0.01, left(nation.standingRules)))
    return now == standing ? 1 : power(now / standing, calibration.capitalTaxes.investment)
  }

  /// The corporate tax over true profits.
  var effectiveCorporateTax: Double { effective(\.corporateTax, rules) }

  /// The tax on interest and dividends over what is truly received.
  var effectiveCapitalIncomeTax: Double { effective(\.capitalIncomeTax, rules) }

  /// A tax over what is truly earned, under some rules.
  func effective(_ tax: KeyPath<Rules, Double>, _ rules: Rules) -> Double {
    let rate = rules[keyPath: tax]
    let rise = rate - nation.standingRules[keyPath: tax]
    return rise > 0 ? rate * exponential(-calibration.capitalTaxes.reporting * rise) : rate
  }
}
