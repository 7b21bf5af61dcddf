/// Sums over the members of an arm of a pilot who are still there, in one month.
public struct PilotOutcomes: Sendable, Equatable {
  public enum Figure: Int, Sendable, CaseIterable {
    /// Members counted; they divide the rest.
    case heads
    /// Heads in the labour force, and with a job.
    case participation, employment
    /// Weekly hours, and those of a partner.
    case hours, partnerHours
    /// Gross pay, and of a partner; spending and deposits of the household, in cents.
    case earnings, partnerEarnings, spending, deposits
    /// Transfers of the pilot to the household in cents.
    case transfers
    /// Firms: logarithms of heads, pay in cents, output in units, hours.
    case staff, pay, output, staffHours
  }

  private var sums = [Double](repeating: 0, count: Figure.allCases.count)

  public init() {}

  public subscript(figure: Figure) -> Double {
    get { sums[figure.rawValue] }
    set { sums[figure.rawValue] = newValue }
  }

  /// Per head.
  public func mean(_ figure: Figure) -> Double { self[figure] / self[.heads] }

  public static func += (sum: inout PilotOutcomes, other: PilotOutcomes) {
    for index in sum.sums.indices { sum.sums[index] += other.sums[index] }
  }
}

extension Economy {
  /// Outcomes of the last month, by group. Of households the members of working age are counted.
  public func outcomes(of members: [PilotSample.Member], _ design: PilotDesign, _ sample: PilotSample)
    -> [PilotOutcomes]
  {
    var outcomes = Array(repeating: PilotOutcomes(), count: sample.groups.count)
    for member in members where isStill(member, unit: design.unit, months: month - sample.month) {
      let row = Int(member.row)
      if design.unit == .firms {
        count(firm: row, into: &outcomes[member.group])
      } else if LabourState.isOfWorkingAge(persons.stateCode[row]) || design.unit == .persons {
        count(person: row, transfers: sample, into: &outcomes[member.group])
      }
    }
    return outcomes
  }

  private func count(person: Int, transfers sample: PilotSample, into outcomes: inout PilotOutcomes) {
    let household = Int(persons.household[person])
    let state = persons.state(person)
    outcomes[.heads] += 1
    if [.employed, .unemployed, .publicJob].contains(state) { outcomes[.participation] += 1 }
    if [.employed, .publicJob].contains(state) { outcomes[.employment] += 1 }
    outcomes[.hours] += weeklyHours(person)
    outcomes[.earnings] += Double(persons.earnings[person])
    forEachMember(household) { other in
      guard other != person, persons.isHead[other], persons.isHead[person] else { return }
      outcomes[.partnerHours] += weeklyHours(other)
      outcomes[.partnerEarnings] += Double(persons.earnings[other])
    }
    outcomes[.spending] += Double(households.budget[household])
    outcomes[.deposits] += Double(ledger.household(household))
    if let treated, let amount = regime.pilot?.transfer(month - 1) {
      outcomes[.transfers] += Double(amount) * Double(treated.transfers[household])
    }
  }

  private func weeklyHours(_ person: Int) -> Double {
    guard persons.state(person) == .employed else { return 0 }
    return Double(persons.hours[person]) * WorkingWeek.fileHours * meanOfWeek(rules.week.hours)
  }

  private func count(firm: Int, into outcomes: inout PilotOutcomes) {
    let staff = Double(firms.staff(firm))
    guard staff > 0, firms.wageBill[firm] > 0, firms.output[firm] > 0 else { return }
    outcomes[.heads] += 1
    outcomes[.staff] += logarithm(staff)
    outcomes[.pay] += logarithm(Double(firms.wageBill[firm]))
    outcomes[.output] += logarithm(firms.output[firm])
    outcomes[.staffHours] += logarithm(staff * (firms.isExempt[firm] ? 1 : rules.week.hours))
  }
}
