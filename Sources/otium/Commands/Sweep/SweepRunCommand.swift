import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct SweepRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulate what is missing of a sweep on this machine.",
    discussion: "The word 'run' need not be written: 'otium sweep FILE' is the same.")

  @Argument(help: "The experiment file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(name: [.short, .long], help: "The database of the sweep (default: Reports/<experiment>.sqlite).")
  var output: String?

  @Option(help: "Runs at a time (default: as many as the machine runs).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Stop when more runs than that have failed (default: go on).", valueName: "number"))
  var maxFailures: Int?

  @Flag(help: "Only say what would be done: points, runs, time and disk.")
  var dryRun = false

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): from 1 to 1024 are possible.")
    }
    if let maxFailures, maxFailures < 0 {
      throw ValidationError("--max-failures \(maxFailures): 0 or more.")
    }
  }

  func run() throws {
    let plan = SweepPlan(try SweepFile.loadOrFail(file), codeVersion: "otium \(Version.text)")
    let path = output ?? "Reports/\(plan.file.name).sqlite"
    do {
      if dryRun { return try announce(plan, path) }
      let store = try SweepStore(
        path: path, plan: plan, command: CommandText.ofThisProcess, created: CommandText.now)
      try simulate(plan, into: store)
    } catch let error as ReportError {
      throw Failure(error)
    } catch let error as SweepError {
      throw Failure(error)
    }
  }

  private var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  private func simulate(_ plan: SweepPlan, into store: SweepStore) throws {
    let cancellation = Cancellation()
    let signals = StopSignals(cancellation)
    let bar = SweepBar(isQuiet: quiet)
    let start = ContinuousClock.now
    let end: SweepEnd
    do {
      defer { bar.clear() }
      end = try SweepRunner<Economy>(
        plan, jobs: jobCount, mostFailures: maxFailures ?? .max, sink: store, cancellation: cancellation
      ) { bar.show($0) }.run()
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
    try conclude(plan, end, store.path, signals, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private func conclude(
    _ plan: SweepPlan, _ end: SweepEnd, _ path: String, _ signals: StopSignals, seconds: Double
  ) throws {
    let progress = end.progress
    if end.isInterrupted {
      throw Failure(
        signals.exitCode ?? .interrupted,
        "stopped: \(progress.skipped + progress.done) of \(progress.total) runs are in '\(path)'; "
          + "the same command goes on from there")
    }
    if !quiet {
      let pace = seconds > 0 ? Int((Double(progress.done) / seconds * 60).rounded()) : 0
      Terminal.standardError.write(
        "\(progress.done) runs in \(ProgressBar.duration(seconds)) (\(pace) a minute), \(progress.skipped) were there "
          + "before, \(end.burnIns) burn-ins\n")
    }
    try Output.write(try SweepSummary(plan.file, database: path).text())
    try Output.flush()
    if end.hasTooManyFailures {
      throw Failure(
        .someRunsFailed,
        "\(progress.failed) runs failed, more than --max-failures \(maxFailures ?? 0) allows: the sweep was stopped"
      )
    }
    if progress.failed > 0 {
      throw Failure(
        .someRunsFailed,
        "\(progress.failed) runs failed; why: otium query \(path) "
          + "\"SELECT error, count(*) FROM v_runs WHERE status = 'failed' GROUP BY error\"")
    }
  }

  private func announce(_ plan: SweepPlan, _ path: String) throws {
    let announcement = try SweepAnnouncement(plan)
    let lines = announcement.lines + [announcement.time(jobs: jobCount), announcement.disk(path)]
    try Output.write(lines.joined(separator: "\n") + "\n")
    try Output.flush()
  }
}

extension SweepFile {
  /// The experiment of a file, or the failure that says all that is wrong with it.
  static func loadOrFail(_ path: String) throws -> SweepFile {
    do {
      return try load(path) { path, occupations in try PopulationFile.read(path, occupations: occupations) }
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ error: SweepError) {
    switch error {
    case .booksDoNotBalance: self.init(.defect, error.description)
    case .resultsLost(let cause as ReportError, let run):
      let failure = Failure(cause)
      self.init(failure.code, "\(cause.description) (while keeping \(run.name))")
    case .resultsLost: self.init(.inputOutput, error.description)
    }
  }
}
