/// The wage distribution within an occupation: efficiency over the occupation's mean by rank.
struct WageCurve: Sendable {
  private static let points = 1024
  private let table: [Float]

  /// - Parameters:
  ///   - quantiles: wages at the 10th, 25th, 50th, 75th and 90th percentile.
  ///   - exponent: Pareto exponent above the 90th.
  init(quantiles: [Double], topExponent exponent: Double) {
    let levels = [0.10, 0.25, 0.50, 0.75, 0.90]
    let knots = zip(levels, quantiles).map { (x: $0, y: logarithm($1)) }
    let slope = (knots[1].y - knots[0].y) / (knots[1].x - knots[0].x)
    let middle = BrokenLine(knots[0], knots[1], knots[2], knots[3], knots[4])
    let raw = (0..<Self.points).map { point -> Double in
      let rank = (Double(point) + 0.5) / Double(Self.points)
      if rank < 0.10 { return exponential(knots[0].y - slope * (0.10 - rank)) }
      if rank > 0.90 { return quantiles[4] * power(0.10 / (1 - rank), 1 / exponent) }
      return exponential(middle(rank))
    }
    let mean = raw.reduce(0, +) / Double(raw.count)
    table = raw.map { Float($0 / mean) }
  }

  private init(table: [Float]) { self.table = table }

  /// The same curve with all efficiencies multiplied.
  func scaled(by factor: Double) -> WageCurve { WageCurve(table: table.map { $0 * Float(factor) }) }

  /// Efficiency over the occupation's mean.
  func skill(_ rank: Double) -> Float {
    table[min(Self.points - 1, max(0, Int(rank * Double(Self.points))))]
  }
}
