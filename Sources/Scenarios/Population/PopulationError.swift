/// What can be wrong with a survey file, a population file or their use.
public enum PopulationError: Error, Sendable, Equatable {
  /// There is no file of that name.
  case missingFile(String)
  /// The file is there but the system does not give its contents.
  case unreadable(String, reason: String)
  /// The file cannot be written.
  case unwritable(String, reason: String)
  /// The file ends too early.
  case truncated(String, detail: String)
  /// The survey file lacks columns.
  case missingColumns(String, columns: [String])
  /// A cell does not hold what its column holds.
  case malformed(String, line: Int, column: String, found: String, expected: String)
  /// The file is something else.
  case notAPopulationFile(String)
  /// The population file was written by another version of the program.
  case unsupportedVersion(String, found: String)
  /// The population file names an occupation that the economy file does not have.
  case unknownOccupation(String, code: String)
  /// The economy file lacks what the import needs.
  case economy(String)
  /// The survey file of `taxcalc` is not installed.
  case notInstalled
}

extension PopulationError: CustomStringConvertible {
  /// The message for the user.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "there is no file \(path)"
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      "\(path) cannot be written: \(reason)"
    case .truncated(let path, let detail):
      "\(path) is cut off: \(detail)"
    case .missingColumns(let path, let columns):
      "\(path) is not the survey file of taxcalc: it has no column \(columns.joined(separator: ", "))"
    case .malformed(let path, let line, let column, let found, let expected):
      "\(path):\(line): \(column): expected \(expected), found '\(found)'"
    case .notAPopulationFile(let path):
      "\(path) is not a population file: its first line is not '\(PopulationFile.signature)'; "
        + "'otium population import' writes one"
    case .unsupportedVersion(let path, let found):
      "\(path) is a population file of version \(found), this program reads version "
        + "\(PopulationFile.version): import the survey again"
    case .unknownOccupation(let path, let code):
      "\(path) names the occupation \(code), which the economy file does not have: "
        + "import the survey again with this economy"
    case .economy(let what):
      "the economy file does not suit the import: \(what)"
    case .notInstalled:
      """
      the survey file cps.csv.gz was not found; it comes with the Python package taxcalc (CC0): install it with
        python3 -m pip install taxcalc
      or name the file with --file
      """
    }
  }
}
