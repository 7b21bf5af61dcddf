/// A matrix of correlations as the product of a lower triangle and its mirror image.
///
/// - Source: Golub and Van Loan, Matrix Computations, 4th ed., Johns Hopkins (2013), 4.2.
struct CholeskyFactor {
  private let lower: [[Double]]

  /// Factors a symmetric matrix with ones on its diagonal.
  ///
  /// What is left of a diagonal element is the share of that column that the columns before it do not explain.
  /// Where rounding alone could have made it, 2^-52 for each of many terms, the column is taken to depend on
  /// them.
  init(_ matrix: [[Double]]) throws(SensitivityError) {
    let rounding = Double(matrix.count) * 0x1p-46
    var lower = matrix
    for row in matrix.indices {
      for column in 0...row {
        let rest = matrix[row][column] - (0..<column).reduce(0) { $0 + lower[row][$1] * lower[column][$1] }
        if column < row {
          lower[row][column] = rest / lower[column][column]
        } else {
          guard rest > rounding else { throw .dependentFactor(row) }
          lower[row][row] = rest.squareRoot()
        }
      }
    }
    self.lower = lower
  }

  /// x of `matrix x = sides`.
  func solve(_ sides: [Double]) -> [Double] {
    var values = sides
    for row in lower.indices {
      let known = (0..<row).reduce(0) { $0 + lower[row][$1] * values[$1] }
      values[row] = (values[row] - known) / lower[row][row]
    }
    for row in lower.indices.reversed() {
      let known = (row + 1..<lower.count).reduce(0) { $0 + lower[$1][row] * values[$1] }
      values[row] = (values[row] - known) / lower[row][row]
    }
    return values
  }

  /// The diagonal of the matrix's inverse.
  var inverseDiagonal: [Double] {
    lower.indices.map { index in
      var unit = [Double](repeating: 0, count: lower.count)
      unit[index] = 1
      return solve(unit)[index]
    }
  }
}
