import Economy

extension TaxUnit {
  /// The persons of the unit: head, spouse, then dependants from the oldest. Occupations are not yet known.
  func members(pensionAge: Double, mortality: Mortality?) -> [MicrodataHousehold.Member] {
    let earners = earners
    let pensioners = pensioners(pensionAge)
    let pension = (socialSecurity + pensions) / Double(pensioners.count)
    var members: [MicrodataHousehold.Member] = []
    for (slot, earner) in earners.enumerated() {
      // The spouse is of the other sex than the head.
      let headIsFemale = KeyedChance.sex.uniform(unit: row, slot: 0) < 0.5
      members.append(
        MicrodataHousehold.Member(
          age: openedAge(earner.age, slot: slot, mortality: mortality),
          isFemale: slot == 0 ? headIsFemale : !headIsFemale, earnings: earner.earnings,
          pension: pensioners.contains(slot) ? pension : 0, occupation: -1))
    }
    for (index, age) in dependantAges().enumerated() {
      let slot = earners.count + index
      members.append(
        MicrodataHousehold.Member(
          age: age, isFemale: KeyedChance.sex.uniform(unit: row, slot: slot) < 0.5, earnings: 0, pension: 0,
          occupation: -1))
    }
    return members
  }

  /// Who of head (0) and spouse (1) draws the unit's pensions, in equal parts: those of the age for it, else
  /// those who earn nothing, else both.
  private func pensioners(_ pensionAge: Double) -> [Int] {
    let earners = earners
    let ofAge = earners.indices.filter { Double(earners[$0].age) >= pensionAge }
    guard ofAge.isEmpty else { return ofAge }
    let withoutEarnings = earners.indices.filter { earners[$0].earnings == 0 }
    return withoutEarnings.isEmpty ? Array(earners.indices) : withoutEarnings
  }

  /// The survey writes 80 for 80 to 84 and 85 for all above: such ages are spread as survival has it.
  private func openedAge(_ age: Int, slot: Int, mortality: Mortality?) -> Int {
    guard let mortality, age == 80 || age == 85 else { return age }
    let rank = KeyedChance.age.uniform(unit: row, slot: slot)
    return mortality.age(atRank: rank, in: age == 80 ? 80...84 : 85...Mortality.highestAge)
  }

  /// Ages of the dependants from the oldest: evenly spread inside each class, one in each equal part of it.
  private func dependantAges() -> [Int] {
    var ages: [Int] = []
    for (index, count) in dependants.counts.enumerated() where count > 0 {
      let range = index == Dependants.adultClass ? adultDependantAges : Dependants.classes[index]
      for part in 0..<count {
        let rank = (Double(part) + KeyedChance.age.uniform(unit: row, slot: 2 + ages.count)) / Double(count)
        ages.append(range.lowerBound + Int(rank * Double(range.count)))
      }
    }
    return ages.sorted(by: >)
  }

  /// Grown dependants are taken for children of the head, at least 18 years younger.
  private var adultDependantAges: ClosedRange<Int> {
    21...min(64, max(24, head.age - 18))
  }
}
