/// A pilot at work: for the treated another law holds than for everybody else, and a transfer is paid to them.
public struct Pilot: Sendable {
  public let design: PilotDesign
  /// The law of the treated, in the order of the registry.
  public let policies: [any Policy]
  public let sample: PilotSample

  public init(_ design: PilotDesign, policies: [any Policy], sample: PilotSample) {
    self.design = design
    self.policies = policies
    self.sample = sample
  }

  func isOn(_ month: Int) -> Bool { (0..<design.months).contains(month - sample.month) }

  /// What each treated person or household gets in a month, in cents.
  func transfer(_ month: Int) -> Int64 {
    isOn(month) && month - sample.month < design.transferMonths ? Int64(design.transfer.rounded()) : 0
  }
}

/// Whom a pilot treats this month.
struct Treated: Sendable {
  let persons: Column<Bool>
  let households: Column<Bool>
  /// Transfers to each household.
  let transfers: Column<UInt8>
  let firms: Column<Bool>
  /// The law they live under.
  var rules: Rules
}

extension Economy {
  /// Finds whom the pilot treats this month; after births and deaths.
  mutating func findTreated() {
    guard let pilot = regime.pilot, pilot.isOn(month) else {
      treated = nil
      return
    }
    let found = Treated(
      persons: Column(repeating: false, count: persons.count),
      households: Column(repeating: false, count: households.count),
      transfers: Column(repeating: 0, count: households.count),
      firms: Column(repeating: false, count: firms.count), rules: law(of: pilot.policies))
    let unit = pilot.design.unit
    // Persons are a month older by now, firms are not yet.
    let months = month - pilot.sample.month + (unit == .firms ? 0 : 1)
    for member in pilot.sample.treated where isStill(member, unit: unit, months: months) {
      let row = Int(member.row)
      guard unit != .firms else {
        found.firms[row] = true
        continue
      }
      let household = Int(persons.household[row])
      switch unit {
      case .persons:
        found.persons[row] = true
        found.households[household] = true
        found.transfers[household] += 1
      case .households where persons.isHead[row]:
        found.households[household] = true
        found.transfers[household] = 1
        forEachMember(household) { found.persons[$0] = true }
      default: break
      }
    }
    if unit == .firms { rules.week = found.rules.week }
    treated = found
  }

  /// What policies pay and charge this month, each person or household under her own law.
  func postings(
    of isTreated: KeyPath<Treated, Column<Bool>>, _ assess: (any Policy, Economy) -> [Posting]
  ) -> [Posting] {
    let common = regime.policies.flatMap { assess($0, self) }
    guard let pilot = regime.pilot, let treated else { return common }
    var other = self
    other.rules = treated.rules
    let mask = treated[keyPath: isTreated]
    return common.map { $0.only(where: mask, is: false) }
      + pilot.policies.flatMap { assess($0, other) }.map { $0.only(where: mask, is: true) }
  }

  /// The pilot's transfer. It counts as a benefit of the household, so that what her work adds is left alone, and comes
  /// after the means tests.
  var pilotTransfers: [Posting] {
    guard let amount = regime.pilot?.transfer(month), amount > 0, let treated else { return [] }
    let transfers = treated.transfers
    return [meansTested(.pilotTransfers) { amount * Int64(transfers[$0]) }]
  }

  /// The economy as it is, where this month's transfer is one that will end.
  var endingPilot: Economy? {
    guard let pilot = regime.pilot, pilot.design.permanence < 1, pilot.transfer(month) > 0 else { return nil }
    return self
  }

  /// What a household knows to pass of this month's transfer, in cents.
  func endingTransfer(to household: Int) -> Double {
    guard let pilot = regime.pilot, let treated, treated.transfers[household] > 0 else { return 0 }
    let transfer = Double(pilot.transfer(month)) * Double(treated.transfers[household])
    return transfer * (1 - countedShare(of: household, pilot.design))
  }

  /// What part of a transfer a household counts as lasting: what she would spend of a passing income, and of the rest the
  /// pilot's permanence.
  private func countedShare(of household: Int, _ design: PilotDesign) -> Double {
    let passing = propensity(liquidity(of: household))
    return passing + (1 - passing) * design.permanence
  }

  /// What the pilot paid in the last month, in cents.
  public var pilotPayments: Int64 {
    guard let amount = regime.pilot?.transfer(month - 1), let treated else { return 0 }
    return (0..<treated.transfers.count).reduce(0) { $0 + amount * Int64(treated.transfers[$1]) }
  }

  /// What work brings people, each under her own law. Of a transfer a household counts what she takes for lasting, in the
  /// mean of the months until she looks at the choice again.
  func offers(_ people: [Int32], under regime: Regime, _ rules: Rules?) -> [Offer] {
    guard let pilot = regime.pilot, let treated else {
      return offers(people, policies: regime.policies, rules: rules)
    }
    let places = people.indices.filter { treated.persons[Int(people[$0])] }
    let common = offers(people, policies: regime.policies, rules: rules)
    let theirs = offers(places.map { people[$0] }, policies: pilot.policies, rules: treated.rules)
    var offers = common
    for (place, offer) in zip(places, theirs) { offers[place] = offer }
    let left = Double(pilot.sample.month + pilot.design.transferMonths - month)
    let amount = Double(pilot.transfer(month)) * min(1, left / calibration.labourSupply.review)
    guard amount > 0 else { return offers }
    for place in people.indices {
      let household = Int(persons.household[Int(people[place])])
      guard treated.transfers[household] > 0 else { continue }
      let counted = countedShare(of: household, pilot.design)
      offers[place] = offers[place].adding(
        counted * amount * Double(treated.transfers[household]) / offers[place].needs)
    }
    return offers
  }

  /// Lets prices, wages, rates and taxes be those of another economy in the same month.
  public mutating func takeMarkets(from other: Economy) { nation = other.nation }
}

extension Posting {
  /// The posting for the rows of a chunk where a mask has a value, run by run.
  func only(where mask: Column<Bool>, is value: Bool) -> Posting {
    let body = body
    return Posting(flow) { rows, entries in
      var start = rows.lowerBound
      while start < rows.upperBound {
        var end = start
        while end < rows.upperBound && mask[end] == value { end += 1 }
        if end > start { body(start..<end, &entries) }
        start = end + 1
      }
    }
  }
}
