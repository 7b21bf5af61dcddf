public import ArgumentParser
import Designs
import Economy
public import Experiments
import Foundation
import Reporting
import Scenarios

struct SweepPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Divide a sweep into tasks that several machines can work on.",
    discussion: """
      Writes a work list into a folder that all machines see. What the sweep's database holds already is left out. The \
      experiment file, its scenario and the program have to stay as they are until all is merged.

        otium sweep plan Scenarios/sweeps/ubi-grid.yaml --minutes 15
      """)

  @Argument(help: "The experiment file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The folder for the work list and for what tasks deliver (default: Reports/<experiment>.tasks).",
      valueName: "folder"), completion: .directory)
  var folder: String?

  @Option(
    name: [.short, .long],
    help: "The database to merge into in the end (default: Reports/<experiment>.sqlite).")
  var output: String?

  @Option(help: "How long a task should take, estimated on this machine.")
  var minutes: Double = 15

  @Option(help: "How many tasks there should be, in place of --minutes.")
  var tasks: Int?

  @Option(help: "Runs at a time in a task.")
  var jobs = 1

  @Option(
    help: """
      Which runs a task gets: contiguous, neighbours that share a burn-in; or strided, a balanced sample.
      """)
  var blocks: SweepDivision = .contiguous

  func validate() throws {
    if !(1...1024).contains(jobs) { throw ValidationError("--jobs \(jobs): from 1 to 1024 are possible.") }
    if let tasks, tasks < 1 { throw ValidationError("--tasks \(tasks): 1 or more.") }
    if !(minutes > 0) { throw ValidationError("--minutes \(minutes): more than 0.") }
  }

  func run() throws {
    let plan = SweepPlan(try SweepFile.loadOrFail(file), codeVersion: "otium \(Version.text)")
    let folder = TaskFolder(folder ?? "Reports/\(plan.file.name).tasks")
    let database = output ?? "Reports/\(plan.file.name).sqlite"
    do {
      let units = try remainder(of: plan, in: database)
      if units.isEmpty {
        try Output.write("Nothing is left to do: '\(database)' holds all runs.\n")
        return
      }
      try write(plan, units, to: folder, database: database)
    } catch let error as ReportError {
      throw Failure(error)
    }
  }

  /// What the database lacks.
  private func remainder(of plan: SweepPlan, in database: String) throws -> [SweepUnit] {
    guard FileManager.default.fileExists(atPath: database) else { return plan.units }
    let store = try SweepStore(
      path: database, plan: plan, command: CommandText.ofThisProcess, journal: .rollback)
    let missing = try plan.remainder(of: plan.units, in: store)
    try store.close()
    guard plan.file.precision != nil else { return missing }
    // What a point's replications gave decides on the next one: its task needs them all.
    let points = Set(missing.map(\.point))
    return plan.units.filter { points.contains($0.point) }
  }

  private func write(_ plan: SweepPlan, _ units: [SweepUnit], to folder: TaskFolder, database: String) throws
  {
    let announcement = try SweepAnnouncement(plan)
    let share = Double(units.count) / Double(plan.units.count)
    let total = announcement.estimate.seconds(jobs: jobs) * share
    let divided = plan.divided(units, into: tasks ?? Int((total / minutes / 60).rounded(.up)), blocks)
    let taskSeconds = total / Double(divided.count) + announcement.runSeconds
    let scratch = try Scratch()
    try WorkList.create(
      in: folder, scratch: scratch.path, plan: plan, tasks: divided, experiment: file, database: database,
      jobs: jobs, runSeconds: announcement.runSeconds, taskSeconds: taskSeconds,
      command: CommandText.ofThisProcess, created: CommandText.now)
    let left = units.count * plan.file.variants.count
    let lines =
      announcement.lines + [
        announcement.time(jobs: jobs), announcement.disk(database),
        "left to do    \(left) runs",
        "tasks         \(divided.count), about \(ProgressBar.duration(taskSeconds)) each",
        "work list     \(folder.workList)",
        "", "Next: otium sweep submit \(CommandText.quoted(folder.path)) --slurm",
        "or on any machine: otium sweep worker \(CommandText.quoted(folder.path)) --task 1, and so on to "
          + "\(divided.count)",
      ]
    try Output.write(lines.joined(separator: "\n") + "\n")
  }
}

extension SweepDivision: ExpressibleByArgument {}
