public import Economy

/// What a scenario asks to know about single persons: the same life with and without each reform.
public struct Gains: Sendable, Equatable {
  /// How lives are valued; its windows are in months.
  public var valuation: LifeValuation
  /// Persons whose gains are stored one by one.
  public var sample: Int
  /// Whether the two placebos run beside the reforms.
  public var hasPlacebos: Bool

  /// A request.
  public init(valuation: LifeValuation, sample: Int = 1_000, hasPlacebos: Bool = true) {
    self.valuation = valuation
    self.sample = sample
    self.hasPlacebos = hasPlacebos
  }

  /// The variants that change nothing, or next to nothing: who is called a loser in them is a loser by chance.
  public enum Placebo: String, Sendable, CaseIterable {
    /// The baseline with one cent a month for everybody.
    case oneCent = "placebo_one_cent"
    /// The baseline with other luck for the same lives.
    case otherLuck = "placebo_other_luck"

    /// For readers.
    public var label: String {
      switch self {
      case .oneCent: "Placebo: one cent a month"
      case .otherLuck: "Placebo: other luck, no reform"
      }
    }
  }
}
