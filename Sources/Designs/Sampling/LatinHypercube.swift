/// Latin hypercubes: of n points, each factor has one in each n-th part of its range.
///
/// - Source: McKay, Beckman, Conover, "A comparison of three methods for selecting values of input variables",
///   Technometrics 21 (1979) 239-245.
public enum LatinHypercube {
  /// How the points are laid out.
  public enum Spread: Sendable, Equatable {
    /// The parts of the factors are combined at random.
    case random
    /// Of so many random hypercubes the one whose two nearest points lie farthest apart. It takes the time of
    /// comparing each point with each other, for each candidate.
    ///
    /// - Source: Johnson, Moore, Ylvisaker, "Minimax and maximin distance designs", Journal of Statistical
    ///   Planning and Inference 26 (1990) 131-148, here searched among random hypercubes only.
    case maximin(candidates: Int)
  }

  /// Points of the unit cube: `(p + u) / n` with p a random order of 0 to n - 1 and u uniform within the part,
  /// both for each factor.
  ///
  /// - Parameters:
  ///   - count: n, above 0.
  ///   - dimensions: how many factors.
  ///   - spread: how the points are laid out.
  ///   - seed: what the orders and the places within the parts depend on.
  public static func points(_ count: Int, dimensions: Int, spread: Spread, seed: UInt64) -> [[Double]] {
    guard case .maximin(let candidates) = spread else {
      return candidate(0, count, dimensions, seed)
    }
    precondition(candidates > 0, "a candidate or more")
    var best = candidate(0, count, dimensions, seed)
    var distance = leastDistance(best)
    for index in 1..<max(1, candidates) {
      let points = candidate(index, count, dimensions, seed)
      let other = leastDistance(points)
      if other > distance { (best, distance) = (points, other) }
    }
    return best
  }

  private static func candidate(_ candidate: Int, _ count: Int, _ dimensions: Int, _ seed: UInt64)
    -> [[Double]]
  {
    let orders = KeyedDraws(seed: seed, purpose: .latinOrder)
    let places = KeyedDraws(seed: seed, purpose: .latinPlace)
    var points = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: count)
    for dimension in 0..<dimensions {
      let order = orders.permutation(of: count, UInt32(candidate), UInt32(dimension))
      for (point, part) in order.enumerated() {
        // The place has 25 binary digits, which leaves 28 for the number of the part: nothing is rounded
        // into the next one.
        let place = places.uniform(UInt32(candidate), UInt32(dimension), UInt32(point))
        points[point][dimension] = (Double(part) + place) / Double(count)
      }
    }
    return points
  }

  /// The square of the distance of the two nearest points.
  static func leastDistance(_ points: [[Double]]) -> Double {
    var least = Double.infinity
    for (index, point) in points.enumerated() {
      for other in points[..<index] {
        least = min(least, zip(point, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
      }
    }
    return least
  }
}
