public import Economy

/// A scenario file with everything resolved: defaults filled in, economy file read, overrides applied.
public struct Scenario: Sendable {
  /// The file's name without its ending.
  public var name: String
  public var title: String
  /// The question the scenario asks; empty where the file states none.
  public var question: String
  public var calibration: Calibration
  public var population: PopulationSource
  public var start: YearMonth
  public var months: Int
  public var burnInMonths: Int
  /// Seed of the first replication; replication k runs with `seed + k`.
  public var seed: UInt64
  public var replications: Int
  /// The law of the economy file, in force during the burn-in.
  public var standing: Regime
  /// The baseline first, then the reforms in the file's order.
  public var variants: [Variant]
  /// The whole resolved scenario as canonical YAML: equal scenarios give equal text. What a run is hashed by.
  public var resolved: String

  public struct Variant: Sendable {
    /// `baseline`, or the reform's key.
    public var name: String
    public var label: String
    public var regime: Regime
  }
}
