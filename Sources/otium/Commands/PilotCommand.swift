import ArgumentParser
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct PilotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pilot",
    abstract: "Run the pilot that a scenario states, and set its effects beside a study's.",
    discussion: """
      Treated and control group are drawn after the burn-in. The treated live under a law of their own or are paid a \
      transfer; the same economy goes on without the pilot, with the same draws. 'otium explain pilot' lists what a \
      scenario may state.

        otium pilot Scenarios/pilots/openresearch.yaml
      """)

  @OptionGroup var options: ScenarioOptions

  @OptionGroup var measurement: MeasurementOptions

  func run() throws {
    let scenario = try options.scenario(months: nil)
    guard scenario.pilot != nil else {
      throw Failure(.badData, "\(options.file): the scenario states no pilot; see 'otium explain pilot'.")
    }
    let result = try pilot(scenario)
    try measurement.format.write(PilotText(result).text, PilotJSON(result).document)
  }

  private func pilot(_ scenario: Scenario) throws -> PilotResult {
    try measurement.measure(failure: Failure.init(_:stop:)) { session throws(PilotError) in
      try PilotRunner(
        scenario, codeVersion: "otium \(Version.text)", threads: session.threads,
        cancellation: session.cancellation, report: session.report
      ).run()
    }
  }
}

extension Failure {
  /// - Parameter stop: the code for the signal that came, if any.
  init(_ error: PilotError, stop: Code?) {
    let code: Code =
      switch error {
      case .interrupted: stop ?? .interrupted
      case .failed(.leak, _), .failed(.audit, _), .unexpected: .defect
      case .tooLarge: .badData
      case .failed: .someRunsFailed
      }
    self.init(code, error.description)
  }
}
