/// The points from which Sobol' indices of first and of total order are estimated.
///
/// Two samples A and B of n points in k factors are the left and the right half of one scrambled Sobol' sequence
/// in 2 k dimensions. To each row belong k + 2 points: that of A, that of B, and for each factor that of A with
/// this factor's value from B. They follow each other, so that the first rows are a smaller design of the same
/// kind, and an interrupted sweep can be analysed.
///
/// - Source: Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola, "Variance based sensitivity analysis of
///   model output: design and estimator for the total sensitivity index", Computer Physics Communications 181
///   (2010) 259-270.
public enum SaltelliDesign {
  /// How many factors there can be.
  public static let mostFactors = SobolSequence.mostDimensions / 2

  /// How many points belong to a row: k + 2.
  public static func pointsPerRow(factors: Int) -> Int { factors + 2 }

  /// Points of the unit cube, row by row: A, B, then A with each factor in turn from B.
  ///
  /// - Parameters:
  ///   - rows: n; a power of two keeps the halves even.
  ///   - factors: k, 1 to `mostFactors`.
  ///   - seed: the seed of the scramble.
  public static func points(rows: Int, factors: Int, seed: UInt64) -> [[Double]] {
    let sequence = SobolSequence(dimensions: 2 * factors, scrambledBy: seed)
    var points: [[Double]] = []
    points.reserveCapacity(rows * pointsPerRow(factors: factors))
    for row in 0..<rows {
      let both = sequence.point(row)
      let (first, second) = (Array(both[..<factors]), Array(both[factors...]))
      points.append(first)
      points.append(second)
      for factor in 0..<factors {
        var mixed = first
        mixed[factor] = second[factor]
        points.append(mixed)
      }
    }
    return points
  }
}
