import Economy

/// The ages of a population whose mortality and growth stay what the economy file says.
struct Mortality {
  /// Share of persons at each age from 0: the engine's own stable structure.
  let stablePersons: [Double]

  /// `nil` where the economy file states no mortality.
  init?(_ population: Calibration.Population) {
    guard population.mortalityFloor > 0 || population.mortalityLevel > 0 else { return nil }
    let shares = LifeTable.ageShares(population)
    stablePersons = (0...Self.highestAge).map { $0 < shares.count ? shares[$0] : 0 }
  }

  static let highestAge = 110

  /// Share of all persons whose age is in `ages`.
  func share(_ ages: ClosedRange<Int>) -> Double {
    stablePersons[ages.clamped(to: 0...Self.highestAge)].reduce(0, +) / stablePersons.reduce(0, +)
  }

  /// The age in `ages` below which the share `rank` of its persons lies.
  func age(atRank rank: Double, in ages: ClosedRange<Int>) -> Int {
    var rest = rank * stablePersons[ages].reduce(0, +)
    for age in ages {
      rest -= stablePersons[age]
      if rest < 0 { return age }
    }
    return ages.upperBound
  }
}
