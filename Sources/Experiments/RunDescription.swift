public import Economy
public import Scenarios

/// What one run is: a replication of one variant of a scenario. Runs with equal hashes, seeds and code agree
/// in every bit.
public struct RunDescription: Sendable, Equatable {
  /// What the variant of the standing law is called everywhere.
  public static let baseline = "baseline"

  /// The experiment that the run belongs to.
  public var experiment: String
  /// The scenario's name.
  public var scenario: String
  /// `baseline`, or the reform's key.
  public var variant: String
  /// The variant's name for readers.
  public var label: String
  /// Whether it shows what chance does and answers no question.
  public var isPlacebo = false
  /// Seed of all the run's draws: equal for the baseline and the reforms of a replication. Where gains of persons are
  /// asked for it is equal for all replications, which then differ in luck.
  public var seed: UInt64
  /// From 0.
  public var replication: Int
  /// Persons at the start of the burn-in.
  public var persons: Int
  /// Calendar month of the run's month 0.
  public var start: YearMonth
  /// Months to simulate after the burn-in.
  public var months: Int
  /// The simulated country.
  public var economy: String
  /// ISO 4217 code of the unit of money.
  public var currency: String
  /// The program that simulated it.
  public var codeVersion: String
  /// SHA-256 of the resolved scenario's text followed by the variant's name.
  public var scenarioHash: String
  /// The resolved scenario's text.
  public var resolved: String
  /// What it rests on, with sources.
  public var assumptions: [Assumption] = []

  /// Whether it is the run that reforms are compared with.
  public var isBaseline: Bool { variant == Self.baseline }

  /// For messages: `ubi, replication 3`.
  public var name: String { "\(variant), replication \(replication)" }

  /// The runs of a scenario: replication by replication, each with the baseline first. An interrupted
  /// experiment is thus still a balanced sample of its variants.
  public static func plan(
    _ scenario: Scenario, experiment: String, codeVersion: String
  ) -> [RunDescription] {
    let hashes = scenario.variants.map { Digest.sha256(scenario.resolved + $0.name) }
    return (0..<scenario.replications).flatMap { replication in
      zip(scenario.variants, hashes).map { variant, hash in
        RunDescription(
          experiment: experiment, scenario: scenario.name, variant: variant.name, label: variant.label,
          isPlacebo: variant.placebo != nil,
          seed: scenario.gains == nil ? scenario.seed &+ UInt64(replication) : scenario.seed,
          replication: replication,
          persons: scenario.population.persons, start: scenario.start, months: scenario.months,
          economy: scenario.calibration.name, currency: scenario.calibration.currency,
          codeVersion: codeVersion, scenarioHash: hash, resolved: scenario.resolved,
          assumptions: scenario.assumptions)
      }
    }
  }
}
