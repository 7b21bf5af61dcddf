extension Design {
  /// Coordinates in the unit cube by point; nil where points are listed or two designs are crossed.
  func coordinates(over factors: [Factor], seed: UInt64) -> [[Double]]? {
    switch self {
    case .grid:
      var points: [[Double]] = [[]]
      for factor in factors {
        let levels = factor.gridCoordinates
        points = points.flatMap { point in levels.map { point + [$0] } }
      }
      return points
    case .latinHypercube(let points, let spread):
      return LatinHypercube.points(points, dimensions: factors.count, spread: spread, seed: seed)
    case .sobol(let points):
      let sequence = SobolSequence(dimensions: factors.count, scrambledBy: seed)
      return (0..<points).map(sequence.point)
    case .saltelli(let rows):
      return SaltelliDesign.points(rows: rows, factors: factors.count, seed: seed)
    case .morris(let trajectories, let levels):
      return MorrisDesign.points(
        trajectories: trajectories, factors: factors.count, levels: levels, seed: seed)
    case .list, .crossed: return nil
    }
  }

  /// All points in the design's order, for factors and a design without problems.
  func points(over factors: [Factor], seed: UInt64) -> [ExperimentPoint] {
    if case .list(let rows) = self {
      return rows.enumerated().map { ExperimentPoint(ordinal: $0, values: $1, coordinates: []) }
    }
    if case .crossed(let levers, let uncertainties) = self {
      return Self.crossed(levers, uncertainties, factors, seed)
    }
    return (coordinates(over: factors, seed: seed) ?? []).enumerated().map { ordinal, coordinates in
      let values = zip(factors, coordinates).map { $0.distribution?.value(at: $1) ?? .number(.nan) }
      return ExperimentPoint(ordinal: ordinal, values: values, coordinates: coordinates)
    }
  }

  private static func crossed(_ levers: Design, _ uncertainties: Design, _ factors: [Factor], _ seed: UInt64)
    -> [ExperimentPoint]
  {
    let choices = levers.points(over: factors.filter { $0.role == .lever }, seed: seed)
    let futures = uncertainties.points(over: factors.filter { $0.role == .uncertainty }, seed: seed)
    var points: [ExperimentPoint] = []
    points.reserveCapacity(choices.count * futures.count)
    for choice in choices {
      for future in futures {
        points.append(merged(choice, future, at: points.count, factors))
      }
    }
    return points
  }

  /// The values of a choice and a future in the order of all factors.
  private static func merged(
    _ choice: ExperimentPoint, _ future: ExperimentPoint, at ordinal: Int, _ factors: [Factor]
  ) -> ExperimentPoint {
    var next = (lever: 0, uncertainty: 0)
    var values: [FactorValue] = []
    for factor in factors {
      switch factor.role {
      case .lever:
        values.append(choice.values[next.lever])
        next.lever += 1
      case .uncertainty:
        values.append(future.values[next.uncertainty])
        next.uncertainty += 1
      }
    }
    return ExperimentPoint(ordinal: ordinal, values: values, coordinates: [])
  }

  /// How many points stand or fall together when constraints take some away: a trajectory that has lost a
  /// point has no elementary effects there.
  func pointsPerBlock(factors: Int) -> Int {
    if case .morris = self { return MorrisDesign.pointsPerTrajectory(factors: factors) }
    return 1
  }
}
