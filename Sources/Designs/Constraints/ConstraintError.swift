/// What is wrong with a constraint, and where. It carries facts; `description` renders them.
public struct ConstraintError: Error, Sendable, Equatable {
  /// Where it begins, counted in characters from 1.
  public let column: Int
  /// What is wrong.
  public let problem: Problem

  /// A problem at a column.
  init(_ problem: Problem, column: Int) {
    self.problem = problem
    self.column = column
  }

  /// The kinds of problem.
  public enum Problem: Sendable, Equatable {
    /// A character that no expression has.
    case unknownCharacter(String)
    /// Digits that are no plain decimal number.
    case wrongNumber(String)
    /// A quote that is not closed.
    case unterminatedText
    /// Something else than what belongs there; empty text is the end.
    case unexpected(String, expected: String)
    /// A name that no factor has.
    case unknownName(String, known: [String])
    /// A word that the factor it is compared with never is.
    case unknownWord(String, known: [String])
    /// A number where a flag belongs, and the like.
    case wrongKind(FactorValue.Kind, expected: FactorValue.Kind)
    /// Two sides of a comparison that cannot be compared.
    case notComparable(FactorValue.Kind, FactorValue.Kind)
    /// An order between flags or words.
    case noOrder(FactorValue.Kind)
    /// `a < b < c`.
    case chainedComparison
    /// Another number of arguments than the function takes.
    case wrongArguments(function: String, found: Int, expected: String)
    /// More brackets within brackets than that.
    case tooDeep(limit: Int)
    /// More names, numbers and signs than that.
    case tooLong(limit: Int)
    /// A comparison with what is no number at some point, as 0/0 is.
    case undefined
  }
}

extension ConstraintError: CustomStringConvertible {
  /// One line that says where and what.
  public var description: String { "column \(column): \(problem.message)" }
}

extension ConstraintError.Problem {
  /// One line that says what is wrong.
  public var message: String {
    switch self {
    case .unknownCharacter(let character): "no expression has a '\(character)'"
    case .wrongNumber(let text): "'\(text)' is no plain decimal number"
    case .unterminatedText: "the quote is not closed"
    case .unexpected("", let expected): "the expression ends where \(expected) is expected"
    case .unexpected(let found, let expected): "found '\(found)', expected \(expected)"
    case .unknownName(let name, let known):
      "no factor is called '\(name)'; there are \(known.joined(separator: ", "))"
    case .unknownWord(let word, let known): "'\(word)' is none of \(known.joined(separator: ", "))"
    case .wrongKind(let found, let expected): "this is a \(found.rawValue), expected a \(expected.rawValue)"
    case .notComparable(let left, let right):
      "a \(left.rawValue) cannot be compared with a \(right.rawValue)"
    case .noOrder(let kind): "a \(kind.rawValue) is neither less nor more than another; use == or !="
    case .chainedComparison: "comparisons do not chain: write 'a < b and b < c'"
    case .wrongArguments(let function, let found, let expected):
      "\(function) takes \(expected), not \(found)"
    case .tooDeep(let limit): "more than \(limit) levels of brackets and signs"
    case .tooLong(let limit): "more than \(limit) names, numbers and signs"
    case .undefined: "a side of this comparison is not a number at some point, as 0/0 is"
    }
  }
}
