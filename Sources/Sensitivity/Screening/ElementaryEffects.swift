internal import Designs

/// Which factors matter at all, from few runs: the effects of single steps along the trajectories of a
/// `MorrisDesign`.
///
/// The elementary effect of a factor is `(f(x') - f(x)) / (x' - x)`, where x is its coordinate in the unit cube
/// before and x' after a step: the change of the output over the factor's whole range, at that pace, in the
/// output's unit. Over r trajectories its mean is mu, the mean of its magnitude mu*, its standard deviation
/// sigma. A factor of small mu* does not matter; a large sigma says that its effect depends on where it is
/// (curvature) or where the others are (interaction).
///
/// - Source: Morris, Technometrics 33 (1991) 161-174; mu*: Campolongo, Cariboni, Saltelli, "An effective
///   screening design for sensitivity analysis of large models", Environmental Modelling & Software 22 (2007)
///   1509-1518.
public struct ElementaryEffects: Sendable, Equatable {
  /// The effects of one factor, in the output's unit.
  public struct Summary: Sendable, Equatable {
    /// mu, the mean.
    public let mean: IntervalEstimate
    /// mu*, the mean of the magnitude; 0 or more.
    public let magnitude: IntervalEstimate
    /// sigma, the standard deviation; 0 or more.
    public let deviation: IntervalEstimate
  }

  /// By factor, in their order.
  public let factors: [Summary]
  /// Trajectories all of whose points have an output.
  public let trajectories: Int
  /// Trajectories that are left out since a run failed or is not done.
  public let droppedTrajectories: Int

  /// Effects from outputs.
  ///
  /// - Parameters:
  ///   - coordinates: points in the unit cube, trajectory by trajectory.
  ///   - outputs: an output a point; nil, or no finite number, where there is none.
  ///   - factors: how many factors there are, 1 or more.
  ///   - bootstrap: how intervals are had; trajectories are what is drawn again.
  public init(
    coordinates: [[Double]], outputs: [Double?], factors: Int, bootstrap: Bootstrap = Bootstrap()
  ) throws(SensitivityError) {
    let size = MorrisDesign.pointsPerTrajectory(factors: factors)
    guard outputs.count == coordinates.count, outputs.count.isMultiple(of: size), !outputs.isEmpty else {
      throw .wrongCount(found: outputs.count, expected: "one a point, \(size) a trajectory")
    }
    var effects: [[Double]] = []
    for start in stride(from: 0, to: outputs.count, by: size) {
      let range = start..<start + size
      let values = outputs[range].compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }
      guard let steps = Self.steps(Array(coordinates[range]), factors) else {
        throw .noTrajectory(start / size)
      }
      if values.count == size { effects.append(Self.effects(steps, values)) }
    }
    guard effects.count >= 2 else { throw .tooFew(found: effects.count, least: 2) }
    let values = Self.statistics(effects, Array(effects.indices))
    let intervals = bootstrap.intervals(count: effects.count) { Self.statistics(effects, $0) }
    let estimates = zip(values, intervals).map { IntervalEstimate(value: $0, interval: $1) }
    self.factors = stride(from: 0, to: estimates.count, by: 3).map {
      Summary(mean: estimates[$0], magnitude: estimates[$0 + 1], deviation: estimates[$0 + 2])
    }
    trajectories = effects.count
    droppedTrajectories = outputs.count / size - effects.count
  }

  /// The factor and the length of each step; nil unless each moves one factor, and each factor once.
  private static func steps(_ points: [[Double]], _ factors: Int) -> [(factor: Int, length: Double)]? {
    var moved: Set<Int> = []
    var steps: [(factor: Int, length: Double)] = []
    for (before, after) in zip(points, points.dropFirst()) {
      guard before.count == factors, after.count == factors else { return nil }
      let changed = before.indices.filter { before[$0] != after[$0] }
      guard changed.count == 1, moved.insert(changed[0]).inserted else { return nil }
      steps.append((changed[0], after[changed[0]] - before[changed[0]]))
    }
    return steps
  }

  private static func effects(_ steps: [(factor: Int, length: Double)], _ values: [Double]) -> [Double] {
    var effects = [Double](repeating: 0, count: steps.count)
    for (index, step) in steps.enumerated() {
      effects[step.factor] = (values[index + 1] - values[index]) / step.length
    }
    return effects
  }

  /// Mean, mean of the magnitude and standard deviation, factor by factor.
  private static func statistics(_ effects: [[Double]], _ trajectories: [Int]) -> [Double] {
    let count = Double(trajectories.count)
    return effects[0].indices.flatMap { factor -> [Double] in
      let mean = trajectories.reduce(0) { $0 + effects[$1][factor] } / count
      let magnitude = trajectories.reduce(0) { $0 + abs(effects[$1][factor]) } / count
      let squares = trajectories.reduce(0) { sum, trajectory in
        sum + (effects[trajectory][factor] - mean) * (effects[trajectory][factor] - mean)
      }
      return [mean, magnitude, (squares / (count - 1)).squareRoot()]
    }
  }
}
