public import Designs
import Optimisation
public import Scenarios
public import Sensitivity

/// A setting of the levers on the front, and what its runs gave.
public struct Compromise: Sendable, Equatable {
  /// A value a lever, in the experiment's order.
  public let settings: [FactorValue]
  /// The ordinal of the point.
  public let point: Int
  /// The mean of each goal over the replications.
  public let means: [Double]
  /// The mean with its interval of 95 %; nil for one replication.
  public let intervals: [MeanInterval?]
}

extension SweepEvaluator {
  /// Seeks the settings of the levers of which none is better than another in all goals.
  ///
  /// A setting that a constraint forbids is not simulated; it and those of which a run failed lose against all others.
  /// - Returns: the front of everything that was simulated, by the first goal.
  public func optimise(_ question: OptimiseQuestion) throws -> [Compromise] {
    let factors = file.experiment.factors
    var known: [Int: Compromise] = [:]
    _ = try NSGA2(
      dimensions: factors.count, population: question.population, generations: question.generations,
      seed: file.experiment.seed
    ).run { points in
      let settings = points.map { point in
        zip(factors, point).map { $0.distribution?.value(at: $1) ?? .number(.nan) }
      }
      let places = try settings.indices.filter { try file.experiment.admits(settings[$0]) }
      let ordinals = try evaluate(places.map { settings[$0] })
      var goals = [[Double]?](repeating: nil, count: points.count)
      for (place, ordinal) in zip(places, ordinals) {
        guard let found = try known[ordinal] ?? compromise(settings[place], ordinal, question) else {
          continue
        }
        known[ordinal] = found
        goals[place] = Self.costs(found, question)
      }
      return goals
    }
    let all = known.values.sorted { $0.point < $1.point }
    return Domination.front(of: all.map { Self.costs($0, question) }).map { all[$0] }
      .sorted { ($0.means[0], $0.point) < ($1.means[0], $1.point) }
  }

  /// The goals as numbers of which less is better.
  private static func costs(_ found: Compromise, _ question: OptimiseQuestion) -> [Double] {
    zip(question.goals, found.means).map { $0.isMoreBetter ? -$1 : $1 }
  }

  /// What a setting gave; nil where a run of it failed or an outcome is not defined.
  private func compromise(_ settings: [FactorValue], _ ordinal: Int, _ question: OptimiseQuestion) throws
    -> Compromise?
  {
    let outcomes = try question.goals.map { try values(of: $0.measure, point: ordinal) }
    guard outcomes.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 != nil } }) else { return nil }
    let known = outcomes.map { $0.compactMap(\.self) }
    return Compromise(
      settings: settings, point: ordinal, means: known.map { $0.reduce(0, +) / Double($0.count) },
      intervals: known.map { MeanInterval($0) })
  }
}
