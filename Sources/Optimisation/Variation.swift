#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How children differ from their parents, within the unit cube.
enum Variation {
  /// Two children by simulated binary crossover, each coordinate with a probability of one half: their distance from
  /// the parents' middle is b times the parents', with the density of b `(n + 1)/2 b^n` up to 1 and `(n + 1)/2
  /// b^-(n + 2)` beyond, cut off so that no child leaves the cube.
  static func crossed(_ mother: [Double], _ father: [Double], _ chance: inout Chance) -> ([Double], [Double])
  {
    var (left, right) = (mother, father)
    guard chance.uniform() < NSGA2.crossover else { return (left, right) }
    for place in mother.indices {
      let (isCrossed, share, isSwapped) = (chance.uniform() < 0.5, chance.uniform(), chance.uniform() < 0.5)
      let (low, high) = (min(mother[place], father[place]), max(mother[place], father[place]))
      guard isCrossed, high - low > 1e-14 else { continue }
      let below = (low + high - spread(1 + 2 * low / (high - low), share) * (high - low)) / 2
      let above = (low + high + spread(1 + 2 * (1 - high) / (high - low), share) * (high - low)) / 2
      (left[place], right[place]) =
        isSwapped ? (clamped(above), clamped(below)) : (clamped(below), clamped(above))
    }
    return (left, right)
  }

  /// The quantile of b where more than `most` would leave the cube.
  private static func spread(_ most: Double, _ share: Double) -> Double {
    let power = NSGA2.crossoverIndex + 1
    let alpha = 2 - pow(most, -power)
    return share <= 1 / alpha
      ? pow(share * alpha, 1 / power) : pow(1 / (2 - share * alpha), 1 / power)
  }

  /// The point with each coordinate moved with a probability of one over their number, by polynomial mutation.
  static func mutated(_ point: [Double], _ chance: inout Chance) -> [Double] {
    point.map { value in
      let (isMoved, share) = (chance.uniform() < 1 / Double(point.count), chance.uniform())
      guard isMoved else { return value }
      let power = NSGA2.mutationIndex + 1
      let step =
        share < 0.5
        ? pow(2 * share + (1 - 2 * share) * pow(1 - value, power), 1 / power) - 1
        : 1 - pow(2 * (1 - share) + (2 * share - 1) * pow(value, power), 1 / power)
      return clamped(value + step)
    }
  }

  private static func clamped(_ value: Double) -> Double { min(1, max(0, value)) }
}
