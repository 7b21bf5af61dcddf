import ArgumentParser
import Economy
import Foundation
import Scenarios

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenario and economy files without running them.",
    discussion: """
      All errors of all files are reported, each with its line, and with what was probably meant.

        otium validate Scenarios/automation-ubi.yaml Scenarios/economies/us.yaml
      """)

  @Argument(help: "Scenario or economy files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  func run() throws {
    var failures: [Failure] = []
    for file in files {
      do {
        try Output.write("\(file): \(try Self.summary(of: file))\n")
      } catch let errors as ScenarioErrors {
        failures.append(Failure(errors))
      }
    }
    try Output.flush()
    guard let worst = failures.first(where: { $0.code == .badData }) ?? failures.first else { return }
    throw Failure(worst.code, lines: failures.map(\.message))
  }

  private static func summary(of file: String) throws(ScenarioErrors) -> String {
    if isEconomy(file) {
      let economy = try EconomyFile.load(file)
      return "a valid economy, \(economy.calibration.name)"
    }
    let scenario = try Scenario.load(file) { path, occupations in
      try PopulationFile.read(path, occupations: occupations)
    }
    let reforms = scenario.variants.count - 1
    return "a valid scenario, '\(scenario.title)', with \(reforms) reform\(reforms == 1 ? "" : "s")"
  }

  /// Economy files have a key that scenario files cannot have.
  private static func isEconomy(_ file: String) -> Bool {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
    return text.split(separator: "\n").contains { $0.hasPrefix("parameters:") || $0.hasPrefix("tables:") }
  }
}
