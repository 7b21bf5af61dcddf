import Economy

/// What one replication of a pilot has counted: outcomes of the treated with and without the pilot, and of the control
/// group, as sums over the months of the window.
public struct PilotReplication: Sendable {
  /// Persons, households or firms that could have been drawn.
  public let eligible: Int
  let sample: PilotSample
  /// Treated by group, in the economy with the pilot and in the one without.
  var with: [PilotOutcomes]
  var without: [PilotOutcomes]
  /// The control group in the economy with the pilot.
  var control: PilotOutcomes
  /// Treated and control group in the month before.
  let treatedBefore: PilotOutcomes
  let controlBefore: PilotOutcomes
  /// Transfers of all months, and deposits in the last, of the treated by group.
  var transfers: [Double]
  var deposits: [Double]
  /// The whole economy over all months: real GDP, the transfers paid at the prices of the start, prices at the end.
  var gdpGained = 0.0
  var paid = 0.0
  var pricesChange = 0.0

  init(_ sample: PilotSample, before economy: Economy, _ design: PilotDesign) {
    self.sample = sample
    eligible = sample.eligible
    let none = Array(repeating: PilotOutcomes(), count: sample.groups.count)
    (with, without, control) = (none, none, PilotOutcomes())
    transfers = Array(repeating: 0, count: none.count)
    deposits = transfers
    treatedBefore = Self.sum(economy.outcomes(of: sample.treated, design, sample))
    controlBefore = Self.sum(economy.outcomes(of: sample.control, design, sample))
  }

  /// The outcomes of all groups together.
  static func sum(_ groups: [PilotOutcomes]) -> PilotOutcomes {
    groups.reduce(into: PilotOutcomes()) { $0 += $1 }
  }

  /// Counts a month of the pilot, the first being 1.
  mutating func count(
    month: Int, with treated: Economy, without calm: Economy,
    indicators: (with: MonthlyIndicators, without: MonthlyIndicators), _ design: PilotDesign
  ) {
    let now = treated.outcomes(of: sample.treated, design, sample)
    let own = calm.outcomes(of: sample.treated, design, sample)
    for group in now.indices {
      transfers[group] += now[group][.transfers]
      deposits[group] = now[group][.deposits] - own[group][.deposits]
    }
    gdpGained += indicators.with[.gdpReal] - indicators.without[.gdpReal]
    paid += Double(treated.pilotPayments) / 100 / indicators.with[.priceLevel]
    pricesChange = indicators.with[.priceLevel] / indicators.without[.priceLevel] - 1
    guard design.window.contains(month) else { return }
    for group in now.indices {
      with[group] += now[group]
      without[group] += own[group]
    }
    control += Self.sum(treated.outcomes(of: sample.control, design, sample))
  }
}
