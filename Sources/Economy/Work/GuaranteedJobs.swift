/// Jobs that the government offers to everybody who has been without one for some time.
public struct GuaranteeRule: Sendable {
  /// Pay of a month in cents, for the hours of these jobs.
  public var pay = 0.0
  /// Hours over the standard week of the economy file.
  public var hours = 1.0
  /// Most of these jobs over the labour force; 0 is none.
  public var capacity = 0.0
  /// Months of unemployment after which a person is offered one.
  public var eligibility = 12
  /// Output of an hour over that of an hour of a public servant at the mean wage.
  public var productivity = 0.0
  /// What a job costs beside pay, bought from firms, over pay.
  public var overhead = 0.0
  /// Search of those in these jobs over that of the newly unemployed.
  public var search = 1.0
  /// Whether a person may stay unemployed instead; else everybody who is offered a job takes it.
  public var isVoluntary = true

  public init() {}
}

extension Economy {
  /// Those in guaranteed jobs look for another job. Where the law has ended they are unemployed again.
  mutating func searchFromGuaranteedJobs() {
    guard !guaranteed.isEmpty else { return }
    guaranteed = guaranteed.filter { persons.state(Int($0)) == .publicJob }
    let rule = rules.guarantee
    for row in guaranteed {
      let person = Int(row)
      if rule.capacity == 0 {
        persons.set(person, .unemployed)
        persons.duration[person] = 0
      }
      let probability = rule.search * calibration.labourMarket.searchProbability
      if draws.uniform(.guaranteedJob, id: person, month: clock) < probability {
        persons.proposal[person] = Proposal.searches
        counts.movers.append(row)
      }
    }
    if rule.capacity == 0 { guaranteed = [] }
  }

  /// Offers the free guaranteed jobs, first to those who have been unemployed longest.
  ///
  /// A person takes one where her household has more with it than it has without, if the choice is hers: being
  /// unemployed is no leisure, so that incomes decide.
  mutating func offerGuaranteedJobs() {
    let rule = rules.guarantee
    guard rule.capacity > 0 else { return }
    guaranteed = guaranteed.filter { persons.state(Int($0)) == .publicJob }
    let free = Int(rule.capacity * Double(counts.workforce)) - guaranteed.count
    guard free > 0 else { return }
    let (people, clock) = (persons, Int32(clock))
    let eligible = parallel.collect(people.count) { rows, _, eligible in
      let (states, durations) = (people.stateCode, people.duration)
      for person in rows
      where states[person] == LabourState.unemployed.rawValue && Int(durations[person]) >= rule.eligibility
        && people.trainingEnds[person] < clock
      {
        eligible.append(person)
      }
    }
    .sorted { (people.duration[Int($1)], $0) < (people.duration[Int($0)], $1) }
    let incomes = guaranteedIncomes(eligible)
    var taken = 0
    for (row, income) in zip(eligible, incomes) where taken < free {
      let person = Int(row)
      let now = Double(households.disposable[Int(persons.household[person])])
      guard !rule.isVoluntary || income > now else { continue }
      persons.set(person, .publicJob)
      guaranteed.append(row)
      taken += 1
    }
    guaranteed.sort()
  }

  /// What each person's household would have with her in a guaranteed job, in cents a month.
  private func guaranteedIncomes(_ people: [Int32]) -> [Double] {
    let rule = rules.guarantee
    var quotes = Quotes()
    quotes.person = people
    quotes.hours = people.map { _ in rule.hours }
    quotes.earnings = people.map { _ in rule.pay }
    quotes.taxable = quotes.earnings
    quotes.household = people.map { row in
      let household = Int(persons.household[Int(row)])
      let others =
        households.disposable[household] - households.meansTested[household] - persons.net[Int(row)]
      return Double(others) + rule.pay
    }
    for policy in regime.policies { policy.quote(&quotes, self, calendar) }
    return quotes.household
  }

  /// The pay of guaranteed jobs.
  func payGuaranteedJobs() -> [Posting] {
    guard !guaranteed.isEmpty else { return [] }
    let persons = persons
    return [
      Posting(.guaranteedWages) { rows, entries in
        for person in rows where persons.stateCode[person] == LabourState.publicJob.rawValue {
          entries.add(persons.earnings[person], to: person)
        }
      }
    ]
  }
}
