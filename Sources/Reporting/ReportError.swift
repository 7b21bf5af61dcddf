/// Why results could not be kept or read: one sentence for the user, and the kind of trouble for the exit code.
public struct ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble.
  public let kind: Kind
  /// What was wrong with what, and what would have been right.
  public let description: String

  /// The kinds of trouble that a caller may want to tell apart.
  public enum Kind: Sendable, Equatable {
    /// The file to read does not exist.
    case missing
    /// The file cannot be created or written.
    case cannotCreate
    /// The file is no database, or not one that this program may write.
    case unsuitable
    /// Reading or writing failed half-way: a full disk, a broken one.
    case inputOutput
    /// Another program keeps the database locked.
    case busy
    /// The query is wrong.
    case query
  }

  /// An error of a kind.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
