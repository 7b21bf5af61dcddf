import Testing

@testable import Designs

struct SaltelliDesignTests {
  @Test("Each row has A, B and A with one factor from B after the other")
  func rows() {
    let points = SaltelliDesign.points(rows: 8, factors: 3, seed: 2)
    let sequence = SobolSequence(dimensions: 6, scrambledBy: 2)
    #expect(points.count == 40)
    for row in 0..<8 {
      let both = sequence.point(row)
      let (a, b) = (Array(both[..<3]), Array(both[3...]))
      let expected = [a, b, [b[0], a[1], a[2]], [a[0], b[1], a[2]], [a[0], a[1], b[2]]]
      #expect(Array(points[row * 5..<row * 5 + 5]) == expected)
    }
  }

  @Test("A smaller design is the beginning of a larger one")
  func growth() {
    let small = SaltelliDesign.points(rows: 4, factors: 2, seed: 3)
    #expect(Array(SaltelliDesign.points(rows: 16, factors: 2, seed: 3).prefix(small.count)) == small)
  }
}

struct MorrisDesignTests {
  @Test("A trajectory moves each factor once by the same step, up or down", arguments: [2, 4, 6, 10])
  func steps(levels: Int) {
    let points = MorrisDesign.points(trajectories: 30, factors: 5, levels: levels, seed: 1)
    #expect(points.count == 30 * 6)
    let step = Double(levels) / (2 * Double(levels - 1))
    for start in stride(from: 0, to: points.count, by: 6) {
      var moved: Set<Int> = []
      for index in start..<start + 5 {
        let changes = zip(points[index], points[index + 1]).map { $1 - $0 }
        let factor = changes.firstIndex { $0 != 0 }!
        #expect(changes.count { $0 != 0 } == 1)
        #expect(abs(abs(changes[factor]) - step) < 1e-15)
        moved.insert(factor)
      }
      #expect(moved.count == 5)
    }
  }

  @Test("All levels are as likely, and so are all orders and both directions")
  func likelihood() {
    let points = MorrisDesign.points(trajectories: 3_000, factors: 2, levels: 4, seed: 6)
    var levels = [Int](repeating: 0, count: 4)
    var (up, firstFactorFirst) = (0, 0)
    for start in stride(from: 0, to: points.count, by: 3) {
      for point in points[start..<start + 3] { levels[Int((point[0] * 3).rounded())] += 1 }
      if points[start + 2][0] > points[start][0] { up += 1 }
      if points[start + 1][0] != points[start][0] { firstFactorFirst += 1 }
    }
    // Five standard deviations; a level's three counts of a trajectory hang together.
    #expect(levels.allSatisfy { abs($0 - 2_250) < 300 })
    #expect(abs(up - 1_500) < 140 && abs(firstFactorFirst - 1_500) < 140)
  }
}
