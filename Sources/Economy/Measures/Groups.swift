extension Economy {
  /// Deciles of equivalised disposable income, age classes, occupations and household types after the last step.
  public func distributionRows() -> [DistributionRow] {
    deciles() + personGroups() + typeRows()
  }

  private func row(_ dimension: String, _ group: String, _ measure: String, _ value: Double)
    -> DistributionRow
  {
    DistributionRow(month: month - 1, dimension: dimension, group: group, measure: measure, value: value)
  }

  /// Classes of age in years.
  static let ageClasses = ["0-15", "16-24", "25-34", "35-44", "45-54", "55-64", "65+"]

  /// A person's place in `ageClasses`.
  func ageClass(_ person: Int) -> Int {
    let years = Int(persons.age[person]) / 12
    return years < 16 ? 0 : years < 25 ? 1 : years >= 65 ? 6 : (years - 5) / 10
  }

  /// Types of households by their heads and children.
  static let householdTypes = ["single", "single_with_children", "couple", "couple_with_children", "retired"]

  /// A household's place in `householdTypes`.
  func householdType(_ household: Int) -> Int {
    var heads = 0
    var retired = 0
    forEachMember(household) { member in
      guard persons.isHead[member] else { return }
      heads += 1
      if persons.state(member) == .retired { retired += 1 }
    }
    let hasChildren = households.children[household] > 0
    return retired == heads && heads > 0 ? 4 : (heads > 1 ? 2 : 0) + (hasChildren ? 1 : 0)
  }

  private func deciles() -> [DistributionRow] {
    let values = unitValues
    let rows = (0..<households.count).filter { households.first[$0] >= 0 }
    let incomes = rows.map { Double(households.disposable[$0]) / Double(households.size[$0]).squareRoot() }
    let total = rows.reduce(0.0) { $0 + Double(households.size[$1]) }
    var disposable = [Double](repeating: 0, count: 10)
    var market = disposable
    var wealth = disposable
    var persons = disposable
    var cumulated = 0.0
    for index in RadixSort.order(incomes) {
      let household = rows[Int(index)]
      let size = Double(households.size[household])
      let decile = min(9, Int((cumulated + size / 2) / total * 10))
      cumulated += size
      persons[decile] += size
      disposable[decile] += incomes[Int(index)] * size
      market[decile] += Double(households.marketIncome[household]) / size.squareRoot() * size
      wealth[decile] += values.wealth(of: household, households, ledger)
    }
    return (0..<10).flatMap { decile -> [DistributionRow] in
      let name = String(decile + 1)
      return [
        row("decile", name, "persons", persons[decile]),
        row("decile", name, "disposable_income", disposable[decile] / persons[decile] / 100),
        row("decile", name, "market_income", market[decile] / persons[decile] / 100),
        row("decile", name, "wealth_per_person", wealth[decile] / persons[decile] / 100),
      ]
    }
  }

  private func personGroups() -> [DistributionRow] {
    struct Group {
      var persons = 0.0
      var employed = 0.0
      var unemployed = 0.0
      var earnings = 0.0
    }
    let classes = Self.ageClasses
    var ages = [Group](repeating: Group(), count: classes.count)
    var occupations = [Group](repeating: Group(), count: frame.occupations)
    for person in 0..<persons.count where persons.isPresent(person) {
      let age = ageClass(person)
      func count(_ group: inout Group) {
        group.persons += 1
        switch persons.state(person) {
        case .employed, .publicJob:
          group.employed += 1
          group.earnings += Double(persons.earnings[person])
        case .unemployed: group.unemployed += 1
        default: break
        }
      }
      count(&ages[age])
      switch persons.state(person) {
      case .employed, .publicJob, .unemployed: count(&occupations[Int(persons.occupation[person])])
      default: break
      }
    }
    func rows(_ dimension: String, _ name: String, _ group: Group) -> [DistributionRow] {
      let force = group.employed + group.unemployed
      var rows = [
        row(dimension, name, "persons", group.persons), row(dimension, name, "employed", group.employed),
      ]
      if force > 0 { rows.append(row(dimension, name, "unemployment_rate", group.unemployed / force)) }
      if group.employed > 0 {
        rows.append(row(dimension, name, "mean_earnings", group.earnings / group.employed / 100))
      }
      return rows
    }
    return zip(classes, ages).flatMap { rows("age", $0, $1) }
      + zip(calibration.occupations, occupations).flatMap { rows("occupation", $0.code, $1) }
  }

  private func typeRows() -> [DistributionRow] {
    let names = Self.householdTypes
    var households = [Double](repeating: 0, count: names.count)
    var persons = households
    var income = households
    for household in 0..<self.households.count where self.households.first[household] >= 0 {
      let type = householdType(household)
      let size = Double(self.households.size[household])
      households[type] += 1
      persons[type] += size
      income[type] += Double(self.households.disposable[household]) / size.squareRoot() * size
    }
    return names.indices.filter { persons[$0] > 0 }.flatMap { type -> [DistributionRow] in
      [
        row("household_type", names[type], "households", households[type]),
        row("household_type", names[type], "persons", persons[type]),
        row("household_type", names[type], "disposable_income", income[type] / persons[type] / 100),
      ]
    }
  }
}
