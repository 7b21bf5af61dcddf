/// Inequality and poverty in a weighted distribution.
///
/// Values may be negative where a measure allows it; measures with logarithms or powers take positive values only and
/// the share of weight they drop is `nonPositiveShare`. No small-sample factor is applied. Quantiles are lower
/// weighted quantiles: the smallest value whose cumulated weight reaches the level. Shares of groups interpolate the
/// Lorenz curve.
///
/// - Source: Cowell, "Measuring Inequality"; Foster, Greer and Thorbecke (1984); Atkinson (1970).
public struct Inequality: Sendable {
  /// Rising, with the weights in the same order.
  private let values: [Double]
  private let weights: [Double]
  public let totalWeight: Double
  public let mean: Double

  /// - Parameters:
  ///   - values: one a record; not empty.
  ///   - weights: not negative, with a positive sum.
  public init(_ values: [Double], weights: [Double]) {
    precondition(values.count == weights.count && !values.isEmpty)
    let order = RadixSort.order(values)
    self.values = order.map { values[Int($0)] }
    self.weights = order.map { weights[Int($0)] }
    var weight = 0.0
    var sum = 0.0
    for index in values.indices {
      weight += weights[index]
      sum += weights[index] * values[index]
    }
    totalWeight = weight
    mean = sum / weight
  }

  /// G = 1 - sum w (2 C - w x) / (W X), with C the cumulated w x.
  public var gini: Double {
    var cumulated = 0.0
    var area = 0.0
    for index in values.indices {
      let amount = weights[index] * values[index]
      cumulated += amount
      area += weights[index] * (2 * cumulated - amount)
    }
    return cumulated == 0 ? 0 : 1 - area / (totalWeight * cumulated)
  }

  /// The smallest value whose cumulated weight reaches a share of all weight.
  public func quantile(_ level: Double) -> Double {
    var cumulated = 0.0
    let wanted = level * totalWeight
    for index in values.indices {
      cumulated += weights[index]
      if cumulated >= wanted { return values[index] }
    }
    return values[values.count - 1]
  }

  public var median: Double { quantile(0.5) }

  /// Share of the whole that the poorest share of the population has.
  public func lorenz(_ level: Double) -> Double {
    let wanted = level * totalWeight
    let whole = mean * totalWeight
    var weight = 0.0
    var sum = 0.0
    for index in values.indices {
      if weight + weights[index] >= wanted { return (sum + (wanted - weight) * values[index]) / whole }
      weight += weights[index]
      sum += weights[index] * values[index]
    }
    return 1
  }

  /// Share of the whole that the richest share of the population has.
  public func topShare(_ share: Double) -> Double { 1 - lorenz(1 - share) }
  public var p90p10: Double { quantile(0.9) / quantile(0.1) }
  public var p50p10: Double { quantile(0.5) / quantile(0.1) }
  public var s80s20: Double { topShare(0.2) / lorenz(0.2) }
  public var palma: Double { topShare(0.1) / lorenz(0.4) }

  /// Share of the weight with a value of zero or less.
  public var nonPositiveShare: Double {
    var weight = 0.0
    for index in values.indices where values[index] <= 0 { weight += weights[index] }
    return weight / totalWeight
  }

  /// Mean of a function of the value over the mean, over positive values.
  private func meanRatio(_ function: (Double) -> Double) -> Double {
    var weight = 0.0
    var sum = 0.0
    var amount = 0.0
    for index in values.indices where values[index] > 0 {
      weight += weights[index]
      amount += weights[index] * values[index]
    }
    for index in values.indices where values[index] > 0 {
      sum += weights[index] * function(values[index] * weight / amount)
    }
    return sum / weight
  }

  public var theil: Double { meanRatio { $0 * logarithm($0) } }
  public var meanLogDeviation: Double { meanRatio { -logarithm($0) } }
  /// Generalised entropy with parameter 2.
  public var entropy2: Double { meanRatio { ($0 * $0 - 1) / 2 } }

  /// Atkinson's measure with inequality aversion `aversion` > 0.
  public func atkinson(_ aversion: Double) -> Double {
    if aversion == 1 { return 1 - exponential(meanRatio { logarithm($0) }) }
    return 1 - power(meanRatio { power($0, 1 - aversion) }, 1 / (1 - aversion))
  }

  /// Foster-Greer-Thorbecke: mean of the relative shortfall from the line to the power, the non-poor counting as 0.
  public func poverty(line: Double, power degree: Int) -> Double {
    var sum = 0.0
    for index in values.indices {
      guard values[index] < line else { break }
      let gap = (line - values[index]) / line
      sum += weights[index] * (degree == 0 ? 1 : degree == 1 ? gap : power(gap, Double(degree)))
    }
    return sum / totalWeight
  }

  /// Sen's welfare: mean times one minus Gini.
  public var senWelfare: Double { mean * (1 - gini) }
}

/// Sorting of many numbers by their bits, linear in their number.
enum RadixSort {
  /// Row numbers in the order of rising values; ties keep the order of rows. Values are compared as doubles.
  static func order(_ values: [Double]) -> [Int32] {
    let count = values.count
    guard count > 2_048 else {
      return (0..<Int32(count)).sorted { (values[Int($0)], $0) < (values[Int($1)], $1) }
    }
    // The top 44 bits in four passes of 11: values that agree in 32 bits of mantissa count as ties.
    var keys = values.map { value -> UInt64 in
      let bits = value.bitPattern
      return (bits >> 63 == 1 ? ~bits : bits | 1 << 63) >> 20
    }
    var order = Array(0..<Int32(count))
    var otherKeys = keys
    var otherOrder = order
    for pass in 0..<4 {
      let shift = UInt64(pass * 11)
      var starts = [Int](repeating: 0, count: 2_049)
      for key in keys { starts[Int((key >> shift) & 2_047) + 1] += 1 }
      if starts.contains(count) { continue }
      for bucket in 1...2_048 { starts[bucket] += starts[bucket - 1] }
      for index in 0..<count {
        let bucket = Int((keys[index] >> shift) & 2_047)
        let place = starts[bucket]
        starts[bucket] = place + 1
        otherKeys[place] = keys[index]
        otherOrder[place] = order[index]
      }
      swap(&keys, &otherKeys)
      swap(&order, &otherOrder)
    }
    return order
  }
}
