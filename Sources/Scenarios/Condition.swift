/// A part of a scenario's criterion that a program can judge: a figure of some reforms, and its bounds.
public struct Condition: Sendable, Equatable {
  /// The figure.
  public enum Figure: String, Sendable, CaseIterable {
    /// The change against another case in the last months: relative for money and indices, else in the indicator's unit.
    case effect
    /// The mean over the last months.
    case level
    /// The highest mean over a year of the scenario.
    case highestYear = "highest_year"
    /// The mean over the last months over the baseline's in the first twelve, less 1.
    case sinceStart = "since_start"
    /// The share of replications that end, with a budget that the closure can close.
    case feasible
    /// The share of persons who surely lose over 5 % of welfare, less the same share under other luck alone.
    case losers
  }

  /// The reforms that it is about.
  public var reforms: [String]
  /// Whether one of them is enough. Conditions about the same reforms have to be met by the same one.
  public var someSuffice: Bool
  public var figure: Figure
  /// Name of the indicator; empty for figures of none.
  public var indicator: String
  /// What an effect is against: `baseline`, or a reform.
  public var against: String
  /// How many months at the end count.
  public var months: Int
  /// In the indicator's unit; shares and relative changes as fractions.
  public var atLeast: Double?
  public var atMost: Double?
}
