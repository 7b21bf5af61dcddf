import Foundation
import Testing

@testable import Optimisation

/// Zitzler, Deb and Thiele's problems, whose fronts are known.
///
/// - Source: Zitzler, Deb, Thiele, "Comparison of multiobjective evolutionary algorithms: empirical results",
///   Evolutionary Computation 8 (2000) 173-195. Thirty coordinates; the front is where all but the first are 0.
struct ZDTTests {
  enum Problem: CaseIterable {
    case convex, concave, broken

    func goals(_ x: [Double]) -> [Double] {
      let g = 1 + 9 * x.dropFirst().reduce(0, +) / Double(x.count - 1)
      return [x[0], g * front(x[0] / g, first: x[0])]
    }

    /// The second goal on the front; `first` is apart from the ratio for the sine of the third problem alone.
    func front(_ ratio: Double, first: Double) -> Double {
      switch self {
      case .convex: 1 - ratio.squareRoot()
      case .concave: 1 - ratio * ratio
      case .broken: 1 - ratio.squareRoot() - ratio * sin(10 * .pi * first)
      }
    }

    /// The area between the front and the point (1, 1): ∫ √f, ∫ f².
    var area: Double? {
      switch self {
      case .convex: 2.0 / 3
      case .concave: 1.0 / 3
      case .broken: nil
      }
    }
  }

  /// A hundred points and 250 generations, as Deb and others (2002) took.
  private func front(_ problem: Problem) -> [[Double]] {
    let found = NSGA2(dimensions: 30, population: 100, generations: 250, seed: 1).run {
      $0.map(problem.goals)
    }
    let goals = found.map(\.goals)
    return Domination.front(of: goals).compactMap { goals[$0] }.sorted { $0[0] < $1[0] }
  }

  @Test(arguments: Problem.allCases)
  func `the front is reached`(problem: Problem) {
    let front = front(problem)
    #expect(front.count >= 90)
    // The mean distance to the front is below what Deb and others report: 0.033, 0.072 and 0.114.
    let truth = (0...10_000).map { Double($0) / 10_000 }.map { [$0, problem.front($0, first: $0)] }
    let distances = front.map { point in
      truth.map { hypot($0[0] - point[0], $0[1] - point[1]) }.min() ?? .infinity
    }
    #expect(distances.reduce(0, +) / Double(distances.count) < 0.01)
  }

  @Test(arguments: [Problem.convex, .concave])
  func `the front is covered from end to end`(problem: Problem) throws {
    var area = 0.0
    var ceiling = 1.0
    for point in front(problem) where point[0] < 1 && point[1] < ceiling {
      area += (1 - point[0]) * (ceiling - point[1])
      ceiling = point[1]
    }
    #expect(area / (try #require(problem.area)) > 0.97)
  }

  @Test func `the same seed asks for the same points, another for others`() {
    let asked = { (seed: UInt64) in
      var points: [[Double]] = []
      _ = NSGA2(dimensions: 3, population: 8, generations: 4, seed: seed).run { batch in
        points += batch
        return batch.map(Problem.convex.goals)
      }
      return points
    }
    #expect(asked(1) == asked(1) && asked(1) != asked(2))
    #expect(asked(1).count == 32)
    #expect(asked(1).joined().allSatisfy { (0...1).contains($0) })
  }
}

struct DominationTests {
  @Test func `no worse in any goal and better in one`() {
    #expect(Domination.dominates([1, 2], [1, 3]))
    #expect(!Domination.dominates([1, 2], [1, 2]))
    #expect(!Domination.dominates([1, 4], [2, 3]))
    #expect(Domination.dominates([9, 9], nil) && !Domination.dominates(nil, nil))
  }

  @Test func `ranks peel front after front, and what has no outcome comes last`() {
    let goals: [[Double]?] = [[2, 2], [1, 3], nil, [3, 3], [4, 1]]
    #expect(Domination.ranks(of: goals) == [0, 0, 2, 1, 0])
    #expect(Domination.front(of: goals) == [0, 1, 4])
  }

  @Test func `the ends of a front are infinitely far from a crowd`() {
    let goals: [[Double]?] = [[0, 4], [1, 2], [4, 0]]
    let crowding = Domination.crowding([0, 1, 2], goals)
    #expect(crowding[0] == .infinity && crowding[2] == .infinity && crowding[1] == 2)
  }
}
