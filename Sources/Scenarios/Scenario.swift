public import Economy

/// A scenario file with everything resolved: defaults filled in, economy file read, overrides applied.
public struct Scenario: Sendable {
  /// The file's name without its ending.
  public var name: String
  /// What reports call it.
  public var title: String
  /// The question the scenario asks; empty where the file states none.
  public var question: String
  /// What would count as yes, in words; empty where the file does not say.
  public var criterion = ""
  /// The same as far as a program can judge it; empty where the file does not say.
  public var answer: [Condition] = []
  /// The economy file's figures with the scenario's assumptions.
  public var calibration: Calibration
  /// Where the first persons come from.
  public var population: PopulationSource
  /// The first month.
  public var start: YearMonth
  /// Months to simulate from it.
  public var months: Int
  /// Months simulated before it, under the standing law.
  public var burnInMonths: Int
  /// Seed of the first replication; replication k runs with `seed + k`.
  public var seed: UInt64
  /// Runs of each variant that differ in their seed only.
  public var replications: Int
  /// The law of the economy file, in force during the burn-in.
  public var standing: Regime
  /// The baseline first, then the reforms in the file's order.
  public var variants: [Variant]
  /// An experiment inside the baseline; nil where the file states none.
  public var pilot: ScenarioPilot?
  /// What is asked about single persons; nil for nothing.
  public var gains: Gains?
  /// The whole resolved scenario as canonical YAML: equal scenarios give equal text. What a run is hashed by.
  public var resolved: String
  /// Every value it rests on, with its source; of the baseline, where variants differ.
  public var assumptions: [Assumption] = []
  /// What the burn-in depends on, as canonical YAML: scenarios that agree here and in the seed have the same past.
  public var past = ""

  /// The baseline or a reform.
  public struct Variant: Sendable {
    /// `baseline`, or the reform's key.
    public var name: String
    /// What reports call it.
    public var label: String
    /// Whether it is there to show what chance does, and no answer to the scenario's question.
    public var placebo: Gains.Placebo?
    /// Its law, machines and closure.
    public var regime: Regime
    /// The same as canonical YAML. With the scenario's past, months and seed it says all that a run depends on.
    public var law = ""
  }
}
