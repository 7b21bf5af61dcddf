import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct SweepWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Carry out one task of a planned sweep.",
    discussion: """
      Simulates what no earlier start of the task has delivered, on this machine's own disk, and then puts all that \
      the task has finished into the shared folder under one name, whole or not at all. A task may be started again \
      at any time, even while it still runs elsewhere. Runs that fail are part of the result.

      SIGTERM or SIGINT: begins no other run, finishes those in progress, delivers, and ends with 143 or 130. A second \
      signal gives those in progress up.

        otium sweep worker Reports/ubi-grid.tasks --task 3
        parallel otium sweep worker Reports/ubi-grid.tasks --quiet --task {} ::: {1..12}
      """)

  @Argument(help: "The folder of the work list.", completion: .directory)
  var folder: String

  @Option(help: "Number of the task, from 1.")
  var task: Int

  @Option(help: "Runs at a time (default: as planned).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "A folder on this machine's own disk to work in (default: $TMPDIR or /tmp).", valueName: "folder"),
    completion: .directory)
  var scratch: String?

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): from 1 to 1024 are possible.")
    }
  }

  func run() throws {
    do {
      let planned = try PlannedSweep(folder)
      guard (1...planned.workList.tasks).contains(task) else {
        throw Failure(.usage, "--task \(task): the work list has tasks 1 to \(planned.workList.tasks)")
      }
      try work(planned.plan, planned.workList, planned.folder)
    } catch let error as ReportError {
      throw Failure(error)
    } catch let error as SweepError {
      throw Failure(error)
    }
  }

  private func work(_ plan: SweepPlan, _ workList: WorkList, _ folder: TaskFolder) throws {
    let (closing, cancellation) = (Cancellation(), Cancellation())
    let signals = StopSignals(closing, cancellation)
    let scratch = try Scratch(in: scratch)
    let units = try workList.units(of: plan, task: task).map(\.unit)
    let store = try SweepStore(
      path: scratch.path + "/shard.sqlite", plan: plan, command: CommandText.ofThisProcess,
      created: CommandText.now)
    try store.note(host: Self.host)
    try takeOver(folder, plan, into: store)
    guard try !plan.remainder(of: units, in: store).isEmpty else {
      return try Output.write("task \(task): all its runs were delivered before\n")
    }
    let bar = SweepBar(isQuiet: quiet)
    let result = Result {
      defer { bar.clear() }
      return try SweepRunner<Economy>(
        plan, units: units, jobs: jobs ?? workList.jobs, sink: store, cancellation: cancellation,
        closing: closing
      ) { bar.show($0) }.run()
    }
    // Whatever stopped it: the runs that are finished are delivered.
    let isComplete = try plan.remainder(of: units, in: store).isEmpty
    try store.close()
    try deliver(store.path, to: folder, isComplete: isComplete, result, scratch)
    let end = try result.get()
    if !isComplete {
      throw Failure(
        signals.exitCode ?? .interrupted,
        "task \(task) was stopped; its finished runs are delivered, and another start does the others")
    }
    if end.progress.failed > 0 && !quiet {
      Terminal.standardError.write("note: \(end.progress.failed) runs failed; their errors are delivered\n")
    }
  }

  /// Takes over what earlier starts of the task have delivered.
  private func takeOver(_ folder: TaskFolder, _ plan: SweepPlan, into store: SweepStore) throws {
    for shard in try folder.contents().shards where shard.task == task {
      // Which of its files are unusable is for the merge to say; the runs are done again here.
      if shard.refusal(for: plan) == nil { _ = try store.add(shard) }
    }
  }

  private func deliver(
    _ file: String, to folder: TaskFolder, isComplete: Bool, _ result: Result<SweepEnd, any Error>,
    _ scratch: Scratch
  ) throws {
    if let end = try? result.get(), end.progress.done == 0 { return }
    do {
      let shard = try folder.publish(file, task: task, isComplete: isComplete)
      try Output.write("task \(task): \(shard.name)\n")
      try Output.flush()
    } catch let error as ReportError {
      scratch.keep()
      throw Failure(
        Failure(error).code, "\(error.description). The runs are kept in '\(file)' on \(Self.host)")
    }
  }

  /// The node as the scheduler calls it, or this machine.
  static var host: String {
    if let node = ProcessInfo.processInfo.environment["SLURMD_NODENAME"], !node.isEmpty { return node }
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
