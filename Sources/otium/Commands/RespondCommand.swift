import ArgumentParser
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct RespondCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respond", abstract: "Measure how a scenario's baseline responds to shocks.",
    discussion: """
      Each replication is burnt in once and then goes on four times with the same draws: without a shock, and with \
      one in month 12: the policy rate up by one percentage point once, productivity up by 1 % for good, government \
      purchases up by 1 % of GDP for twelve months. The table shows the differences, quarter by quarter.

        otium respond Scenarios/baseline.yaml --replications 8 --chart Reports/responses
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(help: "Months to simulate.")
  var months = 84

  @OptionGroup var measurement: MeasurementOptions

  @Option(
    name: .customLong("shock"),
    help: ArgumentHelp(
      "Only this shock (\(Shock.all.map(\.name).joined(separator: ", "))); may be repeated.",
      valueName: "name"))
  var shocks: [String] = []

  @Option(
    help: ArgumentHelp("A folder to write a chart (SVG) of each shock to.", valueName: "folder"),
    completion: .directory)
  var chart: String?

  func validate() throws {
    for name in shocks where !Shock.all.contains(where: { $0.name == name }) {
      throw ValidationError(
        "--shock \(name): there are \(Shock.all.map(\.name).joined(separator: ", ")).")
    }
    let least = Shock.month + 3
    if months < least {
      throw ValidationError(
        "--months \(months): at least \(least) are needed, up to the end of the first quarter after the shock."
      )
    }
  }

  func run() throws {
    let result = try measure(try options.scenario(months: months))
    try measurement.format.write(ResponseText(result).text, ResponseJSON(result).document)
    guard let chart else { return }
    for (name, drawing) in ResponseCharts(result).files {
      try OutputFile.write(drawing.svg, to: chart + "/" + name)
    }
  }

  private func measure(_ scenario: Scenario) throws -> ResponseResult {
    try measurement.measure(failure: Failure.init(_:stop:)) { session throws(ResponseError) in
      try Responses<Economy>(
        scenario, codeVersion: "otium \(Version.text)",
        shocks: Shock.all.filter { shocks.isEmpty || shocks.contains($0.name) }, threads: session.threads,
        cancellation: session.cancellation, report: session.report
      ).run()
    }
  }
}

extension Failure {
  /// - Parameter stop: the code for the signal that came, if any.
  init(_ error: ResponseError, stop: Code?) {
    let code: Code =
      switch error {
      case .interrupted: stop ?? .interrupted
      case .failed(.leak, _, _), .failed(.audit, _, _), .unexpected: .defect
      case .failed: .someRunsFailed
      }
    self.init(code, error.description)
  }
}
