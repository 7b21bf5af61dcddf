import Testing

@testable import Designs

struct SobolSequenceTests {
  /// What the authors' program prints with their numbers.
  @Test("The first ten points in three dimensions are the published ones")
  func published() {
    let sequence = SobolSequence(dimensions: 3, scrambledBy: nil)
    #expect(
      (0..<10).map(sequence.point) == [
        [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
        [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375],
        [0.6875, 0.8125, 0.4375],
      ])
  }

  /// A hash (FNV-1a) of the words that `scipy.stats.qmc.Sobol` of SciPy 1.17 gives, which has the same numbers.
  @Test("2,048 points in all dimensions equal those of another program")
  func otherProgram() {
    let sequence = SobolSequence(dimensions: SobolSequence.mostDimensions, scrambledBy: nil)
    var hash: UInt64 = 14_695_981_039_346_656_037
    for index in 0..<2_048 {
      for coordinate in sequence.point(index) {
        hash = (hash ^ UInt64(coordinate * 0x1p32)) &* 1_099_511_628_211
      }
    }
    #expect(SobolSequence.mostDimensions == 128)
    #expect(hash == 3_619_077_525_116_953_381)
  }

  @Test(
    "The first 2^m points have one in each 2^m-th part of each range, scrambled or not",
    arguments: [nil, 1, 2])
  func stratification(seed: UInt64?) {
    let sequence = SobolSequence(dimensions: SobolSequence.mostDimensions, scrambledBy: seed)
    let points = (0..<256).map(sequence.point)
    for dimension in 0..<SobolSequence.mostDimensions {
      #expect(points.map { Int($0[dimension] * 256) }.sorted() == Array(0..<256), "dimension \(dimension)")
    }
  }

  /// The first two dimensions make a net of strength 0: every rectangle of area 1/64 holds one of 64 points.
  @Test("Scrambling keeps every rectangle's point", arguments: [nil, 3, 4])
  func net(seed: UInt64?) {
    let sequence = SobolSequence(dimensions: 2, scrambledBy: seed)
    let points = (0..<64).map(sequence.point)
    for cut in 0...6 {
      let (wide, high) = (Double(1 << cut), Double(1 << (6 - cut)))
      let cells = Set(points.map { Int($0[0] * wide) * 64 + Int($0[1] * high) })
      #expect(cells.count == 64, "\(wide) by \(high)")
    }
  }

  @Test("A scramble turns each digit over in about half of all seeds, whatever the digits before it")
  func digits() {
    let inputs: [UInt32] = [0, 0x8000_0000, 0xC000_0001, .max]
    for input in inputs {
      var turned = [Int](repeating: 0, count: 32)
      for seed in UInt64(0)..<1_000 {
        let change = OwenScramble(seed: seed).scrambled(input, dimension: 5) ^ input
        for place in 0..<32 where change >> UInt32(31 - place) & 1 == 1 { turned[place] += 1 }
      }
      // Five standard deviations of a thousand tosses.
      #expect(turned.allSatisfy { abs($0 - 500) < 80 })
    }
  }

  @Test("Two numbers that agree in their first digits and no further still do when scrambled")
  func nesting() {
    let scramble = OwenScramble(seed: 11)
    for length in 0..<32 {
      let left: UInt32 = 0x5A5A_1234
      let right = left ^ (1 << (31 - UInt32(length)))
      let change = scramble.scrambled(left, dimension: 2) ^ scramble.scrambled(right, dimension: 2)
      #expect(change.leadingZeroBitCount == length)
    }
  }

  @Test("Means of a smooth function over 4,096 scrambled points are twenty times closer than random ones")
  func integration() {
    // The product of 2 u has the mean 1 and a variance of (4/3)^5 - 1, so random points a standard error of
    // 0.028.
    let errors = (UInt64(1)...10).map { seed in
      let sequence = SobolSequence(dimensions: 5, scrambledBy: seed)
      return (0..<4_096).reduce(0) { $0 + sequence.point($1).reduce(1) { $0 * 2 * $1 } } / 4_096 - 1
    }
    let spread = (errors.reduce(0) { $0 + $1 * $1 } / 10).squareRoot()
    #expect(spread < 0.0014)
    #expect(Set(errors).count == 10)
  }
}
