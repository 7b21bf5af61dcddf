extension Economy {
  /// The persons alive, in the order of rows, as they are before the scenario's first month.
  ///
  /// Deciles are by permanent income, which follows disposable income with a half-life of about a year: a month's
  /// own income would call poor who has no job this month.
  public func lifeTraits(_ equivalence: LifeValuation.Equivalence) -> [LifeTraits] {
    let deciles = permanentDeciles(equivalence)
    return (0..<persons.count).filter { persons.isPresent($0) }.map { person in
      let household = Int(persons.household[person])
      let isActive: Bool
      switch persons.state(person) {
      case .employed, .unemployed, .publicJob: isActive = true
      default: isActive = false
      }
      let state = persons.state(person)
      return LifeTraits(
        row: Int32(person), arrival: persons.arrival[person], age: Int(persons.age[person]) / 12,
        ageClass: Self.ageClasses[ageClass(person)], decile: deciles[household] + 1,
        occupation: isActive ? calibration.occupations[Int(persons.occupation[person])].code : nil,
        householdType: Self.householdTypes[householdType(household)],
        isEmployed: state == .employed || state == .publicJob)
    }
  }

  /// Tenth of the persons, from 0, by household. Before the economy's first month households reckon with what they have.
  func permanentDeciles(_ equivalence: LifeValuation.Equivalence) -> [Int] {
    let rows = (0..<households.count).filter { households.first[$0] >= 0 }
    let incomes = rows.map { household in
      let income =
        isFirstMonth ? Double(households.disposable[household]) : households.permanentIncome[household]
      return income / needs(of: household, equivalence)
    }
    let total = rows.reduce(0.0) { $0 + Double(households.size[$1]) }
    var deciles = [Int](repeating: 0, count: households.count)
    var cumulated = 0.0
    for index in RadixSort.order(incomes) {
      let household = rows[Int(index)]
      let size = Double(households.size[household])
      deciles[household] = min(9, Int((cumulated + size / 2) / total * 10))
      cumulated += size
    }
    return deciles
  }

  /// Equivalent adults in a household.
  @inline(__always)
  func needs(of household: Int, _ equivalence: LifeValuation.Equivalence) -> Double {
    let size = Double(households.size[household])
    switch equivalence {
    case .squareRoot: return size.squareRoot()
    case .oecdModified:
      var small = 0.0
      forEachMember(household) { if persons.age[$0] < 168 { small += 1 } }
      // Where there are children only, the first of them counts as the adult.
      small = min(small, size - 1)
      return 1 + 0.5 * (size - 1 - small) + 0.3 * small
    }
  }
}
