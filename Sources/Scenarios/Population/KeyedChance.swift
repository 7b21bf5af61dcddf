/// Chance as a function of what it decides: the same survey gives the same population, on every machine and
/// in any order of work.
enum KeyedChance: UInt64 {
  case sex = 1
  case age
  case occupation

  /// A number in [0, 1) for one person: `unit` counts the rows of the survey, `slot` the persons of the unit.
  func uniform(unit: Int, slot: Int) -> Double {
    let key = Self.mixed(UInt64(truncatingIfNeeded: unit) &* 0x9E37_79B9_7F4A_7C15 &+ rawValue)
    let bits = Self.mixed(key &+ UInt64(truncatingIfNeeded: slot) &* 0xD1B5_4A32_D192_ED03)
    return Double(bits >> 11) * 0x1p-53
  }

  /// The finalizer of SplitMix64.
  /// - Source: Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
