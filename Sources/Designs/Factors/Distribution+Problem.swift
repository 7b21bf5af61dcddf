extension Distribution {
  /// What is wrong with the numbers, if anything is.
  var problem: DesignError.Problem? {
    switch self {
    case .uniform(let low, let high): return Self.range(low, high)
    case .logUniform(let low, let high):
      return Self.range(low, high) ?? (low > 0 ? nil : .notPositive(low))
    case .triangular(let low, let mode, let high):
      if let problem = Self.range(low, high) { return problem }
      guard mode.isFinite else { return .notFinite }
      return (low...high).contains(mode) ? nil : .modeOutside(mode, low: low, high: high)
    case .normal(let mean, let deviation, let low, let high):
      if let problem = Self.range(low, high) { return problem }
      guard mean.isFinite, deviation.isFinite else { return .notFinite }
      guard deviation > 0 else { return .notAboveZero(deviation) }
      return Normal.hasProbability(from: (low - mean) / deviation, to: (high - mean) / deviation)
        ? nil : .noProbability
    case .wholeNumbers(let low, let high):
      guard low <= high else { return .emptyRange(low: Double(low), high: Double(high)) }
      return Self.isExact(low) && Self.isExact(high) ? nil : .notExact
    case .values(let values, let weights): return Self.list(values, weights)
    }
  }

  private static func range(_ low: Double, _ high: Double) -> DesignError.Problem? {
    guard low.isFinite, high.isFinite, (high - low).isFinite else { return .notFinite }
    return low < high ? nil : .emptyRange(low: low, high: high)
  }

  private static func list(_ values: [FactorValue], _ weights: [Double]?) -> DesignError.Problem? {
    guard let first = values.first else { return .noValues }
    guard values.allSatisfy({ $0.kind == first.kind }) else { return .mixedKinds }
    guard values.allSatisfy({ $0.number?.isFinite ?? true }) else { return .notFinite }
    var seen: Set<FactorValue> = []
    if let again = values.first(where: { !seen.insert($0).inserted }) { return .repeatedValue(again) }
    guard let weights else { return nil }
    let isRight =
      weights.count == values.count && weights.allSatisfy { $0.isFinite && $0 > 0 }
    return isRight ? nil : .wrongWeights
  }
}
