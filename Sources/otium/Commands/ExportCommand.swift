import ArgumentParser
import Reporting

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a results database as comma-separated files.",
    discussion: """
      A file a table and view (RFC 4180, all digits, NULL as an empty field); column_doc.csv says what the columns mean.

        otium export Reports/ubi-grid.sqlite --csv Reports/ubi-grid
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Option(help: ArgumentHelp("The folder that the files go to.", valueName: "folder"), completion: .directory)
  var csv: String

  func run() throws {
    do {
      for (file, rows) in try Export(database).write(to: csv) { try Output.write("\(file): \(rows) rows\n") }
    } catch let error as ReportError {
      throw Failure(error)
    }
  }
}
