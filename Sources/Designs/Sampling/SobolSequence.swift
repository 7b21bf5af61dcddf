/// Sobol' points: a sequence that fills the unit cube evenly, so that means over its first 2^m points come
/// closer to the truth than means over as many random ones.
///
/// Points come in the order of the Gray code, as published: point n is the exclusive or of the direction
/// numbers of the bits of `n ^ (n >> 1)`. So any point is had without those before it.
///
/// - Source: Sobol', "On the distribution of points in a cube", USSR Computational Mathematics and Mathematical
///   Physics 7 (1967) 86-112; Antonov and Saleev, same journal, 19 (1979) 252-256, for the order.
public struct SobolSequence: Sendable {
  /// How many dimensions there are numbers for.
  public static let mostDimensions = DirectionNumbers.rows.count + 1

  /// Direction numbers by dimension.
  private let fractions: [[UInt32]]
  private let scramble: OwenScramble?

  /// The sequence in so many dimensions.
  ///
  /// - Parameters:
  ///   - dimensions: 1 to `mostDimensions`.
  ///   - seed: the seed of a scramble; nil for the sequence itself, whose first point is the origin.
  public init(dimensions: Int, scrambledBy seed: UInt64?) {
    precondition((1...Self.mostDimensions).contains(dimensions), "1 to \(Self.mostDimensions) dimensions")
    fractions = (0..<dimensions).map(DirectionNumbers.fractions)
    scramble = seed.map { OwenScramble(seed: $0) }
  }

  /// A point of the unit cube.
  ///
  /// Points of the sequence itself are multiples of 2^-32 from 0 on. Scrambled ones lie in the middle of such a
  /// cell, strictly within the cube.
  ///
  /// - Parameter index: which one, from 0 to 2^32 - 1.
  public func point(_ index: Int) -> [Double] {
    precondition((0...Int(UInt32.max)).contains(index), "an index of 32 bits")
    let code = UInt32(index ^ (index >> 1))
    return fractions.indices.map { dimension in
      let digits = self.digits(of: code, dimension)
      guard let scramble else { return Double(digits) * 0x1p-32 }
      return (Double(scramble.scrambled(digits, dimension: dimension)) + 0.5) * 0x1p-32
    }
  }

  private func digits(of code: UInt32, _ dimension: Int) -> UInt32 {
    var (rest, digits) = (code, UInt32(0))
    while rest != 0 {
      digits ^= fractions[dimension][rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return digits
  }
}
