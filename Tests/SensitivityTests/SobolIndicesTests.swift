import Designs
import Testing

@testable import Sensitivity

struct SobolIndicesTests {
  static let functions = [TestFunction.ishigami, .sobolG]

  @Test("The known indices lie in their intervals, and estimates near them", arguments: functions, [1, 2, 3])
  func truth(function: TestFunction, seed: UInt64) throws {
    let indices = try SobolIndices(
      outputs: function.outputs(rows: 2_048, seed: seed), factors: function.factors,
      bootstrap: Bootstrap(seed: seed))
    for (factor, shares) in indices.factors.enumerated() {
      #expect(shares.first.interval.contains(function.first[factor]), "first order of \(factor)")
      #expect(shares.total.interval.contains(function.total[factor]), "total order of \(factor)")
      #expect(abs(shares.first.value - function.first[factor]) < 0.02, "first order of \(factor)")
      #expect(abs(shares.total.value - function.total[factor]) < 0.02, "total order of \(factor)")
      #expect(shares.first.interval.contains(shares.first.value))
    }
    #expect(abs(indices.variance / function.variance - 1) < 0.02)
    #expect(abs(indices.mean - function.mean) < 0.01 * function.variance.squareRoot())
    #expect(indices.rows == 2_048 && indices.droppedRows == 0)
  }

  /// Random numbers in the place of even points: then the interval's promise can be counted.
  @Test("Intervals of 90 % from random points cover the truth in about 90 % of all samples")
  func coverage() throws {
    let function = TestFunction.ishigami
    let draws = KeyedDraws(seed: 77, purpose: .bootstrap)
    var covered = 0
    for sample in UInt32(0)..<200 {
      var outputs: [Double?] = []
      for row in UInt32(0)..<256 {
        let both = (UInt32(0)..<6).map { Double(draws.bits(sample, row, $0) >> 11) * 0x1p-53 }
        let a = Array(both[..<3])
        outputs.append(function.value(a))
        outputs.append(function.value(Array(both[3...])))
        for factor in 0..<3 {
          var mixed = a
          mixed[factor] = both[3 + factor]
          outputs.append(function.value(mixed))
        }
      }
      let indices = try SobolIndices(
        outputs: outputs, factors: 3,
        bootstrap: Bootstrap(resamples: 300, confidence: 0.9, seed: UInt64(sample)))
      let pairs = indices.factors.flatMap { [$0.first, $0.total] }
      let truth = zip(function.first, function.total).flatMap { [$0, $1] }
      covered += zip(pairs, truth).count { $0.interval.contains($1) }
    }
    // 1,200 intervals, of which those of a sample hang together: 1,080 are expected.
    #expect((1_020...1_140).contains(covered), "\(covered) of 1,200")
  }

  @Test("An output that adds up its factors has first orders like total ones, which sum to one")
  func additive() throws {
    let outputs = SaltelliDesign.points(rows: 1_024, factors: 3, seed: 5).map { point -> Double? in
      1_000 + 3 * point[0] - 2 * point[1]
    }
    let factors = try SobolIndices(outputs: outputs, factors: 3).factors
    for (factor, share) in [9.0 / 13, 4.0 / 13, 0].enumerated() {
      #expect(abs(factors[factor].first.value - share) < 0.01)
      #expect(abs(factors[factor].total.value - share) < 0.01)
    }
    #expect(factors[2].total.value == 0 && factors[2].first.interval.width == 0)
  }

  @Test("Rows with a failed run are dropped, and the rest are the indices of what is left")
  func dropped() throws {
    let function = TestFunction.ishigami
    let all = function.outputs(rows: 256, seed: 3)
    var holes = all
    holes[7] = nil
    holes[5 * 100 + 1] = .nan
    // The last half is not done yet.
    for index in 5 * 128..<5 * 256 { holes[index] = nil }
    let rows = Array(0..<128).filter { $0 != 1 && $0 != 100 }
    let kept: [Double?] = rows.flatMap { row in all[row * 5..<row * 5 + 5] }
    let indices = try SobolIndices(outputs: holes, factors: 3)
    #expect(indices.rows == 126 && indices.droppedRows == 130)
    let rest = try SobolIndices(outputs: kept, factors: 3)
    #expect(indices.factors == rest.factors)
  }

  @Test("A larger sample has narrower intervals and converges")
  func convergence() throws {
    let function = TestFunction.ishigami
    func indices(_ rows: Int) throws -> SobolIndices {
      try SobolIndices(outputs: function.outputs(rows: rows, seed: 1), factors: 3)
    }
    let (small, large) = (try indices(64), try indices(16_384))
    #expect(small.widest > 8 * large.widest)
    #expect(!small.isConverged() && large.isConverged())
  }

  @Test("A constant output, too few rows and a wrong count are errors")
  func errors() {
    #expect(throws: SensitivityError.constantOutput) {
      try SobolIndices(outputs: [Double?](repeating: 3, count: 50), factors: 3)
    }
    #expect(throws: SensitivityError.tooFew(found: 1, least: 2)) {
      try SobolIndices(outputs: [1, 2, 3, 4, 5, 6, 7, 8, nil, 9], factors: 3)
    }
    #expect(throws: SensitivityError.self) { try SobolIndices(outputs: [1, 2, 3, 4, 5, 6], factors: 3) }
    #expect(throws: SensitivityError.self) { try SobolIndices(outputs: [], factors: 3) }
  }

  @Test("A seed gives one interval, another seed another of about the same width")
  func seeds() throws {
    let outputs = TestFunction.ishigami.outputs(rows: 128, seed: 2)
    func indices(_ seed: UInt64) throws -> SobolIndices {
      try SobolIndices(outputs: outputs, factors: 3, bootstrap: Bootstrap(seed: seed))
    }
    #expect(try indices(1) == indices(1))
    #expect(try indices(1) != indices(2))
    let (one, other) = (try indices(1).widest, try indices(2).widest)
    #expect(abs(one / other - 1) < 0.2)
  }
}
