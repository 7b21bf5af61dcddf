import Designs
public import Scenarios
import Sensitivity

extension SweepEvaluator {
  /// Seeks the value of the file's lever.
  public func solve(_ question: SolveQuestion) throws -> SolveSearch.Answer {
    let factor = file.experiment.factors[0]
    return try SolveSearch(question, levels: Self.levels(of: factor)).answer { values in
      let ordinals = try evaluate(values.map { [.number($0)] })
      return try zip(values, ordinals).map { value, ordinal in
        SolveSearch.Trial(
          value: value,
          means: try question.conditions.map { condition in
            let outcomes = try self.values(of: condition.measure, point: ordinal)
            // A failed run is no draw from what the mean is of.
            guard outcomes.allSatisfy({ $0 != nil }) else { return nil }
            return MeanInterval(outcomes.compactMap(\.self), confidence: question.confidence)
          })
      }
    }
  }

  /// The values that a grid would take; nine of a range that does not say.
  static func levels(of factor: Factor) -> [Double] {
    guard let distribution = factor.distribution else { return [] }
    if case .values(let values, _) = distribution { return values.compactMap(\.number) }
    let levels = max(2, factor.levels ?? 9)
    return (0..<levels).compactMap { distribution.value(at: Double($0) / Double(levels - 1)).number }
  }
}
