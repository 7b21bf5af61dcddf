/// Trajectories of which each step changes one factor: the points from which elementary effects are taken.
///
/// On a grid of p levels from 0 to 1 each trajectory starts at random, and moves each factor once, in random
/// order, up or down by `p / (2 (p - 1))`: so every level is as likely.
///
/// - Source: Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33
///   (1991) 161-174.
public enum MorrisDesign {
  /// How many points belong to a trajectory: k + 1.
  public static func pointsPerTrajectory(factors: Int) -> Int { factors + 1 }

  /// Points of the unit cube, trajectory by trajectory.
  ///
  /// - Parameters:
  ///   - trajectories: r, above 0.
  ///   - factors: k, above 0.
  ///   - levels: p, even and 2 or more; Morris takes 4.
  ///   - seed: what starts, directions and orders depend on.
  public static func points(trajectories: Int, factors: Int, levels: Int, seed: UInt64) -> [[Double]] {
    precondition(levels >= 2 && levels.isMultiple(of: 2), "an even number of levels")
    let starts = KeyedDraws(seed: seed, purpose: .morrisStart)
    let orders = KeyedDraws(seed: seed, purpose: .morrisOrder)
    let step = levels / 2
    var points: [[Double]] = []
    points.reserveCapacity(trajectories * pointsPerTrajectory(factors: factors))
    for trajectory in 0..<UInt32(trajectories) {
      // A start on any level is a start in the lower half and a direction.
      var place = (0..<factors).map { starts.index(below: levels, trajectory, UInt32($0), 0) }
      points.append(place.map { coordinate($0, levels) })
      for factor in orders.permutation(of: factors, trajectory, 0) {
        place[factor] += place[factor] < step ? step : -step
        points.append(place.map { coordinate($0, levels) })
      }
    }
    return points
  }

  private static func coordinate(_ level: Int, _ levels: Int) -> Double { Double(level) / Double(levels - 1) }
}
