/// What the estimators of Sobol' indices add up, row by row, so that a resample is a sum over its rows.
struct SobolSums {
  /// The mean of all f(A) and f(B), taken off all outputs: it keeps the products small, and with them the
  /// error of the first order.
  let centre: Double
  /// f(A) + f(B) and f(A)^2 + f(B)^2 by row.
  private let sum: [Double]
  private let squares: [Double]
  /// f(B) (f(AB_i) - f(A)) and (f(A) - f(AB_i))^2 / 2 by factor and row.
  private let first: [[Double]]
  private let total: [[Double]]

  /// The terms of rows of A, B and the AB of each factor.
  init(_ rows: [[Double]]) {
    let centre = rows.reduce(0) { $0 + $1[0] + $1[1] } / Double(2 * rows.count)
    let rows = rows.map { $0.map { $0 - centre } }
    self.centre = centre
    sum = rows.map { $0[0] + $0[1] }
    squares = rows.map { $0[0] * $0[0] + $0[1] * $0[1] }
    let mixed = 2..<rows[0].count
    first = mixed.map { place in rows.map { $0[1] * ($0[place] - $0[0]) } }
    total = mixed.map { place in rows.map { ($0[0] - $0[place]) * ($0[0] - $0[place]) / 2 } }
  }

  /// Mean, less the centre, and variance of f(A) and f(B) over some rows.
  func moments(of rows: [Int]) -> (mean: Double, variance: Double) {
    let count = Double(2 * rows.count)
    let mean = rows.reduce(0) { $0 + sum[$1] } / count
    return (mean, rows.reduce(0) { $0 + squares[$1] } / count - mean * mean)
  }

  /// The first orders of all factors, then the total orders; no numbers where the rows are all alike.
  func indices(of rows: [Int]) -> [Double] {
    let variance = moments(of: rows).variance
    let scale = variance > 0 ? 1 / (variance * Double(rows.count)) : .nan
    return (first + total).map { terms in rows.reduce(0) { $0 + terms[$1] } * scale }
  }
}
