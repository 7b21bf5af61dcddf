import ArgumentParser
import Reporting
import Scenarios

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what can be set in a scenario: meaning, unit, bounds, default, source.",
    discussion: """
        otium explain                        everything
        otium explain automation             a group
        otium explain basic_income.adult     one parameter
      """)

  @Argument(help: "A dotted path, as --set takes it; everything without one.")
  var path: String?

  @Option(
    help: "An economy file, whose values and sources are then shown.",
    completion: .file(extensions: ["yaml", "yml"]))
  var economy: String?

  @Option(
    help: "How to print it: words are for reading, the others have a row a parameter.")
  var format: Format = .words

  enum Format: String, ExpressibleByArgument, CaseIterable { case words, table, csv, json, markdown }

  func run() throws {
    do {
      let economy = try economy.map { try EconomyFile.load($0) }
      guard let format = QueryFormat(rawValue: format.rawValue) else {
        return try Output.write(try Explain.text(path: path, economy: economy))
      }
      let rows = TextRows(Explain.columns, try Explain.rows(path: path, economy: economy))
      try Output.write(try rows.text(format))
    } catch let errors as ScenarioErrors {
      throw Failure(errors)
    }
  }
}
