public import Economy
public import Scenarios

/// Who gains and who loses: groups by class, and single persons, over the replications.
public struct GainReport: Sendable {
  /// What was asked.
  public let request: Gains
  /// Persons at the start.
  public let persons: Int
  public let groups: [GroupRow]
  public let people: [PersonRow]
  public let curve: [CurveRow]

  /// A group of persons in a reform, a window and a measure.
  public struct GroupRow: Sendable {
    public let reform: String
    public let years: Int
    public let measure: GainMeasure
    public let dimension: String
    public let group: String
    public let replications: Int
    /// Mean number of persons.
    public let persons: Double
    /// Shares of the group by `GainClass`, means over the replications.
    public let shares: [Double]
    /// Standard error of the share of large losers; nil for one replication.
    public let loseMuchError: Double?
    /// Shares who lose (or gain) more than 5 % and more than 0.1 % on average with |t| > 2; nil for newcomers and
    /// displacement, which differ between replications.
    public let tested: Tested?
    /// Gain over what it is relative to, and in currency units per person.
    public let gain: Double
    public let amount: Double
    /// Losses, and gains, in currency units per person of the group.
    public let losses: Double
    public let winnings: Double
    /// The group's share of the most-losing hundredth of all persons.
    public let worst: Double
    /// Share whose twins have other employers at the window's end.
    public let apart: Double
  }

  /// Shares called losers and gainers over all replications.
  public struct Tested: Sendable {
    public let loseMuch: Double
    public let lose: Double
    public let gain: Double
    public let gainMuch: Double
  }

  /// A person in a reform and a window.
  public struct PersonRow: Sendable {
    public let reform: String
    public let years: Int
    public let traits: LifeTraits
    /// Months before the scenario's start in which she was born or arrived.
    public let isDisplaced: Bool
    public let replications: Int
    public let income: Double
    public let consumption: Double
    /// By measure: relative gain, its t, gain in currency units.
    public let gains: [Double]
    public let t: [Double?]
    public let amounts: [Double]
  }

  /// The share of persons called large losers after so many replications.
  public struct CurveRow: Sendable {
    public let reform: String
    public let years: Int
    public let measure: GainMeasure
    public let replications: Int
    public let loseMuch: Double
  }

  /// The rows of a reform, a window and a measure.
  public func rows(_ reform: String, years: Int, _ measure: GainMeasure) -> [GroupRow] {
    groups.filter { $0.reform == reform && $0.years == years && $0.measure == measure }
  }

  /// The row of everybody.
  public func whole(_ reform: String, years: Int, _ measure: GainMeasure) -> GroupRow? {
    rows(reform, years: years, measure).first { $0.dimension == "all" }
  }
}
