/// Who was drawn for a pilot, and when.
public struct PilotSample: Sendable {
  /// A person or firm: its row, and its age in months when it was drawn, by which it is told from a later one in the
  /// same row.
  public struct Member: Sendable {
    let row: Int32
    let age: Int16
    /// Of the groups for which effects are stated.
    let group: Int
  }

  /// Ages at which a group begins, after the first one's.
  public static let ageStarts = [30, 40, 50, 60]
  public static let firstAge = 20

  /// The month that followed the draw.
  let month: Int
  public let treated: [Member]
  public let control: [Member]
  /// Names of the groups; one without a name where there is no grouping.
  public let groups: [String]
  /// Those who could have been drawn.
  public let eligible: Int
}

/// Fewer persons, households or firms are eligible than a pilot draws.
public struct PilotTooLarge: Error, Sendable {
  /// How many are drawn, of how many.
  public let drawn: Int
  public let eligible: Int
}

extension Economy {
  /// Draws treated and control group among those who are eligible now, by a keyed draw each.
  public func drawSample(_ design: PilotDesign) throws(PilotTooLarge) -> PilotSample {
    let eligible = eligible(design)
    let wanted = design.treated + design.control
    guard eligible.count >= wanted else { throw PilotTooLarge(drawn: wanted, eligible: eligible.count) }
    let drawn = eligible.map { (key: draws.uniform(.pilot, id: $0, month: clock), row: $0) }
      .sorted { ($0.key, $0.row) < ($1.key, $1.row) }.prefix(wanted).map(\.row)
    let groups = groups(design.grouping, of: design.unit == .firms ? [] : members(Array(drawn), design.unit))
    func sample(_ rows: ArraySlice<Int>) -> [PilotSample.Member] {
      members(Array(rows), design.unit).map { row in
        PilotSample.Member(
          row: Int32(row), age: design.unit == .firms ? firms.age[row] : persons.age[row],
          group: groups.of(row))
      }
    }
    return PilotSample(
      month: month, treated: sample(drawn[..<design.treated]), control: sample(drawn[design.treated...]),
      groups: groups.names, eligible: eligible.count)
  }

  private func eligible(_ design: PilotDesign) -> [Int] {
    func fits(_ person: Int) -> Bool {
      guard persons.isPresent(person), design.ages.contains(Int(persons.age[person]) / 12) else {
        return false
      }
      let income = Double(households.marketIncome[Int(persons.household[person])]) * 12 / 100
      guard income <= design.householdIncome else { return false }
      return switch design.state {
      case .any: LabourState.isOfWorkingAge(persons.stateCode[person])
      case .employed: persons.state(person) == .employed
      case .unemployed: persons.state(person) == .unemployed
      case .jobless: [.unemployed, .inactive].contains(persons.state(person))
      }
    }
    switch design.unit {
    case .persons: return (0..<persons.count).filter { fits($0) }
    case .households:
      return (0..<households.count).filter { household in
        var isEligible = false
        forEachMember(household) { isEligible = isEligible || (persons.isHead[$0] && fits($0)) }
        return isEligible
      }
    case .firms: return (0..<firms.count).filter { firms.staff($0) >= design.firmHeads }
    }
  }

  /// The rows that a drawn row brings into the sample: a household brings everybody who lives in it.
  private func members(_ rows: [Int], _ unit: PilotDesign.Unit) -> [Int] {
    guard unit == .households else { return rows }
    return rows.flatMap { household in
      var members: [Int] = []
      forEachMember(household) { members.append($0) }
      return members
    }
  }

  /// The groups of a sample and the rule that says who is in which.
  private func groups(_ grouping: PilotDesign.Grouping, of people: [Int]) -> (
    names: [String], of: (Int) -> Int
  ) {
    switch grouping {
    case .none: return ([""], { _ in 0 })
    case .age:
      let starts = PilotSample.ageStarts
      let names = zip([PilotSample.firstAge] + starts, starts).map { "\($0) to \($1 - 1)" }
      return (
        names + ["60 and more"], { person in starts.count { Int(persons.age[person]) / 12 >= $0 } }
      )
    case .liquidity:
      let sorted = people.map { liquidity(of: Int(persons.household[$0])) }.sorted()
      guard !sorted.isEmpty else { return (["least"], { _ in 0 }) }
      let bounds = [sorted[sorted.count / 3], sorted[2 * sorted.count / 3]]
      return (
        ["lowest third", "middle third", "highest third"],
        { person in
          let own = liquidity(of: Int(persons.household[person]))
          return bounds.count { own >= $0 }
        }
      )
    }
  }

  /// Whether a row still holds whom it held when the sample was drawn, some months later.
  func isStill(_ member: PilotSample.Member, unit: PilotDesign.Unit, months: Int) -> Bool {
    let row = Int(member.row)
    return unit == .firms
      ? Int(firms.age[row]) == min(1_200, Int(member.age) + months)
      : persons.isPresent(row) && Int(persons.age[row]) == Int(member.age) + months
  }
}

extension Firms {
  /// Heads of a firm over all occupations.
  func staff(_ firm: Int) -> Int { (0..<occupations).reduce(0) { $0 + Int(heads[cell(firm, $1)]) } }
}
