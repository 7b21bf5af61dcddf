/// What the command line changes in a scenario file before it is read.
public struct Overrides: Sendable, Equatable {
  public var persons: Int?
  public var months: Int?
  public var burnIn: Int?
  public var seed: UInt64?
  public var replications: Int?
  /// Values by dotted path; of two for the same path the later one counts.
  public var settings: [Setting]

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
    public var path: String
    public var value: String

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
