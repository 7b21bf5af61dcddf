extension Economy {
  /// What a month's pass proposes for a person; the market settles proposals in the order of rows.
  enum Proposal {
    static let none: UInt8 = 0
    static let leaves: UInt8 = 1
    static let searches: UInt8 = 2
    static let givesUp: UInt8 = 3
  }

  // MARK: Wages

  /// The wage the market pays a person in an occupation, in cents a month for the standard week at the start.
  @inline(__always)
  func marketWage(_ person: Int, _ occupation: Int) -> Float {
    let skill =
      Int(persons.occupation[person]) == occupation
      ? persons.skill[person] : frame.curves[occupation].skill(Double(persons.rank[person]))
    return Float(nation.wages[occupation]) * skill * persons.scar[person]
  }

  /// Months since a person's wage was last compared with the market's.
  @inline(__always)
  static func monthsSinceRevision(_ person: Int, clock: Int) -> Int { (person + clock) % 12 }

  /// Market wages move with expected inflation, trend productivity and tightness; an incumbent's wage is revised once
  /// a year and never cut.
  mutating func setWages() {
    let wages = calibration.wages
    let occupations = frame.occupations
    var vacancies = [Double](repeating: 0.5, count: occupations)
    var unemployed = vacancies
    for occupation in 0..<occupations {
      vacancies[occupation] += Double(counts.vacancies[occupation])
      unemployed[occupation] += Double(counts.unemployed[occupation])
    }
    let all = vacancies.reduce(0, +) / unemployed.reduce(0, +)
    nation.tightness += (all - nation.tightness) / 3
    let pressure = logarithm(clamp(nation.tightness / wages.normalTightness, 0.05, 20))
    let relative = (0..<occupations).map { logarithm(nation.wages[$0] / nation.startWages[$0]) }
    let meanRelative = relative.reduce(0, +) / Double(occupations)
    let drift = (nation.expectedInflation + calibration.production.productivityGrowth) / 12
    var weighted = 0.0
    var weight = 0.0
    for occupation in 0..<occupations {
      nation.occupationTightness[occupation] +=
        (vacancies[occupation] / unemployed[occupation] - nation.occupationTightness[occupation]) / 6
      let own = logarithm(
        clamp(nation.occupationTightness[occupation] / max(nation.tightness, 0.02), 0.2, 5))
      let growth =
        drift + wages.slope * pressure + wages.occupationSlope * clamp(own, -1, 1)
        - wages.occupationReversion * (relative[occupation] - meanRelative)
      let bill = Double(counts.employed[occupation]) * nation.wages[occupation]
      weighted += bill * growth
      weight += bill
      nation.wages[occupation] *= exponential(growth)
    }
    let growth = weight > 0 ? weighted / weight : drift
    nation.wageIndex *= exponential(growth)
    nation.earningsIndex = nation.wageIndex * rules.payFactor
    nation.realWage +=
      (nation.wageIndex / nation.prices / nation.productivity - nation.realWage) / 24

    let (persons, curves, market, minimum) = (persons, frame.curves, nation.wages, Float(rules.minimumWage))
    let clock = clock
    parallel.forEachChunk(persons.count) { rows, _ in
      for person in rows where persons.stateCode[person] == LabourState.employed.rawValue {
        if Self.monthsSinceRevision(person, clock: clock) == 0 {
          let occupation = Int(persons.occupation[person])
          let skill = curves[occupation].skill(Double(persons.rank[person]))
          let wage = Float(market[occupation]) * skill * persons.scar[person]
          persons.wage[person] = max(persons.wage[person], wage)
        }
        persons.wage[person] = max(persons.wage[person], minimum)
      }
    }
  }

  // MARK: Separations

  /// One pass over the persons: durations run on, and each is proposed to leave, to give up, or to search.
  mutating func proposeMoves() {
    let market = calibration.labourMarket
    let recovery = Float(calibration.wages.recovery)
    let (persons, draws, clock) = (persons, draws, clock)
    let fullMonths = Int(market.searchFullMonths)
    let search = (0..<128).map { months -> Double in
      let factor = months <= fullMonths ? 1 : power(market.searchDecline, Double(months - fullMonths))
      return market.searchProbability * max(factor, market.searchFloor)
    }
    parallel.forEachChunk(persons.count) { rows, _ in
      for person in rows {
        var proposal = Proposal.none
        switch persons.state(person) {
        case .employed:
          let tenure = Int(persons.tenure[person]) + 1
          persons.tenure[person] = Int16(min(tenure, 1_200))
          let words = draws.words(.work, id: person, month: clock)
          let hazard =
            market.separationHazard * (tenure <= 12 ? market.separationRecent : market.separationSettled)
          if words.first < hazard {
            proposal = Proposal.leaves
          } else {
            let rate = market.onTheJobSearch * (tenure < 24 ? market.onTheJobRecent : market.onTheJobSettled)
            if words.second < rate { proposal = Proposal.searches }
          }
        case .unemployed:
          let duration = min(Int(persons.duration[person]) + 1, 1_200)
          persons.duration[person] = Int16(duration)
          let words = draws.words(.work, id: person, month: clock)
          if Double(duration) > market.discouragementAfter && words.first < market.discouragementHazard {
            proposal = Proposal.givesUp
          } else if words.second < search[min(127, duration)] {
            proposal = Proposal.searches
          }
        default: break
        }
        persons.proposal[person] = proposal
        let scar = persons.scar[person]
        if scar < 1 { persons.scar[person] = 1 - (1 - scar) * (1 - recovery) }
      }
    }
  }

  /// Those who leave for reasons of their own go, those who give up stop looking.
  mutating func separate() {
    let insured = calibration.labourMarket.insuredSeparations
    counts.employedAtStart = 0
    counts.unemployedAtStart = 0
    for person in 0..<persons.count {
      switch persons.stateCode[person] {
      case LabourState.employed.rawValue: counts.employedAtStart += 1
      case LabourState.unemployed.rawValue: counts.unemployedAtStart += 1
      default: continue
      }
      switch persons.proposal[person] {
      case Proposal.leaves:
        leaveJob(person, into: .unemployed)
        persons.isInsured[person] = draws.uniform(.separation, id: person, month: clock) < insured
        counts.separations += 1
      case Proposal.givesUp: persons.set(person, .inactive)
      default: break
      }
    }
  }

  /// Firms with more heads than they bear lay off, last in first out.
  mutating func layOff() {
    let market = calibration.labourMarket
    let cells = firms.count * frame.occupations
    var excess: [Int32: Int] = [:]
    for cell in 0..<cells {
      let heads = firms.heads[cell]
      let surplus = heads - firms.wanted[cell]
      guard surplus > 0, Double(surplus) > market.layoffBand else { continue }
      let words = draws.words(.layoff, id: cell, month: clock)
      let fired = min(Int(surplus), Int(Double(surplus) * market.layoffSpeed + words.first))
      if fired > 0 { excess[Int32(cell)] = fired }
    }
    guard !excess.isEmpty else { return }
    var staff: [(cell: Int32, tenure: Int16, person: Int32)] = []
    for person in 0..<persons.count where persons.stateCode[person] == LabourState.employed.rawValue {
      let employer = Int(persons.employer[person])
      guard employer < firms.count else { continue }
      let cell = Int32(firms.cell(employer, Int(persons.occupation[person])))
      if firms.heads[Int(cell)] > firms.wanted[Int(cell)], excess[cell] != nil {
        staff.append((cell, persons.tenure[person], Int32(person)))
      }
    }
    staff.sort { ($0.cell, $0.tenure, $0.person) < ($1.cell, $1.tenure, $1.person) }
    for entry in staff {
      guard let left = excess[entry.cell], left > 0 else { continue }
      excess[entry.cell] = left - 1
      dismiss(Int(entry.person))
    }
  }

  /// A lay-off: insured, and scarred after three years in the job.
  mutating func dismiss(_ person: Int) {
    let employer = Int(persons.employer[person])
    if persons.tenure[person] >= 36 {
      persons.scar[person] *= Float(1 - calibration.wages.displacementLoss)
    }
    if employer < firms.count && clock - Int(firms.adoptedAt[employer]) <= 12 { counts.displacedEver += 1 }
    leaveJob(person, into: .unemployed)
    persons.isInsured[person] = true
    counts.separations += 1
    counts.layoffs += 1
  }

  /// Ends a job, whatever comes after.
  mutating func leaveJob(_ person: Int, into state: LabourState) {
    let cell = firms.cell(Int(persons.employer[person]), Int(persons.occupation[person]))
    firms.heads[cell] -= 1
    persons.lastWage[person] = persons.wage[person]
    persons.employer[person] = -1
    persons.wage[person] = 0
    persons.tenure[person] = 0
    persons.duration[person] = 0
    persons.isInsured[person] = false
    persons.proposal[person] = Proposal.none
    persons.set(person, state)
  }

  /// Starts a job.
  mutating func hire(_ person: Int, firm: Int, occupation: Int) {
    if Int(persons.occupation[person]) != occupation {
      persons.occupation[person] = UInt8(occupation)
      persons.skill[person] = frame.curves[occupation].skill(Double(persons.rank[person]))
    }
    persons.employer[person] = Int32(firm)
    persons.wage[person] = max(marketWage(person, occupation), Float(rules.minimumWage))
    persons.tenure[person] = 0
    persons.duration[person] = 0
    persons.isInsured[person] = false
    persons.set(person, .employed)
    firms.heads[firms.cell(firm, occupation)] += 1
  }

  // MARK: Vacancies and matching

  /// Where heads are missing vacancies open; where they are not, vacancies close.
  mutating func openVacancies() {
    let speed = calibration.labourMarket.openingSpeed
    let (firms, draws, clock) = (firms, draws, clock)
    parallel.forEachChunk(firms.heads.count) { cells, _ in
      for cell in cells {
        let gap = max(0, firms.wanted[cell] - firms.heads[cell])
        let open = min(firms.vacancies[cell], gap)
        let missing = gap - open
        guard missing > 0 else {
          firms.vacancies[cell] = open
          continue
        }
        let uniform = draws.uniform(.vacancy, id: cell, month: clock)
        firms.vacancies[cell] = open + min(missing, Int32(Double(missing) * speed + uniform))
      }
    }
  }

  /// Searchers apply over the mobility network, each to one vacancy; each vacancy that interviews takes the
  /// applicant with the lowest keyed score.
  mutating func match() {
    let market = calibration.labourMarket
    let occupations = frame.occupations
    // Vacancies that interview, in the order of occupations.
    var slotsByOccupation = [[Int32]](repeating: [], count: occupations)
    counts.vacancies = [Int](repeating: 0, count: occupations)
    for firm in 0...firms.count {
      for occupation in 0..<occupations {
        let cell = firms.cell(firm, occupation)
        let open = Int(firms.vacancies[cell])
        guard open > 0 else { continue }
        counts.vacancies[occupation] += open
        for index in 0..<open
        where draws.uniform(.interview, id: cell, month: clock, index: index) < market.interviewShare {
          slotsByOccupation[occupation].append(Int32(firm))
        }
      }
    }
    let slots = slotsByOccupation.flatMap { $0 }
    let slotCount = slotsByOccupation.map(\.count)
    let slotStart = slotCount.indices.map { slotCount[..<$0].reduce(0, +) }

    var searchers: [Int32] = []
    for person in 0..<persons.count where persons.proposal[person] == Proposal.searches {
      searchers.append(Int32(person))
    }
    guard !slots.isEmpty && !searchers.isEmpty else { return }

    // Cumulated probabilities of applying, by the searcher's occupation.
    let pull = (0..<occupations).map {
      power(nation.wages[$0], market.wageWeight) * Double(counts.vacancies[$0])
    }
    let cumulated = frame.mobility.map { row -> [Double] in
      var sum = 0.0
      return zip(row, pull).map { weight, pull in
        sum += weight * pull
        return sum
      }
    }
    let (persons, draws, clock, seekers) = (persons, draws, clock, searchers)
    let application = Column<Int32>(repeating: -1, count: seekers.count)
    let score = Column<UInt32>(repeating: 0, count: seekers.count)
    Parallel(threads: parallel.threads, chunk: 4_096).forEachChunk(seekers.count) { rows, _ in
      for row in rows {
        let person = Int(seekers[row])
        let words = draws.words(.application, id: person, month: clock)
        let weights = cumulated[Int(persons.occupation[person])]
        let pick = words.first * weights[occupations - 1]
        var occupation = 0
        while occupation < occupations - 1 && weights[occupation] <= pick { occupation += 1 }
        guard slotCount[occupation] > 0 else { continue }
        let slot = min(slotCount[occupation] - 1, Int(words.second * Double(slotCount[occupation])))
        application[row] = Int32(slotStart[occupation] + slot)
        score[row] = words.c
      }
    }
    var best = [Int32](repeating: -1, count: slots.count)
    for row in seekers.indices where application[row] >= 0 {
      let slot = Int(application[row])
      if best[slot] < 0 || score[row] < score[Int(best[slot])] { best[slot] = Int32(row) }
    }
    var occupation = 0
    for slot in slots.indices {
      while occupation < occupations - 1 && slot >= slotStart[occupation + 1] { occupation += 1 }
      if best[slot] >= 0 {
        settle(person: Int(searchers[Int(best[slot])]), firm: Int(slots[slot]), occupation: occupation)
      }
    }
  }

  /// The chosen applicant accepts or not.
  private mutating func settle(person: Int, firm: Int, occupation: Int) {
    let isEmployed = persons.stateCode[person] == LabourState.employed.rawValue
    if isEmployed {
      let offer = max(marketWage(person, occupation), Float(rules.minimumWage))
      guard Int(persons.employer[person]) != firm,
        offer > Float(calibration.labourMarket.acceptance) * persons.wage[person]
      else { return }
      leaveJob(person, into: .unemployed)
      counts.moves += 1
    } else {
      counts.finds += 1
      if Int(persons.occupation[person]) != occupation {
        counts.switches += 1
        if persons.lastWage[person] > 0 { persons.scar[person] *= Float(1 - calibration.wages.switchLoss) }
      }
    }
    firms.vacancies[firms.cell(firm, occupation)] -= 1
    hire(person, firm: firm, occupation: occupation)
  }

  /// Heads by occupation and state, after the market has closed.
  mutating func countLabour() {
    let occupations = frame.occupations
    let tally = Tally(groups: 2 * occupations + 8, workers: parallel.threads)
    let persons = persons
    parallel.forEachChunk(persons.count) { rows, worker in
      for person in rows {
        let age = persons.age[person]
        switch persons.state(person) {
        case .absent: continue
        case .employed:
          tally.add(1, to: Int(persons.occupation[person]), worker: worker)
          tally.add(Fixed.from(Double(persons.hours[person])), to: 2 * occupations + 1, worker: worker)
        case .unemployed:
          tally.add(1, to: occupations + Int(persons.occupation[person]), worker: worker)
          if persons.duration[person] > 6 { tally.add(1, to: 2 * occupations + 2, worker: worker) }
        case .publicJob: tally.add(1, to: 2 * occupations + 3, worker: worker)
        default: break
        }
        if age >= 192 { tally.add(1, to: 2 * occupations, worker: worker) }
      }
    }
    tally.merge()
    counts.employed = (0..<occupations).map { Int(tally[$0]) }
    counts.unemployed = (0..<occupations).map { Int(tally[occupations + $0]) }
    counts.adults = Int(tally[2 * occupations])
    counts.hours = Fixed.value(tally[2 * occupations + 1])
    counts.longTerm = Int(tally[2 * occupations + 2])
    counts.publicJobs = Int(tally[2 * occupations + 3])
    counts.workforce =
      counts.employed.reduce(0, +) + counts.unemployed.reduce(0, +) + counts.publicJobs
    nation.unemployment = Double(counts.unemployed.reduce(0, +)) / Double(max(1, counts.workforce))
    counts.vacancies = [Int](repeating: 0, count: occupations)
    for firm in 0...firms.count {
      for occupation in 0..<occupations {
        counts.vacancies[occupation] += Int(firms.vacancies[firms.cell(firm, occupation)])
      }
    }
  }
}

/// What a month counts on its way.
struct MonthCounts: Sendable {
  var newcomers: [Int32] = []
  var employedAtStart = 0
  var unemployedAtStart = 0
  var separations = 0
  var layoffs = 0
  var finds = 0
  var switches = 0
  var moves = 0
  /// Since the start of the scenario.
  var displacedEver = 0
  var employed: [Int] = []
  var unemployed: [Int] = []
  var vacancies: [Int] = []
  var publicJobs = 0
  /// Persons in the labour force, last month's until they are counted.
  var workforce = 0
  var adults = 0
  /// Hours of the employed over standard weeks.
  var hours = 0.0
  var longTerm = 0
  /// Demand and what was served of it, in cents.
  var demandWanted = 0.0
  var demandServed = 0.0
  var inventoryChange: Int64 = 0
  /// Government spending of the month that is announced to end, in cents.
  var temporarySpending = 0.0
  var aiServingCost: Int64 = 0
  var bankProfit: Int64 = 0
  /// GDP of the month in cents.
  var gdp: Int64 = 0
  /// Firms that closed, in each of the last twelve months.
  var exits: [Int] = []

  /// Keeps what runs on from month to month.
  mutating func reset() {
    let past = self
    self = MonthCounts()
    displacedEver = past.displacedEver
    exits = past.exits
    workforce = past.workforce
  }
}
