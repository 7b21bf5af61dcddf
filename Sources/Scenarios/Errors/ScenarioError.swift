/// One thing that is wrong with a scenario or economy file, or with an option that overrides it. It carries
/// facts; `description` renders them.
public struct ScenarioError: Error, Sendable, Equatable {
  /// Where it was found.
  public let place: Place
  /// What is wrong.
  public let problem: Problem
  /// What may have been meant instead.
  public let suggestion: String?

  /// A problem, its place, and what may have been meant.
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
  public enum Problem: Sendable, Hashable {
    // The file.
    /// The file that was asked for is not there.
    case missingFile
    /// A file that this one names.
    case missingReference(String)
    /// It is a directory.
    case isDirectory
    /// The system does not give its contents.
    case unreadable(reason: String)
    /// Nothing is in it.
    case empty(expected: String)
    /// It is another kind of file than was asked for.
    case wrongKind(FileKind, wanted: FileKind)
    /// It has more bytes than that.
    case tooLarge(limit: Int)
    /// Bytes that are no UTF-8.
    case notUTF8
    /// A character that no text has.
    case controlCharacter(UInt32)
    /// A tab where YAML wants blanks.
    case tab
    /// What the YAML parser says.
    case syntax(String)
    /// More levels than that.
    case tooDeep(limit: Int)
    /// More values than that, each use of an alias counted.
    case tooManyValues(limit: Int)
    /// A key that is a list, a mapping or an alias.
    case keyNotAWord
    /// A value with a YAML tag.
    case tagged(String)

    // Keys.
    /// A key that its mapping has already.
    case duplicateKey(String, path: String, firstLine: Int?)
    /// A key that means nothing there.
    case unknownKey(String, path: String, known: [String])
    /// YAML's `<<`.
    case mergeKey
    /// A key that must be there.
    case missingKey(String, path: String, expected: String)

    // Values.
    /// Something else than what belongs there.
    case wrongType(path: String, found: String, expected: String)
    /// A number beyond its bounds.
    case outOfBounds(path: String, value: String, expected: String)
    /// A word that is none of the known ones.
    case unknownWord(String, path: String, known: [String])
    /// A word that may stand only once.
    case repeatedWord(String, path: String)
    /// Shares that are not those of one whole.
    case wrongSum(path: String, sum: Double, expected: Double)
    /// A list that is too long or too short.
    case wrongLength(path: String, found: Int, expected: Int, what: String)
    /// Values that contradict each other.
    case inconsistent(String)
    /// What the reader of the population file says.
    case population(path: String, reason: String)

    // Dates.
    /// A text that is no month.
    case badDate(String, path: String)
    /// A month before the one above it.
    case dateOrder(String, path: String, previous: String)
    /// A month before the scenario starts.
    case dateBeforeStart(String, path: String, start: String)
    /// Months for a parameter that cannot change.
    case notDated(path: String)
    /// A map without a month.
    case noDates(path: String)

    // Options.
    /// A path that leads nowhere.
    case unknownPath(String)
    /// A reform that the file does not have.
    case unknownReform(String, known: [String])
    /// An option that cannot be read.
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
