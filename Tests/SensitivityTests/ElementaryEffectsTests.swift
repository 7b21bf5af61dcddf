import Designs
import Testing

@testable import Sensitivity

struct ElementaryEffectsTests {
  private func effects(
    _ factors: Int, trajectories: Int = 40, levels: Int = 4, of function: ([Double]) -> Double?
  ) throws -> ElementaryEffects {
    let points = MorrisDesign.points(
      trajectories: trajectories, factors: factors, levels: levels, seed: 1)
    return try ElementaryEffects(
      coordinates: points, outputs: points.map(function), factors: factors,
      bootstrap: Bootstrap(resamples: 200))
  }

  @Test("The effects of a plane are its slopes, without any spread", arguments: [2, 4, 8])
  func plane(levels: Int) throws {
    let slopes = [3.0, -2, 0, 0.5]
    let effects = try effects(4, levels: levels) { zip($0, slopes).reduce(7) { $0 + $1.0 * $1.1 } }
    for (factor, slope) in effects.factors.enumerated().map({ ($1, slopes[$0]) }) {
      #expect(abs(factor.mean.value - slope) < 1e-12)
      #expect(abs(factor.magnitude.value - abs(slope)) < 1e-12)
      #expect(factor.deviation.value < 1e-12 && factor.magnitude.interval.width < 1e-12)
    }
    #expect(effects.trajectories == 40 && effects.droppedTrajectories == 0)
  }

  /// On four levels a step goes from 0 to 2/3 or from 1/3 to 1: squares change by 2/3 or 4/3 for a whole range.
  /// The product changes by the other factor, which is at 0, 1/3, 2/3 or 1; the square of (2 x - 1) by plus or
  /// minus 4/3.
  @Test("Curvature and interaction show in the spread, and effects of both signs in the magnitude")
  func curvature() throws {
    let effects = try effects(4, trajectories: 20_000) {
      $0[0] * $0[0] + $0[1] * $0[2] + (2 * $0[3] - 1) * (2 * $0[3] - 1)
    }
    let deviations = [1.0 / 3, (5.0 / 36).squareRoot(), (5.0 / 36).squareRoot(), 4.0 / 3]
    for (factor, mean, magnitude, deviation) in [
      (0, 1.0, 1.0, 0), (1, 0.5, 0.5, 1), (2, 0.5, 0.5, 2), (3, 0, 4.0 / 3, 3),
    ] {
      let summary = effects.factors[factor]
      #expect(summary.mean.interval.contains(mean), "mean of \(factor)")
      #expect(abs(summary.magnitude.value - magnitude) < 0.05, "magnitude of \(factor)")
      #expect(abs(summary.deviation.value - deviations[deviation]) < 0.03, "deviation of \(factor)")
      #expect(summary.deviation.interval.contains(deviations[deviation]), "deviation of \(factor)")
    }
  }

  @Test("Morris's function of twenty factors falls into its three groups")
  func groups() throws {
    let factors = try effects(20, trajectories: 20, of: TestFunction.morris).factors
    let (magnitudes, deviations) = (factors.map(\.magnitude.value), factors.map(\.deviation.value))
    // Two steps of 20 for a whole range: 40.
    #expect(magnitudes[7..<10].allSatisfy { abs($0 - 40) < 8 })
    #expect(magnitudes[..<10].min()! > 2 * magnitudes[10...].max()!)
    #expect(deviations[..<7].min()! > 1.5 * deviations[7...].max()!)
  }

  @Test("Trajectories with a failed run are dropped")
  func dropped() throws {
    let points = MorrisDesign.points(trajectories: 5, factors: 2, levels: 4, seed: 8)
    var outputs: [Double?] = points.map { 2 * $0[0] + $0[1] * $0[1] }
    outputs[4] = nil
    outputs[12] = .infinity
    let some = try ElementaryEffects(coordinates: points, outputs: outputs, factors: 2)
    #expect(some.trajectories == 3 && some.droppedTrajectories == 2)
    let kept = [0, 1, 2, 6, 7, 8, 9, 10, 11]
    let rest = try ElementaryEffects(
      coordinates: kept.map { points[$0] }, outputs: kept.map { outputs[$0] }, factors: 2)
    #expect(some.factors == rest.factors)
  }

  @Test("What is no trajectory, and too few of them, are errors")
  func errors() {
    func effects(_ points: [[Double]]) throws -> ElementaryEffects {
      try ElementaryEffects(coordinates: points, outputs: points.map { $0[0] }, factors: 2)
    }
    let whole = [[0.0, 0], [0.5, 0], [0.5, 1]]
    #expect(throws: SensitivityError.noTrajectory(1)) { try effects(whole + [[0, 0], [1, 1], [1, 0]]) }
    #expect(throws: SensitivityError.noTrajectory(1)) { try effects(whole + [[0, 0], [1, 0], [0, 0]]) }
    #expect(throws: SensitivityError.tooFew(found: 1, least: 2)) { try effects(whole) }
    #expect(throws: SensitivityError.self) { try effects(Array(whole.dropLast())) }
  }
}
