import Experiments
import Foundation
import GRDB
import Reporting
import Testing

struct QueryTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("results.sqlite")
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
  }

  private func answer(_ sql: String, _ format: QueryFormat) throws -> String {
    var text = ""
    try Query(path).answer(sql, format) { text += $0 }
    return text
  }

  /// Every kind of value, and texts that each format has to treat with care.
  private static let kinds = """
    SELECT 1 AS n, 0.1 + 0.2 AS x, NULL AS missing, '' AS "empty", 'a,b "c"' AS quoted, 'l1' || char(10) || 'l2' AS lines,
      'p|q' AS pipe, x'00ff' AS bytes
    """

  @Test func `a table is aligned, numbers to the right, NULL spelt out`() throws {
    #expect(
      try answer(
        "SELECT 'one' AS word, 1.5 AS number UNION ALL SELECT 'three', 22.25 UNION ALL SELECT NULL, NULL",
        .table)
          == """
          word   number
          ─────  ──────
          one      1.50
          three   22.25
          NULL     NULL

          """)
    #expect(
      try answer(Self.kinds, .table).contains("0.300000  NULL            a,b \"c\"  l1\\nl2  p|q   X'00FF'"))
  }

  @Test func `CSV follows RFC 4180, keeps all digits and tells NULL from an empty text`() throws {
    #expect(
      try answer(Self.kinds, .csv) == #"""
        n,x,missing,empty,quoted,lines,pipe,bytes
        1,0.30000000000000004,,"","a,b ""c""","l1
        l2",p|q,X'00FF'

        """#)
  }

  @Test func `JSON has a schema, the columns and an object a row`() throws {
    let text = try answer(Self.kinds, .json)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "otium.query/1")
    #expect((document["columns"] as? [String])?.first == "n")
    let row = try #require((document["rows"] as? [[String: Any]])?.first)
    #expect(row["n"] as? Int == 1)
    #expect(text.contains("\"x\": 0.30000000000000004,"))
    #expect(row["missing"] is NSNull)
    #expect(row["lines"] as? String == "l1\nl2")
  }

  @Test func `JSON numbers columns of one name`() throws {
    #expect(try answer("SELECT 1 AS a, 2 AS a, 3 AS a", .json).contains("{\"a\": 1, \"a_2\": 2, \"a_3\": 3}"))
  }

  @Test func `Markdown escapes its own marks`() throws {
    #expect(
      try answer("SELECT 'p|q' AS word, 2 AS number, NULL AS missing", .markdown) == """
        | word | number | missing |
        | :--- | ---: | :--- |
        | p\\|q | 2 | NULL |

        """)
  }

  @Test(arguments: [
    (QueryFormat.table, "run_id\n──────\n"), (.csv, "run_id\n"),
    (.json, "{\n  \"schema\": \"otium.query/1\",\n  \"columns\": [\"run_id\"],\n  \"rows\": []\n}\n"),
    (.markdown, "| run_id |\n| :--- |\n"),
  ])
  func `an empty answer has its columns`(format: QueryFormat, text: String) throws {
    #expect(try answer("SELECT run_id FROM run WHERE 0", format) == text)
  }

  @Test(arguments: [
    "INSERT INTO meta VALUES ('a', 'b')", "DELETE FROM run", "UPDATE run SET status = 'complete'",
    "DROP TABLE run",
    "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)", "ATTACH '/tmp/other.sqlite' AS other", "DETACH main",
    "VACUUM",
    "VACUUM INTO '/tmp/other.sqlite'", "PRAGMA user_version = 7", "PRAGMA query_only = 0",
    "PRAGMA journal_mode = DELETE", "BEGIN", "SELECT load_extension('x')", "EXPLAIN DELETE FROM run",
    "WITH a AS (SELECT 1) DELETE FROM run", "PRAGMA writable_schema = 1", "REINDEX", "ANALYZE",
    "UPDATE sqlite_master SET sql = ''", "DELETE FROM sqlite_schema",
  ])
  func `whatever does not only read is refused`(sql: String) throws {
    let before = FileManager.default.contents(atPath: path)
    let error = #expect(throws: ReportError.self) { try answer(sql, .csv) }
    #expect(error?.kind == .query)
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test(arguments: [
    ("SELECT 1; SELECT 2", "one statement at a time"), ("", "the query is empty"),
    (" -- nothing\n", "the query is empty"),
    ("SELEC 1", "SQL: near \"SELEC\": syntax error"),
    ("SELECT nonsense FROM run", "SQL: no such column: nonsense"),
    ("SELECT * FROM runs", "SQL: no such table: runs. There are: assumption, balance, budget, column_doc"),
    ("SELECT 1 +", "SQL: incomplete input"), ("SELECT abs(-9223372036854775808)", "SQL: integer overflow"),
    ("DELETE FROM run", "a query may only read"), ("ATTACH 'x' AS y", "a query may only read"),
  ])
  func `errors say what is wrong`(sql: String, message: String) throws {
    let error = #expect(throws: ReportError.self) { try answer(sql, .csv) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func `a semicolon and comments at the end are no second statement`() throws {
    #expect(try answer("SELECT 1 AS a; -- done\n /* really */ ;", .csv) == "a\n1\n")
  }

  @Test func `the schema may be looked at`() throws {
    #expect(try answer("SELECT count(*) > 40 AS many FROM pragma_table_info('monthly')", .csv) == "many\n1\n")
    #expect(try answer("PRAGMA table_info(meta)", .csv).contains("value,TEXT,1"))
    #expect(try answer("EXPLAIN QUERY PLAN SELECT * FROM run", .csv).contains("SCAN run"))
  }

  @Test(arguments: [
    ("absent.sqlite", ReportError.Kind.missing, "there is no file"), ("", .unsuitable, "is a folder"),
    ("text.sqlite", .unsuitable, "is not an SQLite database"),
    ("empty.sqlite", .unsuitable, "is not an SQLite database"),
  ])
  func `a file that cannot be asked is named`(name: String, kind: ReportError.Kind, message: String) throws {
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder.file("text.sqlite")))
    try Data().write(to: URL(fileURLWithPath: folder.file("empty.sqlite")))
    let error = #expect(throws: ReportError.self) { _ = try Query(folder.file(name)) }
    #expect(error?.kind == kind)
    #expect(error?.description.contains(message) == true)
  }

  @Test func `output that fails ends the answer`() throws {
    struct Closed: Error {}
    #expect(throws: Closed.self) {
      try Query(path).answer("SELECT * FROM monthly", .csv) { _ in throw Closed() }
    }
  }
}
