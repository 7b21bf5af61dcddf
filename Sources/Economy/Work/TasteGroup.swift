/// Groups whose distaste for taking part has a location of its own, because they take part less than their incomes say.
enum TasteGroup: Int, Sendable, CaseIterable {
  case others
  /// Whom her health limits in the work she can do.
  case limited
  /// Mothers of a child under six: what its care costs them, in money or otherwise.
  case mothers
}

extension Calibration.LabourSupply {
  /// Age in years from which health limits the work of the person with a rank in (0, 1): the share of those limited
  /// grows exponentially with age.
  func limitAge(rank: Double) -> Double {
    let growth = logarithm(limitedAtSixty / limitedAtTwenty) / 40
    guard rank > limitedAtTwenty, growth > 0 else { return rank <= limitedAtTwenty ? 0 : 200 }
    return min(200, 20 + logarithm(rank / limitedAtTwenty) / growth)
  }

  /// Participation of a group over that of the others.
  func relativeParticipation(_ group: TasteGroup) -> Double {
    switch group {
    case .others: 1
    case .limited: limitedParticipation
    case .mothers: mothersParticipation
    }
  }
}

extension Economy {
  /// The group of a person.
  func tasteGroup(_ person: Int) -> TasteGroup {
    if persons.age[person] >= persons.limitAge[person] { return .limited }
    let household = Int(persons.household[person])
    guard persons.isFemale[person], persons.isHead[person], households.children[household] > 0 else {
      return .others
    }
    var hasSmallChild = false
    forEachMember(household) { hasSmallChild = hasSmallChild || persons.age[$0] < 72 }
    return hasSmallChild ? .mothers : .others
  }

  /// Halfway through the burn-in, when people live with whom they live and own what they own, the spread of distaste is
  /// found anew for the elasticity; each group takes part as it does.
  mutating func settleSpread() {
    let active = (0..<persons.count).filter {
      [.employed, .unemployed, .inactive].contains(persons.state($0))
    }
    let stride = max(1, active.count / 20_000)
    let sample = Swift.stride(from: 0, to: active.count, by: stride).map { Int32(active[$0]) }
    let (choice, offers) = (choice, offers(sample, policies: regime.policies, rules: rules))
    let groups = sample.map { tasteGroup(Int($0)).rawValue }
    let gains = offers.map { choice.gain($0) }
    solveDistaste(
      gains, atHigherWage: offers.map { choice.gain($0.at(netWage: 1.01)) }, groups,
      participation: TasteGroup.allCases.map { group in
        let own = groups.indices.filter { groups[$0] == group.rawValue }
        return participation(
          own.map { gains[$0] }, nation.distasteLocation[group.rawValue], nation.distasteScale)
      })
  }

  /// Shares of the groups of a sample that take part according to the calibration.
  func targets(_ groups: [Int]) -> [Double] {
    let supply = calibration.labourSupply
    let relative = TasteGroup.allCases.map(supply.relativeParticipation)
    let mean = groups.reduce(0) { $0 + relative[$1] } / Double(groups.count)
    return relative.map { clamp(supply.participation * $0 / mean, supply.likers + 0.001, 0.999) }
  }

  /// Share of persons with some gains who take part, over the distribution of distaste.
  private func participation(_ gains: [Double], _ location: Double, _ scale: Double) -> Double {
    let sum = gains.reduce(0.0) { $0 + 1 / (1 + exponential(-clamp(($1 - location) / scale, -50, 50))) }
    let likers = calibration.labourSupply.likers
    return likers + (1 - likers) * sum / Double(max(1, gains.count))
  }

  /// Locations by group and the scale of the logistic distaste that give each group its participation and all together
  /// its elasticity, by nested bisection.
  /// - Parameters:
  ///   - gains: what work adds to the utility of each person of a sample, and at a higher net wage.
  ///   - groups: of each of them.
  ///   - participation: wanted, by group.
  mutating func solveDistaste(
    _ gains: [Double], atHigherWage higher: [Double], _ groups: [Int], participation wanted: [Double]
  ) {
    let places = TasteGroup.allCases.map { group in groups.indices.filter { groups[$0] == group.rawValue } }
    let now = places.map { $0.map { gains[$0] } }
    let then = places.map { $0.map { higher[$0] } }
    let heads = places.indices.reduce(0) { $0 + Double(places[$1].count) * wanted[$1] }
    // Where gains differ so much that even equal tastes leave too few at the margin, tastes become all but equal.
    var (low, high) = (0.01, 4.0)
    for _ in 0..<22 {
      let scale = (low * high).squareRoot()
      var entrants = 0.0
      for group in places.indices where !places[group].isEmpty {
        var (left, right) = (-6.0, 6.0)
        for _ in 0..<26 {
          let middle = (left + right) / 2
          if participation(now[group], middle, scale) < wanted[group] {
            right = middle
          } else {
            left = middle
          }
        }
        nation.distasteLocation[group] = (left + right) / 2
        entrants +=
          Double(places[group].count)
          * (participation(then[group], nation.distasteLocation[group], scale) - wanted[group])
      }
      nation.distasteScale = scale
      if entrants / heads / 0.01 > calibration.labourSupply.participationElasticity {
        low = scale
      } else {
        high = scale
      }
    }
  }
}
