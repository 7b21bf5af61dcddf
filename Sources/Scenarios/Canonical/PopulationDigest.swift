import Economy

/// A short text that stands for the content of a population file: the 64-bit Fowler-Noll-Vo hash (1a) of its
/// values.
enum PopulationDigest {
  static func digest(of households: [MicrodataHousehold]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bits: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (bits >> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    for household in households {
      add(household.weight.bitPattern)
      add(household.capitalIncome.bitPattern)
      add(UInt64(household.members.count))
      for member in household.members {
        add(UInt64(bitPattern: Int64(member.age)))
        add(member.isFemale ? 1 : 0)
        add(member.earnings.bitPattern)
        add(member.pension.bitPattern)
        add(UInt64(bitPattern: Int64(member.occupation)))
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
