import ArgumentParser
import Foundation
import Reporting

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write what a database holds as a page to read, print and pass on.",
    discussion: """
      The page is one HTML file with the finding, key figures, charts, the data and the query behind each of them, \
      assumptions and origin. It needs no network.

        otium report Reports/automation-ubi.sqlite
        otium report Reports/automation-ubi.sqlite --output ubi.html
        otium report Reports/*.sqlite --overview --output Reports/index.html
      """)

  @Argument(
    help: "The database, of runs or a sweep; several with --overview.",
    completion: .file(extensions: ["sqlite"]))
  var databases: [String]

  @Option(
    name: [.short, .long], help: "The file to write (default: the database's name with .html; - prints it).",
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(help: "The experiment to report, by name; its latest run counts (default: the latest of all).")
  var experiment: String?

  @Flag(help: "One page over the reports of several databases, which lie beside it.")
  var overview = false

  func validate() throws {
    if databases.isEmpty { throw ValidationError("name a database.") }
    if !overview, databases.count > 1 {
      throw ValidationError("\(databases.count) databases: one at a time, or --overview over all of them.")
    }
    if overview, experiment != nil {
      throw ValidationError("--experiment belongs to the report of one database.")
    }
  }

  func run() throws {
    let program = "otium \(Version.text)"
    do {
      let html =
        overview
        ? try ReportOverview(databases, program: program).html
        : try ReportPage(databases[0], experiment: experiment, program: program).html
      guard output != "-" else { return try Output.write(html) }
      let first = URL(fileURLWithPath: databases[0])
      let beside =
        overview
        ? first.deletingLastPathComponent().appendingPathComponent("index") : first.deletingPathExtension()
      let path = output ?? beside.relativePath + ".html"
      try OutputFile.write(html, to: path)
      try Output.write("Report: \(path)\n")
    } catch let error as ReportError {
      throw Failure(error)
    }
  }
}
