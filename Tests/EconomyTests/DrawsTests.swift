import Testing

@testable import Economy

struct DrawsTests {
  private let draws = Draws(seed: 2_026)

  @Test("The counter is id, month, purpose and index; the key is the seed, low word first")
  func counter() {
    let draws = Draws(seed: 0x299f_31d0_a409_3822)
    let words = draws.words(.work, id: 7, month: -3, index: 5)
    let block = Philox.block(
      (7, UInt32(bitPattern: -3), Purpose.work.rawValue, 5), key: (0xa409_3822, 0x299f_31d0))
    #expect([words.a, words.b, words.c, words.d] == [block.0, block.1, block.2, block.3])
  }

  @Test("No word gives a draw of 0 or of 1", arguments: [UInt32.min, .max])
  func open(word: UInt32) {
    let draw = Draws.Words.uniform(word)
    #expect(draw > 0 && draw < 1)
  }

  @Test("Uniform draws have the moments of the uniform distribution, over ids and over months")
  func uniform() {
    let count = 100_000
    let overIds = (0..<count).map { draws.uniform(.work, id: $0, month: 3) }
    let overMonths = (0..<count).map { draws.uniform(.work, id: 3, month: $0) }
    for sample in [overIds, overMonths] {
      let mean = sample.reduce(0, +) / Double(count)
      let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
      let neighbours = zip(sample, sample.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      // Four standard errors.
      #expect(abs(mean - 0.5) < 0.0037)
      #expect(abs(variance - 1 / 12.0) < 0.00095)
      #expect(abs(neighbours / Double(count) / variance) < 0.0127)
    }
  }

  @Test("A twentieth of uniform draws falls into each twentieth of the range")
  func evenly() {
    var counts = [Int](repeating: 0, count: 20)
    for id in 0..<100_000 { counts[Int(draws.uniform(.age, id: id, month: 0) * 20)] += 1 }
    // Chi-squared with 19 degrees of freedom exceeds 43.8 once in a thousand samples.
    let chiSquared = counts.reduce(0.0) { $0 + (Double($1) - 5_000) * (Double($1) - 5_000) / 5_000 }
    #expect(chiSquared < 43.8)
  }

  @Test("Normal draws have mean 0, variance 1, no skew and no excess kurtosis, and the second is independent")
  func normal() {
    let count = 100_000
    let words = (0..<count).map { draws.words(.sentiment, id: $0, month: 0) }
    let sample = words.map(\.normal)
    let moments = (1...4).map { order in
      sample.reduce(0) { $0 + power($1, Double(order)) } / Double(count)
    }
    #expect(abs(moments[0]) < 0.0127)
    #expect(abs(moments[1] - 1) < 0.018)
    #expect(abs(moments[2]) < 0.05)
    #expect(abs(moments[3] - 3) < 0.13)
    let product = words.reduce(0) { $0 + $1.normal * $1.secondNormal } / Double(count)
    #expect(abs(product) < 0.0127)
  }

  @Test("A draw does not depend on the draws before it")
  func order() {
    let forward = (0..<1_000).map { draws.uniform(.layoff, id: $0, month: 9) }
    let backward = (0..<1_000).reversed().map { draws.uniform(.layoff, id: $0, month: 9) }
    #expect(forward == backward.reversed())
  }

  @Test("Seed, purpose, id, month and index each make another draw")
  func coordinates() {
    let draw = draws.uniform(.work, id: 1, month: 2, index: 3)
    #expect(draw == Draws(seed: 2_026).uniform(.work, id: 1, month: 2, index: 3))
    let others = [
      Draws(seed: 2_027).uniform(.work, id: 1, month: 2, index: 3),
      Draws(seed: 2_026 + 1 << 32).uniform(.work, id: 1, month: 2, index: 3),
      draws.uniform(.age, id: 1, month: 2, index: 3), draws.uniform(.work, id: 2, month: 2, index: 3),
      draws.uniform(.work, id: 1, month: 1, index: 3), draws.uniform(.work, id: 1, month: 2, index: 2),
    ]
    #expect(Set(others + [draw]).count == others.count + 1)
  }

  @Test(
    "A draw of a group depends on the id alone, not on the range that asks", arguments: [0, 1, 255, 256, 700])
  func group(start: Int) {
    var all = [Double](repeating: 0, count: 2_000)
    draws.forEach(0..<2_000, .work, month: 4) { all[$0] = $1 }
    var ids: [Int] = []
    draws.forEach(start..<start + 600, .work, month: 4) { id, draw in
      ids.append(id)
      #expect(draw == all[id])
    }
    #expect(ids == Array(start..<start + 600))
    #expect(Set(all).count == all.count)
    let mean = all.reduce(0, +) / Double(all.count)
    let standardError = (1.0 / 12 / Double(all.count)).squareRoot()
    #expect(abs(mean - 0.5) < 4 * standardError)
  }

  @Test("Draws of a group are others than draws of single ids")
  func groupApart() {
    let single = Set((0..<512).map { draws.uniform(.work, id: $0, month: 4) })
    draws.forEach(0..<512, .work, month: 4) { #expect(!single.contains($1), "\($0)") }
  }
}
