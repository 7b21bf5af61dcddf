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

  /// The distribution of distaste that gives a sample of people its participation and elasticity.
  /// - Parameter offers: what work brings each of them under the law in force.
  mutating func settleTastes(of people: [Int32], _ offers: [Offer]) {
    let choice = choice
    let step = 0.05
    solveDistaste(
      Pulls(
        now: pulls(people, offers, choice),
        wageUp: pulls(people, offers.map { $0.at(netWage: 1 + step) }, choice),
        wageDown: pulls(people, offers.map { $0.at(netWage: 1 - step) }, choice), step: step),
      tastes: people.map { Double(persons.distaste[Int($0)]) },
      groups: people.map { tasteGroup(Int($0)).rawValue })
  }

  /// Every five years of the burn-in, as people come to live with whom they live and to own what they own, the
  /// distribution of distaste is found anew: who dislikes work earns less and comes to own less, so that tastes and
  /// what work adds do not stay independent.
  mutating func resettleTastes() {
    guard clock > 0, clock % 60 == 0, clock < setup.burnInMonths else { return }
    let people = sample(
      (0..<persons.count).filter { [.employed, .unemployed, .inactive].contains(persons.state($0)) })
    settleTastes(of: people, offers(people, policies: regime.policies, rules: rules))
  }

  /// At most 50,000 of some people, evenly spaced.
  func sample(_ people: [Int]) -> [Int32] {
    stride(from: 0, to: people.count, by: max(1, people.count / 50_000)).map { Int32(people[$0]) }
  }

  /// Logarithm of what work adds to the utility of each person, over what her time at home is worth.
  func pulls(_ people: [Int32], _ offers: [Offer], _ choice: Choice) -> [Double] {
    zip(people, offers).map { person, offer in
      logarithm(max(1e-9, choice.gain(offer)))
        - calibration.labourSupply.homeProductivity * Double(persons.homeValue[Int(person)])
    }
  }

  /// Shares of the groups of a sample that take part according to the calibration.
  func targets(_ groups: [Int]) -> [Double] {
    let supply = calibration.labourSupply
    let relative = TasteGroup.allCases.map(supply.relativeParticipation)
    let mean = groups.reduce(0) { $0 + relative[$1] } / Double(groups.count)
    return relative.map { clamp(supply.participation * $0 / mean, supply.likers + 0.001, 0.999) }
  }

  /// What `pulls` gives for a sample at their net wages and a step above and below.
  struct Pulls {
    let now: [Double]
    let wageUp: [Double]
    let wageDown: [Double]
    let step: Double
  }

  /// Locations by group and the scale of the logarithm of distaste that give each group its participation and all
  /// together its elasticity: for a scale each location is a quantile, and the scale is found by bisection.
  /// - Parameters:
  ///   - tastes: standard logistic, of each person of the sample; minus infinity for those who take part anyhow.
  ///   - groups: of each of them.
  mutating func solveDistaste(_ pulls: Pulls, tastes: [Double], groups: [Int]) {
    let wanted = targets(groups)
    let places = TasteGroup.allCases.map { group in groups.indices.filter { groups[$0] == group.rawValue } }
    let heads = places.indices.reduce(0) { $0 + Double(places[$1].count) * wanted[$1] }
    // Where pulls differ so much that even equal tastes leave too few at the margin, tastes become all but equal.
    var (low, high) = (0.02, 4.0)
    for _ in 0..<22 {
      let scale = (low * high).squareRoot()
      var entrants = 0
      for group in places.indices where !places[group].isEmpty {
        let margins = places[group].map { pulls.now[$0] - scale * tastes[$0] }.sorted()
        let out = Int((1 - wanted[group]) * Double(margins.count))
        let location = margins[min(out, margins.count - 1)]
        nation.distasteLocation[group] = location
        func takers(_ pulls: [Double]) -> Int {
          places[group].count { pulls[$0] - scale * tastes[$0] > location }
        }
        entrants += takers(pulls.wageUp) - takers(pulls.wageDown)
      }
      nation.distasteScale = scale
      if Double(entrants) / heads / (2 * pulls.step) > calibration.labourSupply.participationElasticity {
        low = scale
      } else {
        high = scale
      }
    }
  }
}
