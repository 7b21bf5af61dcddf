/// Whether to take part in work, and for how many hours.
///
/// u = c^(1-y)/(1-y) - psi h^(1+1/e)/(1+1/e) - q 1(h>0), with c the household's disposable income over its needs, in
/// units of price, trend productivity and the slow real wage, so that growth by itself moves nobody. A person works if
/// the gain in u exceeds her q; hours solve the first-order condition for her psi. Unemployment is not leisure: the
/// choice is about taking part.
///
/// - Source: elasticities of Chetty (2012) through the identity e_H = 1/(1/e + yS).
struct Choice: Sendable {
  let curvature: Double
  let inverseFrisch: Double
  /// Cents that make one unit of consumption.
  let unit: Double

  /// Gain in utility from consumption when income rises from `without` to `with`.
  @inline(__always)
  func gain(without: Double, with: Double) -> Double {
    let g = 1 - curvature
    if abs(g) < 1e-9 { return logarithm(with / without) }
    return (power(with, g) - power(without, g)) / g
  }

  /// Gain in utility from what an offer adds.
  @inline(__always)
  func gain(_ offer: Offer) -> Double { gain(without: offer.without, with: offer.with) }

  /// Hours over the standard week that solve psi h^(1/e) = c(h)^(-y) m, with c(h) = c0 + s h; by Newton's method in
  /// the logarithm, bounded to the range a firm offers.
  @inline(__always)
  func hours(leisure: Double, marginal: Double, without: Double, slope: Double) -> Double {
    guard marginal > 0 else { return Self.range.lowerBound }
    var logHours = 0.0
    for _ in 0..<4 {
      let hours = exponential(logHours)
      let consumption = max(1e-6, without + slope * hours)
      let gap = leisure + inverseFrisch * logHours + curvature * logarithm(consumption) - logarithm(marginal)
      let derivative = inverseFrisch + curvature * max(0, slope) * hours / consumption
      logHours = clamp(logHours - gap / derivative, -1.5, 0.5)
    }
    return clamp(exponential(logHours), Self.range.lowerBound, Self.range.upperBound)
  }

  static let range = 0.4...1.2
}

/// What work would bring a person: incomes of her household, in units of consumption by needs.
struct Offer: Sendable {
  /// Without work, with it for the standard week, and the mean marginal income of hours from half of it to the whole:
  /// over a range, so that a step of a means test at one point does not rule the week.
  let without: Double
  let with: Double
  let marginal: Double
  /// Cents that make one unit for her household.
  let needs: Double

  /// Nobody is taken to live on less, in units.
  static let least = 1e-3

  /// What the standard week adds.
  var gain: Double { with - without }

  /// The offer at another net wage: what work adds is multiplied, what there is without work is not.
  func at(netWage factor: Double) -> Offer {
    Offer(without: without, with: without + factor * gain, marginal: factor * marginal, needs: needs)
  }

  /// The offer with another income that does not depend on work, in units.
  func adding(_ unearned: Double) -> Offer {
    Offer(
      without: max(Self.least, without + unearned), with: max(Self.least, with + unearned),
      marginal: marginal, needs: needs)
  }
}

extension Economy {
  /// Utility in this month's units.
  var choice: Choice {
    Choice(
      curvature: calibration.labourSupply.curvature, inverseFrisch: nation.inverseFrisch,
      unit: nation.prices * nation.productivity * frame.meanWage
        * power(nation.realWage, calibration.labourSupply.realWageIndexation))
  }

  /// What work at the market wage brings under a law.
  /// - Parameters:
  ///   - policies: the law.
  ///   - other: the month's rates under it; nil for those in force.
  func offers(_ people: [Int32], policies: [any Policy], rules other: Rules? = nil) -> [Offer] {
    let rules = other ?? rules
    let count = people.count
    let half = 0.5
    var quotes = Quotes()
    quotes.person.reserveCapacity(3 * count)
    var base = [Double](repeating: 0, count: count)
    var wages = base
    for (row, id) in people.enumerated() {
      let person = Int(id)
      let household = Int(persons.household[person])
      base[row] = Double(
        households.disposable[household] - households.meansTested[household] - persons.net[person])
      let wage = max(Double(marketWage(person, Int(persons.occupation[person]))), rules.minimumWage)
      wages[row] = wage * meanOfWeek(rules.week.payFactor)
    }
    for hours in [0, 1, half] {
      quotes.person.append(contentsOf: people)
      quotes.hours.append(contentsOf: people.map { _ in hours })
      quotes.earnings.append(contentsOf: wages.map { $0 * hours })
      quotes.household.append(contentsOf: zip(base, wages).map { $0 + $1 * hours })
    }
    quotes.taxable = quotes.earnings
    if other == nil {
      for policy in policies { policy.quote(&quotes, self, calendar) }
    } else {
      var economy = self
      economy.rules = rules
      for policy in policies { policy.quote(&quotes, economy, calendar) }
    }

    let workCost = calibration.labourSupply.workCost * meanWage
    let unit = choice.unit * (1 + rules.consumptionTax) / (1 + nation.standingRules.consumptionTax)
    let scale = calibration.labourSupply.economiesOfScale
    return (0..<count).map { row in
      let size = Double(households.size[Int(persons.household[Int(people[row])])])
      let needs = unit * (scale == 0.5 ? size.squareRoot() : power(size, scale))
      let without = max(Offer.least, quotes.household[row] / needs)
      let atWork = quotes.household[count + row]
      let with = max(Offer.least, (atWork - workCost) / needs)
      return Offer(
        without: without, with: with,
        marginal: (atWork - quotes.household[2 * count + row]) / needs / (1 - half),
        needs: needs)
    }
  }

  /// Calls `body` with each person of a list, her place in it, and what work brings her under a law.
  func forEachOffer(
    _ people: [Int32], under regime: Regime, _ rules: Rules? = nil,
    _ body: @Sendable (_ person: Int, _ place: Int, _ offer: Offer) -> Void
  ) {
    Parallel(threads: parallel.threads, chunk: 4_096).forEachChunk(people.count) { places, _ in
      let group = Array(people[places])
      let offers = offers(group, under: regime, rules)
      for (index, place) in places.enumerated() { body(Int(group[index]), place, offers[index]) }
    }
  }

  /// The disutility of taking part.
  @inline(__always)
  func distaste(_ person: Int) -> Double {
    let z = Double(persons.distaste[person])
    // Who likes work takes part at any gain; the small number keeps her in at no pay, too.
    if z == -.infinity { return -0.01 }
    let home = calibration.labourSupply.homeProductivity * Double(persons.homeValue[person])
    let location = nation.distasteLocation[tasteGroup(person).rawValue]
    return exponential(location + nation.distasteScale * z + home) * meanOfWeek(rules.week.hours)
  }

  // MARK: The month's choices

  /// A share of the persons looks again at the choice of work, and whoever an event concerns: who left school or
  /// arrived. Who wants no job leaves hers, or the search; who wants one starts to look.
  mutating func reconsiderWork() {
    resettleTastes()
    let interval = Int(calibration.labourSupply.review)
    var people: [Int32] = []
    var person = (interval - clock % interval) % interval
    while person < persons.count {
      switch persons.state(person) {
      case .employed, .unemployed, .inactive, .publicJob: people.append(Int32(person))
      default: break
      }
      person += interval
    }
    people.append(
      contentsOf: counts.newcomers.filter { Int($0) % interval != (interval - clock % interval) % interval })
    learnTastes(people)

    let choices = choices(of: people)
    for row in people.indices {
      let person = Int(people[row])
      persons.hours[person] = choices.hours[row]
      switch (persons.state(person), choices.takesPart[row]) {
      case (.employed, false): leaveJob(person, into: .inactive)
      case (.unemployed, false), (.publicJob, false): persons.set(person, .inactive)
      case (.inactive, true) where looksAgain(person):
        persons.set(person, .unemployed)
        persons.duration[person] = 0
        persons.isInsured[person] = false
      default: break
      }
    }
  }

  /// Whether somebody who wants a job looks for one. Who gave up after a long search does so in proportion to how many
  /// vacancies there are for each who looks, compared with normal times.
  func looksAgain(_ person: Int) -> Bool {
    guard Double(persons.duration[person]) > calibration.labourMarket.discouragementAfter else { return true }
    let prospects = nation.tightness / calibration.wages.normalTightness
    return prospects >= 1 || draws.uniform(.returning, id: person, month: clock) < prospects
  }

  /// Reads the weight of leisure of those who have none yet: the one at which they choose the standard week under
  /// the standing law, so that a reform does not shape tastes.
  mutating func learnTastes(_ people: [Int32]) {
    let unknown = people.filter { persons.leisure[Int($0)].isNaN }
    let (leisure, curvature) = (persons.leisure, calibration.labourSupply.curvature)
    forEachOffer(unknown, under: nation.standing, nation.standingRules) { person, _, offer in
      leisure[person] = Float(
        logarithm(max(1e-6, offer.marginal)) - curvature * logarithm(offer.with))
    }
  }

  /// Lets the weight of leisure follow a change of occupation: its week is what is worked there, whatever it pays, so
  /// that hours move with the law, with incomes and with the wages of an occupation, and not with moves between them.
  mutating func acceptWeek(_ person: Int, payFactor: Double) {
    let consumption = 1 + nation.labourShare * (payFactor - 1)
    persons.leisure[person] += Float(
      logarithm(payFactor) - calibration.labourSupply.curvature * logarithm(consumption))
  }

  // MARK: The start

  /// Finds the distribution of tastes that gives the participation and its elasticity of the calibration, and each
  /// person's place in it.
  ///
  /// Choices depend on the incomes of others in the household, those on jobs, taxes and benefits, and the level of
  /// taxes on all of them: choices, jobs, and the tax scale are repeated until they agree.
  /// - Parameter wanted: what households have left when the accounts are at rest, in cents a month.
  mutating func settleTastes(disposable wanted: Double) {
    let active = (0..<persons.count).filter { persons.state($0) == .inactive }.map { Int32($0) }
    let sampled = sample(active.map { Int($0) })
    expectIncomes(active)
    for round in 0..<4 {
      let choice = choice
      let now = self.offers(sampled, policies: regime.policies, rules: rules)
      let labourShare =
        now.reduce(0.0) { $0 + 1 - $1.without / $1.with } / Double(sampled.count)
      nation.labourShare = labourShare
      nation.inverseFrisch =
        1 / calibration.labourSupply.hicksianElasticity - calibration.labourSupply.curvature * labourShare
      settleTastes(of: sampled, now)
      let economy = self
      forEachOffer(active, under: regime, rules) { person, _, offer in
        let gain = choice.gain(offer)
        let state = gain > economy.distaste(person) ? LabourState.unemployed : .inactive
        economy.persons.stateCode[person] = state.rawValue
        economy.persons.employer[person] = -1
        economy.persons.wage[person] = 0
      }
      fillJobs()
      if round < 2 {
        // The occupations' mean wages are those of the employed, who are more efficient than the rest.
        scaleSkills(by: 1 / meanSkill)
        fillJobs()
      }
      solveIncomeTaxScale(disposable: wanted)
    }
    learnTastes(active)
  }

  /// Mean efficiency of the employed over their occupations' means.
  private var meanSkill: Double {
    var units = 0.0
    var heads = 0.0
    for person in 0..<persons.count where persons.state(person) == .employed {
      let efficiency = frame.efficiency[Int(persons.occupation[person])]
      units += efficiency * Double(persons.skill[person])
      heads += efficiency
    }
    return units / max(heads, 1e-9)
  }

  /// A first guess of incomes, before anybody has a job: the mean net pay of those who may work, and pensions.
  private func expectIncomes(_ active: [Int32]) {
    let share = calibration.labourSupply.participation * 0.7
    for person in active {
      persons.net[Int(person)] = Int64(
        Double(marketWage(Int(person), Int(persons.occupation[Int(person)]))) * share)
    }
    for household in 0..<households.count {
      var sum = households.capitalIncome[household]
      forEachMember(household) { person in
        if persons.state(person) == .retired {
          persons.net[person] = Int64(Double(persons.pensionBase[person]) * nation.wageIndex * 0.45)
        }
        sum += persons.net[person]
      }
      households.disposable[household] = sum
    }
  }
}
