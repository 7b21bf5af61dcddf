extension Economy {
  /// What a month's pass proposes for a person; the market settles proposals in the order of rows.
  enum Proposal {
    static let none: UInt8 = 0
    static let leaves: UInt8 = 1
    static let searches: UInt8 = 2
    static let givesUp: UInt8 = 3
    static let isDismissed: UInt8 = 4
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

  /// Rows from a person to the next whose wage is compared with the market's this month.
  @inline(__always)
  private static func monthsToRevision(_ person: Int, clock: Int) -> Int {
    (12 - monthsSinceRevision(person, clock: clock)) % 12
  }

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
    nation.earningsIndex = nation.wageIndex * meanOfWeek(rules.week.payFactor)
    nation.realWage +=
      (nation.wageIndex / nation.prices / nation.productivity - nation.realWage) / 24

    let (persons, curves, market) = (persons, frame.curves, nation.wages)
    let clock = clock
    parallel.forEachChunk(persons.count) { rows, _ in
      var person = rows.lowerBound + Self.monthsToRevision(rows.lowerBound, clock: clock)
      while person < rows.upperBound {
        if persons.stateCode[person] == LabourState.employed.rawValue {
          let occupation = Int(persons.occupation[person])
          let skill = curves[occupation].skill(Double(persons.rank[person]))
          let wage = Float(market[occupation]) * skill * persons.scar[person]
          persons.wage[person] = max(persons.wage[person], wage)
        }
        person += 12
      }
    }
  }

  // MARK: Separations

  /// Times the normal hazard at which a firm dismisses at most, however many hands it has to spare; a prior.
  private static let mostDismissals = 3.0

  /// One pass over the persons: durations run on, and each is proposed to leave, to give up, or to search.
  mutating func proposeMoves() {
    let market = calibration.labourMarket
    let recovery = Float(calibration.wages.recovery)
    let (persons, draws, clock) = (persons, draws, clock)
    let fullMonths = Int(market.searchFullMonths)
    var search: [Double] = []
    search.reserveCapacity(128)
    var factor = 1.0
    for months in 0..<128 {
      // It falls, and once it is below the floor it stays there.
      if months > fullMonths && factor > market.searchFloor {
        factor = power(market.searchDecline, Double(months - fullMonths))
      }
      search.append(market.searchProbability * max(factor, market.searchFloor))
    }
    let searchTable = search
    let leaving = (
      recent: market.separationHazard * market.separationRecent,
      settled: market.separationHazard * market.separationSettled
    )
    let searching = (
      recent: market.onTheJobSearch * market.onTheJobRecent,
      settled: market.onTheJobSearch * market.onTheJobSettled
    )
    let dismissal = (
      recent: market.dismissalHazard * market.separationRecent,
      settled: market.dismissalHazard * market.separationSettled
    )
    let (use, employers, normalUse) = (firms.use, persons.employer, calibration.prices.normalUse)
    let publicEmployer = firms.count
    /// Firms that could use more hands keep those they have; firms with hands to spare part with them.
    @Sendable func dismissalFactor(_ person: Int) -> Double {
      let employer = Int(employers[person])
      guard employer < publicEmployer else { return 1 }
      return clamp(1 + market.dismissalResponse * (normalUse - use[employer]), 0, Self.mostDismissals)
    }
    /// What an employed person does, by an interval of the one draw each.
    @Sendable func moveOfEmployed(_ person: Int, _ tenure: Int, _ draw: Double) -> UInt8 {
      let leaving = tenure <= 12 ? leaving.recent : leaving.settled
      if draw < leaving { return Proposal.leaves }
      let dismissed = (tenure <= 12 ? dismissal.recent : dismissal.settled) * dismissalFactor(person)
      if draw < leaving + dismissed { return Proposal.isDismissed }
      let searching = tenure < 24 ? searching.recent : searching.settled
      let stays = 1 - leaving - dismissed
      return draw < leaving + dismissed + stays * searching ? Proposal.searches : Proposal.none
    }
    @Sendable func moveOfUnemployed(_ duration: Int, _ draw: Double) -> UInt8 {
      let givingUp = Double(duration) > market.discouragementAfter ? market.discouragementHazard : 0
      if draw < givingUp { return Proposal.givesUp }
      return draw < givingUp + (1 - givingUp) * searchTable[min(127, duration)]
        ? Proposal.searches : Proposal.none
    }
    // Above this draw nobody with a job moves; most do not look further.
    let likely =
      max(leaving.recent, leaving.settled) + max(searching.recent, searching.settled)
      + Self.mostDismissals * max(dismissal.recent, dismissal.settled)
    let tally = Tally(groups: 2, workers: parallel.threads)
    counts.movers = parallel.collect(persons.count) { rows, worker, movers in
      let (states, tenures, durations) = (persons.stateCode, persons.tenure, persons.duration)
      let (proposals, scars, ceilings) = (persons.proposal, persons.scar, persons.scarCeiling)
      var (employed, unemployed) = (0, 0)
      draws.forEach(rows, .work, month: clock) { person, draw in
        let state = states[person]
        let isEmployed = state == LabourState.employed.rawValue ? 1 : 0
        let isUnemployed = state == LabourState.unemployed.rawValue ? 1 : 0
        employed += isEmployed
        unemployed += isUnemployed
        let tenure = min(Int(tenures[person]) + isEmployed, 1_200)
        let duration = min(Int(durations[person]) + isUnemployed, 1_200)
        tenures[person] = Int16(truncatingIfNeeded: tenure)
        durations[person] = Int16(truncatingIfNeeded: duration)
        proposals[person] = Proposal.none
        if isUnemployed == 1 || draw < likely {
          let proposal =
            isUnemployed == 1
            ? moveOfUnemployed(duration, draw)
            : isEmployed == 1 ? moveOfEmployed(person, tenure, draw) : Proposal.none
          proposals[person] = proposal
          if proposal != Proposal.none { movers.append(person) }
        }
        let scar = scars[person]
        if scar < 1 {
          let ceiling = ceilings[person]
          scars[person] = ceiling - (ceiling - scar) * (1 - recovery)
        }
      }
      tally.add(Int64(employed), to: 0, worker: worker)
      tally.add(Int64(unemployed), to: 1, worker: worker)
    }
    tally.merge()
    counts.employedAtStart = Int(tally[0])
    counts.unemployedAtStart = Int(tally[1])
  }

  /// Those who leave for reasons of their own go, those who give up stop looking.
  mutating func separate() {
    let insured = calibration.labourMarket.insuredSeparations
    for row in counts.movers {
      let person = Int(row)
      switch persons.proposal[person] {
      case Proposal.leaves:
        leaveJob(person, into: .unemployed)
        persons.isInsured[person] = draws.uniform(.separation, id: person, month: clock) < insured
        counts.separations += 1
      case Proposal.isDismissed: dismiss(person)
      case Proposal.givesUp: persons.set(person, .inactive)
      default: break
      }
    }
  }

  /// Firms with more heads than they bear lay off, last in first out.
  mutating func layOff() {
    let market = calibration.labourMarket
    let (heads, wanted) = (firms.heads, firms.wanted)
    let crowded = parallel.collect(firms.count * frame.occupations) { cells, _, crowded in
      for cell in cells {
        let surplus = heads[cell] - wanted[cell]
        if surplus > 0 && Double(surplus) > market.layoffBand { crowded.append(cell) }
      }
    }
    let excess = Column<Int32>(repeating: 0, count: firms.heads.count)
    // Of these, heads that machines have made superfluous; a part of a head is one by chance.
    let displaced = Column<Int32>(repeating: 0, count: firms.heads.count)
    // By employer, counted from the first row for nobody.
    let isCutting = Column<Bool>(repeating: false, count: firms.count + 2)
    var isAny = false
    for row in crowded {
      let cell = Int(row)
      let surplus = Double(firms.heads[cell] - firms.wanted[cell])
      let isUnderNotice = clock - Int(firms.adoptedAt[cell / frame.occupations]) < rules.pacing.notice
      guard !isUnderNotice else { continue }
      let words = draws.words(.layoff, id: cell, month: clock)
      let fired = min(Int32(surplus), Int32(surplus * market.layoffSpeed + words.first))
      guard fired > 0 else { continue }
      excess[cell] = fired
      let superfluous = min(Float(fired), firms.surplus[cell])
      firms.surplus[cell] -= superfluous
      displaced[cell] = Int32(Double(superfluous) + words.second)
      isCutting[cell / frame.occupations + 1] = true
      isAny = true
    }
    guard isAny else { return }
    let (employers, occupation, occupations) = (persons.employer, persons.occupation, frame.occupations)
    let exposed = parallel.collect(persons.count) { rows, _, exposed in
      for person in rows {
        let employer = Int(employers[person])
        guard isCutting[employer + 1] else { continue }
        if excess[employer * occupations + Int(occupation[person])] > 0 { exposed.append(person) }
      }
    }
    let staff = exposed.map { row in
      let person = Int(row)
      let cell = Int32(firms.cell(Int(persons.employer[person]), Int(persons.occupation[person])))
      return (cell: cell, tenure: persons.tenure[person], person: row)
    }
    .sorted { ($0.cell, $0.tenure, $0.person) < ($1.cell, $1.tenure, $1.person) }
    for entry in staff where excess[Int(entry.cell)] > 0 {
      excess[Int(entry.cell)] -= 1
      let isDisplaced = displaced[Int(entry.cell)] > 0
      if isDisplaced { displaced[Int(entry.cell)] -= 1 }
      dismiss(Int(entry.person), byMachines: isDisplaced)
    }
  }

  /// What a person's pay has to do with her present or last job in particular, as a share of what it has after
  /// years.
  private func attachment(_ person: Int) -> Double {
    min(1, Double(persons.tenure[person]) / calibration.wages.lossTenure)
  }

  /// A loss of pay, part of it for good.
  private mutating func lower(_ person: Int, by loss: Double) {
    persons.scar[person] *= Float(1 - loss)
    persons.scarCeiling[person] *= Float(1 - loss * calibration.wages.lastingLoss)
  }

  /// A lay-off: insured, and scarred by the tenure lost, the more so the more others look for work.
  /// - Parameter byMachines: whether the job is lost to machines.
  mutating func dismiss(_ person: Int, byMachines: Bool = false) {
    persons.laidOffAt[person] = Int32(clock)
    persons.laidOffWage[person] = persons.wage[person] / Float(nation.wageIndex)
    if byMachines {
      persons.displacedAt[person] = persons.laidOffAt[person]
      persons.displacedWage[person] = persons.laidOffWage[person]
      counts.displacedEver += 1
    }
    let slump = nation.unemployment - calibration.centralBank.normalUnemployment
    let loss =
      calibration.wages.displacementLoss * max(0, 1 + calibration.wages.displacementCycle * slump)
    lower(person, by: min(1, loss) * attachment(person))
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
    persons.duration[person] = 0
    persons.isInsured[person] = false
    persons.proposal[person] = Proposal.none
    persons.set(person, state)
  }

  /// Starts a job.
  mutating func hire(_ person: Int, firm: Int, occupation: Int) {
    if Int(persons.occupation[person]) != occupation {
      let before = marketWage(person, Int(persons.occupation[person]))
      persons.occupation[person] = UInt16(occupation)
      persons.skill[person] = frame.curves[occupation].skill(Double(persons.rank[person]))
      acceptWeek(person, payFactor: Double(marketWage(person, occupation) / before))
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

  /// Every missing head is a vacancy.
  mutating func openVacancies() {
    let (vacancies, wanted, heads) = (firms.vacancies, firms.wanted, firms.heads)
    parallel.forEachChunk(heads.count) { cells, _ in
      for cell in cells { vacancies[cell] = max(0, wanted[cell] - heads[cell]) }
    }
  }

  /// Searchers apply over the mobility network, each in one occupation, and the luckiest are hired.
  ///
  /// Where `a` persons apply to `n` vacancies that interview, each to one at random, n (1 - (1 - 1/n)^a) of the vacancies
  /// have an applicant and are filled. So many are hired, those of the best luck; they take vacancies at random. Luck and
  /// the liking of occupations are the person's own in the month. Who is hired, and into which occupation, thus depends
  /// on her, on numbers of vacancies and on numbers of applicants, and hardly on whom else she meets: a person has the
  /// same fate in two worlds that differ in who sits where.
  mutating func match() {
    var boards = postVacancies()
    let searchers = counts.movers.filter { persons.proposal[Int($0)] == Proposal.searches }
    let occupations = frame.occupations
    let applications = apply(searchers)
    let (ends, rows) = sorted(applications.occupation)
    var applicants = rows
    for occupation in 0..<occupations {
      let group = (occupation > 0 ? ends[occupation - 1] : 0)..<ends[occupation]
      let vacancies = Double(boards[occupation].firms.count)
      guard vacancies > 0 else { continue }
      let filled = vacancies * (1 - power(1 - 1 / vacancies, Double(group.count)))
      let rounding = draws.uniform(.hire, id: -1 - occupation, month: clock)
      applicants.withUnsafeMutableBufferPointer { applicants in
        applicants[group].sort { (applications.luck[$0], $0) < (applications.luck[$1], $1) }
      }
      for place in group.prefix(Int(filled + rounding)) {
        let row = applicants[place]
        let person = Int(searchers[row])
        let employer = Int(persons.employer[person])
        let firm = boards[occupation].take(
          { draws.words(.hire, id: person, month: clock, index: $0) }, where: { $0 != employer })
        if let firm { settle(person: person, firm: firm, occupation: occupation) }
      }
    }
  }

  /// Rows of applications by occupation, those of none left out, and where each occupation's end.
  private func sorted(_ choices: Column<Int16>) -> (ends: [Int], rows: [Int]) {
    var ends = [Int](repeating: 0, count: frame.occupations)
    for row in 0..<choices.count where choices[row] >= 0 { ends[Int(choices[row])] += 1 }
    for occupation in 1..<ends.count { ends[occupation] += ends[occupation - 1] }
    var rows = [Int](repeating: 0, count: ends[ends.count - 1])
    var next = [0] + ends
    for row in 0..<choices.count where choices[row] >= 0 {
      let occupation = Int(choices[row])
      rows[next[occupation]] = row
      next[occupation] += 1
    }
    return (ends, rows)
  }

  /// The occupation in which each searcher applies, -1 for none, and her luck: the less the better, and worse with age.
  ///
  /// Occupation j is chosen with a probability proportional to mobility, to a power of its wage and to its vacancies, as
  /// the first of exponential waiting times with these rates: a vacancy more draws to its occupation those it must, and
  /// moves nobody between others.
  private func apply(_ searchers: [Int32]) -> (occupation: Column<Int16>, luck: Column<Double>) {
    let occupations = frame.occupations
    // Waiting times over their rates; infinite where nobody may go.
    let pull = nation.wages.map { power($0, calibration.labourMarket.wageWeight) }
    let slowness = Column<Double>(unfilled: occupations * occupations)
    for (from, row) in frame.mobility.enumerated() {
      for into in 0..<occupations {
        slowness[from * occupations + into] = 1 / (row[into] * pull[into] * Double(counts.vacancies[into]))
      }
    }
    let (persons, draws, clock) = (persons, draws, clock)
    let choice = Column<Int16>(repeating: -1, count: searchers.count)
    let luck = Column<Double>(repeating: 0, count: searchers.count)
    let penalty = calibration.labourMarket.olderApplicants
    Parallel(threads: parallel.threads, chunk: 4_096).forEachChunk(searchers.count) { rows, _ in
      for row in rows {
        let person = Int(searchers[row])
        let from = Int(persons.occupation[person]) * occupations
        var best = (wait: Double.infinity, occupation: -1)
        for first in stride(from: 0, to: occupations, by: 4) {
          let words = draws.words(.application, id: person, month: clock, index: first / 4)
          let lanes: InlineArray<4, Double> = [words.first, words.second, words.third, words.fourth]
          for lane in 0..<min(4, occupations - first) {
            let slow = slowness[from + first + lane]
            // -log w is 1 - w or more: where that is too long already the logarithm can be spared, which is the rule.
            guard (1 - lanes[lane]) * slow * (1 - 1e-9) < best.wait else { continue }
            let wait = -logarithm(lanes[lane]) * slow
            if wait < best.wait { best = (wait, first + lane) }
          }
        }
        guard best.occupation >= 0, isWorthApplying(person, best.occupation) else { continue }
        choice[row] = Int16(best.occupation)
        luck[row] = Self.waitingTime(
          draws.uniform(.applicationLuck, id: person, month: clock),
          weight: Self.appeal(Int(persons.age[person]), penalty))
      }
    }
    return (choice, luck)
  }

  /// The vacancies that interview this month, by occupation.
  private mutating func postVacancies() -> [VacancyBoard] {
    let (vacancies, occupations) = (firms.vacancies, frame.occupations)
    let open = parallel.collect(vacancies.count) { cells, _, open in
      for cell in cells where vacancies[cell] > 0 { open.append(cell) }
    }
    counts.vacancies = [Int](repeating: 0, count: occupations)
    var employers = [[Int32]](repeating: [], count: occupations)
    var wishes = [[Double]](repeating: [], count: occupations)
    for row in open {
      let cell = Int(row)
      let (firm, occupation) = cell.quotientAndRemainder(dividingBy: occupations)
      counts.vacancies[occupation] += Int(vacancies[cell])
      for index in 0..<Int(vacancies[cell]) {
        let words = draws.words(.interview, id: cell, month: clock, index: index)
        guard words.first < calibration.labourMarket.interviewShare else { continue }
        employers[occupation].append(Int32(firm))
        wishes[occupation].append(words.second)
      }
    }
    // Room by the size of the country and nothing else, so that it is the same in baseline and reform.
    return (0..<occupations).map { occupation in
      let share = calibration.occupations[occupation].employmentShare
      return VacancyBoard(
        firms: employers[occupation], wishes: wishes[occupation],
        room: share * Double(persons.count) * VacancyBoard.roomPerPerson)
    }
  }

  /// The chance of an applicant over that of one of 30: it falls in equal steps to an age of 65.
  @inline(__always)
  static func appeal(_ months: Int, _ penalty: Double) -> Double {
    1 - penalty * clamp((Double(months) / 12 - 30) / 35, 0, 1)
  }

  /// Exponential waiting times: who has the shortest is chosen, with a chance in proportion to the weight.
  @inline(__always)
  static func waitingTime(_ draw: Double, weight: Double) -> Double { -logarithm(1 - draw) / weight }

  /// Who has a job applies only where the wage would make her move.
  private func isWorthApplying(_ person: Int, _ occupation: Int) -> Bool {
    let offer = max(marketWage(person, occupation), Float(rules.minimumWage))
    guard persons.stateCode[person] == LabourState.employed.rawValue else {
      return persons.stateCode[person] != LabourState.publicJob.rawValue
        || Double(offer) * meanOfWeek(rules.week.payFactor) > rules.guarantee.pay
    }
    return offer > Float(calibration.labourMarket.acceptance) * persons.wage[person]
  }

  /// The chosen applicant takes the job.
  private mutating func settle(person: Int, firm: Int, occupation: Int) {
    if persons.stateCode[person] == LabourState.employed.rawValue {
      leaveJob(person, into: .unemployed)
      counts.moves += 1
    } else {
      counts.finds += 1
      if Int(persons.occupation[person]) != occupation {
        counts.switches += 1
        lower(person, by: calibration.wages.switchLoss * attachment(person))
      }
    }
    firms.vacancies[firms.cell(firm, occupation)] -= 1
    counts.vacancies[occupation] -= 1
    hire(person, firm: firm, occupation: occupation)
  }

  /// Heads by occupation and state, after the market has closed.
  mutating func countLabour() {
    let occupations = frame.occupations
    // Heads by occupation of the employed, the unemployed, and all others; then four totals.
    let heads = LabourState.allCases.map { state -> Int in
      switch state {
      case .employed: 0
      case .unemployed: occupations
      default: 2 * occupations
      }
    }
    let totals = 3 * occupations
    let tally = Tally(groups: totals + 4, workers: parallel.threads)
    let persons = persons
    parallel.forEachChunk(persons.count) { rows, worker in
      let (states, ages, occupation) = (persons.stateCode, persons.age, persons.occupation)
      var (adults, hours, longTerm, publicJobs) = (0, Int64(0), 0, 0)
      for person in rows {
        let state = states[person]
        tally.add(1, to: heads[Int(state)] + Int(occupation[person]), worker: worker)
        let isEmployed = state == LabourState.employed.rawValue
        let fixedHours = Fixed.from(Double(persons.hours[person]))
        hours += isEmployed ? fixedHours : 0
        adults += (ages[person] >= 192 ? 1 : 0) & (state != LabourState.absent.rawValue ? 1 : 0)
        publicJobs += state == LabourState.publicJob.rawValue ? 1 : 0
        if state == LabourState.unemployed.rawValue && persons.duration[person] > 6 { longTerm += 1 }
      }
      for (group, sum) in [Int64(adults), hours, Int64(longTerm), Int64(publicJobs)].enumerated() {
        tally.add(sum, to: totals + group, worker: worker)
      }
    }
    tally.merge()
    counts.employed = (0..<occupations).map { Int(tally[$0]) }
    counts.unemployed = (0..<occupations).map { Int(tally[occupations + $0]) }
    counts.adults = Int(tally[totals])
    counts.hours = Fixed.value(tally[totals + 1])
    counts.longTerm = Int(tally[totals + 2])
    counts.publicJobs = Int(tally[totals + 3])
    counts.workforce =
      counts.employed.reduce(0, +) + counts.unemployed.reduce(0, +) + counts.publicJobs
    nation.unemployment = Double(counts.unemployed.reduce(0, +)) / Double(max(1, counts.workforce))
  }
}

/// What a month counts on its way.
struct MonthCounts: Sendable {
  var newcomers: [Int32] = []
  /// Persons proposed to leave a job, to give up the search, or to search.
  var movers: [Int32] = []
  var employedAtStart = 0
  var unemployedAtStart = 0
  var separations = 0
  var layoffs = 0
  var finds = 0
  var switches = 0
  var moves = 0
  /// Laid off since the start of the scenario because machines took their tasks.
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
  /// What households plan to spend, consumption tax included, in cents.
  var budgets: Int64 = 0
  /// Demand and what was served of it, in cents.
  var demandWanted = 0.0
  var demandServed = 0.0
  var inventoryChange: Int64 = 0
  /// Government spending of the month that is announced to end, in cents.
  var temporarySpending = 0.0
  var aiServingCost: Int64 = 0
  /// What firms keep of machines' savings, in cents of the month.
  var keptSavings = 0.0
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
