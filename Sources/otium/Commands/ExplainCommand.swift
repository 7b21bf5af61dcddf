import ArgumentParser
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

  func run() throws {
    do {
      try Output.write(try Explain.text(path: path, economy: try economy.map { try EconomyFile.load($0) }))
    } catch let errors as ScenarioErrors {
      throw Failure(errors)
    }
  }
}
