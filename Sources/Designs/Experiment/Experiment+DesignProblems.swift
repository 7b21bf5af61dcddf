extension Experiment {
  /// What is wrong with a design over some of the factors.
  func designProblems(_ design: Design, over factors: [Factor], at key: String) -> [DesignError] {
    switch design {
    case .grid:
      return missingDistributions(factors) + factors.compactMap(Self.gridProblem)
    case .list(let rows): return rowProblems(rows, factors, at: key)
    case .latinHypercube(let points, let spread):
      var problems = missingDistributions(factors) + Self.few(points, least: 1, at: "\(key).points")
      if case .maximin(let candidates) = spread {
        problems += Self.few(candidates, least: 1, at: "\(key).candidates")
      }
      return problems
    case .sobol(let points):
      return missingDistributions(factors) + Self.powerOfTwo(points, at: "\(key).points")
        + Self.many(factors.count, most: SobolSequence.mostDimensions)
    case .saltelli(let rows):
      return missingDistributions(factors) + Self.powerOfTwo(rows, at: "\(key).rows")
        + Self.many(factors.count, most: SaltelliDesign.mostFactors)
    case .morris(let trajectories, let levels):
      var problems = missingDistributions(factors)
      problems += Self.few(trajectories, least: 1, at: "\(key).trajectories")
      problems += Self.few(levels, least: 2, at: "\(key).levels")
      if !levels.isMultiple(of: 2) { problems.append(DesignError("\(key).levels", .oddLevels(levels))) }
      return problems
    case .crossed(let levers, let uncertainties):
      return crossingProblems(levers, .lever, at: "\(key).levers")
        + crossingProblems(uncertainties, .uncertainty, at: "\(key).uncertainties")
    }
  }

  /// Half of a crossed design. Designs made for one analysis lose their meaning in it.
  private func crossingProblems(_ design: Design, _ role: Factor.Role, at key: String) -> [DesignError] {
    let some = factors.filter { $0.role == role }
    guard !some.isEmpty else { return [DesignError(key, .noFactors)] }
    switch design {
    case .saltelli, .morris, .crossed: return [DesignError(key, .notCrossable(design.name))]
    case .grid, .list, .latinHypercube, .sobol: return designProblems(design, over: some, at: key)
    }
  }

  /// The values that a list states for a factor.
  func listedValues(of factor: Factor) -> [FactorValue] {
    func values(_ design: Design, _ factors: [Factor]) -> [FactorValue] {
      guard case .list(let rows) = design,
        let column = factors.firstIndex(where: { $0.name == factor.name })
      else { return [] }
      return rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
    }
    guard case .crossed(let levers, let uncertainties) = design else { return values(design, factors) }
    return values(
      factor.role == .lever ? levers : uncertainties, factors.filter { $0.role == factor.role })
  }

  private func missingDistributions(_ factors: [Factor]) -> [DesignError] {
    factors.filter { $0.distribution == nil }.map {
      DesignError("factors.\($0.name)", .missingDistribution)
    }
  }

  private static func gridProblem(_ factor: Factor) -> DesignError? {
    guard let distribution = factor.distribution, factor.gridCount == nil else { return nil }
    let key = "factors.\(factor.name).levels"
    guard let levels = factor.levels, distribution.listed != nil || levels < 1 else {
      return DesignError(key, .missingLevels)
    }
    return DesignError(key, .wrongLevels(levels))
  }

  private func rowProblems(_ rows: [[FactorValue]], _ factors: [Factor], at key: String) -> [DesignError] {
    guard !rows.isEmpty else { return [DesignError("\(key).rows", .tooFew(0, least: 1))] }
    var problems = rows.enumerated().compactMap { index, row in
      row.count == factors.count
        ? nil : DesignError("\(key).rows[\(index)]", .wrongRow(found: row.count, expected: factors.count))
    }
    for (column, factor) in factors.enumerated() {
      let values = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      if values.contains(where: { $0.number?.isFinite == false }) {
        problems.append(DesignError("factors.\(factor.name)", .notFinite))
      }
      let kind = factor.distribution?.kind ?? values.first?.kind
      if values.contains(where: { $0.kind != kind }) {
        problems.append(DesignError("factors.\(factor.name)", .mixedKinds))
      }
    }
    return problems
  }

  private static func few(_ count: Int, least: Int, at key: String) -> [DesignError] {
    count < least ? [DesignError(key, .tooFew(count, least: least))] : []
  }

  private static func many(_ count: Int, most: Int) -> [DesignError] {
    count > most ? [DesignError("factors", .tooMany(count, most: most))] : []
  }

  /// Only after a power of two of its points does the sequence fill all parts of the cube alike.
  private static func powerOfTwo(_ count: Int, at key: String) -> [DesignError] {
    guard count >= 1 else { return [DesignError(key, .tooFew(count, least: 1))] }
    guard count <= Design.mostPoints else {
      return [DesignError(key, .tooMany(count, most: Design.mostPoints))]
    }
    guard count & (count - 1) != 0 else { return [] }
    let below = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
    return [DesignError(key, .notPowerOfTwo(count, below: below, above: 2 * below))]
  }
}
