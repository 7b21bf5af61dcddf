import ArgumentParser
import Designs
import Economy
import Foundation
import Scenarios

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenario, experiment and economy files without running them.",
    discussion: """
      All errors of all files are reported, each with its line, and with what was probably meant.

        otium validate Scenarios/automation-ubi.yaml Scenarios/sweeps/ubi-grid.yaml Scenarios/economies/us.yaml
      """)

  @Argument(help: "Scenario, experiment or economy files.", completion: .file(extensions: ["yaml", "yml"]))
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
    switch FileKind(ofFile: file) {
    case .economy: return "a valid economy, \(try EconomyFile.load(file).calibration.name)"
    case .experiment:
      let sweep = try SweepFile.load(file) { path, occupations in
        try PopulationFile.read(path, occupations: occupations)
      }
      let points = sweep.points.points.count
      return "a valid experiment, '\(sweep.experiment.title)', with \(points) point\(points == 1 ? "" : "s")"
    case .scenario, nil: break
    }
    let scenario = try Scenario.load(file) { path, occupations in
      try PopulationFile.read(path, occupations: occupations)
    }
    let reforms = scenario.variants.count - 1
    return "a valid scenario, '\(scenario.title)', with \(reforms) reform\(reforms == 1 ? "" : "s")"
  }
}
