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
  public var isRelative: Bool { indicator.responseScale == .level }

  /// `%` or `pp`.
  public var unit: String { indicator.responseScale.unit }
}

/// What the difference of an indicator from the twin's is measured against.
public enum ResponseScale: Sendable {
  /// The twin's level: percent of it.
  case level
  /// The twin's GDP: percent of it. For what may be zero or change its sign.
  case gdp
  /// Nothing: rates and ratios, in percentage points.
  case points

  /// As readers see it.
  public var unit: String {
    switch self {
    case .level: "%"
    case .gdp: "% of GDP"
    case .points: "pp"
    }
  }
}

extension Indicator {
  /// What its responses are measured against.
  public var responseScale: ResponseScale {
    switch self {
    case .governmentRevenue, .governmentSpending, .governmentDeficit, .ubiSpending: return .gdp
    default: break
    }
    return ["fraction", "years of GDP", "1"].contains(spec.unit) ? .points : .level
  }

  /// The response over a stretch of months: the difference of the means, on its scale.
  public func difference(
    _ shocked: some Sequence<MonthlyIndicators>, _ twin: some Sequence<MonthlyIndicators>
  )
    -> Double
  {
    let after = Estimate(shocked.map { $0[self] })?.mean ?? .nan
    let before = Estimate(twin.map { $0[self] })?.mean ?? .nan
    switch responseScale {
    case .level: return 100 * (after / before - 1)
    case .gdp: return 100 * (after - before) / (Estimate(twin.map { $0[.gdpNominal] })?.mean ?? .nan)
    case .points: return 100 * (after - before)
    }
  }
}
