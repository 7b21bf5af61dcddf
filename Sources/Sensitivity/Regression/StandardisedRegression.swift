#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A plane through the outputs of any design: which factor moves the output how far, as far as straight lines
/// tell.
///
/// Factors and output are brought to mean 0 and standard deviation 1, and the output is regressed on all
/// factors by least squares. A coefficient is then the number of standard deviations that the output moves
/// with one of the factor; with independent factors its square is the share of the variance it explains. R^2
/// says how much of the variance the plane explains, and with that how far the coefficients can be trusted.
///
/// - Source: Saltelli, Chan, Scott (eds), Sensitivity Analysis, Wiley (2000), chapter 6 (Helton and Davis).
public struct StandardisedRegression: Sendable, Equatable {
  /// The coefficients by factor with intervals by Student's t, in standard deviations of the output for one of
  /// the factor.
  public let coefficients: [IntervalEstimate]
  /// R^2, the share of the variance that the plane explains, 0 to 1.
  public let explained: Double
  /// Points with an output.
  public let points: Int
  /// Points that are left out since they have none.
  public let droppedPoints: Int

  /// The plane through points.
  ///
  /// - Parameters:
  ///   - rows: a value a factor for each point.
  ///   - outputs: an output a point; nil, or no finite number, where there is none.
  ///   - confidence: of the intervals, between 0 and 1.
  public init(rows: [[Double]], outputs: [Double?], confidence: Double = 0.95) throws(SensitivityError) {
    guard rows.count == outputs.count, let factors = rows.first?.count else {
      throw .wrongCount(found: outputs.count, expected: "\(rows.count), one a point")
    }
    let kept = rows.indices.filter { outputs[$0]?.isFinite == true }
    guard kept.count > factors + 1 else { throw .tooFew(found: kept.count, least: factors + 2) }
    guard let output = Self.standardised(kept.compactMap { outputs[$0] }) else { throw .constantOutput }
    var columns: [[Double]] = []
    for factor in 0..<factors {
      guard let column = Self.standardised(kept.map { rows[$0][factor] }) else {
        throw .constantFactor(factor)
      }
      columns.append(column)
    }
    // Of columns of length 1 the products are correlations.
    let matrix = try CholeskyFactor(columns.map { left in columns.map { Self.product(left, $0) } })
    let sides = columns.map { Self.product($0, output) }
    let values = matrix.solve(sides)
    explained = min(1, max(0, Self.product(values, sides)))
    let degrees = kept.count - factors - 1
    let residual = (1 - explained) / Double(degrees)
    let quantile = StudentT.value(confidence: confidence, degrees: degrees)
    coefficients = zip(values, matrix.inverseDiagonal).map { value, inverse in
      let half = quantile * (residual * inverse).squareRoot()
      return IntervalEstimate(
        value: value, interval: Interval(low: value - half, high: value + half, confidence: confidence))
    }
    points = kept.count
    droppedPoints = rows.count - kept.count
  }

  /// The values less their mean, over the root of the sum of their squares: a vector of length 1. Nil where
  /// all are alike.
  private static func standardised(_ values: [Double]) -> [Double]? {
    guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let length = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return length > 0 ? values.map { ($0 - mean) / length } : nil
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
