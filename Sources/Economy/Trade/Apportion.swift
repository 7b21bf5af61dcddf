/// Splits a whole number of cents in proportion to weights: each part is rounded down, and the cents that remain go
/// one each to the first rows with a weight, so that the parts add up to the whole.
func apportion(_ total: Int64, by weights: Column<Double>) -> Column<Int64> {
  let parts = Column<Int64>(repeating: 0, count: weights.count)
  var sum = 0.0
  for row in 0..<weights.count { sum += weights[row] }
  guard total > 0, sum > 0 else { return parts }
  var given: Int64 = 0
  for row in 0..<weights.count {
    let part = Int64(Double(total) * (weights[row] / sum))
    parts[row] = part
    given += part
  }
  // Rounding of the quotients can give a few cents too many or too few; either way they go to the first rows.
  var rest = total - given
  var row = 0
  while rest != 0 {
    if weights[row] > 0 && (rest > 0 || parts[row] > 0) {
      parts[row] += rest.signum()
      rest -= rest.signum()
    }
    row = row + 1 == weights.count ? 0 : row + 1
  }
  return parts
}
