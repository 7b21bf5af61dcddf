import ArgumentParser
import Economy
import Foundation
import Scenarios

struct PopulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population", abstract: "Make populations from surveys.", subcommands: [Import.self])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Make a population file of the households of a survey.",
      discussion: """
        The survey is the extract of the Current Population Survey that the Python package taxcalc carries (CC0). \
        It is found where that package is installed. A scenario then names the population file: \
        'population: {persons: 100000, file: us.population}'. The command ends with what was imported beside the \
        survey's own totals and the economy file.

          python3 -m pip install taxcalc
          otium population import --economy Scenarios/economies/us.yaml --output us.population
        """)

    enum Money: String, ExpressibleByArgument, CaseIterable { case survey, economy }

    @Option(
      help: "The economy file, for the occupations and ages that the survey lacks.",
      completion: .file(extensions: ["yaml", "yml"]))
    var economy: String

    @Option(name: [.short, .long], help: "The population file to write; one that is there is replaced.")
    var output: String

    @Option(help: "The survey file, cps.csv.gz or the same unpacked.")
    var file: String?

    @Option(
      help: "Whose money the amounts are in: survey (as they are), or economy (raised to its mean wage).")
    var money: Money = .survey

    func run() throws {
      do {
        let country = try EconomyFile.load(economy)
        let population = try PopulationImport.cps(
          from: PopulationImport.surveyFile(file), calibration: country.calibration,
          money: money == .survey ? .survey : .economy)
        try PopulationFile.write(population, to: output)
        try Output.write(population.report.description)
      } catch let errors as ScenarioErrors {
        throw Failure(errors)
      } catch let error as PopulationError {
        throw Failure(error)
      }
    }
  }
}
