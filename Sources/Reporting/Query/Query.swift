import Foundation
import GRDBSQLite

/// Asks a database in SQL, and cannot change it: the connection is read-only, one statement is accepted, and
/// SQLite refuses it to attach other files or to set anything.
public final class Query {
  let path: String
  private let connection: OpaquePointer

  /// Opens a database for reading.
  public init(_ path: String) throws(ReportError) {
    try DatabaseFile(path).checkReadable()
    self.path = path
    let absolute = DatabaseFile.absolute(path)
    do {
      connection = try Self.open(absolute, flags: SQLITE_OPEN_READONLY, path: path)
    } catch {
      guard !Self.hasUnfinishedLog(absolute) else { throw error }
      // A file in WAL mode in a folder that may not be written: nobody else can be writing it either.
      let escaped = absolute.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? absolute
      connection = try Self.open(
        "file://\(escaped)?mode=ro&immutable=1", flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path: path)
    }
    sqlite3_set_authorizer(
      connection,
      { _, action, first, second, _, _ in
        Query.isReading(action, first, second) ? SQLITE_OK : SQLITE_DENY
      }, nil)
  }

  deinit { sqlite3_close_v2(connection) }

  /// Whether results are still in the log beside the file, as they are while somebody writes it.
  private static func hasUnfinishedLog(_ path: String) -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    return (size ?? 0) > 0
  }

  private static func open(_ file: String, flags: Int32, path: String) throws(ReportError) -> OpaquePointer {
    var connection: OpaquePointer?
    var code = sqlite3_open_v2(file, &connection, flags, nil)
    if code == SQLITE_OK {
      sqlite3_busy_timeout(connection, 10_000)
      // The first look at the file happens here, not in the opening.
      let look = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; SELECT count(*) FROM sqlite_schema"
      code = sqlite3_exec(connection, look, nil, nil, nil)
    }
    guard code == SQLITE_OK, let connection else {
      let reason = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(connection)
      let kind: ReportError.Kind =
        switch code & 0xFF {
        case SQLITE_NOTADB, SQLITE_CORRUPT: .unsuitable
        case SQLITE_BUSY: .busy
        default: .inputOutput
        }
      throw ReportError(kind, "'\(path)' cannot be read: \(reason)")
    }
    return connection
  }

  /// What a statement may do: read tables, call functions, look at the schema.
  private static func isReading(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    // How SQLite asks when a query uses a table-valued function; nothing is updated, and a real update of the
    // schema is refused by the read-only connection.
    case SQLITE_UPDATE: first.map { String(cString: $0) } == "sqlite_master"
    case SQLITE_FUNCTION: second.map { String(cString: $0) } != "load_extension"
    case SQLITE_PRAGMA: first.map { readingPragmas.contains(String(cString: $0).lowercased()) } ?? false
    default: false
    }
  }

  private static let readingPragmas: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "foreign_key_check", "integrity_check", "quick_check", "database_list", "compile_options",
  ]

  /// Answers a query.
  /// - Parameters:
  ///   - sql: one statement.
  ///   - format: how to write the answer.
  ///   - output: takes the answer piece by piece.
  public func answer(
    _ sql: String, _ format: QueryFormat, _ output: @escaping (String) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    let columns = (0..<sqlite3_column_count(statement)).map {
      String(cString: sqlite3_column_name(statement, $0))
    }
    var writer: any RowWriter = format.writer(columns, output)
    try step(statement) { try writer.write($0) }
    try writer.finish()
  }

  /// The rows of a query's answer, one after the other.
  func rows(_ sql: String, _ body: ([QueryValue]) throws -> Void) throws {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    try step(statement, body)
  }

  private func step(_ statement: OpaquePointer, _ body: ([QueryValue]) throws -> Void) throws {
    let columns = 0..<sqlite3_column_count(statement)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(columns.map { Self.value(statement, $0) })
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// The rows of an answer.
  func rows(_ sql: String) throws -> [[QueryValue]] {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    var rows: [[QueryValue]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { Self.value(statement, $0) })
      case SQLITE_DONE: return rows
      case let code: throw failure(code)
      }
    }
  }

  private func prepare(_ sql: String) throws(ReportError) -> OpaquePointer {
    var bytes = Array(sql.utf8CString)
    var statements: [OpaquePointer] = []
    let code = bytes.withUnsafeMutableBufferPointer { text in
      var rest: UnsafePointer<CChar>? = UnsafePointer(text.baseAddress)
      var code = SQLITE_OK
      // Comments and blanks prepare to nothing.
      while code == SQLITE_OK, let start = rest, start.pointee != 0, statements.count < 2 {
        var statement: OpaquePointer?
        code = sqlite3_prepare_v2(connection, start, -1, &statement, &rest)
        if let statement { statements.append(statement) }
      }
      return code
    }
    if statements.count == 1 && code == SQLITE_OK && sqlite3_stmt_readonly(statements[0]) != 0 {
      return statements[0]
    }
    let error =
      statements.count == 2
      ? ReportError(.query, "one statement at a time: there is a second one after the ';'")
      : statements.isEmpty && code == SQLITE_OK ? ReportError(.query, "the query is empty") : failure(code)
    for statement in statements { sqlite3_finalize(statement) }
    throw error
  }

  private func failure(_ code: Int32) -> ReportError {
    let reason = String(cString: sqlite3_errmsg(connection))
    switch code & 0xFF {
    case SQLITE_AUTH, SQLITE_READONLY, SQLITE_OK:
      return ReportError(.query, "a query may only read, and from this file only (\(reason))")
    case SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_NOTADB:
      return ReportError(.inputOutput, "'\(path)' cannot be read: \(reason)")
    default:
      let hint =
        reason.hasPrefix("no such table")
        ? ". There are: " + tables.joined(separator: ", ")
        : reason.hasPrefix("no such column")
          ? ". 'SELECT * FROM column_doc' lists the columns of each table with their meanings" : ""
      return ReportError(.query, "SQL: \(reason)\(hint)")
    }
  }

  /// The tables and views that a query may name.
  private var tables: [String] {
    var statement: OpaquePointer?
    let sql = """
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
      AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'grdb_migrations' ORDER BY type, name
      """
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
    defer { sqlite3_finalize(statement) }
    var names: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      names.append(String(cString: sqlite3_column_text(statement, 0)))
    }
    return names
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> QueryValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(statement, column), as: UTF8.self))
    case SQLITE_BLOB: .blob(bytes(statement, column))
    default: .null
    }
  }

  private static func bytes(_ statement: OpaquePointer, _ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }
}
