import Foundation
import GRDB

/// A database as a file: what can be known about it before it is opened.
struct DatabaseFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// The path from the root. SQLite would read one that starts with `file:` as a URI.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }

  private enum Kind { case absent, empty, database, directory, special, other }

  private func kind(unreadable: ReportError.Kind) throws(ReportError) -> Kind {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: Self.absolute(resolved)) else {
      return .absent
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: return .directory
    case .typeRegular: break
    default: return .special
    }
    guard let handle = FileHandle(forReadingAtPath: Self.absolute(path)) else {
      throw ReportError(unreadable, "'\(path)' cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { try? handle.close() }
    let head = (try? handle.read(upToCount: 16)) ?? Data()
    if head.isEmpty { return .empty }
    return head.elementsEqual("SQLite format 3\0".utf8) ? .database : .other
  }

  /// The file that the path names, links followed.
  private var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// Checks that a results database is, or may be, at the path, without touching what is there.
  ///
  /// - Parameters:
  ///   - owner: the kind of database that is wanted, as its `application_id`.
  ///   - version: the newest schema of that kind that this program knows.
  func prepareForWriting(
    patience: Double, owner: Int32 = Schema.applicationID, version: Int = Schema.version
  ) throws {
    switch try kind(unreadable: .cannotCreate) {
    case .absent: try createFolder()
    case .empty: break
    case .directory:
      throw ReportError(.cannotCreate, "'\(path)' is a folder; the results need the name of a file")
    case .special: throw ReportError(.cannotCreate, "'\(path)' is not a regular file")
    case .other: throw ReportError.notADatabase(path)
    case .database: try checkOwner(patience: patience, wanted: owner, known: version)
    }
  }

  /// Makes the folders that the file is to lie in.
  func prepareFolder() throws(ReportError) {
    if case .absent = try kind(unreadable: .cannotCreate) { try createFolder() }
  }

  /// Checks that there is a database to read.
  func checkReadable() throws(ReportError) {
    switch try kind(unreadable: .inputOutput) {
    case .absent: throw ReportError(.missing, "there is no file '\(path)'")
    case .directory: throw ReportError(.unsuitable, "'\(path)' is a folder, not a database")
    case .special: throw ReportError(.unsuitable, "'\(path)' is not a regular file")
    case .other, .empty: throw ReportError(.unsuitable, "'\(path)' is not an SQLite database")
    case .database: break
    }
  }

  private func createFolder() throws(ReportError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ReportError(
        .cannotCreate, "the folder '\(folder)' cannot be created: \(Self.reason(error, folder: folder))")
    }
  }

  /// Why a folder cannot be made.
  private static func reason(_ error: any Error, folder: String) -> String {
    var ancestor = URL(fileURLWithPath: folder)
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: ancestor.path, isDirectory: &isFolder) {
      ancestor.deleteLastPathComponent()
    }
    guard isFolder.boolValue else { return "'\(ancestor.path)' is a file" }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = underlying.flatMap { $0.domain == NSPOSIXErrorDomain ? $0.code : nil }
    return posix.map { String(cString: strerror(Int32($0))) } ?? error.localizedDescription
  }

  private func checkOwner(patience: Double, wanted: Int32, known: Int) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    let queue = try DatabaseQueue(path: Self.absolute(path), configuration: configuration)
    let (owner, version, tables) = try queue.read { db in
      try (
        Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    try queue.close()
    if owner == 0 && tables == 0 { return }
    guard owner == wanted else {
      let holds =
        switch owner {
        case Schema.applicationID: "holds the results of 'otium run'"
        case SweepSchema.applicationID: "holds a sweep"
        default: "is the database of another program"
        }
      throw ReportError(.unsuitable, "'\(path)' \(holds); it was left as it is. Name another file")
    }
    guard version <= known else {
      throw ReportError(
        .unsuitable,
        "'\(path)' was written by a newer otium (schema \(version), this one knows \(known)); "
          + "it was left as it is. Use that otium, or name another file")
    }
  }

  /// A connection that can only read.
  static func reader(_ path: String) throws -> DatabaseQueue {
    try DatabaseFile(path).checkReadable()
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    return try DatabaseQueue(path: absolute(path), configuration: configuration)
  }

  /// A connection to a file that nobody will ever write to again. SQLite sets no locks, which disks shared by
  /// several machines may not offer, and leaves nothing beside the file.
  static func published(_ path: String) throws -> DatabaseQueue {
    try DatabaseFile(path).checkReadable()
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: immutable(path), configuration: configuration)
  }

  /// The name by which SQLite opens a file that does not change.
  static func immutable(_ path: String) -> String {
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: "?#%")
    let name = absolute(path).addingPercentEncoding(withAllowedCharacters: allowed) ?? absolute(path)
    return "file:\(name)?mode=ro&immutable=1"
  }

  /// Ends the writing of a database in WAL mode: it becomes a single ordinary file, which may be copied, mailed and
  /// read from a read-only folder.
  /// - Returns: false where another program still has the file open, so that it keeps its `-wal` file until
  ///   that program ends.
  static func close(_ queue: DatabaseQueue) throws -> Bool {
    let isSingleFile = try queue.writeWithoutTransaction { db in
      // Statistics only make queries faster: a full disk is no reason to leave the file unfinished.
      try? db.execute(sql: "ANALYZE")
      // Whoever else has the file open may keep it for hours: do not wait for that.
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      do {
        _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") == "delete"
      } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
        return false
      }
    }
    try queue.close()
    return isSingleFile
  }
}
