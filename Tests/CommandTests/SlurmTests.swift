import Foundation
import Reporting
import Testing

@testable import otium

/// A real Slurm on this machine, with nodes that die and links that break.
@Suite(
  .enabled(
    if: SlurmCluster.isPossible, "Slurm is not here and could not be installed: root and apt are needed"))
struct SlurmTests {
  let otium: Program

  init() throws {
    otium = try Program()
    // Eight runs of a second or more.
    let text = ClusterTests.experiment.replacing(
      "population: 1000, months: 12", with: "population: 2000, months: 2400"
    )
    .replacing("replications: 2", with: "replications: 1")
    try Data(text.utf8).write(to: URL(fileURLWithPath: otium.file("tiny.yaml")))
    #expect(try otium(["sweep", "plan", "tiny.yaml", "--tasks", "4"]).code == 0)
  }

  private let folder = "Reports/tiny.tasks"

  private func shards() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: otium.file(folder + "/shards")))?.sorted() ?? []
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

  private func expectMergeEqualsSweep(_ parts: String...) throws {
    let answer = try otium(["sweep", "merge", folder])
    #expect(answer.code == 0, "\(answer.errors)")
    for part in parts { #expect(answer.errors.contains(part), "\(answer.errors)") }
    #expect(try otium(["sweep", "tiny.yaml", "--output", "alone.sqlite", "--quiet"]).code == 0)
    #expect(try results("Reports/tiny.sqlite") == results("alone.sqlite"))
  }

  /// Submits all tasks and waits until a worker is in the middle of its task on the second node.
  private func submit(to cluster: SlurmCluster) throws {
    // Slurm takes three tasks an array here: there are two arrays.
    let answer = try cluster.run([Program.path, "sweep", "submit", otium.file(folder), "--slurm"])
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.split(separator: ":").count == 2, "\(answer.output)")
    #expect(
      try cluster.wait(90) {
        let jobs = try cluster.jobs("n2")
        return !jobs.isEmpty && jobs.allSatisfy(isInTheMiddle)
      }, "no task got going on the second node")
  }

  /// Whether a worker has finished a run and not yet all of its task's two.
  private func isInTheMiddle(_ worker: Int32) -> Bool {
    let folder = "/proc/\(worker)/fd"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let file = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"),
        file.hasSuffix("/shard.sqlite")
      else { continue }
      var text = ""
      try? Query(file).answer("SELECT count(*) FROM run", .csv) { text += $0 }
      return text.hasSuffix("\n1\n")
    }
    return false
  }

  /// Waits until Slurm has noticed that the second node is gone, and lets it start the node's tasks again at once
  /// rather than after its two minutes of caution.
  private func expectSecondNodeToBeLost(by cluster: SlurmCluster) throws {
    #expect(
      try cluster.wait(90) { try cluster.state("n2").hasPrefix("down") }, "the loss was not noticed")
    for job in try cluster.run(["squeue", "--noheader", "--states=PENDING", "--format=%i"]).output
      .split(separator: "\n")
    {
      _ = try cluster.run(["scontrol", "update", "jobid=\(job)", "StartTime=now"])
    }
  }

  private func isDone(_ cluster: SlurmCluster) throws -> Bool {
    let queue = try cluster.run(["squeue", "--noheader"])
    return queue.code == 0 && queue.output.isEmpty
  }

  @Test(.timeLimit(.minutes(5)))
  func `a node dies in the middle, all shards arrive, and the merge equals the sweep`() throws {
    let cluster = try SlurmCluster(otium.file("slurm"), .loopback)
    try submit(to: cluster)
    try cluster.kill("n2")
    let before = shards().count
    #expect(before < 4, "the node was to die before all was done")
    try expectSecondNodeToBeLost(by: cluster)
    #expect(try cluster.wait(120) { try isDone(cluster) }, "the queue did not become empty")
    #expect(shards().count == 4, "\(shards())")
    try expectMergeEqualsSweep("4 shards: 8 runs more")
    #expect(
      try otium.rows("SELECT DISTINCT host FROM shard ORDER BY host", in: "Reports/tiny.sqlite").first == "n1"
    )
  }

  @Test(
    .enabled(if: SlurmCluster.hasNamespaces, "network namespaces cannot be made here"),
    .timeLimit(.minutes(5)))
  func `a link is cut, the task runs on both sides, and its shard is merged once`() throws {
    let cluster = try SlurmCluster(otium.file("slurm"), .namespaces)
    try submit(to: cluster)
    // The node hangs as well, so that its copy of the task outlives the one that takes its place.
    let cutOff = try cluster.jobs("n2")
    for process in cutOff { Foundation.kill(process, SIGSTOP) }
    try cluster.cut("n2")
    try expectSecondNodeToBeLost(by: cluster)
    #expect(try cluster.wait(120) { try isDone(cluster) }, "the queue did not become empty")
    #expect(shards().count == 4, "\(shards())")
    for process in cutOff { Foundation.kill(process, SIGCONT) }
    #expect(try cluster.wait(60) { shards().count == 4 + cutOff.count }, "\(shards())")
    try expectMergeEqualsSweep("came again, and are equal")
    #expect(
      try otium.rows("SELECT DISTINCT host FROM shard ORDER BY host", in: "Reports/tiny.sqlite") == [
        "n1", "n2",
      ])
  }
}

/// A cluster that `slurm.sh` starts, and that ends with its owner.
final class SlurmCluster {
  enum Kind: String { case loopback, namespaces }

  private let folder: String

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("slurm.sh").path

  /// Whether Slurm is here, after an attempt to install it.
  static let isPossible: Bool = {
    guard getuid() == 0, Tool("apt-get") != nil else { return Tool("slurmctld") != nil && getuid() == 0 }
    return (try? call(["install"]).code) == 0
  }()

  static let hasNamespaces = (try? Tool("unshare")?.run(["--net", "true"]).code) == 0

  init(_ folder: String, _ kind: Kind) throws {
    self.folder = folder
    let answer = try Self.call(["start", folder, kind.rawValue, String(getpid())])
    try #require(answer.code == 0, "\(answer.errors)\(Self.logs(folder))")
  }

  deinit { _ = try? Self.call(["stop", folder]) }

  /// A command on the login machine.
  func run(_ command: [String]) throws -> (code: Int32, output: String, errors: String) {
    try Self.call(["run", folder] + command)
  }

  func kill(_ node: String) throws { #expect(try Self.call(["kill", folder, node]).code == 0) }
  func cut(_ node: String) throws { #expect(try Self.call(["cut", folder, node]).code == 0) }

  /// The processes of a node's jobs.
  func jobs(_ node: String) throws -> [Int32] {
    try Self.call(["jobs", folder, node]).output.split(separator: "\n").compactMap { Int32($0) }
  }

  func state(_ node: String) throws -> String {
    try run(["sinfo", "--noheader", "--nodes=\(node)", "--format=%t"]).output
  }

  /// Asks five times a second until the answer is yes, for so many seconds at most.
  func wait(_ seconds: Double, until condition: () throws -> Bool) throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if try condition() { return true }
      usleep(200_000)
    }
    return false
  }

  private static func call(_ arguments: [String]) throws -> (code: Int32, output: String, errors: String) {
    guard let bash = Tool("bash") else { return (127, "", "there is no bash") }
    return try bash.run([script] + arguments)
  }

  private static func logs(_ folder: String) -> String {
    ["start", "munged", "slurmctld", "slurmd-n1", "slurmd-n2"].map { name in
      (try? String(contentsOfFile: "\(folder)/\(name).log", encoding: .utf8)).map { "\n\(name): \($0)" } ?? ""
    }.joined()
  }
}
