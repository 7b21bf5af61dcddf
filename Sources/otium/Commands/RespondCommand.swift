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

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "Persons to simulate, in place of the file's.")
  var persons: Int?

  @Option(help: "Replications, which differ in their seed only, in place of the file's.")
  var replications: Int?

  @Option(help: "Months to simulate.")
  var months = 84

  @Option(help: "Replications to simulate at a time (default: as many as the machine runs).")
  var threads: Int?

  @Option(help: "Seed of the first replication, in place of the file's.")
  var seed: UInt64?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value of the scenario; may be repeated.", valueName: "path=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("shock"),
    help: ArgumentHelp(
      "Only this shock (\(Shock.all.map(\.name).joined(separator: ", "))); may be repeated.",
      valueName: "name"))
  var shocks: [String] = []

  @Option(help: "How to print the responses: table or json.")
  var format: Format = .table

  @Option(
    help: ArgumentHelp("A folder to write a chart (SVG) of each shock to.", valueName: "folder"),
    completion: .directory)
  var chart: String?

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): from 1 to 1024 are possible.")
    }
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
    let result = try measure(try scenario())
    let text =
      switch format {
      case .table: ResponseText(result).text
      case .json: ResponseJSON(result).document.indented() + "\n"
      }
    try Output.write(text)
    try Output.flush()
    guard let chart else { return }
    for (name, drawing) in ResponseCharts(result).files {
      try OutputFile.write(drawing.svg, to: chart + "/" + name)
    }
  }

  private func scenario() throws -> Scenario {
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

  private func measure(_ scenario: Scenario) throws -> ResponseResult {
    let cancellation = Cancellation()
    let signals = StopSignals(cancellation)
    let bar = ProgressBar(isQuiet: quiet)
    let responses = Responses<Economy>(
      scenario, codeVersion: "otium \(Version.text)",
      shocks: Shock.all.filter { shocks.isEmpty || shocks.contains($0.name) },
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, cancellation: cancellation
    ) { bar.show($0) }
    defer { bar.clear() }
    do {
      return try responses.run()
    } catch {
      bar.clear()
      throw Failure(error, stop: signals.exitCode)
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
