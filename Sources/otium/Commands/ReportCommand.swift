import ArgumentParser
import Foundation
import Reporting

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write what a database holds as a page to read, print and pass on.",
    discussion: """
      The page is one HTML file with the finding, key figures, charts, the data and the query behind each of them, \
      assumptions and origin. It needs no network and no script.

        otium report Reports/automation-ubi.sqlite
        otium report Reports/automation-ubi.sqlite --output ubi.html
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Option(
    name: [.short, .long], help: "The file to write (default: the database's name with .html; - prints it).",
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(help: "The experiment to report, by name; its latest run counts (default: the latest of all).")
  var experiment: String?

  func run() throws {
    do {
      let page = try ReportPage(database, experiment: experiment, program: "otium \(Version.text)")
      guard output != "-" else { return try Output.write(page.html) }
      let path = output ?? URL(fileURLWithPath: database).deletingPathExtension().relativePath + ".html"
      try OutputFile.write(page.html, to: path)
      try Output.write("Report: \(path)\n")
    } catch let error as ReportError {
      throw Failure(error)
    }
  }
}
