/// What the command line changes in a scenario file before it is read.
public struct Overrides: Sendable, Equatable {
  /// `--persons`: persons to simulate.
  public var persons: Int?
  /// `--months`: months to simulate.
  public var months: Int?
  /// `--burn-in`: months simulated before the start.
  public var burnIn: Int?
  /// `--seed`: seed of the first replication.
  public var seed: UInt64?
  /// `--replications`: runs that differ in their seed only.
  public var replications: Int?
  /// Values by dotted path; of two for the same path the later one counts.
  public var settings: [Setting]

  /// No overrides but those that are stated.
  public init(
    persons: Int? = nil, months: Int? = nil, burnIn: Int? = nil, seed: UInt64? = nil,
    replications: Int? = nil,
    settings: [Setting] = []
  ) {
    self.persons = persons
    self.months = months
    self.burnIn = burnIn
    self.seed = seed
    self.replications = replications
    self.settings = settings
  }

  /// `automation.cost_decline=0.5`: a path into the scenario file, and the value to stand there, written as
  /// there.
  public struct Setting: Sendable, Equatable {
    /// Dotted, from the top of the scenario file.
    public var path: String
    /// YAML text.
    public var value: String

    /// A path and its value.
    public init(_ path: String, _ value: String) {
      self.path = path
      self.value = value
    }

    /// Reads `path=value`.
    public init(parsing text: String) throws(ScenarioErrors) {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw ScenarioErrors(
          .malformedOption("a path, = and a value belong here"), at: .option("--set \(text)"))
      }
      self.init(String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
  }
}
