public import Economy

/// What is compared between a shocked economy and its twin.
public enum ResponseMeasure: String, Sendable, CaseIterable {
  case output, prices, unemployment, policyRate = "policy_rate", inflation

  /// The indicator it is taken from.
  public var indicator: Indicator {
    switch self {
    case .output: .gdpReal
    case .prices: .priceLevel
    case .unemployment: .unemploymentRate
    case .policyRate: .policyRate
    case .inflation: .inflation
    }
  }

  /// Its name for readers.
  public var label: String { indicator.spec.label }

  /// Whether it is a difference in percent of the twin's level; the others are in percentage points.
  public var isRelative: Bool { self == .output || self == .prices }

  /// `%` or `pp`.
  public var unit: String { isRelative ? "%" : "pp" }

  /// The response over a stretch of months: of levels the difference of the means over the twin's mean, in percent;
  /// of rates the difference of the means, in percentage points.
  public func difference(
    _ shocked: some Sequence<MonthlyIndicators>, _ twin: some Sequence<MonthlyIndicators>
  )
    -> Double
  {
    let after = Estimate(shocked.map { $0[indicator] })?.mean ?? .nan
    let before = Estimate(twin.map { $0[indicator] })?.mean ?? .nan
    return 100 * (isRelative ? after / before - 1 : after - before)
  }
}
