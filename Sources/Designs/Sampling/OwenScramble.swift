/// Nested uniform scrambling in base 2: each binary digit of a coordinate is turned over or not by chance that
/// depends on the digits before it, and on nothing else.
///
/// Every scrambled point is uniform in the cube, and the points together are as evenly spread as before. The
/// chance is a keyed draw for dimension, digit and the digits before it, so that nothing is stored and any
/// point can be scrambled by itself.
///
/// - Source: Owen, "Randomly permuted (t, m, s)-nets and (t, s)-sequences", in Niederreiter and Shiue (eds),
///   Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, Springer (1995) 299-317.
struct OwenScramble: Sendable {
  private let draws: KeyedDraws

  /// The scramble of a seed.
  init(seed: UInt64) { draws = KeyedDraws(seed: seed, purpose: .scramble) }

  /// The digits turned over, of one coordinate.
  func scrambled(_ digits: UInt32, dimension: Int) -> UInt32 {
    var result = digits
    for place in UInt32(0)..<32 {
      // Shifting 32 bits by 32 leaves 0 in Swift: the first digit has none before it.
      let before = digits >> (32 - place)
      if draws.bits(UInt32(dimension), place, before) & 1 == 1 { result ^= 1 << (31 - place) }
    }
    return result
  }
}
