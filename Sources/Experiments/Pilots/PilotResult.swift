public import Economy
import Foundation
public import Scenarios

/// What a pilot found.
public struct PilotResult: Sendable {
  /// The scenario that states it.
  public let scenario: Scenario
  /// Its section.
  public let pilot: ScenarioPilot
  /// In the order of seeds.
  public let replications: [PilotReplication]
  /// The program.
  public let codeVersion: String

  init(_ scenario: Scenario, pilot: ScenarioPilot, replications: [PilotReplication], codeVersion: String) {
    self.scenario = scenario
    self.pilot = pilot
    self.replications = replications
    self.codeVersion = codeVersion
  }

  /// Names of the groups of the treated; one empty name where there is no grouping.
  public var groups: [String] { replications.first?.sample.groups ?? [] }

  /// The effect on an outcome by an estimator.
  /// - Parameter group: of the treated; empty for all of them.
  /// - Returns: nil where the estimator does not give it.
  public func effect(on outcome: PilotOutcome, by estimator: PilotDesign.Estimator, group: String = "")
    -> Estimate?
  {
    guard outcome.isOfFirms == nil || outcome.isOfFirms == (pilot.design.unit == .firms) else { return nil }
    return Estimate(
      replications.compactMap { $0.effect(on: outcome, by: estimator, group: group, scenario.calibration) })
  }

  /// The effect by the estimator that stands for the study's; outcomes of the whole economy have their own.
  public func effect(on outcome: PilotOutcome, group: String = "") -> Estimate? {
    let isOfEconomy = outcome == .multiplier || outcome == .prices
    return effect(on: outcome, by: isOfEconomy ? .economy : pilot.design.estimator, group: group)
  }

  /// Whether the model's mean lies in the accepted band; nil where there is none.
  public func isInside(_ published: ScenarioPilot.Published) -> Bool? {
    effect(on: published.outcome, group: published.group).map { published.accepted.contains($0.mean) }
  }
}

extension PilotReplication {
  func effect(
    on outcome: PilotOutcome, by estimator: PilotDesign.Estimator, group: String, _ calibration: Calibration
  ) -> Double? {
    switch outcome {
    case .multiplier: return estimator == .economy && paid > 0 ? gdpGained / paid : nil
    case .prices: return estimator == .economy ? 100 * pricesChange : nil
    default: break
    }
    switch estimator {
    case .economy: return nil
    case .difference:
      // The comparison is of the whole arms.
      return group.isEmpty ? difference(outcome) : nil
    case .ownCounterfactual:
      if group.isEmpty { return own(outcome, Array(sample.groups.indices), calibration) }
      return sample.groups.firstIndex(of: group).flatMap { own(outcome, [$0], calibration) }
    }
  }

  /// The treated with the pilot, less the same without it.
  private func own(_ outcome: PilotOutcome, _ groups: [Int], _ calibration: Calibration) -> Double? {
    let (now, other) = (Self.sum(groups.map { with[$0] }), Self.sum(groups.map { without[$0] }))
    guard now[.heads] > 0, other[.heads] > 0 else { return nil }
    func response(_ figure: PilotOutcomes.Figure) -> Double? {
      now[.transfers] > 0 ? (now[figure] - other[figure]) / now[.transfers] : nil
    }
    switch outcome {
    case .spending: return response(.spending)
    case .earningsResponse: return response(.earnings)
    case .netWorth:
      let paid = groups.reduce(0) { $0 + transfers[$1] }
      return paid > 0 ? groups.reduce(0) { $0 + deposits[$1] } / paid : nil
    case .lifetimeResponse: return groups.first.flatMap { lifetimeResponse(from: $0, calibration) }
    default:
      guard let level = Self.level(outcome) else { return nil }
      return level(now) - level(other)
    }
  }

  /// Treated less control group, less what the difference was before.
  private func difference(_ outcome: PilotOutcome) -> Double? {
    let treated = Self.sum(with)
    guard control[.heads] > 0, controlBefore[.heads] > 0, treated[.heads] > 0 else { return nil }
    func change(_ level: (PilotOutcomes) -> Double) -> Double {
      level(treated) - level(control) - (level(treatedBefore) - level(controlBefore))
    }
    if let level = Self.level(outcome) { return change(level) }
    let figure: PilotOutcomes.Figure
    switch outcome {
    case .spending: figure = .spending
    case .earningsResponse: figure = .earnings
    default: return nil
    }
    let paid = treated.mean(.transfers)
    return paid > 0 ? change { $0.mean(figure) } / paid : nil
  }

  /// The level of an outcome in its unit; nil for those that are relative to the transfer.
  private static func level(_ outcome: PilotOutcome) -> ((PilotOutcomes) -> Double)? {
    func percent(_ figure: PilotOutcomes.Figure, over other: PilotOutcomes.Figure? = nil)
      -> (PilotOutcomes) -> Double
    {
      { 100 * ($0.mean(figure) - (other.map($0.mean) ?? 0)) }
    }
    switch outcome {
    case .participation: return { 100 * $0.mean(.participation) }
    case .employment: return { 100 * $0.mean(.employment) }
    case .daysEmployed: return { 365 * $0.mean(.employment) }
    case .hours: return { $0.mean(.hours) }
    case .partnerHours: return { $0.mean(.partnerHours) }
    case .earnings: return { 12 * $0.mean(.earnings) / 100 }
    case .staff: return percent(.staff)
    case .monthlyPay: return percent(.pay, over: .staff)
    case .hourlyPay: return percent(.pay, over: .staffHours)
    case .output: return percent(.output)
    case .hourlyOutput: return percent(.output, over: .staffHours)
    default: return nil
    }
  }

  /// What a person earns less over the rest of her life per unit of a prize that is paid as an annuity for life: the
  /// responses of the ages still ahead up to retirement, and nothing after, both discounted.
  private func lifetimeResponse(from group: Int, _ calibration: Calibration) -> Double? {
    let responses = with.indices.map { age in
      with[age][.transfers] > 0
        ? (with[age][.earnings] - without[age][.earnings]) / with[age][.transfers] : 0
    }
    let starts = PilotSample.ageStarts
    guard responses.count == starts.count + 1 else { return nil }
    let population = calibration.population
    let first = group == 0 ? PilotSample.firstAge : starts[group - 1]
    var (lost, received, alive) = (0.0, 0.0, 1.0)
    for age in first..<110 {
      let present = alive * pow(1 + Self.discountRate, -Double(age - first))
      received += present
      if age < Int(calibration.retirement.normalAge) {
        lost += present * responses[starts.count { age >= $0 }]
      }
      alive *= exp(
        -population.mortalityFloor - population.mortalityLevel * exp(population.mortalitySlope * Double(age)))
    }
    return lost / received
  }

  /// A year; a prior.
  static let discountRate = 0.02
}
