import Economy
import Scenarios
import Synchronization

/// Where the replications of an experiment bring their pairs of lives. They are added in the order of replications,
/// whichever thread brings them first.
final class GainBook: Sendable {
  let request: Gains
  private let variants: [Scenario.Variant]
  private let curvature: Double
  private let state = Mutex(State())

  private struct State {
    var traits: [LifeTraits] = []
    var groups = GainGroups([])
    var accounts: [[GainAccount]] = []
    var waiting: [Int: [[WindowGains]?]] = [:]
    var next = 0
  }

  init?(_ scenario: Scenario) {
    guard let request = scenario.gains else { return nil }
    self.request = request
    variants = scenario.variants
    curvature = scenario.calibration.labourSupply.curvature
  }

  /// Notes who lives at the start; all replications have the same persons.
  func open(_ traits: [LifeTraits]) {
    state.withLock { state in
      state.traits = traits
      state.groups = GainGroups(traits)
      state.accounts = variants.map { _ in
        request.valuation.windows.map { GainAccount(months: $0, persons: traits.count) }
      }
    }
  }

  /// A reform's lives beside the baseline's.
  func compare(_ baseline: Lives, _ reform: Lives) -> [WindowGains] {
    let traits = state.withLock { $0.traits }
    return zip(baseline.windows, reform.windows).map {
      WindowGains($0, $1, traits: traits, curvature: curvature)
    }
  }

  /// Adds a replication: for each variant its gains by window, nil for the baseline and for runs that failed.
  func add(_ gains: [[WindowGains]?], replication: Int) {
    state.withLock { state in
      state.waiting[replication] = gains
      while let gains = state.waiting.removeValue(forKey: state.next) {
        for (variant, windows) in gains.enumerated() {
          for (window, gain) in (windows ?? []).enumerated() {
            state.accounts[variant][window].add(gain, state.groups)
          }
        }
        state.next += 1
      }
    }
  }

  func report() -> GainReport {
    state.withLock { state in
      var report = GainReportBuilder(traits: state.traits, groups: state.groups, request: request)
      for (variant, accounts) in zip(variants, state.accounts) {
        for account in accounts where account.replications > 0 { report.add(account, of: variant.name) }
      }
      return report.report
    }
  }
}

/// Makes rows of accounts.
private struct GainReportBuilder {
  let traits: [LifeTraits]
  let groups: GainGroups
  let request: Gains
  private var groupRows: [GainReport.GroupRow] = []
  private var people: [GainReport.PersonRow] = []
  private var curve: [GainReport.CurveRow] = []

  init(traits: [LifeTraits], groups: GainGroups, request: Gains) {
    self.traits = traits
    self.groups = groups
    self.request = request
  }

  var report: GainReport {
    GainReport(request: request, persons: traits.count, groups: groupRows, people: people, curve: curve)
  }

  mutating func add(_ account: GainAccount, of reform: String) {
    for measure in GainMeasure.allCases { add(account, measure, of: reform) }
    addPeople(account, of: reform)
  }

  private mutating func add(_ account: GainAccount, _ measure: GainMeasure, of reform: String) {
    let index = GainMeasure.allCases.firstIndex(of: measure) ?? 0
    let years = account.months / 12
    let tested = tested(account, index)
    for (place, group) in groups.all.enumerated() {
      let counts = account.counts.map { $0[index][place] }
      let all = account.counts.map { $0[index][0] }
      let filled = counts.filter { $0.persons > 0 }
      guard !filled.isEmpty else { continue }
      func mean(_ value: (GroupCount) -> Double) -> Double {
        filled.reduce(0) { $0 + value($1) } / Double(filled.count)
      }
      let persons = mean(\.persons)
      let losers = Estimate(filled.map { $0.classes[0] / $0.persons })
      let worstOfAll = all.reduce(0) { $0 + $1.worst }
      groupRows.append(
        GainReport.GroupRow(
          reform: reform, years: years, measure: measure, dimension: group.dimension, group: group.name,
          replications: filled.count, persons: persons,
          shares: GainClass.allCases.map { type in mean { $0.classes[type.rawValue] / $0.persons } },
          loseMuchError: losers?.standardError, tested: tested[place],
          gain: mean { $0.base > 0 ? $0.amount / $0.base : 0 }, amount: mean { $0.amount / $0.persons },
          losses: mean { $0.losses / $0.persons },
          winnings: mean { ($0.amount + $0.losses) / $0.persons },
          worst: worstOfAll > 0 ? counts.reduce(0) { $0 + $1.worst } / worstOfAll : 0,
          apart: mean { $0.apart / $0.persons }))
    }
    for (replication, shares) in account.curve.enumerated() {
      curve.append(
        GainReport.CurveRow(
          reform: reform, years: years, measure: measure, replications: replication + 1,
          loseMuch: shares[index]))
    }
  }

  /// Shares called losers and gainers over all replications, by group.
  private func tested(_ account: GainAccount, _ measure: Int) -> [GainReport.Tested?] {
    var counts = [(persons: Double, shares: [Double])](
      repeating: (0, [0, 0, 0, 0]), count: groups.all.count)
    for (person, sums) in account.sums.enumerated() where sums.pairs > 0 {
      let calls = [
        sums.loses(measure, more: GainClass.large), sums.loses(measure, more: GainClass.nothing),
        sums.gains(measure, more: GainClass.nothing), sums.gains(measure, more: GainClass.large),
      ]
      for group in groups.members[person] {
        counts[Int(group)].persons += 1
        for (call, isCalled) in calls.enumerated() where isCalled { counts[Int(group)].shares[call] += 1 }
      }
    }
    return counts.map { count in
      guard count.persons > 0 else { return nil }
      let shares = count.shares.map { $0 / count.persons }
      return GainReport.Tested(loseMuch: shares[0], lose: shares[1], gain: shares[2], gainMuch: shares[3])
    }
  }

  /// Every so-manieth person, so that the sample is as good as the order of rows is old.
  private mutating func addPeople(_ account: GainAccount, of reform: String) {
    guard request.sample > 0 else { return }
    let stride = max(1, traits.count / request.sample)
    for person in Swift.stride(from: 0, to: traits.count, by: stride) where account.sums[person].pairs > 0 {
      let sums = account.sums[person]
      let pairs = Double(sums.pairs)
      people.append(
        GainReport.PersonRow(
          reform: reform, years: account.months / 12, traits: traits[person], isDisplaced: sums.isDisplaced,
          replications: sums.pairs, income: sums.income / pairs, consumption: sums.consumption / pairs,
          gains: (0..<3).map { sums.mean($0) }, t: (0..<3).map { sums.t($0) },
          amounts: (0..<3).map { sums.amount[$0] / pairs }))
    }
  }
}
