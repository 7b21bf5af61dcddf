import Designs
import Testing

@testable import Sensitivity

struct RuleInductionTests {
  static let points = LatinHypercube.points(2_000, dimensions: 5, spread: .random, seed: 12)

  /// Within 0.2 to 0.5 of the first factor and above 0.6 of the third: 12 % of the cube.
  private func isPlanted(_ point: [Double]) -> Bool { point[0] >= 0.2 && point[0] <= 0.5 && point[2] > 0.6 }

  private func isNear(_ value: Double?, _ truth: Double, within tolerance: Double) -> Bool {
    value.map { abs($0 - truth) < tolerance } ?? false
  }

  /// Whether chance of so much strikes a point: fixed noise.
  private func strikes(_ index: Int, _ share: Double) -> Bool {
    Double(KeyedDraws(seed: 3, purpose: .bootstrap).bits(UInt32(index), 0, 0) >> 11) * 0x1p-53 < share
  }

  @Test("A planted box is found: its limits, all of its cases and little else")
  func planted() throws {
    let search = try RuleInduction(rows: Self.points, isOfInterest: Self.points.map(isPlanted))
    let box = try #require(search.box(density: 0.95))
    #expect(box.coverage > 0.97 && box.density > 0.95)
    #expect(box.limits.map { $0 != nil } == [true, false, true, false, false])
    let (first, third) = (try #require(box.limits[0]), try #require(box.limits[2]))
    #expect(isNear(first.low, 0.2, within: 0.02) && isNear(first.high, 0.5, within: 0.02))
    #expect(isNear(third.low, 0.6, within: 0.02) && third.high == nil)
    #expect(first.chance < 1e-20 && third.chance < 1e-20)
    #expect(box.mass == Double(box.points) / 2_000 && box.density == Double(box.hits) / Double(box.points))
  }

  @Test("It is found where every tenth case is a mistake")
  func noise() throws {
    let wanted = Self.points.enumerated().map { isPlanted($1) != strikes($0, 0.1) }
    let box = try #require(try RuleInduction(rows: Self.points, isOfInterest: wanted).box(density: 0.8))
    let (first, third) = (try #require(box.limits[0]), try #require(box.limits[2]))
    #expect(isNear(first.low, 0.2, within: 0.05) && isNear(first.high, 0.5, within: 0.05))
    #expect(isNear(third.low, 0.6, within: 0.05))
    // What else is restricted is restricted little, and by chance.
    for limits in [box.limits[1], box.limits[3], box.limits[4]] {
      #expect(limits.map { ($0.low ?? 0) < 0.1 && ($0.high ?? 1) > 0.9 && $0.chance > 0.05 } ?? true)
    }
  }

  @Test("Peeling trades coverage for density, from everything on")
  func trajectory() throws {
    let search = try RuleInduction(rows: Self.points, isOfInterest: Self.points.map(isPlanted))
    let boxes = search.trajectory()
    #expect(boxes[0].mass == 1 && boxes[0].coverage == 1 && boxes[0].restricted == 0)
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.mass > $1.mass && $0.coverage >= $1.coverage })
    #expect(boxes.allSatisfy { $0.mass >= 0.05 })
    #expect(boxes.last?.density == 1)
    // A slice is 5 % of the box: never more of it at once.
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { Double($1.points) >= 0.95 * Double($0.points) })
  }

  @Test("Pasting gives back what peeling took too much of")
  func pasting() throws {
    let wanted = Self.points.map(isPlanted)
    let search = try RuleInduction(rows: Self.points, isOfInterest: wanted)
    let narrow = try #require(search.peel(search.everything(), among: wanted).last)
    let wide = search.paste(narrow, from: Array(wanted.indices), among: wanted)
    #expect(wide.density(of: wanted) >= narrow.density(of: wanted))
    #expect(wide.hits(of: wanted) >= narrow.hits(of: wanted))
    // Cut by hand to a third of the planted box it must grow again.
    var cut = search.everything()
    for (factor, low, high) in [(0, 0.3, 0.4), (2, 0.7, 0.9)] {
      (cut.low[factor], cut.high[factor]) = (low, high)
    }
    cut.points = wanted.indices.filter { cut.holds($0, of: search.columns) }
    let pasted = search.paste(cut, from: Array(wanted.indices), among: wanted)
    #expect(pasted.hits(of: wanted) > 200 && pasted.density(of: wanted) == 1)
    #expect(pasted.points == wanted.indices.filter { pasted.holds($0, of: search.columns) })
  }

  @Test("Two planted boxes are found one after the other, and no third")
  func covering() throws {
    let wanted = Self.points.map { ($0[1] < 0.3 && $0[3] < 0.4) || ($0[0] > 0.7 && $0[4] > 0.5) }
    let boxes = try RuleInduction(rows: Self.points, isOfInterest: wanted).boxes(most: 5, density: 0.9)
    try #require(boxes.count == 2, "\(boxes)")
    #expect(boxes[0].coverage + boxes[1].coverage > 0.9)
    #expect(boxes[0].limits[4]?.low.map { abs($0 - 0.5) < 0.03 } == true, "the larger one first")
    #expect(boxes[1].limits[3]?.high.map { abs($0 - 0.4) < 0.03 } == true)
  }

  @Test("Values that many points share are taken or left together")
  func ties() throws {
    let rows = (0..<300).map { [Double($0 % 3), Double($0 / 3)] }
    let box = try #require(
      try RuleInduction(rows: rows, isOfInterest: rows.map { $0[0] == 1 }).box(density: 1))
    #expect(box.limits[0].map { $0.low == 1 && $0.high == 1 } == true && box.limits[1] == nil)
    #expect(box.coverage == 1 && box.points == 100)
  }

  /// Either cut leaves nothing but cases of interest: the first factor's ten of them, the second's nineteen.
  @Test("Of two cuts that leave the same density the smaller one is made")
  func smallestCut() throws {
    let rows = (0..<20).map { [$0 < 10 ? 0.0 : 1, Double($0)] }
    let search = try RuleInduction(rows: rows, isOfInterest: (0..<20).map { $0 > 0 })
    #expect(search.trajectory().map(\.points) == [20, 19])
  }

  @Test("No box is better than one that is not dense enough")
  func noBox() throws {
    let wanted = Self.points.indices.map { strikes($0, 0.3) }
    let search = try RuleInduction(rows: Self.points, isOfInterest: wanted)
    #expect(search.box(density: 0.9) == nil)
    #expect(search.boxes(most: 3, density: 0.9).isEmpty)
    #expect(throws: SensitivityError.nothingToTellApart) {
      try RuleInduction(rows: Self.points, isOfInterest: Self.points.map { _ in true })
    }
  }

  /// SciPy 1.17, `stats.binom.sf`.
  @Test("The chance of so many hits is the binomial one")
  func binomial() {
    #expect(abs(Binomial.atLeast(5, of: 10, probability: 0.5) - 638.0 / 1_024) < 1e-14)
    #expect(abs(Binomial.atLeast(3, of: 3, probability: 0.1) - 0.001) < 1e-16)
    #expect(abs(Binomial.atLeast(60, of: 1_000, probability: 0.05) / 0.08673217838486103 - 1) < 1e-10)
    #expect(Binomial.atLeast(0, of: 9, probability: 0.2) == 1)
    #expect(Binomial.atLeast(3, of: 3, probability: 1) == 1)
  }
}
