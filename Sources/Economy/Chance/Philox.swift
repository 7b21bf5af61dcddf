/// Philox4x32-10, a counter-based generator: four 32-bit words as a pure function of a counter and a key.
///
/// - Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
enum Philox {
  @inline(__always)
  static func block(
    _ counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (a, b, c, d) = counter
    var (k, l) = key
    for _ in 0..<10 {
      let p = UInt64(a) &* 0xD251_1F53
      let q = UInt64(c) &* 0xCD9E_8D57
      (a, b, c, d) = (
        UInt32(truncatingIfNeeded: q >> 32) ^ b ^ k, UInt32(truncatingIfNeeded: q),
        UInt32(truncatingIfNeeded: p >> 32) ^ d ^ l, UInt32(truncatingIfNeeded: p)
      )
      k &+= 0x9E37_79B9
      l &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }
}
