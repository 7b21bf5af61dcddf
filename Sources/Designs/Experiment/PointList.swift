/// One setting of all factors.
public struct ExperimentPoint: Sendable, Equatable {
  /// Its place in the design, from 0, whatever constraints take away. It is no identity: another design has
  /// another point there.
  public let ordinal: Int
  /// A value a factor, in the experiment's order.
  public let values: [FactorValue]
  /// Where it lies in the unit cube, a coordinate a factor; empty for listed and crossed points.
  public let coordinates: [Double]

  /// A setting from its properties.
  public init(ordinal: Int, values: [FactorValue], coordinates: [Double]) {
    self.ordinal = ordinal
    self.values = values
    self.coordinates = coordinates
  }
}

/// The points of an experiment, in the design's order.
public struct PointList: Sendable, Equatable {
  /// The points that meet all constraints.
  public let points: [ExperimentPoint]
  /// How many points the design has: one more than the highest ordinal that there can be.
  public let proposed: Int

  /// The share of points that constraints took away, 0 to 1. Above 0 the rest no longer fills the factors'
  /// ranges as the design would.
  public var rejectedShare: Double {
    proposed == 0 ? 0 : Double(proposed - points.count) / Double(proposed)
  }
}
