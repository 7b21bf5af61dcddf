/// What reforms do in the static, the behavioural and the dynamic sense, over the months for which the baseline and then
/// each reform is stepped through here: begun before the scenario's first month.
///
/// Every amount is a whole number of cents, so that static less baseline, behavioural less static and dynamic less
/// behavioural add up to dynamic less baseline.
public struct Decomposition: Sendable {
  /// The laws that are compared with the baseline's.
  public let reforms: [Regime]
  /// The last sense that is computed.
  public let upTo: Sense
  /// Months of the baseline so far.
  public private(set) var months = 0
  /// Persons of the baseline by group of `Tenths`, added up over the months.
  public private(set) var persons = [Int64](repeating: 0, count: Tenths.groups)
  public private(set) var baseline = SenseAccount()
  /// By reform, then by sense up to the last.
  public private(set) var accounts: [[SenseAccount]]
  private let tenths: Tenths

  /// - Parameter economy: from which baseline and reforms branch.
  public init(reforms: [Regime], upTo: Sense, at economy: Economy) {
    self.reforms = reforms
    self.upTo = upTo
    tenths = Tenths(economy)
    let senses = Sense.allCases.prefix { $0 != upTo }.count + 1
    accounts = reforms.map { _ in Array(repeating: SenseAccount(), count: senses) }
  }

  /// Simulates a month of the baseline and adds what it says about every reform.
  public mutating func step(baseline economy: inout Economy) throws -> MonthlyIndicators {
    let before = economy.ledger.yearFlows
    var trials: Trials?
    let indicators = try economy.step { now in
      trials = try Trials(now, reforms, tenths, hasBehaviour: upTo != .static)
    }
    guard let trials else { preconditionFailure("a month looks at itself") }
    months += 1
    for (group, count) in tenths.persons(of: economy).enumerated() { persons[group] += count }
    let account = account(of: economy, since: before)
    baseline += account
    for (reform, trial) in trials.reforms.enumerated() {
      let taxes = economy.flatTaxChanges(under: trial.rules, account.flows)
      for (sense, difference) in trial.differences.enumerated() {
        accounts[reform][sense] += account
        accounts[reform][sense] += difference
        for (flow, cents) in taxes { accounts[reform][sense].flows[flow.rawValue] += cents }
      }
    }
    return indicators
  }

  /// Simulates a month of a reform.
  public mutating func step(reform: Int, _ economy: inout Economy) throws -> MonthlyIndicators {
    let before = economy.ledger.yearFlows
    let indicators = try economy.step()
    if upTo == .dynamic {
      accounts[reform][accounts[reform].count - 1] += account(of: economy, since: before)
    }
    return indicators
  }

  /// The books of the month that is over.
  /// - Parameter before: the year's flows before it.
  private func account(of economy: Economy, since before: [Int64]) -> SenseAccount {
    SenseAccount(
      flows: zip(economy.ledger.yearFlows, before).map { $0 - $1 }, incomes: tenths.incomes(of: economy))
  }
}

/// A month of the baseline under other laws, before the market for goods.
private struct Trials {
  let reforms: [Trial]

  /// A reform: its rules, and what differs from the baseline in the static and the behavioural sense.
  struct Trial {
    let rules: Rules
    let differences: [SenseAccount]
  }

  init(_ economy: Economy, _ regimes: [Regime], _ tenths: Tenths, hasBehaviour: Bool) throws {
    let people = hasBehaviour ? economy.choosers : []
    // All that is asked of a trial is asked before the next one: they share the memory of the month's incomes.
    let standing = try economy.incomes(under: economy.regime.policies)
    let (flows, incomes) = (standing.ledger.flows, tenths.incomes(of: standing))
    let old = standing.choices(of: people)
    _ = consume standing
    func difference(_ trial: Economy) -> SenseAccount {
      SenseAccount(
        flows: zip(trial.ledger.flows, flows).map { $0 - $1 },
        incomes: zip(tenths.incomes(of: trial), incomes).map { $0 - $1 })
    }
    reforms = try regimes.map { regime in
      let fixed = try economy.incomes(under: regime.policies)
      var differences = [difference(fixed)]
      let rules = fixed.rules
      if hasBehaviour {
        let new = fixed.choices(of: people)
        _ = consume fixed
        differences.append(
          difference(try economy.incomes(under: regime.policies, people, from: old, to: new)))
      }
      return Trial(rules: rules, differences: differences)
    }
  }
}
