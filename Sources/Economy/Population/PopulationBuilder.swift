/// Builds the first persons and households: who lives with whom, and each person's lasting traits.
struct PopulationBuilder {
  let calibration: Calibration
  let lifeTable: LifeTable
  let curves: [WageCurve]
  /// Mean wage of each occupation at the start, over that of all jobs.
  let relativeWages: [Double]
  let draws: Draws

  /// A person before she has a row.
  private struct Draft {
    /// Months.
    var age: Int16
    var isFemale: Bool
    var isHead: Bool
    var occupation: Int16
    /// Yearly earnings where a survey states them, else 0; and their rank among earners of the occupation.
    var earnings: Double
    var rank: Double?
  }

  /// A household before it has a row.
  private struct Home {
    var members: [Draft]
    var capitalIncome: Double
  }

  func build(_ source: PopulationSource) throws -> (
    persons: Persons, households: Households, capitalIncome: [Double]
  ) {
    let homes: [Home]
    switch source {
    case .synthetic(let count):
      guard count >= 1_000 else {
        throw EconomyError.population("an economy needs at least 1,000 persons, not \(count)")
      }
      homes = synthetic(count)
    case .microdata(let survey, let count):
      guard count >= 1_000 else {
        throw EconomyError.population("an economy needs at least 1,000 persons, not \(count)")
      }
      guard survey.contains(where: { $0.weight > 0 && !$0.members.isEmpty }) else {
        throw EconomyError.population("the population file holds no household with a weight")
      }
      homes = ranked(sampled(survey, count))
    }

    let count = homes.reduce(0) { $0 + $1.members.count }
    let persons = Persons(count: count)
    let households = Households(count: homes.count)
    var person = 0
    for (household, home) in homes.enumerated() {
      // The list of members runs backwards, so that rows stay in the order of the drafts.
      for draft in home.members {
        place(draft, person, persons)
        persons.household[person] = Int32(household)
        persons.next[person] = households.first[household]
        households.first[household] = Int32(person)
        person += 1
      }
      households.size[household] = UInt8(home.members.count)
      households.children[household] = UInt8(home.members.count { $0.age < 216 })
    }
    assignHeirs(persons, households)
    return (persons, households, homes.map(\.capitalIncome))
  }

  // MARK: Synthetic households

  private func synthetic(_ count: Int) -> [Home] {
    var cumulative: [Double] = []
    for share in lifeTable.share { cumulative.append((cumulative.last ?? 0) + share) }
    // One age from each of `count` equal slices of the distribution: no sampling error in the age structure.
    let drafts = (0..<count).map { id -> Draft in
      let words = draws.words(.age, id: id, month: 0)
      let level = (Double(id) + words.first) / Double(count) * cumulative[LifeTable.ages - 1]
      let year = cumulative.firstIndex { $0 > level } ?? LifeTable.ages - 2
      return Draft(
        age: Int16(min(year, LifeTable.ages - 2) * 12 + Int(words.second * 12)), isFemale: words.third < 0.5,
        isHead: false,
        occupation: -1, earnings: 0)
    }
    var women: [Draft] = []
    var men: [Draft] = []
    var homes: [Home] = []
    var dependants: [Draft] = []
    for (id, draft) in drafts.enumerated() {
      let words = draws.words(.household, id: id, month: 0)
      let leavesAt =
        calibration.population.leaveHomeEarliest
        + words.first * (calibration.population.leaveHomeLatest - calibration.population.leaveHomeEarliest)
      guard Double(draft.age) / 12 >= leavesAt else {
        dependants.append(draft)
        continue
      }
      var head = draft
      head.isHead = true
      if words.second < lifeTable.partnered[Int(draft.age) / 12] {
        if head.isFemale { women.append(head) } else { men.append(head) }
      } else {
        homes.append(Home(members: [head], capitalIncome: 0))
      }
    }
    // Drafts are in the order of age, so partners are of about the same age; who is left over lives alone.
    let couples = min(women.count, men.count)
    for index in 0..<couples { homes.append(Home(members: [women[index], men[index]], capitalIncome: 0)) }
    for single in women.dropFirst(couples) + men.dropFirst(couples) {
      homes.append(Home(members: [single], capitalIncome: 0))
    }
    placeDependants(dependants, in: &homes)
    return homes
  }

  /// Gives each dependant a mother of a likely age.
  private func placeDependants(_ dependants: [Draft], in homes: inout [Home]) {
    var mothersByAge = Array(repeating: [Int](), count: LifeTable.ages)
    for (home, household) in homes.enumerated() {
      if let mother = household.members.first(where: \.isFemale) {
        mothersByAge[Int(mother.age) / 12].append(home)
      }
    }
    for (id, dependant) in dependants.enumerated() {
      let words = draws.words(.children, id: id, month: 0)
      let ageAtBirth = clamp(
        calibration.population.motherhoodAge + calibration.population.motherhoodSpread * words.normal, 16, 45)
      let age = min(LifeTable.ages - 1, Int(dependant.age) / 12 + Int(ageAtBirth))
      guard let home = nearest(age, mothersByAge, words.third) else {
        homes.append(Home(members: [dependant], capitalIncome: 0))
        continue
      }
      homes[home].members.append(dependant)
    }
  }

  private func nearest(_ age: Int, _ homesByAge: [[Int]], _ uniform: Double) -> Int? {
    for distance in 0..<LifeTable.ages {
      for candidate in [age - distance, age + distance] where homesByAge.indices.contains(candidate) {
        let homes = homesByAge[candidate]
        if !homes.isEmpty { return homes[min(homes.count - 1, Int(uniform * Double(homes.count)))] }
      }
    }
    return nil
  }

  // MARK: Households of a survey

  /// Systematic sampling: equally spaced pointers over the cumulated weights of households, so that the chance of
  /// a household is proportional to its weight and the persons come to about `count`.
  private func sampled(_ survey: [MicrodataHousehold], _ count: Int) -> [Home] {
    let usable = survey.filter { $0.weight > 0 && !$0.members.isEmpty && $0.members.count < 100 }
    let persons = usable.reduce(0.0) { $0 + $1.weight * Double($1.members.count) }
    let step = persons / Double(count)
    var pointer = step * draws.uniform(.household, id: 0, month: 0)
    var homes: [Home] = []
    var cumulated = 0.0
    for household in usable {
      cumulated += household.weight
      while pointer < cumulated {
        homes.append(home(household))
        pointer += step
      }
    }
    return homes
  }

  private func home(_ household: MicrodataHousehold) -> Home {
    var heads = 0
    let drafts = household.members.map { member -> Draft in
      let isHead = member.age >= 18 && heads < 2
      if isHead { heads += 1 }
      return Draft(
        age: Int16(min(member.age, LifeTable.ages - 2) * 12 + 6), isFemale: member.isFemale, isHead: isHead,
        occupation: Int16(member.occupation), earnings: member.earnings)
    }
    return Home(members: drafts, capitalIncome: household.capitalIncome)
  }

  /// Ranks earners within their occupation: the survey says who earns more than whom, the economy file how much.
  private func ranked(_ homes: [Home]) -> [Home] {
    var ranked = homes
    var earners = [[(earnings: Double, home: Int, member: Int)]](
      repeating: [], count: calibration.occupations.count)
    for (home, household) in homes.enumerated() {
      for (member, draft) in household.members.enumerated() where draft.occupation >= 0 && draft.earnings > 0
      {
        earners[Int(draft.occupation)].append((draft.earnings, home, member))
      }
    }
    for group in earners {
      let sorted = group.sorted { ($0.earnings, $0.home, $0.member) < ($1.earnings, $1.home, $1.member) }
      for (place, earner) in sorted.enumerated() {
        ranked[earner.home].members[earner.member].rank = (Double(place) + 0.5) / Double(sorted.count)
      }
    }
    return ranked
  }

  // MARK: Traits

  private func place(_ draft: Draft, _ person: Int, _ persons: Persons) {
    persons.age[person] = draft.age
    persons.isFemale[person] = draft.isFemale
    persons.isHead[person] = draft.isHead
    giveTraits(person, persons, month: 0)
    if draft.occupation >= 0 { persons.occupation[person] = UInt16(draft.occupation) }
    if let rank = draft.rank { persons.rank[person] = Float(rank) }
    setSkill(person, persons)
    let state: LabourState =
      draft.age < 192 ? .child : draft.age < persons.schoolLeaving[person] ? .student : .inactive
    persons.set(person, draft.age >= persons.retirementAge[person] ? .retired : state)
    // Losses of past displacements, exponentially distributed.
    let loss = -calibration.wages.meanLoss * logarithm(draws.uniform(.pastLoss, id: person, month: 0))
    persons.scar[person] = Float(1 - min(0.5, loss))
    persons.scarCeiling[person] = Float(1 - min(0.5, loss) * calibration.wages.lastingLoss)
  }

  /// Draws what a person keeps for life. Those who join later get theirs by the same rule.
  func giveTraits(_ person: Int, _ persons: Persons, month: Int) {
    let tastes = draws.words(.tastes, id: person, month: month)
    let isLiker = tastes.first < calibration.labourSupply.likers
    persons.distaste[person] = isLiker ? -.infinity : Float(logarithm(tastes.second / (1 - tastes.second)))
    persons.leisure[person] = .nan
    let health = draws.uniform(.health, id: person, month: month)
    persons.limitAge[person] = Int16(calibration.labourSupply.limitAge(rank: health) * 12)
    persons.rank[person] = Float(tastes.third)

    let retirement = draws.words(.retirement, id: person, month: month)
    let follows = retirement.first < calibration.retirement.followers
    let normal = calibration.retirement.normalAge
    let wanted = normal + calibration.retirement.spread * retirement.secondNormal
    persons.followsNorm[person] = follows
    persons.retirementAge[person] = Int16(
      follows
        ? normal * 12
        : clamp(wanted, calibration.retirement.earlyAge, 2 * normal - calibration.retirement.earlyAge) * 12)

    let schooling = draws.words(.schooling, id: person, month: month)
    let at16 = calibration.population.leaveSchoolAt16
    let at18 = at16 + calibration.population.leaveSchoolAt18
    let at20 = at18 + calibration.population.leaveSchoolAt20
    let leaving = schooling.first < at16 ? 16 : schooling.first < at18 ? 18 : schooling.first < at20 ? 20 : 22
    persons.schoolLeaving[person] = Int16(leaving * 12)
    let early = calibration.population.leaveHomeEarliest
    let home = early + schooling.second * (calibration.population.leaveHomeLatest - early)
    persons.homeLeaving[person] = Int16(home * 12)

    let pick = draws.uniform(.occupation, id: person, month: month)
    var cumulated = 0.0
    var occupation = calibration.occupations.count - 1
    for (index, group) in calibration.occupations.enumerated() {
      cumulated += group.employmentShare
      if pick < cumulated {
        occupation = index
        break
      }
    }
    persons.occupation[person] = UInt16(occupation)
    persons.scar[person] = 1
    persons.scarCeiling[person] = 1
    setSkill(person, persons)
  }

  func setSkill(_ person: Int, _ persons: Persons) {
    let occupation = Int(persons.occupation[person])
    let skill = curves[occupation].skill(Double(persons.rank[person]))
    persons.skill[person] = skill
    persons.homeValue[person] = Float(logarithm(relativeWages[occupation] * Double(skill)))
  }

  /// Each household with a head of 45 or more leaves its estate to a household a generation younger.
  private func assignHeirs(_ persons: Persons, _ households: Households) {
    func headAge(_ household: Int) -> Int {
      var oldest = 0
      var member = Int(households.first[household])
      while member >= 0 {
        oldest = max(oldest, Int(persons.age[member]) / 12)
        member = Int(persons.next[member])
      }
      return oldest
    }
    let young = (0..<households.count).filter { (20..<45).contains(headAge($0)) }
    guard !young.isEmpty else { return }
    for household in 0..<households.count where headAge(household) >= 45 {
      let pick = draws.uniform(.heir, id: household, month: 0)
      households.heir[household] = Int32(young[min(young.count - 1, Int(pick * Double(young.count)))])
    }
  }
}
