internal import Designs

/// Seeks the front of several goals over points of the unit cube, generation by generation.
///
/// Parents are chosen by tournaments of two: the lower rank wins, of equal rank the less crowded. Children come from
/// simulated binary crossover and polynomial mutation. Of parents and children together the better half goes on.
/// Everything follows from the seed and the goals: a search that is repeated asks for the same points.
///
/// - Source: Deb, Pratap, Agarwal, Meyarivan (2002), see `Domination`; crossover with bounds: Deb, Agrawal, "Simulated
///   binary crossover for continuous search space", Complex Systems 9 (1995) 115-148; the strengths are theirs.
public struct NSGA2: Sendable {
  /// How many coordinates a point has.
  public let dimensions: Int
  /// Points in a generation: an even number, 4 or more.
  public let population: Int
  /// Generations, the first among them.
  public let generations: Int
  /// What all chance depends on.
  public let seed: UInt64

  /// Probability that two parents are crossed.
  static let crossover = 0.9
  /// Distribution indices of crossover and mutation: the larger, the nearer children are to their parents.
  static let crossoverIndex = 20.0
  static let mutationIndex = 20.0

  /// A point and its goals.
  public struct Individual: Sendable, Equatable {
    /// Where it lies in the unit cube.
    public let coordinates: [Double]
    /// Less is better; nil where there is no outcome.
    public let goals: [Double]?
  }

  /// A search.
  public init(dimensions: Int, population: Int, generations: Int, seed: UInt64) {
    precondition(dimensions > 0 && population >= 4 && population.isMultiple(of: 2) && generations > 0)
    self.dimensions = dimensions
    self.population = population
    self.generations = generations
    self.seed = seed
  }

  /// Seeks.
  ///
  /// - Parameter evaluate: the goals of points, nil for those without an outcome; called once a generation.
  /// - Returns: the last generation's better half, in the order of their rank.
  public func run(_ evaluate: ([[Double]]) throws -> [[Double]?]) rethrows -> [Individual] {
    let first = LatinHypercube.points(population, dimensions: dimensions, spread: .random, seed: seed)
    var current = try individuals(first, evaluate)
    for generation in 1..<max(1, generations) {
      let children = try individuals(children(of: current, generation), evaluate)
      current = select(current + children)
    }
    return select(current)
  }

  private func individuals(_ points: [[Double]], _ evaluate: ([[Double]]) throws -> [[Double]?]) rethrows
    -> [Individual]
  {
    zip(points, try evaluate(points)).map { Individual(coordinates: $0, goals: $1) }
  }

  /// As many as a generation has: front by front, of the last that fits in part the least crowded.
  private func select(_ all: [Individual]) -> [Individual] {
    let order = standing(of: all)
    let places = all.indices.sorted {
      order[$0].comes(before: order[$1]) || (!order[$1].comes(before: order[$0]) && $0 < $1)
    }
    return places.prefix(population).map { all[$0] }
  }

  /// Rank and crowding.
  struct Standing {
    let rank: Int
    let crowding: Double

    func comes(before other: Standing) -> Bool {
      (rank, -crowding) < (other.rank, -other.crowding)
    }
  }

  private func standing(of all: [Individual]) -> [Standing] {
    let goals = all.map(\.goals)
    let ranks = Domination.ranks(of: goals)
    var crowding = [Double](repeating: 0, count: all.count)
    for rank in Set(ranks) {
      for (place, distance) in Domination.crowding(all.indices.filter { ranks[$0] == rank }, goals) {
        crowding[place] = distance
      }
    }
    return zip(ranks, crowding).map { Standing(rank: $0, crowding: $1) }
  }

  private func children(of parents: [Individual], _ generation: Int) -> [[Double]] {
    let order = standing(of: parents)
    var children: [[Double]] = []
    for pair in 0..<population / 2 {
      var chance = Chance(seed: seed, generation: generation, pair: pair)
      let mother = parents[winner(order, &chance)].coordinates
      let father = parents[winner(order, &chance)].coordinates
      let (left, right) = Variation.crossed(mother, father, &chance)
      children.append(Variation.mutated(left, &chance))
      children.append(Variation.mutated(right, &chance))
    }
    return children
  }

  private func winner(_ order: [Standing], _ chance: inout Chance) -> Int {
    let (left, right) = (chance.index(below: order.count), chance.index(below: order.count))
    return order[right].comes(before: order[left]) ? right : left
  }
}

/// The draws of one pair of parents, one after the other.
struct Chance {
  private let draws: KeyedDraws
  private let generation: UInt32
  private let pair: UInt32
  private var count: UInt32 = 0

  init(seed: UInt64, generation: Int, pair: Int) {
    draws = KeyedDraws(seed: seed, purpose: .evolution)
    self.generation = UInt32(generation)
    self.pair = UInt32(pair)
  }

  mutating func uniform() -> Double {
    defer { count += 1 }
    return draws.uniform(generation, pair, count)
  }

  mutating func index(below limit: Int) -> Int {
    defer { count += 1 }
    return draws.index(below: limit, generation, pair, count)
  }
}
