#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Distribution {
  /// The value below which a share of the probability lies: the inverse of the distribution function.
  ///
  /// With c a coordinate, a and b the ends: uniform `a + c (b - a)`; log-uniform `a (b/a)^c`; triangular
  /// with mode m and `f = (m - a)/(b - a)`: `a + sqrt(c (b - a)(m - a))` below f, `b - sqrt((1 - c)(b - a)
  /// (b - m))` above; normal `mean + deviation Phi^-1(Phi(A) + c (Phi(B) - Phi(A)))` with A and B the ends in
  /// deviations from the mean; whole numbers and values by the steps of their cumulated weights.
  ///
  /// - Parameter coordinate: 0 to 1; 0 gives the low end and 1 the high end, to the bit.
  public func value(at coordinate: Double) -> FactorValue {
    precondition((0...1).contains(coordinate), "a coordinate from 0 to 1")
    switch self {
    case .uniform(let low, let high):
      return within(low, high, coordinate) { low + coordinate * (high - low) }
    case .logUniform(let low, let high):
      return within(low, high, coordinate) { low * pow(high / low, coordinate) }
    case .triangular(let low, let mode, let high):
      return within(low, high, coordinate) {
        let span = high - low
        return coordinate * span < mode - low
          ? low + (coordinate * span * (mode - low)).squareRoot()
          : high - ((1 - coordinate) * span * (high - mode)).squareRoot()
      }
    case .normal(let mean, let deviation, let low, let high):
      return within(low, high, coordinate) {
        let ends = ((low - mean) / deviation, (high - mean) / deviation)
        return mean + deviation * Normal.quantile(coordinate, between: ends.0, and: ends.1)
      }
    case .wholeNumbers(let low, let high):
      return .number(Double(low + Self.step(coordinate, of: high - low + 1)))
    case .values(let values, nil):
      return values[Self.step(coordinate, of: values.count)]
    case .values(let values, let weights?):
      return values[Self.step(coordinate, weights: weights)]
    }
  }

  /// The ends to the bit at 0 and 1; between them nothing that rounding has carried beyond them.
  private func within(_ low: Double, _ high: Double, _ coordinate: Double, _ value: () -> Double)
    -> FactorValue
  {
    if coordinate <= 0 { return .number(low) }
    if coordinate >= 1 { return .number(high) }
    return .number(min(max(value(), low), high))
  }

  private static func step(_ coordinate: Double, of count: Int) -> Int {
    min(Int(coordinate * Double(count)), count - 1)
  }

  /// The first value at which the cumulated weights pass the coordinate.
  private static func step(_ coordinate: Double, weights: [Double]) -> Int {
    let target = coordinate * weights.reduce(0, +)
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      sum += weight
      if target < sum { return index }
    }
    return weights.count - 1
  }
}
