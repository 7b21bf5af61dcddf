import ArgumentParser
import Reporting

struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity", abstract: "Say what matters in a sweep, and where.",
    discussion: """
      Answers the questions under 'analysis' in the experiment file from the runs that are complete, also while the \
      sweep goes on. Without questions: Sobol' indices for a saltelli design, elementary effects for morris, else a \
      regression. '!' marks what is not known well enough yet. Documentation/Sensitivity.md has methods and references.

        otium sensitivity Reports/what-matters.sqlite
        otium sensitivity Reports/what-matters.sqlite --format csv
      """)

  @Argument(help: "The database of a sweep.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Option(
    help:
      "Least share of a PRIM box's points that is of interest (default: half way from all points' share to 1)."
  )
  var density: Double?

  @Option(help: "How to print the answer: table is text for reading, the others have a row a number.")
  var format: QueryFormat = .table

  func validate() throws {
    if let density, !(density > 0 && density <= 1) {
      throw ValidationError("--density \(density): a share above 0, at most 1.")
    }
  }

  func run() throws {
    do {
      let report = try SensitivityReport(database: database, density: density)
      if format == .table {
        try Output.write(report.text)
      } else {
        try report.write(format) { try Output.write($0) }
      }
      try Output.flush()
      if !report.hasAnswers {
        throw Failure(.badData, "no question has an answer yet: see 'otium sensitivity \(database)'")
      }
    } catch let error as ReportError {
      throw Failure(error)
    }
  }
}
