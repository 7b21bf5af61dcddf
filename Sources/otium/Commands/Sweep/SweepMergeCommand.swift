import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct SweepMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Bring together what the tasks of a planned sweep have delivered.",
    discussion: """
      Adds the runs of all shards to the sweep's database, which then equals that of 'otium sweep FILE' but for times. \
      What was delivered twice is there once. It may be called at any time and again, also while tasks are at work.

      Ends with 4 where runs are missing, and says how to get them; with 70 where a run was delivered twice with \
      other outcomes; with 65 where a shard cannot be used; with 3 where runs have failed.

        otium sweep merge Reports/ubi-grid.tasks
      """)

  @Argument(help: "The folder of the work list.", completion: .directory)
  var folder: String

  @Option(name: [.short, .long], help: "The database to merge into (default: as planned).")
  var output: String?

  @Flag(help: "Only errors and the table.")
  var quiet = false

  func run() throws {
    do {
      let planned = try PlannedSweep(folder)
      let plan = planned.plan
      let store = try SweepStore(
        path: output ?? planned.workList.database, plan: plan, command: CommandText.ofThisProcess,
        created: CommandText.now, journal: .rollback)
      let outcome = try merge(planned, into: store)
      if outcome.missingRuns == 0 { try store.summarise() }
      try store.close()
      try conclude(outcome, planned.folder, plan, store.path)
    } catch let error as ReportError {
      throw Failure(error)
    }
  }

  /// What became of the shards.
  private struct Outcome {
    var shards = 0
    var known = 0
    var fresh = 0
    var repeated = 0
    var refusals: [String] = []
    var differences: [String] = []
    /// Tasks that lack runs, in ascending order, and how many runs that are.
    var missingTasks: [Int] = []
    var missingRuns = 0
    var failedRuns = 0
  }

  private func merge(_ planned: PlannedSweep, into store: SweepStore) throws -> Outcome {
    let plan = planned.plan
    var outcome = Outcome()
    let contents = try planned.folder.contents()
    let noted = try store.notedShards()
    outcome.refusals = contents.others.map { "'\($0)' is no shard" }
    for shard in contents.shards {
      outcome.shards += 1
      if noted.contains(shard.name) {
        outcome.known += 1
      } else if let refusal = shard.refusal(for: plan) {
        outcome.refusals.append("'\(shard.name)' was left out: \(refusal)")
      } else {
        let addition = try store.add(shard, isNoted: true)
        outcome.fresh += addition.fresh
        outcome.repeated += addition.repeated
        outcome.differences += addition.differences
      }
    }
    outcome.differences += try store.differingTwins()
    let states = try store.finished(of: plan)
    outcome.failedRuns = states.count { $0 == .failed }
    let owners = try planned.workList.units(of: plan)
    let missing = Set(try plan.remainder(of: owners.map(\.unit), in: store))
    outcome.missingTasks = Set(owners.filter { missing.contains($0.unit) }.map(\.task)).sorted()
    outcome.missingRuns = missing.flatMap(plan.numbers).count { states[$0 - 1] == .missing }
    return outcome
  }

  private func conclude(_ outcome: Outcome, _ folder: TaskFolder, _ plan: SweepPlan, _ path: String) throws {
    if !quiet {
      let repeated = outcome.repeated > 0 ? "; \(outcome.repeated) came again, and are equal" : ""
      let known = outcome.known > 0 ? ", \(outcome.known) of them merged before" : ""
      Terminal.standardError.write(
        "\(outcome.shards) shards\(known): \(outcome.fresh) runs more\(repeated)\n")
    }
    try Output.write(try SweepSummary(plan.file, database: path).text())
    try Output.flush()
    if let failure = failure(outcome, folder, path) { throw failure }
  }

  /// All there is to complain about, with the code of what is worst.
  private func failure(_ outcome: Outcome, _ folder: TaskFolder, _ path: String) -> Failure? {
    var complaints: [(code: Failure.Code, text: String)] = []
    if !outcome.differences.isEmpty {
      let more = outcome.differences.count > 5 ? ["and \(outcome.differences.count - 5) more"] : []
      complaints.append(
        (
          .defect,
          "error: equal runs have other outcomes; what came first was kept, and neither can be relied on:\n"
            + (outcome.differences.prefix(5) + more).map { "  \($0)" }.joined(separator: "\n")
            + "\nSuch machines compute differently, a file was changed, or the program has a defect"
        ))
    }
    if outcome.missingRuns > 0 {
      let place = CommandText.quoted(folder.path)
      let tasks = outcome.missingTasks
      complaints.append(
        (
          .runsMissing,
          "error: \(outcome.missingRuns) runs are missing, of \(tasks.count == 1 ? "task" : "tasks") "
            + "\(TaskList.text(tasks)). To get them:\n  otium sweep submit \(place) --slurm\n"
            + "or, for each of these tasks: otium sweep worker \(place) --task \(tasks[0])"
        ))
    }
    complaints += outcome.refusals.map { (.badData, "error: \($0)") }
    if outcome.failedRuns > 0 {
      complaints.append(
        (
          .someRunsFailed,
          "error: \(outcome.failedRuns) runs failed; why: otium query \(CommandText.quoted(path)) "
            + "\"SELECT error, count(*) FROM v_runs WHERE status = 'failed' GROUP BY error\""
        ))
    }
    return complaints.first.map { Failure($0.code, lines: complaints.map(\.text)) }
  }
}
