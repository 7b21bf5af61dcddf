import Economy
import Policies

/// Parts of a law that make no sense together, each of them within its own bounds.
struct Contradictions {
  let findings: Findings

  /// Refuses a closure that uses what none of its variants has.
  /// - Parameter users: the laws of the variants for which the closure holds.
  func check(closure place: ScenarioError.Place, of users: [Law]) {
    guard let closure = users.first?.closure else { return }
    func uses(_ instrument: Closure.Instrument) -> Bool {
      closure[instrument.rawValue].map { Self.isEverPositive($0) } ?? false
    }
    if uses(.basicIncomeScales), !users.contains(where: Self.hasBasicIncome) {
      findings.add(
        .inconsistent("the closure ubi_scales scales a basic income, and none is stated"), at: place)
    }
    if uses(.fund), !users.contains(where: Self.fillsFund) {
      findings.add(
        .inconsistent("the closure fund draws on dividend_fund, into which nothing is paid"), at: place)
    }
  }

  /// Refuses a fund that pays out and takes nothing in: it would pay more than it ever has.
  func check(fund place: ScenarioError.Place, in law: Law) {
    guard let payout = Self.values(of: DividendFund.self, in: law)["payout"], Self.isEverPositive(payout),
      !Self.fillsFund(law)
    else { return }
    findings.add(.inconsistent("dividend_fund pays out, and nothing is paid into it"), at: place)
  }

  /// Refuses an amount that is to be reached in steps of which some are left when the next one begins: which of the two
  /// would hold then?
  func check(
    phaseIn policy: any Policy.Type, _ node: YAMLNode, at path: String, _ values: Law.Values, start: YearMonth
  ) {
    guard case .number(let months)? = values["phase_in"]?.initial, months > 1 else { return }
    for spec in policy.parameters where policy.phased.contains(spec.key) {
      guard let value = values[spec.key] else { continue }
      let begins = value.initial == spec.defaultValue ? [] : [start]
      let dates = begins + value.steps.map(\.month).filter { $0 > start || begins.isEmpty }
      guard let (first, second) = zip(dates, dates.dropFirst()).first(where: { $1 - $0 < Int(months) }) else {
        continue
      }
      let end = first + Int(months)
      findings.add(
        .inconsistent(
          "\(path).\(spec.key) changes in \(second), within the phase-in of \(NumberText.shortest(months)) months that "
            + "began in \(first): state the change from \(end) on, or a phase_in of at most \(second - first)"
        ),
        at: Self.place(of: second, of: spec.key, in: node))
    }
  }

  /// Where a date of a parameter stands; the policy's place where it was stated before.
  private static func place(of month: YearMonth, of key: String, in node: YAMLNode) -> ScenarioError.Place {
    guard case .mapping(let parameters) = node.content,
      case .mapping(let dates)? = parameters.last(where: { $0.key == key })?.value.content,
      let date = dates.last(where: { YearMonth($0.key) == month })
    else { return node.place }
    return date.place
  }

  private static func hasBasicIncome(_ law: Law) -> Bool {
    let values = values(of: BasicIncome.self, in: law)
    return ["child", "adult", "senior"].contains { values[$0].map(isEverPositive) ?? false }
  }

  private static func fillsFund(_ law: Law) -> Bool {
    let values = values(of: DividendFund.self, in: law)
    return ["rent_share", "equity_levy", "machine_tax_share", "contribution"].contains {
      values[$0].map(isEverPositive) ?? false
    }
  }

  private static func values(of policy: any Policy.Type, in law: Law) -> Law.Values {
    zip(Registry.policies, law.policies).first { $0.0.name == policy.name }?.1 ?? [:]
  }

  private static func isEverPositive(_ value: Dated<ParameterValue>) -> Bool {
    ([value.initial] + value.steps.map(\.value)).contains {
      if case .number(let number) = $0 { number > 0 } else { false }
    }
  }
}
