/// What a gain is a gain of.
public enum GainMeasure: String, Sendable, CaseIterable {
  /// Present value of equivalised disposable income.
  case income
  /// Present value of equivalised consumption.
  case consumption
  /// Utility of consumption and work, as the lasting relative change of consumption that is worth as much.
  case welfare
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
