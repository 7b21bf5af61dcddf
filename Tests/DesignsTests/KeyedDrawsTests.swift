import Testing

@testable import Designs

struct KeyedDrawsTests {
  /// The known answers that come with the authors' library Random123.
  @Test("The generator gives its published answers")
  func knownAnswers() {
    let ones = UInt32.max
    #expect(
      Philox.block(SIMD4(0, 0, 0, 0), key: 0) == SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    #expect(
      Philox.block(SIMD4(ones, ones, ones, ones), key: UInt64.max)
        == SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    #expect(
      Philox.block(
        SIMD4(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: 0x299F_31D0_A409_3822)
        == SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  @Test("Seed, purpose and each of the three numbers make another draw")
  func keys() {
    let draws = KeyedDraws(seed: 5, purpose: .bootstrap)
    let all = [
      draws.bits(1, 2, 3), draws.bits(0, 2, 3), draws.bits(1, 0, 3), draws.bits(1, 2, 0),
      KeyedDraws(seed: 6, purpose: .bootstrap).bits(1, 2, 3),
      KeyedDraws(seed: 5 + 1 << 40, purpose: .bootstrap).bits(1, 2, 3),
      KeyedDraws(seed: 5, purpose: .scramble).bits(1, 2, 3),
    ]
    #expect(Set(all).count == all.count)
    #expect(draws.bits(1, 2, 3) == all[0])
  }

  /// 60,000 draws of six numbers: a chi-square of 5 degrees passes 20.5 with a chance of one in a thousand.
  @Test("Indices are as likely as each other")
  func indices() {
    let draws = KeyedDraws(seed: 1, purpose: .bootstrap)
    var counts = [Int](repeating: 0, count: 6)
    for draw in UInt32(0)..<60_000 { counts[draws.index(below: 6, draw, 0, 0)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chiSquare < 20.5)
  }

  @Test("A permutation holds every number once, and all six orders of three come alike")
  func permutations() {
    let draws = KeyedDraws(seed: 1, purpose: .latinOrder)
    #expect(draws.permutation(of: 1_000, 0, 0).sorted() == Array(0..<1_000))
    #expect(draws.permutation(of: 1_000, 0, 0) != draws.permutation(of: 1_000, 0, 1))
    var counts: [[Int]: Int] = [:]
    for draw in UInt32(0)..<6_000 { counts[draws.permutation(of: 3, draw, 0), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 } < 20.5)
  }
}
