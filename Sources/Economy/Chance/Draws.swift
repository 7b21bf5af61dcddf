#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a draw is for: with the seed, an id, the month and an index it names the draw.
enum Purpose: UInt32, Sendable {
  case age, household, occupation, tastes, retirement, schooling, partner, children
  case deposits, equity, pastLoss, heir, employment, tenure, firmProductivity, firmMix, headsThreshold
  case demography, separation, work, application, layoff, vacancy, interview
  case firmShock, marketShare, firmExit, adoption, entrant, sentiment, immigration, taskCost
  case providerQuality, guaranteedJob, retraining
  case pilot, health
  case applicationLuck, hire
  case returning
  case entry

  /// Whether it decides who lives, where and with what traits: what other luck leaves alone.
  @inline(__always)
  var isOfLives: Bool {
    switch self {
    case .age, .household, .occupation, .tastes, .retirement, .schooling, .partner, .children, .heir,
      .demography, .immigration, .health:
      true
    default: false
    }
  }
}

/// The one door of chance: every draw is a pure function of the seed and of what it is for. So draws do not depend
/// on threads, on order, or on how many others were made, and two runs that differ in policy share them all.
struct Draws: Sendable {
  let seed: UInt64
  /// Other luck with the same lives: changes every draw but those of births, deaths, couples and traits. 0 is the
  /// seed's own.
  var luck: UInt64 = 0

  @inline(__always)
  private func key(_ purpose: Purpose) -> (UInt32, UInt32) {
    let key = purpose.isOfLives ? seed : seed ^ luck
    return (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
  }

  /// Four independent words for an id in a month.
  @inline(__always)
  func words(_ purpose: Purpose, id: Int, month: Int, index: Int = 0) -> Words {
    let (a, b, c, d) = Philox.block(
      (
        UInt32(truncatingIfNeeded: id), UInt32(truncatingIfNeeded: month), purpose.rawValue,
        UInt32(truncatingIfNeeded: index)
      ),
      key: key(purpose))
    return Words(a: a, b: b, c: c, d: d)
  }

  /// One uniform draw in (0, 1).
  @inline(__always)
  func uniform(_ purpose: Purpose, id: Int, month: Int, index: Int = 0) -> Double {
    words(purpose, id: id, month: month, index: index).first
  }

  /// One standard normal draw.
  func normal(_ purpose: Purpose, id: Int, month: Int, index: Int = 0) -> Double {
    words(purpose, id: id, month: month, index: index).normal
  }

  /// Calls `body` with each of the ids in a range and one uniform draw in (0, 1) for it. Groups of 256 ids share 64
  /// blocks, one word each: a quarter of what a block for each id costs.
  @inline(__always)
  func forEach(
    _ ids: Range<Int>, _ purpose: Purpose, month: Int, _ body: (_ id: Int, _ uniform: Double) -> Void
  ) {
    var words = InlineArray<256, UInt32>(repeating: 0)
    let key = key(purpose)
    let month = UInt32(truncatingIfNeeded: month)
    var start = ids.lowerBound & ~255
    while start < ids.upperBound {
      let first = UInt32(truncatingIfNeeded: start / 4)
      for lane in 0..<64 {
        // The last counter tells these blocks from those of single ids.
        let block = Philox.block(
          (first &+ UInt32(truncatingIfNeeded: lane), month, purpose.rawValue, .max), key: key)
        words[lane] = block.0
        words[lane + 64] = block.1
        words[lane + 128] = block.2
        words[lane + 192] = block.3
      }
      for id in max(start, ids.lowerBound)..<min(start + 256, ids.upperBound) {
        body(id, Words.uniform(words[id & 255]))
      }
      start += 256
    }
  }

  struct Words: Sendable {
    let a, b, c, d: UInt32

    @inline(__always) static func uniform(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
    @inline(__always) var first: Double { Self.uniform(a) }
    @inline(__always) var second: Double { Self.uniform(b) }
    @inline(__always) var third: Double { Self.uniform(c) }
    @inline(__always) var fourth: Double { Self.uniform(d) }

    /// Standard normal from the first two words (Box and Muller).
    var normal: Double { (-2 * log(first)).squareRoot() * cos(2 * .pi * second) }
    /// Standard normal from the last two words.
    var secondNormal: Double { (-2 * log(third)).squareRoot() * cos(2 * .pi * fourth) }
  }
}
