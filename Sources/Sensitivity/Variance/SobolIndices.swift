internal import Designs

/// Shares of an output's variance that are due to each factor, from the points of a `SaltelliDesign`.
///
/// With f(A), f(B) and f(AB_i) the outputs of the points of a row, of which the mean of all f(A) and f(B) has
/// been taken off, n rows and V the variance of f(A) and f(B) together:
///
/// - first order, what the factor explains alone: `S_i = mean(f(B) (f(AB_i) - f(A))) / V`;
/// - total order, what would be left if all others were known: `T_i = mean((f(A) - f(AB_i))^2) / (2 V)`.
///
/// Both are between 0 and 1 in truth; estimates may lie beyond. The S add up to at most 1, and to 1 where factors
/// do not interact. Intervals are bootstrapped over rows, which takes them for random: being evenly spread,
/// they are better than that, and intervals rather too wide.
///
/// - Source: S_i: Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola, Computer Physics Communications 181
///   (2010) 259-270, table 2 (b). T_i: Jansen, "Analysis of variance designs for model output", Computer
///   Physics Communications 117 (1999) 35-43, table 2 (f) of the former.
public struct SobolIndices: Sendable, Equatable {
  /// The indices of one factor.
  public struct Shares: Sendable, Equatable {
    /// S, the share of the variance that the factor explains alone.
    public let first: IntervalEstimate
    /// T, the share that it has a part in.
    public let total: IntervalEstimate
  }

  /// By factor, in their order.
  public let factors: [Shares]
  /// Mean of the output over A and B, in its unit.
  public let mean: Double
  /// Variance of the output over A and B, in its unit squared; above 0.
  public let variance: Double
  /// Rows all of whose points have an output.
  public let rows: Int
  /// Rows that are left out since a run failed or is not done. Where failures follow from the factors, what is
  /// left is no longer a fair sample.
  public let droppedRows: Int

  /// Indices from outputs.
  ///
  /// - Parameters:
  ///   - outputs: an output a point, in the design's order; nil, or no finite number, where there is none.
  ///   - factors: how many factors the design has.
  ///   - bootstrap: how intervals are had.
  public init(outputs: [Double?], factors: Int, bootstrap: Bootstrap = Bootstrap()) throws(SensitivityError) {
    let size = SaltelliDesign.pointsPerRow(factors: factors)
    guard outputs.count.isMultiple(of: size), !outputs.isEmpty else {
      throw .wrongCount(found: outputs.count, expected: "a multiple of \(size)")
    }
    let rows = stride(from: 0, to: outputs.count, by: size).compactMap { start -> [Double]? in
      let row = outputs[start..<start + size].compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }
      return row.count == size ? row : nil
    }
    guard rows.count >= 2 else { throw .tooFew(found: rows.count, least: 2) }
    let sums = SobolSums(rows)
    let all = sums.moments(of: Array(rows.indices))
    guard all.variance > 0 else { throw .constantOutput }
    let values = sums.indices(of: Array(rows.indices))
    let intervals = bootstrap.intervals(count: rows.count, of: sums.indices)
    self.factors = (0..<factors).map { factor in
      Shares(
        first: IntervalEstimate(value: values[factor], interval: intervals[factor]),
        total: IntervalEstimate(value: values[factors + factor], interval: intervals[factors + factor]))
    }
    mean = sums.centre
    variance = all.variance
    self.rows = rows.count
    droppedRows = outputs.count / size - rows.count
  }

  /// The width of the widest interval.
  public var widest: Double {
    factors.reduce(0) { max($0, $1.first.interval.width, $1.total.interval.width) }
  }

  /// Whether all indices are known to within a width.
  ///
  /// - Parameter width: 0.05 is the criterion of Sarrazin, Pianosi, Wagener, "Global sensitivity analysis of
  ///   environmental models: convergence and validation", Environmental Modelling & Software 79 (2016)
  ///   135-152, for intervals of 95 %.
  public func isConverged(within width: Double = 0.05) -> Bool { widest <= width }
}
