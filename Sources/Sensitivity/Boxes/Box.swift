/// A range for each of some factors, and how well it tells cases of interest from others.
public struct Box: Sendable, Equatable {
  /// Where a factor must lie.
  public struct Limits: Sendable, Equatable {
    /// The lowest value that belongs to the box, in the factor's unit; nil where it is open.
    public let low: Double?
    /// The highest value that belongs to the box, likewise.
    public let high: Double?
    /// The probability of as many cases of interest in the box if these limits were of no use: if its points
    /// were drawn from the box without them. Small is good; since the limits were chosen to be good, it is a
    /// guide and no test.
    ///
    /// - Source: Bryant and Lempert (2010), quasi-p-value.
    public let chance: Double
  }

  /// By factor, in their order; nil where the box takes all values.
  public let limits: [Limits?]
  /// Points in the box.
  public let points: Int
  /// Points in the box that are of interest.
  public let hits: Int
  /// Share of all cases of interest that are in the box, 0 to 1.
  public let coverage: Double
  /// Share of all points that are in the box, 0 to 1.
  public let mass: Double

  /// Share of the box's points that are of interest, 0 to 1.
  public var density: Double { points > 0 ? Double(hits) / Double(points) : 0 }

  /// How many factors it restricts: the fewer, the easier to understand.
  public var restricted: Int { limits.count { $0 != nil } }
}
