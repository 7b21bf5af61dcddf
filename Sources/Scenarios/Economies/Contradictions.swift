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
