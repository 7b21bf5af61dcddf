/// What reforms do in the static, the behavioural and the dynamic sense, over the months for which the baseline and then
/// each reform is stepped through here.
///
/// Every amount is a whole number of cents, so that static less baseline, behavioural less static and dynamic less
/// behavioural add up to dynamic less baseline.
public struct Decomposition: Sendable {
  /// The laws that are compared with the baseline's.
  public let reforms: [Regime]
  /// The last sense that is computed.
  public let upTo: Sense
  /// Months of the baseline so far.
  public var months: Int { tenths.count }
  /// Persons by tenth of the baseline, added up over the months.
  public private(set) var persons = [Int64](repeating: 0, count: Tenths.groups)
  public private(set) var baseline = SenseAccount()
  /// By reform, then by sense up to the last.
  public private(set) var accounts: [[SenseAccount]]
  private var tenths: [Tenths] = []
  private var firstMonth = 0

  public init(reforms: [Regime], upTo: Sense) {
    self.reforms = reforms
    self.upTo = upTo
    accounts = reforms.map { _ in
      Sense.allCases.prefix { $0 != upTo }.map { _ in SenseAccount() } + [SenseAccount()]
    }
  }

  /// Simulates a month of the baseline and adds what it says about every reform.
  public mutating func step(baseline economy: inout Economy) throws -> MonthlyIndicators {
    let before = economy.ledger.yearFlows
    var trials: Trials?
    let indicators = try economy.step { trials = try Trials($0, reforms, hasBehaviour: upTo != .static) }
    guard let trials else { preconditionFailure("a month looks at itself") }
    if tenths.isEmpty { firstMonth = economy.month - 1 }
    tenths.append(trials.tenths)
    for group in persons.indices { persons[group] += trials.tenths.persons[group] }

    var account = SenseAccount()
    account.flows = zip(economy.ledger.yearFlows, before).map { $0 - $1 }
    account.incomes = trials.incomes
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

  /// Simulates a month of a reform, whose baseline has been stepped through the same month.
  public mutating func step(reform: Int, _ economy: inout Economy) throws -> MonthlyIndicators {
    let before = economy.ledger.yearFlows
    let indicators = try economy.step()
    guard upTo == .dynamic else { return indicators }
    var account = SenseAccount()
    account.flows = zip(economy.ledger.yearFlows, before).map { $0 - $1 }
    account.incomes = tenths[economy.month - 1 - firstMonth].sum(economy.households.disposable, of: economy)
    accounts[reform][accounts[reform].count - 1] += account
    return indicators
  }
}

/// A month of the baseline and its trials, before the market for goods.
private struct Trials {
  let tenths: Tenths
  /// The baseline's incomes.
  let incomes: [Int64]
  let reforms: [Trial]

  /// A reform: its rules, and what differs from the baseline in the static and the behavioural sense.
  struct Trial {
    let rules: Rules
    let differences: [SenseAccount]
  }

  init(_ economy: Economy, _ regimes: [Regime], hasBehaviour: Bool) throws {
    let people = hasBehaviour ? economy.choosers : []
    let standing = try economy.incomes(under: economy.regime.policies)
    let tenths = Tenths(economy, standing.households.disposable)
    let (flows, incomes) = (
      standing.ledger.flows, tenths.sum(standing.households.disposable, of: economy)
    )
    let old = standing.choices(of: people)
    _ = consume standing
    func difference(_ trial: Economy) -> SenseAccount {
      var account = SenseAccount()
      account.flows = zip(trial.ledger.flows, flows).map { $0 - $1 }
      account.incomes = zip(tenths.sum(trial.households.disposable, of: economy), incomes).map { $0 - $1 }
      return account
    }
    reforms = try regimes.map { regime in
      let fixed = try economy.incomes(under: regime.policies)
      var differences = [difference(fixed)]
      if hasBehaviour {
        differences.append(
          difference(
            try economy.incomes(under: regime.policies, people, from: old, to: fixed.choices(of: people))))
      }
      return Trial(rules: fixed.rules, differences: differences)
    }
    (self.tenths, self.incomes) = (tenths, incomes)
  }
}
