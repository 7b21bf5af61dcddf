import Economy
public import Scenarios

/// Runs the pilot of a scenario.
///
/// A replication is built and burnt in under the standing law; then treated and control group are drawn, and two copies
/// go on side by side under the baseline: one with the pilot, one without. They share their past and their draws. Where
/// prices are fixed, the economy with the pilot takes over what markets and authorities did in the other, every month.
public struct PilotRunner: Sendable {
  private let scenario: Scenario
  private let pilot: ScenarioPilot
  private let codeVersion: String
  private let threads: Int
  private let cancellation: Cancellation
  private let report: @Sendable (Progress) -> Void

  /// - Precondition: the scenario states a pilot.
  public init(
    _ scenario: Scenario, codeVersion: String, threads: Int = 1, cancellation: Cancellation = Cancellation(),
    report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    guard let pilot = scenario.pilot else { preconditionFailure("a scenario with a pilot") }
    precondition(threads >= 1, "somebody has to do the work")
    self.scenario = scenario
    self.pilot = pilot
    self.codeVersion = codeVersion
    self.threads = threads
    self.cancellation = cancellation
    self.report = report
  }

  /// Simulates everything; the first failure in the order of replications ends it.
  public func run() throws(PilotError) -> PilotResult {
    let months = scenario.replications * (scenario.burnInMonths + 2 * pilot.design.months)
    let desk = Desk(
      tasks: scenario.replications, months: months, runs: scenario.replications, interrupted: .interrupted,
      cancellation: cancellation, report: report)
    let replications = try desk.answers(threads: threads) { replication throws(PilotError) in
      try simulate(replication, desk)
    }
    return PilotResult(scenario, pilot: pilot, replications: replications, codeVersion: codeVersion)
  }

  private typealias Desk = TaskDesk<PilotReplication, PilotError>

  private func simulate(_ replication: Int, _ desk: Desk) throws(PilotError) -> PilotReplication {
    defer { desk.endRun() }
    do {
      var calm = try Economy(
        SimulationSetup(
          calibration: scenario.calibration, population: scenario.population, start: scenario.start,
          burnInMonths: scenario.burnInMonths, seed: scenario.seed &+ UInt64(replication)),
        regime: scenario.standing)
      while calm.month < 0 { _ = try desk.step(&calm) }
      if let baseline = scenario.variants.first { calm.adopt(baseline.regime) }
      let sample = try calm.drawSample(pilot.design)
      var result = PilotReplication(sample, before: calm, pilot.design)
      var treated = calm
      var regime = calm.regime
      regime.pilot = Pilot(pilot.design, policies: pilot.policies, sample: sample)
      treated.adopt(regime)
      for month in 1...pilot.design.months {
        let without = try desk.step(&calm)
        let with = try desk.step(&treated)
        if pilot.design.hasFixedPrices { treated.takeMarkets(from: calm) }
        result.count(month: month, with: treated, without: calm, indicators: (with, without), pilot.design)
      }
      return result
    } catch let error as PilotError {
      throw error
    } catch let error as PilotTooLarge {
      throw .tooLarge(error, unit: pilot.design.unit)
    } catch let error as EconomyError {
      throw .failed(error, replication: replication)
    } catch {
      throw .unexpected(String(describing: error), replication: replication)
    }
  }
}
