/// Chance as a pure function of a seed, of what it is for and of up to three numbers: no state, so no draw
/// depends on how many others were made before it, nor on threads.
package struct KeyedDraws: Sendable {
  /// What a draw is for. New purposes go to the end: the number is part of the key.
  ///
  /// They begin where the simulation's own purposes never come, so that a design and a run of the same seed
  /// share no draw.
  package enum Purpose: UInt32, Sendable {
    case latinOrder = 0x4445_5300
    case latinPlace
    case scramble
    case morrisStart
    case morrisOrder
    case bootstrap
    case evolution
  }

  let seed: UInt64
  let purpose: Purpose

  /// The draws of one purpose under a seed.
  package init(seed: UInt64, purpose: Purpose) {
    self.seed = seed
    self.purpose = purpose
  }

  /// Sixty-four random bits for three numbers that say which draw it is.
  package func bits(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    let words = Philox.block(SIMD4(first, second, purpose.rawValue, third), key: seed)
    return UInt64(words.x) << 32 | UInt64(words.y)
  }

  /// A number strictly between 0 and 1, in the middle of one of 2^24 equal parts.
  package func uniform(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Double {
    (Double(bits(first, second, third) >> 40) + 0.5) * 0x1p-24
  }

  /// A whole number from 0 to one less than the count, above 0. Some are likelier than others by count / 2^64,
  /// which nothing can measure.
  package func index(below count: Int, _ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int {
    Int(bits(first, second, third).multipliedFullWidth(by: UInt64(count)).high)
  }

  /// The whole numbers from 0 to one less than the count in random order, by Fisher and Yates.
  func permutation(of count: Int, _ first: UInt32, _ second: UInt32) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1, first, second, UInt32(last)))
    }
    return order
  }
}
