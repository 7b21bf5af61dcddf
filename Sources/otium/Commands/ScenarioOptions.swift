import ArgumentParser
import Scenarios

/// The scenario that a command simulates, and what the command line puts in place of the file's values.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "Persons to simulate, in place of the file's.")
  var persons: Int?

  @Option(help: "Seed of the first replication, in place of the file's.")
  var seed: UInt64?

  @Option(help: "Replications, which differ in their seed only, in place of the file's.")
  var replications: Int?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value of the scenario; may be repeated.", valueName: "path=value"))
  var settings: [String] = []

  /// - Parameter months: in place of the file's.
  func scenario(months: Int?) throws -> Scenario {
    do {
      let overrides = Overrides(
        persons: persons, months: months, seed: seed, replications: replications,
        settings: try settings.map { try Overrides.Setting(parsing: $0) })
      return try Scenario.load(file, overrides: overrides) { path, occupations in
        try PopulationFile.read(path, occupations: occupations)
      }
    } catch let errors as ScenarioErrors {
      throw Failure(errors)
    }
  }

  /// Refuses numbers of threads that no machine runs.
  static func check(threads: Int?) throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): from 1 to 1024 are possible.")
    }
  }
}
