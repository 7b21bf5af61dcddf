import Foundation

/// What the targets are made of.
extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }

  /// Standard deviation of a sample.
  var deviation: Double {
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }

  /// Fourth moment over the square of the second: 3 of a normal distribution, 6 of Laplace's.
  var kurtosis: Double {
    let mean = mean
    let squares = map { ($0 - mean) * ($0 - mean) }
    return squares.map { $0 * $0 }.mean / (squares.mean * squares.mean)
  }

  var changes: [Double] { zip(dropFirst(), self).map { $0 - $1 } }

  /// Changes over several periods.
  func changes(over lag: Int) -> [Double] { zip(dropFirst(lag), self).map { $0 - $1 } }

  /// Means over blocks; what does not fill a block at the end is left out.
  func means(over length: Int) -> [Double] {
    (0..<count / length).map { Array(self[$0 * length..<($0 + 1) * length]).mean }
  }

  /// Slope of the least squares line of these values on others.
  func slope(on x: [Double]) -> Double {
    let (meanX, meanY) = (x.mean, mean)
    let covariance = zip(x, self).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }

  /// Correlation with the value before.
  var autocorrelation: Double {
    let mean = mean
    let products = zip(dropFirst(), self).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    return products / reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  /// What is left when the trend of Hodrick and Prescott (1997) is taken out: the trend t minimises the sum of
  /// (y - t)^2 and of `smoothing` times its squared second differences, so that (I + smoothing D'D) t = y.
  func cycle(smoothing: Double) -> [Double] {
    let n = count
    // The matrix has two bands beside its diagonal.
    var diagonal = [Double](repeating: 1, count: n)
    var next = [Double](repeating: 0, count: n)
    var second = next
    for row in 0..<n - 2 {
      diagonal[row] += smoothing
      diagonal[row + 1] += 4 * smoothing
      diagonal[row + 2] += smoothing
      next[row] -= 2 * smoothing
      next[row + 1] -= 2 * smoothing
      second[row] += smoothing
    }
    var trend = self
    for row in 0..<n {
      for (below, band) in [(1, next[row]), (2, second[row])] where row + below < n && band != 0 {
        let factor = band / diagonal[row]
        if below == 1 {
          diagonal[row + 1] -= factor * next[row]
          next[row + 1] -= factor * second[row]
        } else {
          diagonal[row + 2] -= factor * second[row]
        }
        trend[row + below] -= factor * trend[row]
      }
    }
    for row in stride(from: n - 1, through: 0, by: -1) {
      if row + 1 < n { trend[row] -= next[row] * trend[row + 1] }
      if row + 2 < n { trend[row] -= second[row] * trend[row + 2] }
      trend[row] /= diagonal[row]
    }
    return zip(self, trend).map { $0 - $1 }
  }
}
