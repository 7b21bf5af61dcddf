import Economy
import Experiments
import Foundation
import GRDB
import Reporting
import Testing

/// What happens when the file is not what the store hopes for.
struct OpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("results.sqlite")
  }

  /// Expects an error of a kind whose text has all the parts, and the file's bytes unchanged.
  private func expectRefusal(
    _ path: String, _ kind: ReportError.Kind, _ parts: String..., location: SourceLocation = #_sourceLocation
  ) {
    let before = FileManager.default.contents(atPath: path)
    let error = #expect(throws: ReportError.self, sourceLocation: location) {
      try ResultStore(path: path, program: "otium test", patience: 0.1)
    }
    #expect(error?.kind == kind, sourceLocation: location)
    for part in parts + ["'"] {
      #expect(
        error?.description.contains(part) == true, "\(String(describing: error))", sourceLocation: location)
    }
    #expect(FileManager.default.contents(atPath: path) == before, sourceLocation: location)
  }

  /// Runs SQL on the file with an ordinary connection.
  private func edit(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `folders that do not exist are made`() throws {
    let deep = folder.file("a/b/results.sqlite")
    try ResultStore.open(deep).close()
    #expect(try rows(deep, "SELECT count(*) FROM run") == [["0"]])
  }

  @Test func `a name that SQLite would read as a URI is a name`() throws {
    let odd = folder.file("file:odd?mode=memory.sqlite")
    try ResultStore.open(odd).close()
    #expect(try rows(odd, "SELECT count(*) FROM run") == [["0"]])
  }

  @Test func `an empty file becomes a database`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    try ResultStore.open(path).close()
    #expect(try rows(path, "SELECT count(*) FROM run") == [["0"]])
  }

  @Test func `a folder is refused`() { expectRefusal(folder.path, .cannotCreate, "is a folder") }

  @Test func `a device is refused`() { expectRefusal("/dev/null", .cannotCreate, "not a regular file") }

  @Test func `a folder that cannot be made is refused with the reason`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: Data("a file".utf8)))
    expectRefusal(path + "/results.sqlite", .cannotCreate, "cannot be created", "is a file")
  }

  @Test func `a place that cannot be written is refused with the reason`() {
    expectRefusal("/proc/results.sqlite", .cannotCreate, "cannot be written")
  }

  @Test func `a file that is no database is refused and kept`() throws {
    try Data("date,value\n2027-01,3\n".utf8).write(to: URL(fileURLWithPath: path))
    expectRefusal(path, .unsuitable, "is not an SQLite database", "left as it is")
  }

  @Test func `a file that only starts like a database is refused and kept`() throws {
    try Data("SQLite format 3\0 and then something else altogether".utf8).write(
      to: URL(fileURLWithPath: path))
    expectRefusal(path, .unsuitable, "is not an SQLite database", "left as it is")
  }

  @Test func `another program's database is refused and kept`() throws {
    try edit("CREATE TABLE run (id INTEGER); INSERT INTO run VALUES (1)")
    expectRefusal(path, .unsuitable, "database of another program", "left as it is")
  }

  @Test func `a database with another program's mark is refused even while it is empty`() throws {
    try edit("PRAGMA application_id = 1196444487")
    expectRefusal(path, .unsuitable, "database of another program")
  }

  @Test func `a database of a newer otium is refused and kept`() throws {
    try ResultStore.open(path).close()
    try edit("PRAGMA user_version = 3")
    expectRefusal(path, .unsuitable, "newer otium (schema 3, this one knows 2)")
  }

  @Test func `a damaged database is refused`() throws {
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
    var bytes = try #require(FileManager.default.contents(atPath: path))
    // The schema's page, after the file's header.
    for index in 100..<4096 { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    expectRefusal(path, .unsuitable, "is damaged")
  }

  @Test func `a database that another program keeps locked is reported as such`() throws {
    try ResultStore.open(path).close()
    let holder = try DatabaseQueue(path: path)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      expectRefusal(path, .busy, "is locked by another program")
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test func `an older database gets the columns that it lacks and keeps its runs`() throws {
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
    let views = try rows(path, "SELECT name FROM sqlite_schema WHERE type = 'view'").flatMap { $0 }
    try edit(views.map { "DROP VIEW \($0);" }.joined() + "ALTER TABLE monthly DROP COLUMN gini_wealth")
    let reopened = try ResultStore.open(path)
    try reopened.feed()
    try reopened.close()
    let values = try rows(path, "SELECT run_set, max(gini_wealth) FROM v_monthly GROUP BY run_set")
    #expect(values == [["1", ""], ["2", "0.30000000000000004"]])
    #expect(try rows(path, "SELECT count(*) FROM v_effect") == [["96"]])
  }

  @Test func `columns that a different version added stay in tables and views`() throws {
    try ResultStore.open(path).close()
    try edit("ALTER TABLE monthly ADD COLUMN happiness REAL")
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
    #expect(try rows(path, "SELECT count(*), max(happiness) FROM v_final") == [["4", ""]])
  }

  @Test func `a full disk is reported, and nothing already written is lost`() throws {
    let runs = (0..<400).map { RunDescription.sample("baseline", replication: $0) }
    let store = try ResultStore.open(path, pageLimit: 100)
    var kept = 0
    let error = #expect(throws: ReportError.self) {
      for identifier in try store.begin(runs) {
        for year in 0..<2 {
          try store.record(.year(year, level: 1), of: identifier)
          kept += 12
        }
      }
    }
    #expect(error?.kind == .inputOutput)
    #expect(error?.description.contains("no space left for '\(path)'") == true)
    #expect(kept > 0)
    try store.close()
    #expect(try rows(path, "PRAGMA integrity_check") == [["ok"]])
    #expect(try rows(path, "SELECT count(*) FROM monthly") == [[String(kept)]])
    #expect(try rows(path, "SELECT sum(months_done) FROM v_incomplete") == [[String(kept)]])
  }
}
