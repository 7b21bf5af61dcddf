public import Scenarios
public import Sensitivity

/// Seeks the value of a lever at which conditions begin to be met.
///
/// Levels of the lever are tried from the wanted end on. Between the first that meets all conditions and the
/// one before it the range is halved down to the tolerance. Runs at all values have the same seeds, so that a mean over
/// the replications is a function of the lever, with an edge that does not move from look to look.
///
/// The edge is sought three times: with the means, and with all of them moved by half the width of their interval
/// against the conditions and in their favour. Between the latter two lies the edge as far as the replications tell.
///
/// - Source: retrospective (sample-path) root finding with common random numbers: Chen and Schmeiser, "Stochastic
///   root finding via retrospective approximation", IIE Transactions 33 (2001) 259-275.
public struct SolveSearch: Sendable {
  let question: SolveQuestion
  /// From the wanted end on.
  let levels: [Double]

  /// A search over levels in any order, two or more.
  public init(_ question: SolveQuestion, levels: [Double]) {
    self.question = question
    self.levels = question.find == .highest ? levels.sorted(by: >) : levels.sorted()
  }

  /// A value of the lever and what its runs gave.
  public struct Trial: Sendable, Equatable {
    /// The value, in the lever's unit.
    public let value: Double
    /// The mean of each condition's outcome; nil where a run failed, which meets no condition.
    public let means: [MeanInterval?]

    /// A trial from its properties.
    public init(value: Double, means: [MeanInterval?]) {
      self.value = value
      self.means = means
    }

    /// How far the condition met least is met, with means moved by so many half-widths in favour.
    func margin(_ question: SolveQuestion, shift: Double) -> Double {
      zip(question.conditions, means).reduce(.infinity) { least, pair in
        guard let mean = pair.1 else { return -.infinity }
        return min(least, pair.0.margin(mean.mean) + shift * mean.halfWidth)
      }
    }

    /// Whether all conditions are met by the means.
    public func isMet(_ question: SolveQuestion) -> Bool { margin(question, shift: 0) >= 0 }
  }

  /// What came out.
  public struct Answer: Sendable, Equatable {
    /// The value that meets the conditions and lies within the tolerance of one that does not, or at the end of
    /// the range; nil where no value that was tried meets them: infeasible.
    public let value: Double?
    /// The same if all means lie at the unfavourable end of their intervals: up to here they are met surely.
    public let surely: Double?
    /// The same if all lie at the favourable end: beyond it they are surely not met.
    public let perhaps: Double?
    /// Whether the value is the wanted end of the range, so that the edge lies beyond it.
    public let isAtEnd: Bool
    /// Everything that was tried, by value.
    public let trials: [Trial]
  }

  /// Seeks.
  /// - Parameter trial: simulates values of the lever.
  public func answer(_ trial: ([Double]) throws -> [Trial]) rethrows -> Answer {
    var known: [Double: Trial] = [:]
    func look(_ value: Double) throws -> Trial {
      if let trial = known[value] { return trial }
      let result = try trial([value])[0]
      known[value] = result
      return result
    }
    func edge(shift: Double) throws -> Double? {
      var beyond: Double?
      for level in levels {
        if try look(level).margin(question, shift: shift) >= 0 {
          return try halve(level, beyond, shift: shift, look)
        }
        beyond = level
      }
      return nil
    }
    let value = try edge(shift: 0)
    let surely = try edge(shift: -1)
    let perhaps = try edge(shift: 1)
    return Answer(
      value: value, surely: surely, perhaps: perhaps, isAtEnd: value != nil && value == levels.first,
      trials: known.values.sorted { $0.value < $1.value })
  }

  /// The edge between a value that meets the conditions and one that does not.
  private func halve(
    _ met: Double, _ beyond: Double?, shift: Double, _ look: (Double) throws -> Trial
  ) rethrows -> Double {
    guard var beyond else { return met }
    var met = met
    while abs(beyond - met) > question.tolerance {
      let middle = met + (beyond - met) / 2
      guard middle != met, middle != beyond else { break }
      if try look(middle).margin(question, shift: shift) >= 0 { met = middle } else { beyond = middle }
    }
    return met
  }
}
