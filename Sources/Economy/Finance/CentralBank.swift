extension Economy {
  /// The real policy rate over the natural rate of the calibration: what holds spending and investment back. The rate
  /// that the bank has learned to think natural is another thing: it is what the bank corrects its own errors by.
  var realRateGap: Double {
    nation.policyRate - nation.expectedInflation - calibration.centralBank.naturalRate
  }

  /// The central bank learns its natural rate from the inflation gap and moves its rate by a smoothed Taylor rule
  /// with a floor. What machines take off unit costs lowers inflation without slack: of that it answers only the
  /// part that it does not look through, or it would take cheaper production for a lower natural rate.
  ///
  /// - Source: Taylor (1993); Aoki (2001) and Mankiw and Reis (2003) on inflation without changes of relative cost.
  mutating func setPolicyRate() {
    let rule = calibration.centralBank
    let inflation = nation.inflation + rule.lookThrough * nation.automationDisinflation
    let gap = inflation - rule.inflationTarget
    if clock > 12 {
      nation.naturalRate = clamp(nation.naturalRate + rule.naturalRateLearning / 12 * gap, -0.02, 0.05)
    }
    let wanted =
      nation.naturalRate + inflation + (rule.inflationWeight - 1) * gap
      - rule.unemploymentWeight * (nation.unemployment - rule.normalUnemployment)
    var rate = max(rule.floor, rule.smoothing * nation.policyRate + (1 - rule.smoothing) * wanted)
    if rules.policyRateResponse < 1 {
      rate = nation.policyRate + rules.policyRateResponse * (rate - nation.policyRate)
    }
    nation.policyRate = rate + impulses.policyRate(month)
  }
}

/// Deliberate shocks for measuring how the economy responds: each is zero unless an experiment sets it.
public struct Impulses: Sendable, Equatable {
  /// Month of the shock, counted from the scenario's start.
  public var month = 0
  /// Added to the policy rate once; the rule's smoothing lets it fade.
  public var policyRate = 0.0
  /// Permanent relative rise of trend productivity.
  public var productivity = 0.0
  /// Added government purchases over GDP, for twelve months.
  public var purchases = 0.0

  public init() {}

  func policyRate(_ month: Int) -> Double { month == self.month ? policyRate : 0 }
  func productivity(_ month: Int) -> Double { month == self.month ? productivity : 0 }
  func purchases(_ month: Int) -> Double { (self.month..<self.month + 12).contains(month) ? purchases : 0 }
}
