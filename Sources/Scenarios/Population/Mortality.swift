import Economy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The ages of a population whose mortality and growth stay what the economy file says.
struct Mortality {
  /// Persons at each age from 0, per newborn.
  let stablePersons: [Double]

  /// `nil` where the economy file states no mortality.
  init?(_ population: Calibration.Population) {
    guard population.mortalityFloor > 0 || population.mortalityLevel > 0 else { return nil }
    stablePersons = (0...Self.highestAge).map { age in
      let middle = Double(age) + 0.5
      let slope = population.mortalitySlope
      let ageing = slope > 0 ? (exp(slope * middle) - 1) / slope : middle
      return exp(
        -population.growth * middle - population.mortalityFloor * middle - population.mortalityLevel * ageing)
    }
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
