/// A mean over replications with its spread.
public struct Estimate: Sendable, Equatable {
  /// The mean.
  public let mean: Double
  /// The standard deviation between the replications; nil for one replication, which tells nothing about it.
  public let deviation: Double?
  /// How many replications it is a mean of.
  public let count: Int

  /// The estimate from a value a replication; values that are not defined are left out, and nil is returned
  /// where none is defined.
  public init?(_ values: [Double]) {
    let values = values.filter(\.isFinite)
    guard !values.isEmpty else { return nil }
    count = values.count
    let mean = values.reduce(0, +) / Double(count)
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : nil
  }

  /// The standard error of the mean; nil for one replication.
  public var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }
}
