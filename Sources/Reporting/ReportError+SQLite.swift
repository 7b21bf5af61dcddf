import GRDB

extension ReportError {
  /// The error that stands for one of SQLite's.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ReportError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self.init(.inputOutput, "'\(path)': \(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_FULL:
      self.init(.inputOutput, "no space left for '\(path)'; what was already written to it is kept")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, "'\(path)' is locked by another program; try again when that has finished")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self.init(.cannotCreate, "'\(path)' cannot be written: \(reason)")
    case .SQLITE_NOTADB: self = .notADatabase(path)
    case .SQLITE_CORRUPT:
      self.init(.unsuitable, "'\(path)' is damaged: \(reason); 'sqlite3 FILE .recover' may save its content")
    default: self.init(.inputOutput, "'\(path)' could not be written: \(reason)")
    }
  }

  static func notADatabase(_ path: String) -> ReportError {
    ReportError(.unsuitable, "'\(path)' is not an SQLite database; it was left as it is")
  }
}
