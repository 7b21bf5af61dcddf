/// Courses that lead unemployed persons into another occupation.
public struct RetrainingRule: Sendable {
  /// Most persons in courses over the labour force; 0 is none.
  public var places = 0.0
  /// Length of a course in months.
  public var months = 12
  /// Whom courses are for: those displaced by machines within their last job loss, or all unemployed.
  public var isForDisplaced = true
  /// Months of unemployment after which a person may enter.
  public var eligibility = 0
  /// Share of those who finish that can enter the new occupation.
  public var success = 0.0
  /// Most by which the new occupation's mean wage may exceed that of the old.
  public var largestRise = 0.0
  /// What a month of a course costs the government, bought from firms, in mean monthly wages.
  public var cost = 0.0

  public init() {}
}

extension Economy {
  /// Courses end and begin. Who is in one does not look for work; who has finished one with success looks for work in
  /// the new occupation, like one who has just become unemployed.
  mutating func train() {
    let rule = rules.retraining
    guard rule.places > 0 || !trainees.isEmpty else { return }
    trainees = trainees.filter { persons.state(Int($0)) == .unemployed }
    finishCourses()
    beginCourses()
    for person in trainees { persons.proposal[Int(person)] = Proposal.none }
  }

  private mutating func finishCourses() {
    let (rule, clock) = (rules.retraining, Int32(clock))
    for row in trainees where persons.trainingEnds[Int(row)] < clock {
      let person = Int(row)
      let words = draws.words(.retraining, id: person, month: self.clock)
      guard words.first < rule.success, let occupation = newOccupation(of: person, draw: words.second) else {
        continue
      }
      persons.occupation[person] = UInt16(occupation)
      persons.skill[person] = frame.curves[occupation].skill(Double(persons.rank[person]))
      persons.duration[person] = 0
      persons.isInsured[person] = false
    }
    trainees = trainees.filter { persons.trainingEnds[Int($0)] >= clock }
  }

  /// Where people with a person's occupation are sought less than elsewhere, an occupation where they are sought more
  /// and that does not pay too much more: drawn in proportion to vacancies.
  private func newOccupation(of person: Int, draw: Double) -> Int? {
    let old = Int(persons.occupation[person])
    let ceiling = nation.wages[old] * (1 + rules.retraining.largestRise)
    let sought = sought
    let weights = (0..<frame.occupations).map { occupation -> Double in
      guard occupation != old, nation.wages[occupation] <= ceiling,
        nation.occupationTightness[occupation] > nation.occupationTightness[old]
      else { return 0 }
      return Double(sought[occupation])
    }
    var rest = draw * weights.reduce(0, +)
    guard rest > 0 else { return nil }
    for occupation in weights.indices where weights[occupation] > 0 {
      rest -= weights[occupation]
      if rest <= 0 { return occupation }
    }
    return weights.lastIndex { $0 > 0 }
  }

  /// Vacancies by occupation after last month's market.
  private var sought: [Int] {
    var sought = [Int](repeating: 0, count: frame.occupations)
    for cell in 0..<firms.vacancies.count { sought[cell % frame.occupations] += Int(firms.vacancies[cell]) }
    return sought
  }

  /// Fills the free places by lot among those who may enter.
  private mutating func beginCourses() {
    let rule = rules.retraining
    let free = Int(rule.places * Double(counts.workforce)) - trainees.count
    guard free > 0 else { return }
    let (persons, draws, clock) = (persons, draws, clock)
    let eligible = parallel.collect(persons.count) { rows, _, eligible in
      let (states, durations) = (persons.stateCode, persons.duration)
      for person in rows
      where states[person] == LabourState.unemployed.rawValue && Int(durations[person]) >= rule.eligibility
        && persons.trainingEnds[person] < Int32(clock)
        && (!rule.isForDisplaced || persons.displacedAt[person] == persons.laidOffAt[person])
        && persons.laidOffAt[person] > Persons.never
      {
        eligible.append(person)
      }
    }
    .map { (lot: draws.uniform(.retraining, id: Int($0), month: clock, index: 1), person: $0) }
    .sorted { ($0.lot, $0.person) < ($1.lot, $1.person) }
    for entry in eligible.prefix(free) {
      persons.trainingEnds[Int(entry.person)] = Int32(clock + rule.months - 1)
      trainees.append(entry.person)
    }
    trainees.sort()
  }
}
