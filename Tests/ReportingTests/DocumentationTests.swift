import Foundation
import Reporting
import Testing

/// What `Documentation/Results.md` says about the database.
struct DocumentationTests {
  let folder: TemporaryFolder
  let path: String
  let page: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("results.sqlite")
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    page = try String(contentsOf: root.appendingPathComponent("Documentation/Results.md"), encoding: .utf8)
  }

  /// The queries of the page.
  private var queries: [String] {
    page.components(separatedBy: "```sql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  @Test func `every query of the page runs`() throws {
    #expect(queries.count == 5)
    for query in queries { _ = try rows(path, query) }
  }

  @Test func `the first query gives effect and standard error as the printed table does`() throws {
    let answer = try rows(path, queries[0])
    // Effects 10 and 20: mean 15, standard deviation √50, standard error 5.
    let numbers = try #require(answer.first).dropFirst(2).compactMap(Double.init)
    #expect(answer.count == 1 && numbers.count == 3)
    #expect(numbers[0] == 2)
    #expect(abs(numbers[1] - 15) < 1e-9 && abs(numbers[2] - 5) < 1e-6)
  }

  @Test func `every table and view is on the page`() throws {
    let names = try rows(
      path,
      """
      SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations'
      """)
    for name in names.flatMap({ $0 }) { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}
