/// Births, deaths, leaving school and home, couples, immigration. None of it depends on the economy, so that baseline
/// and reform have the same persons in the same rows. A person has one event a month; where a law moves retirement,
/// it may take the place of another.
extension Economy {
  /// What happens to a person this month.
  private enum Event {
    static let none: UInt8 = 0
    static let dies: UInt8 = 1
    static let givesBirth: UInt8 = 2
    static let leavesHome: UInt8 = 3
    static let seeksPartner: UInt8 = 4
    static let separates: UInt8 = 5
    static let leavesSchool: UInt8 = 6
    static let retires: UInt8 = 7
    static let comesOfAge: UInt8 = 8
    /// Turns 18, whatever else happens.
    static let turnsAdult: UInt8 = 0x80
  }

  /// Everybody becomes a month older, and what follows from it.
  mutating func agePersons() {
    let eventful = proposeEvents()
    var women: [Int32] = []
    var men: [Int32] = []
    for row in eventful where persons.proposal[Int(row)] & Event.turnsAdult != 0 {
      let person = Int(row)
      households.children[Int(persons.household[person])] -= 1
      persons.proposal[person] &= ~Event.turnsAdult
    }
    for row in eventful {
      let person = Int(row)
      switch persons.proposal[person] {
      case Event.dies: die(person)
      case Event.givesBirth: bear(mother: person)
      case Event.leavesHome: leaveHome(person)
      case Event.seeksPartner:
        if persons.isFemale[person] { women.append(Int32(person)) } else { men.append(Int32(person)) }
      case Event.separates: separateCouple(person)
      case Event.comesOfAge: persons.set(person, .student)
      case Event.leavesSchool:
        persons.set(person, .inactive)
        counts.newcomers.append(Int32(person))
      case Event.retires: retire(person)
      default: break
      }
    }
    pairCouples(women, men)
    admitImmigrants()
  }

  /// - Returns: the persons to whom something happens.
  private func proposeEvents() -> [Int32] {
    let (persons, draws, clock, table) = (persons, draws, clock, frame.lifeTable)
    let population = calibration.population
    let households = households
    let retirement = rules.retirement
    let earliest = Int16((min(0, retirement.normalShift) + min(0, retirement.earlyShift)).rounded(.down))
    let earlyAge = calibration.retirement.earlyAge * 12
    let separation = population.separation / 12
    let couples = max(population.separation, population.partnering) / 12
    let likely = (0..<LifeTable.ages).map { table.death[$0] + table.birth[$0] + couples }
    return parallel.collect(persons.count) { rows, _, eventful in
      let (states, ages, isFemale, isHead) = (
        persons.stateCode, persons.age, persons.isFemale, persons.isHead
      )
      let proposals = persons.proposal

      /// What chance brings: death, birth, and what concerns couples have an interval each of the one draw.
      func chance(_ person: Int, _ year: Int, _ draw: Double) -> UInt8 {
        guard draw >= table.death[year] else { return Event.dies }
        var rest = draw - table.death[year]
        if isFemale[person] {
          if rest < table.birth[year] {
            return households.size[Int(persons.household[person])] < 15 ? Event.givesBirth : Event.none
          }
          rest -= table.birth[year]
        }
        guard isHead[person] && rest < couples else { return Event.none }
        if Self.partner(of: person, persons, households) >= 0 {
          return rest < separation && isFemale[person] ? Event.separates : Event.none
        }
        return rest < LifeTable.partnering(year, population) / 12 ? Event.seeksPartner : Event.none
      }

      /// What age brings.
      func turn(_ person: Int, _ state: UInt8, _ age: Int16) -> UInt8 {
        switch state {
        case LabourState.child.rawValue: return Event.comesOfAge
        case LabourState.student.rawValue where age >= persons.schoolLeaving[person]:
          return Event.leavesSchool
        default: break
        }
        if !isHead[person] && age >= persons.homeLeaving[person] { return Event.leavesHome }
        let hasJob = state == LabourState.employed.rawValue || state == LabourState.publicJob.rawValue
        let due = retirement.dueAge(
          persons.retirementAge[person], followsNorm: persons.followsNorm[person], hasJob: hasJob,
          earliest: earlyAge)
        return Double(age) >= due && LabourState.isOfWorkingAge(state) ? Event.retires : Event.none
      }

      draws.forEach(rows, .demography, month: clock) { person, draw in
        var event = Event.none
        let state = states[person]
        if state != LabourState.absent.rawValue {
          let age = min(ages[person] + 1, Int16(LifeTable.ages * 12 - 1))
          ages[person] = age
          let year = Int(age) / 12
          let isWorking = LabourState.isOfWorkingAge(state)
          // What age brings, as one sum without branches: for most persons nothing.
          let turns =
            (age >= 192 ? 1 : 0) & (state == LabourState.child.rawValue ? 1 : 0)
            + (age >= persons.schoolLeaving[person] ? 1 : 0) & (state == LabourState.student.rawValue ? 1 : 0)
            + (age >= persons.homeLeaving[person] ? 1 : 0) & (isHead[person] ? 0 : 1)
            + (age >= persons.retirementAge[person] + earliest ? 1 : 0) & (isWorking ? 1 : 0)
          if draw < likely[year] { event = chance(person, year, draw) }
          if turns > 0 && event == Event.none { event = turn(person, state, age) }
          if age == 216 { event |= Event.turnsAdult }
        }
        proposals[person] = event
        if event != Event.none { eventful.append(person) }
      }
    }
  }

  /// The other head of the household; -1 for none.
  private static func partner(of person: Int, _ persons: Persons, _ households: Households) -> Int {
    var member = Int(households.first[Int(persons.household[person])])
    while member >= 0 {
      if member != person && persons.isHead[member] { return member }
      member = Int(persons.next[member])
    }
    return -1
  }

  // MARK: Ends

  private mutating func die(_ person: Int) {
    let household = Int(persons.household[person])
    if persons.stateCode[person] == LabourState.employed.rawValue { leaveJob(person, into: .inactive) }
    giveUpIncome(of: person, in: household)
    removeMember(person, from: household)
    persons.set(person, .absent)
    freePersons.append(Int32(person))
    promoteDependant(household)
    forgetWeek(household)
    if households.size[household] == 0 { leaveEstate(household) }
  }

  /// Whoever lives with others than before takes a new measure of her week at her next look.
  private func forgetWeek(_ household: Int) { forEachMember(household) { persons.leisure[$0] = .nan } }

  /// If no head is left, the oldest dependant of 16 or more becomes one; younger children go to the heir.
  private mutating func promoteDependant(_ household: Int) {
    var oldest = -1
    var hasHead = false
    forEachMember(household) { member in
      hasHead = hasHead || persons.isHead[member]
      if oldest < 0 || persons.age[member] > persons.age[oldest] { oldest = member }
    }
    guard !hasHead, oldest >= 0 else { return }
    if persons.age[oldest] >= 192 {
      persons.isHead[oldest] = true
      return
    }
    let guardian = heir(of: household)
    while households.first[household] >= 0 { moveMember(Int(households.first[household]), to: guardian) }
    leaveEstate(household)
  }

  /// The living household that inherits: the stated heir, else one drawn by lot.
  private func heir(of household: Int) -> Int {
    var candidate = Int(households.heir[household])
    for _ in 0..<64 {
      guard candidate >= 0 else { break }
      if households.size[candidate] > 0 && candidate != household { return candidate }
      candidate = Int(households.heir[candidate])
    }
    for index in 0... {
      let pick = draws.uniform(.heir, id: household, month: clock, index: index)
      let row = min(households.count - 1, Int(pick * Double(households.count)))
      if households.size[row] > 0 && row != household { return row }
    }
    return household
  }

  private mutating func leaveEstate(_ household: Int) {
    inherit(from: household, to: heir(of: household), share: 1, as: .bequests)
    freeHouseholds.append(Int32(household))
  }

  /// Moves a share of all a household owns to another.
  private mutating func inherit(from old: Int, to new: Int, share: Double, as flow: Flow) {
    func part(_ amount: Int64) -> Int64 { share == 1 ? amount : Int64(Double(amount) * share) }
    ledger.pay(flow, fromHousehold: old, toHousehold: new, part(ledger.household(old)))
    func move(_ column: Column<Int64>) {
      let amount = part(column[old])
      column[old] -= amount
      column[new] += amount
    }
    move(households.equityUnits)
    move(households.providerUnits)
    move(households.capitalIncome)
    move(households.grossCapitalIncome)
    move(households.rentIncome)
  }

  /// A pension is expected to be about half of the net wage: the household reckons with it at once, and wants to
  /// keep the wealth it wanted before.
  private mutating func retire(_ person: Int) {
    loseIncome(Double(persons.net[person]) / 2, in: Int(persons.household[person]))
    let wage = persons.wage[person] > 0 ? persons.wage[person] : persons.lastWage[person]
    if persons.stateCode[person] == LabourState.employed.rawValue { leaveJob(person, into: .retired) }
    persons.set(person, .retired)
    persons.isInsured[person] = false
    // Who has not worked has the pension of the market wage she could have had.
    let base = wage > 0 ? wage : marketWage(person, Int(persons.occupation[person]))
    let factor = rules.retirement.pensionFactor(
      age: Double(persons.age[person]), normalAge: calibration.retirement.normalAge * 12)
    persons.pensionBase[person] = base / Float(nation.wageIndex) * Float(factor)
  }

  // MARK: Beginnings

  private mutating func newPerson() -> Int {
    if let row = freePersons.popLast() { return Int(row) }
    persons.append()
    ledger.appendPerson()
    return persons.count - 1
  }

  private mutating func newHousehold() -> Int {
    if let row = freeHouseholds.popLast() {
      let household = Int(row)
      households.heir[household] = -1
      households.permanentIncome[household] = 0
      households.passing[household] = 0
      households.disposable[household] = 0
      households.marketIncome[household] = 0
      households.meansTested[household] = 0
      households.budget[household] = 0
      return household
    }
    households.append()
    ledger.appendHousehold()
    return households.count - 1
  }

  private var builder: PopulationBuilder {
    PopulationBuilder(
      calibration: calibration, lifeTable: frame.lifeTable, curves: frame.curves,
      relativeWages: frame.efficiency, draws: draws)
  }

  private mutating func bear(mother: Int) {
    let child = newPerson()
    clear(child, age: 0, isFemale: draws.words(.children, id: child, month: clock).first < 0.5)
    persons.set(child, .child)
    persons.isHead[child] = false
    addMember(child, to: Int(persons.household[mother]))
  }

  /// A person begins in a row that somebody else may have had before.
  private mutating func clear(_ person: Int, age: Int, isFemale: Bool) {
    persons.age[person] = Int16(age)
    persons.arrival[person] = Int32(clock)
    persons.isFemale[person] = isFemale
    persons.employer[person] = -1
    persons.wage[person] = 0
    persons.hours[person] = 1
    persons.tenure[person] = 0
    persons.duration[person] = 0
    persons.isInsured[person] = false
    persons.lastWage[person] = 0
    persons.laidOffAt[person] = Persons.never
    persons.displacedAt[person] = Persons.never
    persons.trainingEnds[person] = Persons.never
    persons.pensionBase[person] = 0
    persons.earnings[person] = 0
    persons.taxable[person] = 0
    persons.net[person] = 0
    persons.proposal[person] = Event.none
    builder.giveTraits(person, persons, month: clock)
  }

  private mutating func admitImmigrants() {
    let expected = frame.lifeTable.immigration * Double(population)
    let words = draws.words(.immigration, id: 0, month: clock)
    for index in 0..<Int(expected + words.first) {
      let words = draws.words(.immigration, id: index, month: clock, index: 1)
      let ages = LifeTable.immigrantAges
      let age = ages.lowerBound * 12 + Int(words.first * Double(ages.count * 12))
      let person = newPerson()
      clear(person, age: age, isFemale: words.second < 0.5)
      persons.set(person, age < Int(persons.schoolLeaving[person]) ? .student : .inactive)
      persons.isHead[person] = true
      let household = newHousehold()
      addMember(person, to: household)
      startIncome(household, buffer: calibration.wealth.newcomerBuffer)
      if persons.state(person) == .inactive { counts.newcomers.append(Int32(person)) }
    }
  }

  // MARK: Households

  private mutating func leaveHome(_ person: Int) {
    let old = Int(persons.household[person])
    let new = newHousehold()
    var oldest = 0
    forEachMember(old) { if persons.isHead[$0] { oldest = max(oldest, Int(persons.age[$0])) } }
    let buffer = buffer(of: old, youngerBy: oldest - Int(persons.age[person]))
    giveUpIncome(of: person, in: old)
    moveMember(person, to: new)
    persons.isHead[person] = true
    startIncome(new, buffer: buffer)
    households.heir[old] = Int32(new)
    promoteDependant(old)
    forgetWeek(old)
    forgetWeek(new)
    if households.size[old] == 0 { leaveEstate(old) }
  }

  private mutating func separateCouple(_ person: Int) {
    let old = Int(persons.household[person])
    let partner = Self.partner(of: person, persons, households)
    guard partner >= 0 else { return }
    let new = newHousehold()
    giveUpIncome(of: partner, in: old)
    moveMember(partner, to: new)
    startIncome(new, buffer: Double(households.buffer[old]))
    households.heir[new] = households.heir[old]
    forgetWeek(old)
    forgetWeek(new)
    inherit(from: old, to: new, share: 0.5, as: .householdSeparation)
  }

  /// Singles pair with those of about their age and wage rank.
  private mutating func pairCouples(_ women: [Int32], _ men: [Int32]) {
    let likeness = calibration.wages.partnerCorrelation
    func ordered(_ people: [Int32]) -> [Int32] {
      people.map { id -> (key: Double, person: Int32) in
        let person = Int(id)
        let words = draws.words(.partner, id: person, month: clock)
        let band = Double(persons.age[person] / 96)
        let rank = likeness * (Double(persons.rank[person]) - 0.5) + (1 - likeness) * (words.first - 0.5)
        return (band * 10 + rank, id)
      }
      .sorted { ($0.key, $0.person) < ($1.key, $1.person) }.map(\.person)
    }
    for (woman, man) in zip(ordered(women), ordered(men)) {
      let (new, old) = (Int(persons.household[Int(woman)]), Int(persons.household[Int(man)]))
      guard new != old, households.size[new] + households.size[old] < 16 else { continue }
      let (a, b) = (households.permanentIncome[new], households.permanentIncome[old])
      let weight = a + b > 0 ? Float(a / (a + b)) : 0.5
      households.permanentIncome[new] = a + b
      households.passing[new] += households.passing[old]
      households.buffer[new] = weight * households.buffer[new] + (1 - weight) * households.buffer[old]
      households.disposable[new] += households.disposable[old]
      households.meansTested[new] += households.meansTested[old]
      while households.first[old] >= 0 { moveMember(Int(households.first[old]), to: new) }
      forgetWeek(new)
      inherit(from: old, to: new, share: 1, as: .householdFormation)
      households.heir[old] = Int32(new)
      freeHouseholds.append(Int32(old))
    }
  }

  /// What a new household of one reckons with.
  private mutating func startIncome(_ household: Int, buffer: Double) {
    var income = 0.0
    forEachMember(household) { income += Double(persons.net[$0]) }
    let least = 0.3 * frame.meanWage * nation.wageIndex
    households.permanentIncome[household] = max(income, least)
    households.disposable[household] = Int64(income)
    households.buffer[household] = Float(buffer)
  }

  /// The household a person leaves no longer reckons with her income.
  private mutating func giveUpIncome(of person: Int, in household: Int) {
    loseIncome(Double(persons.net[person]), in: household)
    households.disposable[household] -= persons.net[person]
  }

  /// Permanent income falls for good; the wealth a household wants stays what it was.
  private mutating func loseIncome(_ income: Double, in household: Int) {
    let before = households.permanentIncome[household]
    let after = max(0.1 * before, before - max(0, income))
    guard after > 0 else { return }
    households.permanentIncome[household] = after
    households.buffer[household] = Float(
      min(calibration.wealth.bufferCeiling, Double(households.buffer[household]) * before / after))
  }

  /// Growth of the wanted buffer in a year of working life: what makes the cross-section of wealth by age stationary.
  var bufferGrowth: Double { calibration.wealth.ageLoading * calibration.wealth.depositSpread }

  /// The wanted buffer of a household whose head is younger by some years.
  private func buffer(of household: Int, youngerBy months: Int) -> Double {
    Double(households.buffer[household]) * exponential(-bufferGrowth * Double(max(0, months)) / 12)
  }

  // MARK: Lists of members

  /// Calls `body` with each member.
  @inline(__always)
  func forEachMember(_ household: Int, _ body: (Int) -> Void) {
    var member = Int(households.first[household])
    while member >= 0 {
      let next = Int(persons.next[member])
      body(member)
      member = next
    }
  }

  private mutating func addMember(_ person: Int, to household: Int) {
    persons.household[person] = Int32(household)
    persons.next[person] = households.first[household]
    households.first[household] = Int32(person)
    households.size[household] += 1
    if persons.age[person] < 216 { households.children[household] += 1 }
  }

  private mutating func removeMember(_ person: Int, from household: Int) {
    // The wallet is empty between months, so nothing but the list changes.
    var previous = -1
    var member = Int(households.first[household])
    while member != person {
      previous = member
      member = Int(persons.next[member])
    }
    if previous < 0 {
      households.first[household] = persons.next[person]
    } else {
      persons.next[previous] = persons.next[person]
    }
    households.size[household] -= 1
    if persons.age[person] < 216 { households.children[household] -= 1 }
  }

  private mutating func moveMember(_ person: Int, to household: Int) {
    removeMember(person, from: Int(persons.household[person]))
    addMember(person, to: household)
  }
}
