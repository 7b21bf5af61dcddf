public import Economy

/// The `pilot:` section of a scenario.
public struct ScenarioPilot: Sendable {
  /// Who is drawn, and how the effect is read.
  public var design: PilotDesign
  /// The law of the treated: the baseline's with what the section states, in the order of the registry.
  public var policies: [any Policy]
  /// What a study found.
  public var published: [Published]

  /// A figure of a study.
  public struct Published: Sendable, Equatable {
    public var outcome: PilotOutcome
    /// The group of the treated; empty for all.
    public var group: String
    /// The figure in words.
    public var result: String
    /// What counts as the same, in the outcome's unit.
    public var accepted: ClosedRange<Double>
    /// Where it was published.
    public var source: String
    /// Why the model misses it; empty where it does not.
    public var missed: String
  }
}

/// Keys of the section besides the parameters of `PilotDesign`.
enum PilotKeys {
  static let policies = (key: "policies", meaning: "Law of the treated, on top of the baseline's")
  static let published = (
    key: "published", meaning: "What a study found: a list of outcomes with results, bands and sources"
  )
  static let others = [policies.key, published.key]
  /// Keys of a published figure.
  static let figure = ["outcome", "group", "result", "accepted", "source", "missed"]
}
