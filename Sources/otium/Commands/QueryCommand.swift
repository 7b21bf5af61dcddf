public import ArgumentParser
import Foundation
public import Reporting

extension QueryFormat: ExpressibleByArgument {}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask a results database in SQL.",
    discussion: """
      The database is only read. Start with the views v_run, v_final, v_yearly and v_effect; the tables 'indicator' \
      and 'column_doc' say what the columns mean.

        otium query Reports/automation-ubi.sqlite 'SELECT * FROM v_effect_final' --format csv
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Argument(help: "One SQL statement; - reads it from the standard input.")
  var sql: String

  @Option(help: "How to print the answer: table, csv, json or markdown.")
  var format: QueryFormat = .table

  func run() throws {
    do {
      try Query(database).answer(try statement(), format) { try Output.write($0) }
    } catch let error as ReportError {
      // What was already written comes first.
      try Output.flush()
      throw Failure(error)
    }
  }

  private func statement() throws -> String {
    guard sql == "-" else { return sql }
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(data: input, encoding: .utf8) else {
      throw Failure(.badData, "the standard input is not UTF-8 text")
    }
    return text
  }
}
