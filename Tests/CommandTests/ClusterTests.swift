import Experiments
import Foundation
import GRDB
import Testing

@testable import otium

/// A sweep divided into tasks: whatever happens to them, the merged database is that of a sweep on one machine.
struct ClusterTests {
  let otium: Program

  init() throws {
    otium = try Program()
    try write(Self.experiment)
  }

  /// Eight points, four of them with a basic income, two replications.
  static let experiment = """
    title: Incomes and machines
    scenario: \(Program.scenario("baseline"))
    set: {population: 1000, months: 12, burn_in: 2, closure: consumption_tax}
    factors:
      benefit: {path: policies.basic_income.adult, role: lever, values: [0, 300, 600, 900]}
      machines: {path: automation.feasible_office_share, values: [0, 0.5]}
    design: grid
    replications: 2
    outputs:
      unemployment: unemployment_rate
      course: {indicator: gdp_real, every: 6}
    """

  private func write(_ text: String, to name: String = "tiny.yaml") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: otium.file(name)))
  }

  private let folder = "Reports/tiny.tasks"

  private func plan(tasks: Int = 3, _ more: String...) throws {
    let answer = try otium(["sweep", "plan", "tiny.yaml", "--tasks", String(tasks)] + more)
    #expect(answer.code == 0, "\(answer.errors)")
  }

  @discardableResult
  private func work(_ task: Int, expecting code: Int32 = 0) throws -> Program.Answer {
    let answer = try otium(["sweep", "worker", folder, "--task", String(task), "--scratch", "scratch"])
    #expect(answer.code == code, "\(answer.errors)")
    return answer
  }

  private func shards() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: otium.file(folder + "/shards")).sorted()
  }

  /// All that runs give, times aside.
  private func results(_ database: String) throws -> [String] {
    try otium.rows(
      """
      SELECT run_id, point, replication, reform, seed, status, feasible, error, months_done, run_sha256 FROM run
      ORDER BY run_id
      """, in: database)
      + otium.rows("SELECT * FROM final ORDER BY run_id", in: database)
      + otium.rows("SELECT * FROM series ORDER BY run_id, month", in: database)
  }

  /// Merges, and compares with the sweep on this machine alone.
  private func expectMergeEqualsSweep(_ code: Int32 = 0, _ parts: String...) throws {
    let answer = try otium(["sweep", "merge", folder])
    #expect(answer.code == code, "\(answer.errors)")
    for part in parts { #expect(answer.errors.contains(part), "\(answer.errors)") }
    #expect(try otium(["sweep", "tiny.yaml", "--output", "alone.sqlite", "--quiet"]).code == 0)
    #expect(try results("Reports/tiny.sqlite") == results("alone.sqlite"))
    #expect(try otium.rows("PRAGMA integrity_check", in: "Reports/tiny.sqlite") == ["ok"])
  }

  @Test(arguments: ["contiguous", "strided"])
  func `tasks in any order, merged, equal the sweep row for row`(blocks: String) throws {
    try plan(tasks: 3, "--blocks", blocks)
    for task in [2, 3, 1] { try work(task) }
    #expect(try shards().count == 3)
    try expectMergeEqualsSweep(0, "3 shards: 16 runs more")
    // Only the machine's own disk was worked on.
    #expect(try FileManager.default.contentsOfDirectory(atPath: otium.file("scratch")) == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: otium.file(folder)).sorted() == [
        "plan.sqlite", "shards",
      ])
  }

  @Test func `replications that are added as needed are those of the sweep`() throws {
    let text = Self.experiment.replacing(
      "replications: 2",
      with: "replications: {until: {output: unemployment, half_width: 0.012}, least: 2, most: 6}")
    try write(text)
    try plan(tasks: 3)
    for task in 1...3 { try work(task) }
    try expectMergeEqualsSweep()
    let counts = try otium.rows(
      "SELECT DISTINCT runs FROM v_point_mean ORDER BY runs", in: "Reports/tiny.sqlite")
    #expect(counts.count > 1, "points need different numbers of replications: \(counts)")
  }

  @Test func `a shard that comes twice is merged once`() throws {
    try plan(tasks: 2)
    for task in 1...2 { try work(task) }
    // Another machine did the same task at the same time, and knew nothing of this one.
    let before = try shards()
    try FileManager.default.moveItem(
      atPath: otium.file(folder + "/shards"), toPath: otium.file("meanwhile"))
    try FileManager.default.createDirectory(
      atPath: otium.file(folder + "/shards"), withIntermediateDirectories: false)
    try work(1)
    for name in before {
      try? FileManager.default.moveItem(
        atPath: otium.file("meanwhile/" + name), toPath: otium.file("\(folder)/shards/\(name)"))
    }
    #expect(try shards().count == 3)
    try expectMergeEqualsSweep(0, "3 shards: 16 runs more; 8 came again, and are equal")
    try expectMergeEqualsSweep(0, "3 shards, 3 of them merged before: 0 runs more")
  }

  @Test func `a task that was done is not done again`() throws {
    try plan(tasks: 2)
    try work(1)
    #expect(try work(1).output == "task 1: all its runs were delivered before\n")
    #expect(try shards().count == 1)
  }

  @Test func `a run that comes twice with another outcome is told loudly`() throws {
    try plan(tasks: 2)
    for task in 1...2 { try work(task) }
    let name = try #require(try shards().first)
    // What was merged first stays; which of two shards comes first in one merge is a matter of their names.
    try expectMergeEqualsSweep()
    let copy = otium.file("changed.sqlite")
    try FileManager.default.copyItem(atPath: otium.file("\(folder)/shards/\(name)"), toPath: copy)
    try edit(copy, "UPDATE final SET unemployment = unemployment + 1e-9 WHERE run_id = 3")
    try edit(copy, "UPDATE series SET course = 1 WHERE run_id = 5 AND month = 6")
    try publish(copy, task: 1)
    for _ in 1...2 {
      // Also at the second time: nothing makes such a shard acceptable.
      try expectMergeEqualsSweep(
        70, "equal runs have other outcomes", "run 3 (point 2, baseline, replication 0) of 'task-0001-",
        "unemployment is 0.0", "course in month 6 is 1.0, before it was ")
    }
  }

  @Test(.enabled(if: hasFusedMultiplyAdd, "the processor has no fused multiply-add to do without"))
  func `a machine that computes differently is found out`() throws {
    try write(Self.experiment.replacing("months: 12", with: "months: 240"))
    try plan(tasks: 2)
    for task in 1...2 { try work(task) }
    try FileManager.default.moveItem(
      atPath: otium.file(folder + "/shards"), toPath: otium.file("meanwhile"))
    try FileManager.default.createDirectory(
      atPath: otium.file(folder + "/shards"), withIntermediateDirectories: false)
    let older = try otium(
      ["sweep", "worker", folder, "--task", "1"],
      environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4"])
    #expect(older.code == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: otium.file("meanwhile")) {
      try FileManager.default.moveItem(
        atPath: otium.file("meanwhile/" + name), toPath: otium.file("\(folder)/shards/\(name)"))
    }
    let answer = try otium(["sweep", "merge", folder])
    #expect(answer.code == 70)
    #expect(answer.errors.contains("equal runs have other outcomes"), "\(answer.errors)")
  }

  private static let hasFusedMultiplyAdd =
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.contains(" fma ") == true

  @Test func `equal runs of different points are compared too`() throws {
    try write(Self.experiment.replacing("replications: 2", with: "replications: 1\nvariants: [baseline]"))
    try plan(tasks: 2)
    for task in 1...2 { try work(task) }
    let name = try #require(try shards().last)
    let copy = otium.file("changed.sqlite")
    try FileManager.default.moveItem(atPath: otium.file("\(folder)/shards/\(name)"), toPath: copy)
    let run = try otium.rows("SELECT max(run_id) FROM run", in: "changed.sqlite")[0]
    // A run of the other shard has the same identity by now.
    let other = try #require(try shards().first)
    let twin = try otium.rows("SELECT run_sha256 FROM run WHERE run_id = 1", in: "\(folder)/shards/\(other)")[
      0]
    try edit(copy, "UPDATE run SET run_sha256 = '\(twin)' WHERE run_id = \(run)")
    try publish(copy, task: 2)
    let answer = try otium(["sweep", "merge", folder])
    #expect(answer.code == 70)
    #expect(answer.errors.contains("runs 1 and \(run) are the same run"), "\(answer.errors)")
  }

  @Test func `a broken shard, one of another sweep and what is none are left out, and missing runs told`()
    throws
  {
    try plan(tasks: 3)
    for task in 1...3 { try work(task) }
    let names = try shards()
    let broken = otium.file("\(folder)/shards/\(names[0])")
    var bytes = try #require(FileManager.default.contents(atPath: broken))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: broken))
    try Data("notes".utf8).write(to: URL(fileURLWithPath: otium.file(folder + "/shards/notes.txt")))
    try write(Self.experiment.replacing("months: 12", with: "months: 6"), to: "other.yaml")
    #expect(try otium(["sweep", "other.yaml", "--output", "other.sqlite"]).code == 0)
    try publish(otium.file("other.sqlite"), task: 1)

    let answer = try otium(["sweep", "merge", folder])
    #expect(answer.code == 4)
    for part in [
      "error: 5 runs are missing, of task 1. To get them:\n  otium sweep submit", "'notes.txt' is no shard",
      "'\(names[0])' was left out: it is damaged: its SHA-256 is not the one in its name",
      "it belongs to another sweep:\n  scenario.months was 6, is 12",
    ] { #expect(answer.errors.contains(part), "\(answer.errors)") }
    #expect(answer.output.contains("11 complete runs"))

    // The command that was named brings them; what is unusable stays an error until somebody takes it away.
    let command = try otium(["sweep", "submit", folder, "--slurm", "--dry-run"])
    #expect(command.output.contains("--array=1 "), "\(command.output)")
    try work(1)
    try expectMergeEqualsSweep(65, "'notes.txt' is no shard")
    for name in try shards() where !name.hasPrefix("task-000") || name == names[0] {
      try FileManager.default.removeItem(atPath: otium.file("\(folder)/shards/\(name)"))
    }
  }

  @Test func `a worker that is killed leaves nothing but its scratch, and another start does it all`() throws
  {
    try write(Self.experiment.replacing("months: 12", with: "months: 1200"))
    try plan(tasks: 2)
    let running = try startWorker(1)
    kill(running.processIdentifier, SIGKILL)
    running.waitUntilExit()
    #expect(try shards().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: otium.file("scratch")).count == 1)
    for task in 1...2 { try work(task) }
    try expectMergeEqualsSweep()
  }

  @Test func `SIGTERM finishes the run in progress and delivers; the next start does the rest`() throws {
    try write(Self.experiment.replacing("months: 12", with: "months: 1200"))
    try plan(tasks: 2)
    let running = try startWorker(1)
    running.terminate()
    running.waitUntilExit()
    #expect(running.terminationStatus == 143)
    let part = try #require(try shards().first)
    #expect(part.hasPrefix("task-0001-part-"))
    let first = try otium.rows("SELECT count(*), min(months_done) FROM run", in: "\(folder)/shards/\(part)")
    #expect(!first[0].hasPrefix("0,") && !first[0].hasPrefix("8,") && first[0].hasSuffix(",1200"), "\(first)")
    let merged = try otium(["sweep", "merge", folder])
    #expect(merged.code == 4)
    #expect(merged.errors.contains("of tasks 1-2. To get them:"), "\(merged.errors)")

    for task in 1...2 { try work(task) }
    #expect(try shards().count == 3)
    try expectMergeEqualsSweep()
  }

  @Test func `what was changed since the plan is told`() throws {
    try plan()
    try write(Self.experiment.replacing("months: 12", with: "months: 6"))
    for arguments in [["worker", folder, "--task", "1"], ["merge", folder], ["submit", folder, "--slurm"]] {
      let answer = try otium(["sweep"] + arguments)
      #expect(answer.code == 65)
      #expect(answer.errors.contains("scenario.months was 12, is 6"), "\(answer.errors)")
    }
  }

  @Test func `a plan leaves out what the database has, and is written once`() throws {
    try write(Self.experiment.replacing("replications: 2", with: "replications: 1"))
    #expect(try otium(["sweep", "tiny.yaml", "--quiet"]).code == 0)
    #expect(try otium(["sweep", "plan", "tiny.yaml"]).output.hasPrefix("Nothing is left to do"))
    try write(Self.experiment)
    let answer = try otium(["sweep", "plan", "tiny.yaml", "--tasks", "2"])
    #expect(answer.output.contains("left to do    8 runs\ntasks         2,"), "\(answer.output)")
    let again = try otium(["sweep", "plan", "tiny.yaml", "--tasks", "2"])
    #expect(again.code == 73)
    #expect(again.errors.contains("work lists are kept"), "\(again.errors)")
    for task in 1...2 { try work(task) }
    try expectMergeEqualsSweep()
  }

  // MARK: Parts

  @Test func `the array is as long as Slurm allows, and several where that is too short`() {
    #expect(
      SlurmArray.parts([1, 2, 3, 7], maxArraySize: 1001) == [.init(indices: "1-3,7", offset: 0)])
    #expect(
      SlurmArray.parts(Array(1...7), maxArraySize: 4) == [
        .init(indices: "1-3", offset: 0), .init(indices: "1-3", offset: 3), .init(indices: "1", offset: 6),
      ])
    #expect(SlurmArray.parts([1], maxArraySize: 1) == [])
    #expect(SlurmArray.maxArraySize(in: "MailProg = /bin/mail\nMaxArraySize            = 10001\n") == 10_001)
    #expect(SlurmArray.maxArraySize(in: "slurm_load_ctl_conf error") == nil)
  }

  @Test func `the script of an array runs a worker in the place of the shell`() throws {
    try plan()
    let answer = try otium([
      "sweep", "submit", folder, "--slurm", "--dry-run", "--", "--partition=short", "--comment=a b",
    ])
    #expect(answer.code == 0, "\(answer.errors)")
    let script = otium.file(folder + "/array.sh")
    #expect(answer.output.hasPrefix("sbatch --parsable --array=1-3 --partition=short '--comment=a b' /"))
    #expect(answer.output.hasSuffix("/array.sh 0\n"))
    let text = try String(contentsOfFile: script, encoding: .utf8)
    for part in ["#SBATCH --requeue\n", "#SBATCH --signal=B:TERM@", "\nexec /", " sweep worker /"] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(try otium(["sweep", "submit", folder]).code == 64)
  }

  // MARK: Means

  private func edit(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Delivers a file as a task's shard, under the name that it then has to have.
  private func publish(_ path: String, task: Int) throws {
    let digest = try #require(FileManager.default.contents(atPath: path).map { Digest.sha256([UInt8]($0)) })
    let name = "task-000\(task)-\(digest.prefix(16)).sqlite"
    try FileManager.default.copyItem(atPath: path, toPath: otium.file("\(folder)/shards/\(name)"))
  }

  /// A worker that has finished a run or more, and not all of its task.
  private func startWorker(_ task: Int) throws -> Process {
    let running = try otium.start([
      "sweep", "worker", folder, "--task", String(task), "--jobs", "1", "--scratch", "scratch",
    ]).process
    let scratch = otium.file("scratch")
    for _ in 0..<6_000 {
      let name = (try? FileManager.default.contentsOfDirectory(atPath: scratch))?.first ?? ""
      if let count = try? otium.rows("SELECT count(*) FROM run", in: "scratch/\(name)/shard.sqlite"),
        count != ["0"]
      {
        return running
      }
      usleep(10_000)
    }
    Issue.record("the worker finished no run within a minute")
    return running
  }
}
