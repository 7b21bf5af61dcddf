/// Philox4x32-10, a counter-based generator: four 32-bit words as a pure function of a counter and a key.
///
/// - Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
enum Philox {
  /// What the words of a counter are multiplied by in each round.
  private static let multipliers: (UInt64, UInt64) = (0xD251_1F53, 0xCD9E_8D57)
  /// What the key grows by in each round: parts of the golden ratio and of the root of 3.
  private static let weyl: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)

  /// The four words of a counter under a key.
  @inline(__always)
  static func block(_ counter: SIMD4<UInt32>, key: UInt64) -> SIMD4<UInt32> {
    // Single words: in a vector each round would put them together again.
    var (a, b, c, d) = (counter.x, counter.y, counter.z, counter.w)
    var (low, high) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let first = UInt64(a) &* multipliers.0
      let second = UInt64(c) &* multipliers.1
      (a, b, c, d) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ b ^ low, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ d ^ high, UInt32(truncatingIfNeeded: first)
      )
      low &+= weyl.0
      high &+= weyl.1
    }
    return SIMD4(a, b, c, d)
  }
}
