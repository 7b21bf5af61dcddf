/// How the persons of working age would choose at other net wages and other incomes, everything else as it is.
///
/// Each is asked three times about each change: at what she has, a step above and a step below. Elasticities are of
/// the arcs between the steps.
public struct LabourSupplyResponse: Sendable, Equatable {
  /// Whom it is of: `all` or a group of them.
  public let group: String
  /// Persons in it.
  public let persons: Int
  /// Share of them who want to take part.
  public let participation: Double
  /// Share of those who take part whose hours are the fewest or the most that firms offer.
  public let bound: Double
  /// Elasticity of the hours of those who take part, by a net wage of one percent more or less, with a lump sum that
  /// leaves their old hours and consumption affordable: e_H.
  public let hours: Double
  /// Elasticity of participation, by one percent more or less of what work adds. Who enters has no lump sum to give
  /// back: out of work she has what she had.
  public let extensive: Double
  /// Share of labour in the consumption of those who take part: S.
  public let labourShare: Double
  /// Net earnings per unit of income that does not depend on work: through hours of those who take part.
  public let incomeEffect: Double
  /// The same in closed form, -y S e_H, with the elasticity of the calibration.
  public let closedForm: Double
  /// Net earnings of a person of working age per unit of such income, through hours and participation.
  public let wholeIncomeEffect: Double
}

extension Economy {
  /// Relative step of the net wage, and step of unearned income over the mean wage.
  private static let wageStep = 0.01
  private static let incomeStep = 0.05

  /// The groups that are asked, and who belongs to them.
  static let groups: [(name: String, holds: @Sendable (Economy, Int) -> Bool)] = [
    ("all", { _, _ in true }),
    ("women", { $0.persons.isFemale[$1] }),
    ("men", { !$0.persons.isFemale[$1] }),
    ("alone", { $0.households.size[Int($0.persons.household[$1])] == 1 }),
    ("with others", { $0.households.size[Int($0.persons.household[$1])] > 1 }),
    ("with children", { $0.households.children[Int($0.persons.household[$1])] > 0 }),
    ("mothers of a child under six", { $0.tasteGroup($1) == .mothers }),
    ("limited by health", { $0.tasteGroup($1) == .limited }),
    ("under 30", { $0.persons.age[$1] < 360 }),
    ("30 to 49", { (360..<600).contains($0.persons.age[$1]) }),
    ("50 and more", { $0.persons.age[$1] >= 600 }),
  ]

  /// A person's answers.
  private struct Answer: Sendable {
    /// Whether she takes part: as it is, at a higher and a lower net wage, with more and less unearned income.
    var takesPart = (now: false, wageUp: false, wageDown: false, richer: false, poorer: false)
    /// Her hours in the same five cases, the net wage compensated.
    var hours = (now: 0.0, wageUp: 0.0, wageDown: 0.0, richer: 0.0, poorer: 0.0)
    /// What the standard week adds in cents, and the share of her work in what she has.
    var gain = 0.0
    var labourShare = 0.0
  }

  /// Measures the block of labour supply on the people of this month under its law.
  public func labourSupplyResponse() -> [LabourSupplyResponse] {
    let people = (0..<persons.count).filter {
      let state = persons.state($0)
      return [.employed, .unemployed, .inactive].contains(state) && !persons.leisure[$0].isNaN
    }
    let answers = answers(people)
    return Self.groups.map { group in
      response(of: group.name, zip(people, answers).filter { group.holds(self, $0.0) }.map(\.1))
    }
  }

  private func answers(_ people: [Int]) -> [Answer] {
    let answers = Column<Answer>(repeating: Answer(), count: people.count)
    let (choice, step) = (choice, Self.incomeStep * meanWage)
    let schedule = logarithm(meanOfWeek(rules.week.payFactor))
    forEachOffer(people.map { Int32($0) }, under: regime, rules) { person, place, offer in
      let distaste = distaste(person)
      let leisure = Double(persons.leisure[person]) + schedule
      func takesPart(_ offer: Offer) -> Bool { choice.gain(offer) > distaste }
      func hours(_ offer: Offer) -> Double {
        choice.hours(
          leisure: leisure, marginal: offer.marginal, without: offer.without, slope: offer.gain)
      }
      let now = hours(offer)
      /// The net wage changed, and a lump sum that leaves what she has at her hours.
      func compensated(_ factor: Double) -> Offer {
        let other = offer.at(netWage: factor)
        return other.adding((1 - factor) * offer.gain * now)
      }
      let (up, down) = (1 + Self.wageStep, 1 - Self.wageStep)
      let income = step / offer.needs
      answers[place] = Answer(
        takesPart: (
          takesPart(offer), takesPart(offer.at(netWage: up)), takesPart(offer.at(netWage: down)),
          takesPart(offer.adding(income)), takesPart(offer.adding(-income))
        ),
        hours: (
          now, hours(compensated(up)), hours(compensated(down)), hours(offer.adding(income)),
          hours(offer.adding(-income))
        ),
        gain: offer.gain * offer.needs,
        labourShare: offer.gain * now / (offer.without + offer.gain * now))
    }
    return (0..<people.count).map { answers[$0] }
  }

  private func response(of name: String, _ answers: [Answer]) -> LabourSupplyResponse {
    func sum(_ of: (Answer) -> Double) -> Double { answers.reduce(0) { $0 + of($1) } }
    func heads(_ flag: (Answer) -> Bool) -> Double { Double(answers.count { flag($0) }) }
    let active = heads { $0.takesPart.now }
    func atWork(_ of: (Answer) -> Double) -> Double { sum { $0.takesPart.now ? of($0) : 0 } }
    let arc = 2 * Self.wageStep
    let income = 2 * Self.incomeStep * meanWage
    let throughHours = atWork { $0.gain * ($0.hours.richer - $0.hours.poorer) }
    let throughHeads = sum {
      $0.gain * $0.hours.now * (($0.takesPart.richer ? 1 : 0) - ($0.takesPart.poorer ? 1 : 0))
    }
    let labourShare = atWork { $0.labourShare } / active
    let supply = calibration.labourSupply
    return LabourSupplyResponse(
      group: name, persons: answers.count, participation: active / Double(answers.count),
      bound: atWork {
        Choice.range.lowerBound < $0.hours.now && $0.hours.now < Choice.range.upperBound ? 0 : 1
      }
        / active,
      hours: atWork { $0.hours.wageUp - $0.hours.wageDown } / atWork { $0.hours.now } / arc,
      extensive: (heads { $0.takesPart.wageUp } - heads { $0.takesPart.wageDown }) / active / arc,
      labourShare: labourShare, incomeEffect: throughHours / active / income,
      closedForm: -supply.curvature * labourShare * supply.hicksianElasticity,
      wholeIncomeEffect: (throughHours + throughHeads) / Double(answers.count) / income)
  }
}
