/// One thing that is wrong with a scenario or economy file, or with an option that overrides it. It carries
/// facts; `description` renders them.
public struct ScenarioError: Error, Sendable, Equatable {
  /// Where it was found.
  public let place: Place
  /// What is wrong.
  public let problem: Problem
  /// What may have been meant instead.
  public let suggestion: String?

  public init(_ problem: Problem, at place: Place, suggestion: String? = nil) {
    self.problem = problem
    self.place = place
    self.suggestion = suggestion
  }

  /// A place in what the user wrote.
  public enum Place: Sendable, Hashable {
    /// A file as a whole.
    case file(String)
    /// A position in a file, both counted from 1, with the text of the line.
    case position(file: String, line: Int, column: Int, text: String)
    /// An option of the command line as it was given: `--set wages.slope=0.003`.
    case option(String)
  }

  /// The kinds of problem. Paths are dotted and lead to the key in question; an empty path is the top level.
  public enum Problem: Sendable, Equatable {
    // The file.
    case missingFile
    /// A file that this one names.
    case missingReference(String)
    case isDirectory
    case unreadable(reason: String)
    case empty(expected: String)
    case tooLarge(limit: Int)
    case notUTF8
    case controlCharacter(UInt32)
    case tab
    case syntax(String)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case keyNotAWord
    case tagged(String)

    // Keys.
    case duplicateKey(String, path: String, firstLine: Int?)
    case unknownKey(String, path: String, known: [String])
    case mergeKey
    case missingKey(String, path: String, expected: String)

    // Values.
    case wrongType(path: String, found: String, expected: String)
    case outOfBounds(path: String, value: String, expected: String)
    case unknownWord(String, path: String, known: [String])
    case repeatedWord(String, path: String)
    case wrongSum(path: String, sum: Double, expected: Double)
    case wrongLength(path: String, found: Int, expected: Int, what: String)
    case inconsistent(String)
    case population(path: String, reason: String)

    // Dates.
    case badDate(String, path: String)
    case dateOrder(String, path: String, previous: String)
    case dateBeforeStart(String, path: String, start: String)
    case notDated(path: String)
    case noDates(path: String)

    // Options.
    case unknownPath(String)
    case unknownReform(String, known: [String])
    case malformedOption(String)
  }
}

/// Everything that is wrong with the input, in the order in which a reader meets it; never empty.
public struct ScenarioErrors: Error, Sendable, Equatable {
  /// The errors.
  public let errors: [ScenarioError]

  init(_ errors: [ScenarioError]) {
    precondition(!errors.isEmpty, "no error to report")
    self.errors = errors
  }

  init(_ problem: ScenarioError.Problem, at place: ScenarioError.Place) {
    self.init([ScenarioError(problem, at: place)])
  }
}
