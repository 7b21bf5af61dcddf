/// How the points of an experiment are laid out over its factors.
public indirect enum Design: Sendable, Equatable {
  /// All combinations of the factors' values, the last factor's changing fastest.
  case grid
  /// The points one by one: a row each, a value a factor in their order.
  case list(rows: [[FactorValue]])
  /// A Latin hypercube of so many points.
  case latinHypercube(points: Int, spread: LatinHypercube.Spread)
  /// The first points of a scrambled Sobol' sequence: a power of two of them.
  case sobol(points: Int)
  /// What Sobol' indices need: so many rows, a power of two, of k + 2 points for k factors.
  case saltelli(rows: Int)
  /// What elementary effects need: so many trajectories of k + 1 points for k factors on so many levels.
  case morris(trajectories: Int, levels: Int)
  /// Each point of a design over the levers with each point of one over the uncertainties, the latter changing
  /// fastest: every lever is judged over the same futures.
  case crossed(levers: Design, uncertainties: Design)

  /// The name that an experiment file gives it.
  public var name: String {
    switch self {
    case .grid: "grid"
    case .list: "list"
    case .latinHypercube: "latin_hypercube"
    case .sobol: "sobol"
    case .saltelli: "saltelli"
    case .morris: "morris"
    case .crossed: "crossed"
    }
  }

  /// The most points that a design may have: the list of them then takes some gigabytes of memory.
  public static let mostPoints = 10_000_000

  /// How many points there are before constraints take some away; nil where that is no number that a
  /// computer counts with, or a grid lacks levels.
  ///
  /// - Parameter factors: what the design is over.
  public func count(over factors: [Factor]) -> Int? {
    switch self {
    case .grid:
      return factors.reduce(1) { Self.product($0, $1.gridCount) }
    case .list(let rows): return rows.count
    case .latinHypercube(let points, _), .sobol(let points): return points
    case .saltelli(let rows):
      return Self.product(rows, SaltelliDesign.pointsPerRow(factors: factors.count))
    case .morris(let trajectories, _):
      return Self.product(trajectories, MorrisDesign.pointsPerTrajectory(factors: factors.count))
    case .crossed(let levers, let uncertainties):
      return Self.product(
        levers.count(over: factors.filter { $0.role == .lever }),
        uncertainties.count(over: factors.filter { $0.role == .uncertainty }))
    }
  }

  private static func product(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
    return isTooLarge ? nil : product
  }
}
