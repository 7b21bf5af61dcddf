/// What a gain is a gain of.
public enum GainMeasure: String, Sendable, CaseIterable {
  /// Present value of equivalised disposable income.
  case income
  /// Present value of equivalised consumption.
  case consumption
  /// Utility of consumption and work, as the lasting relative change of consumption that is worth as much.
  case welfare
}

/// The persons whose share a sweep keeps of a run: a class, or all who lose or gain.
public enum GainShare: String, Sendable, CaseIterable {
  case losers
  case gainers
  case losesMuch = "lose_much"
  case loses = "lose"
  case same
  case gains = "gain"
  case gainsMuch = "gain_much"

  /// Whether a class belongs to them.
  public func holds(_ type: GainClass) -> Bool {
    switch self {
    case .losers: type == .losesMuch || type == .loses
    case .gainers: type == .gains || type == .gainsMuch
    default: type.name == rawValue
    }
  }

  /// In words, for the documentation of columns.
  public var meaning: String {
    switch self {
    case .losers: "who lose more than 0.1 %"
    case .gainers: "who gain more than 0.1 %"
    case .losesMuch: "who lose more than 5 %"
    case .loses: "who lose 0.1 to 5 %"
    case .same: "whom it changes by 0.1 % at most"
    case .gains: "who gain 0.1 to 5 %"
    case .gainsMuch: "who gain more than 5 %"
    }
  }
}

/// The five classes of a relative gain.
public enum GainClass: Int, Sendable, CaseIterable {
  case losesMuch, loses, same, gains, gainsMuch

  /// Beyond it a gain or loss is a large one.
  public static let large = 0.05
  /// Within it nothing has changed.
  public static let nothing = 0.001

  /// The class of a relative gain.
  @inline(__always)
  public init(_ gain: Double) {
    self =
      gain < -Self.large
      ? .losesMuch
      : gain < -Self.nothing
        ? .loses : gain <= Self.nothing ? .same : gain <= Self.large ? .gains : .gainsMuch
  }

  /// Its name in tables.
  public var name: String {
    switch self {
    case .losesMuch: "lose_much"
    case .loses: "lose"
    case .same: "same"
    case .gains: "gain"
    case .gainsMuch: "gain_much"
    }
  }
}
