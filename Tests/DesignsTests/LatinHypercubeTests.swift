import Testing

@testable import Designs

struct LatinHypercubeTests {
  @Test(
    "Each of n parts of each factor's range holds one of n points", arguments: [1, 2, 7, 100, 1_023],
    [LatinHypercube.Spread.random, .maximin(candidates: 3)])
  func strata(count: Int, spread: LatinHypercube.Spread) {
    for seed in UInt64(1)...3 {
      let points = LatinHypercube.points(count, dimensions: 4, spread: spread, seed: seed)
      for dimension in 0..<4 {
        #expect(points.map { Int($0[dimension] * Double(count)) }.sorted() == Array(0..<count))
        #expect(points.allSatisfy { $0[dimension] > 0 && $0[dimension] < 1 })
      }
    }
  }

  @Test("Even at the most points of a design no point leaves its part")
  func rounding() {
    // The largest place within a part, in the last part of ten million.
    let place = 1 - 0x1p-25
    let count = Double(Design.mostPoints)
    for part in [0, 1, count / 2, count - 1] { #expect((part + place) / count * count < part + 1) }
  }

  @Test("Factors are combined at random: their correlation is no larger than chance makes it")
  func correlation() {
    let points = LatinHypercube.points(2_000, dimensions: 3, spread: .random, seed: 9)
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
      let covariance = points.reduce(0) { $0 + ($1[left] - 0.5) * ($1[right] - 0.5) } / 2_000
      // Four standard errors of 1 / sqrt(n); the variance of a coordinate is a twelfth.
      #expect(abs(covariance * 12) < 4 / 2_000.0.squareRoot())
    }
  }

  @Test("The points of maximin lie farther apart than those of its first candidate")
  func maximin() {
    let plain = LatinHypercube.points(20, dimensions: 2, spread: .random, seed: 4)
    let spread = LatinHypercube.points(20, dimensions: 2, spread: .maximin(candidates: 50), seed: 4)
    #expect(LatinHypercube.points(20, dimensions: 2, spread: .maximin(candidates: 1), seed: 4) == plain)
    #expect(LatinHypercube.leastDistance(spread) > LatinHypercube.leastDistance(plain))
    #expect(LatinHypercube.leastDistance([[0, 0], [3, 4], [0, 1]]) == 1)
  }

  @Test("A seed gives one hypercube, another seed another")
  func seeds() {
    func points(_ seed: UInt64) -> [[Double]] {
      LatinHypercube.points(50, dimensions: 3, spread: .random, seed: seed)
    }
    #expect(points(7) == points(7))
    #expect(points(7) != points(8))
  }
}
