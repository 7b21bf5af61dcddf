import Economy
import GRDB
import GRDBSQLite

/// A prepared insertion that binds values straight into SQLite: ten times faster than records.
struct BulkInsert {
  private let statement: Statement
  private let pointer: SQLiteStatement
  private let connection: SQLiteConnection?
  private var index: Int32 = 0

  /// - Parameter columns: bound in this order, for each row.
  init(_ db: Database, into table: String, _ columns: [String]) throws {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    statement = try db.cachedStatement(sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(places))")
    pointer = statement.sqliteStatement
    connection = db.sqliteConnection
  }

  mutating func bind(_ value: Int64) {
    index += 1
    sqlite3_bind_int64(pointer, index, value)
  }

  /// Binds a number; NULL where it is not defined.
  mutating func bind(_ value: Double) {
    index += 1
    if value.isFinite {
      sqlite3_bind_double(pointer, index, value)
    } else {
      sqlite3_bind_null(pointer, index)
    }
  }

  /// Binds a text; NULL where there is none.
  mutating func bind(_ value: String?) {
    index += 1
    guard let value else {
      sqlite3_bind_null(pointer, index)
      return
    }
    sqlite3_bind_text(pointer, index, value, -1, Self.copied)
  }

  /// Inserts the row whose values were bound.
  mutating func insert() throws {
    index = 0
    let code = sqlite3_step(pointer)
    // The message has to be read before the reset replaces it.
    let message = code == SQLITE_DONE ? nil : sqlite3_errmsg(connection).map { String(cString: $0) }
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }

  /// Tells SQLite to copy a text before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
