public import ArgumentParser
import Foundation
public import Reporting

extension QueryFormat: ExpressibleByArgument {}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask a results database, in SQL or by the name of a query.",
    discussion: """
      The database is only read. '--list' names the queries that need no SQL. In SQL, start with the views whose names \
      begin with v_; the table 'column_doc' says what all columns mean.

        otium query Reports/automation-ubi.sqlite --list
        otium query Reports/automation-ubi.sqlite losers --by decile
        otium query Reports/automation-ubi.sqlite timeseries unemployment_rate
        otium query Reports/automation-ubi.sqlite 'SELECT * FROM v_effect_final' --format csv
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Argument(help: "The name of a query, or one SQL statement; - reads it from the standard input.")
  var sql: String?

  @Argument(help: "What the named query is about.")
  var words: [String] = []

  @Option(help: "What the named query tells apart.")
  var by: String?

  @Flag(help: "Name the queries that there are for this database.")
  var list = false

  @Option(help: "How to print the answer.")
  var format: QueryFormat = .table

  func validate() throws {
    guard list == (sql == nil) else {
      throw ValidationError("Either --list, or the name of a query, or SQL.")
    }
  }

  func run() throws {
    do {
      let query = try Query(database)
      guard let sql else { return try Output.write(try query.list()) }
      try query.answer(try statement(sql, query), format) { try Output.write($0) }
    } catch let error as ReportError {
      // What was already written comes first.
      try Output.flush()
      throw Failure(error)
    }
  }

  private func statement(_ sql: String, _ query: Query) throws -> String {
    guard sql == "-" else {
      if let named = try query.named(sql, words, by: by) { return named }
      if let word = words.first ?? by {
        throw Failure(.usage, "'\(sql)' is no named query that '\(word)' could belong to: see --list")
      }
      return sql
    }
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(data: input, encoding: .utf8) else {
      throw Failure(.badData, "the standard input is not UTF-8 text")
    }
    return text
  }
}
