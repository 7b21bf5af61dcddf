import ArgumentParser
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulate a scenario: its baseline and its reforms.",
    discussion: """
      Results are added to the database; those that it already holds stay. Results do not depend on the number of \
      threads. SIGINT (Ctrl-C) and SIGTERM end the current month, keep what exists and mark the runs as interrupted.

      With --decompose a table shows for the last twelve months what the reforms do by their rules alone, by what \
      persons then choose, and by what markets make of it, in cents that add up.

      With --mean-field nothing is simulated and nothing stored: the command prints what the paths of automation do \
      to a labour market in expected values, in which they only move work between occupations.
      """)

  enum LastSense: String, ExpressibleByArgument, CaseIterable { case `static`, behavioural, dynamic }
  enum Step: String, ExpressibleByArgument, CaseIterable { case month, paper }

  @OptionGroup var options: ScenarioOptions

  @Option(
    name: [.short, .long], help: "The database to add the results to (default: Reports/<scenario>.sqlite).")
  var output: String?

  @Option(help: "Months to simulate, in place of the file's.")
  var months: Int?

  @Option(help: "Threads to use (default: as many as the machine runs at a time).")
  var threads: Int?

  @Option(help: "How to print the answer; csv has a row an indicator and reform.")
  var format: AnswerFormat = .table

  @Option(
    help: ArgumentHelp(
      "State the reforms' effects in the senses static, behavioural and dynamic, up to this one; before dynamic no "
        + "reform is simulated.", valueName: "sense"))
  var decompose: LastSense?

  @Flag(help: "The deterministic labour market in place of the whole economy; nothing is stored.")
  var meanField = false

  @Option(
    help: "With --mean-field: steps of a month, or of 6.75 weeks as in the paper it is from (default: month)."
  )
  var step: Step?

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws {
    try ScenarioOptions.check(threads: threads)
    if meanField, let output {
      throw ValidationError("--output \(output): --mean-field stores nothing.")
    }
    if meanField, let decompose {
      throw ValidationError("--decompose \(decompose.rawValue): --mean-field has no households.")
    }
    if !meanField, let step {
      throw ValidationError("--step \(step.rawValue) belongs to --mean-field.")
    }
  }

  func run() throws {
    let scenario = try options.scenario(months: months)
    if meanField { return try printMeanField(of: scenario) }
    if scenario.pilot != nil {
      throw Failure(.badData, "\(options.file): the scenario states a pilot; run it with 'otium pilot'.")
    }
    let path = output ?? "Reports/\(scenario.name).sqlite"
    let version = "otium \(Version.text)"
    do {
      let store = try ResultStore(
        path: path, program: version, command: CommandText.ofThisProcess, created: CommandText.now)
      try simulate(scenario, into: store, version: version)
    } catch let error as ReportError {
      throw Failure(error)
    } catch let error as ExperimentError {
      throw Failure(error)
    }
  }

  private func printMeanField(of scenario: Scenario) throws {
    let result: MeanFieldResult
    do {
      result = try MeanFieldResult(
        scenario, pace: step == .paper ? .paper : .month, codeVersion: "otium \(Version.text)")
    } catch {
      throw Failure(.badData, error.description)
    }
    try format.write(MeanFieldText(result).text, MeanFieldJSON(result).document)
  }

  private func simulate(_ scenario: Scenario, into store: ResultStore, version: String) throws {
    let cancellation = Cancellation()
    let signals = StopSignals(cancellation)
    let bar = ProgressBar(isQuiet: quiet)
    let runner = Runner<Economy>(
      scenario, experiment: scenario.name, codeVersion: version,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, sink: store,
      decomposing: decompose.flatMap { Sense(rawValue: $0.rawValue) }, cancellation: cancellation
    ) { bar.show($0) }
    let outcomes: [RunOutcome]
    do {
      defer { bar.clear() }
      outcomes = try runner.run()
    } catch {
      // The reason is worth more to the user than whether closing worked as well.
      _ = try? store.close()
      throw error
    }
    let isSingleFile = try store.close()
    if !isSingleFile && !quiet {
      Terminal.standardError.write(
        "note: another program has '\(store.path)' open; it keeps its -wal file until that program ends\n")
    }
    let result = ExperimentResult(
      scenario, outcomes: outcomes, codeVersion: version, gains: runner.gainReport,
      decomposition: runner.decomposition)
    try conclude(result, store.path, signals)
  }

  /// Prints the outcome and ends with the code that fits it.
  private func conclude(_ result: ExperimentResult, _ database: String, _ signals: StopSignals) throws {
    let failure = Failure(of: result, database: database, stop: signals.exitCode)
    if let failure, failure.code != .someRunsFailed { throw failure }
    switch format {
    case .table:
      let text = SummaryText(result, database: database, courses: Courses(result, database: database)).text
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      try Output.write(Terminal.standardOutput.bold(String(text[..<end])) + text[end...])
    case .json: try Output.write(SummaryJSON(result, database: database).document.indented() + "\n")
    case .csv: try Output.write(SummaryCSV(result).text)
    }
    try Output.flush()
    if let failure { throw failure }
  }
}
