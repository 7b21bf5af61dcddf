import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct SweepSubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Submit the tasks of a planned sweep that are not finished to Slurm.",
    discussion: """
      Writes the script of a job array and submits it: one array for all tasks that have not delivered all their runs, \
      or several where Slurm's MaxArraySize asks for that. Prints the jobs' numbers. The same command again brings \
      what is missing. Options after -- go to sbatch, and count more than those in the script.

        otium sweep submit Reports/ubi-grid.tasks --slurm -- --partition=short --account=econ
        jobs=$(otium sweep submit Reports/ubi-grid.tasks --slurm)
        sbatch --dependency=afterany:$jobs --wrap 'otium sweep merge Reports/ubi-grid.tasks'
      """)

  @Argument(help: "The folder of the work list.", completion: .directory)
  var folder: String

  @Flag(help: "Submit to Slurm. Other schedulers start 'otium sweep worker' themselves.")
  var slurm = false

  @Flag(help: "Write the script and print the commands in place of starting them.")
  var dryRun = false

  @Argument(
    parsing: .postTerminator, help: ArgumentHelp("Options for sbatch.", valueName: "sbatch option"))
  var options: [String] = []

  func validate() throws {
    if !slurm {
      throw ValidationError(
        "--slurm is missing: say so, or start 'otium sweep worker \(folder) --task N' by another scheduler.")
    }
  }

  func run() throws {
    do {
      let planned = try PlannedSweep(folder)
      let (count, place) = (planned.workList.tasks, CommandText.quoted(planned.folder.path))
      let tasks = try planned.folder.unfinished(of: planned.plan, tasks: count)
      guard !tasks.isEmpty else {
        Terminal.standardError.write(
          "All \(count) tasks are finished. Next: otium sweep merge \(place)\n"
        )
        return
      }
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      try submit(
        tasks,
        SlurmArray(
          name: planned.plan.file.name, folder: planned.folder, workList: planned.workList, program: program))
    } catch let error as ReportError {
      throw Failure(error)
    }
  }

  private func submit(_ tasks: [Int], _ array: SlurmArray) throws {
    let script = array.folder.path + "/array.sh"
    try OutputFile.write(array.script, to: script)
    // Slurm itself would write no output, and fail the jobs, for want of the folder.
    try FileManager.default.createDirectory(
      atPath: array.folder.path + "/logs", withIntermediateDirectories: true)
    let parts = SlurmArray.parts(tasks, maxArraySize: try maxArraySize())
    guard !parts.isEmpty else {
      throw Failure(.unavailable, "Slurm takes no job arrays here: its MaxArraySize is below 2")
    }
    var jobs: [String] = []
    for part in parts {
      let arguments =
        ["--parsable", "--array=\(part.indices)"] + options + [script, String(part.offset)]
      if dryRun {
        try Output.write("sbatch " + arguments.map(CommandText.quoted).joined(separator: " ") + "\n")
      } else {
        jobs.append(try job(arguments, after: jobs))
      }
    }
    if dryRun { return }
    try Output.write(jobs.joined(separator: ":") + "\n")
    Terminal.standardError.write(
      "Submitted \(tasks.count) \(tasks.count == 1 ? "task" : "tasks") (\(TaskList.text(tasks))). "
        + "Afterwards: otium sweep merge \(CommandText.quoted(array.folder.path))\n")
  }

  /// Submits one array.
  /// - Returns: its number.
  private func job(_ arguments: [String], after jobs: [String]) throws -> String {
    guard let sbatch = Tool("sbatch") else {
      throw Failure(
        .unavailable,
        "there is no sbatch here: submit from a machine of the cluster, or give --dry-run for the commands")
    }
    let answer = try sbatch.run(arguments)
    guard answer.code == 0 else {
      let before = jobs.isEmpty ? "" : " (submitted before that: \(jobs.joined(separator: ":")))"
      throw Failure(
        .unavailable,
        "sbatch refuses\(before): \(answer.errors.trimmingCharacters(in: .whitespacesAndNewlines))")
    }
    // On a federation of clusters the cluster's name follows the number.
    let line = answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return String(line.prefix { $0 != ";" })
  }

  /// What Slurm says, or what it has unless its configuration says otherwise.
  private func maxArraySize() throws -> Int {
    let builtIn = 1001
    guard let scontrol = Tool("scontrol") else { return builtIn }
    return SlurmArray.maxArraySize(in: try scontrol.run(["show", "config"]).output) ?? builtIn
  }
}
