import Designs
public import Experiments
import Foundation

/// The folder that the machines share: the work list, which is never changed, and the shards that tasks deliver.
public struct TaskFolder: Sendable {
  /// Where it is, from the root.
  public let path: String

  /// The folder at a path.
  public init(_ path: String) { self.path = DatabaseFile.absolute(path) }

  /// Where the work list is.
  public var workList: String { path + "/plan.sqlite" }
  /// Where shards are.
  public var shardFolder: String { path + "/shards" }

  /// All that tasks have delivered, by name; drafts that were never finished are no part of it.
  ///
  /// - Returns: shards, and names of databases that are none.
  public func contents() throws(ReportError) -> (shards: [Shard], others: [String]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: shardFolder).sorted()
    } catch {
      throw ReportError(.missing, "there is no folder '\(shardFolder)' to read shards from")
    }
    var shards: [Shard] = []
    var others: [String] = []
    for name in names where !name.hasPrefix(".") {
      if let shard = Shard(path: "\(shardFolder)/\(name)") {
        shards.append(shard)
      } else {
        others.append(name)
      }
    }
    return (shards, others)
  }

  /// The tasks of which no usable shard has all the runs.
  /// - Parameter tasks: how many there are.
  public func unfinished(of plan: SweepPlan, tasks: Int) throws(ReportError) -> [Int] {
    var missing = Set(1...max(1, tasks))
    for shard in try contents().shards where shard.isComplete && missing.contains(shard.task) {
      if shard.refusal(for: plan) == nil { missing.remove(shard.task) }
    }
    return missing.sorted()
  }

  /// Delivers what a task has finished.
  /// - Parameter file: a sweep's database that nobody writes to any more.
  @discardableResult
  public func publish(_ file: String, task: Int, isComplete: Bool) throws(ReportError) -> Shard {
    guard let digest = Publication.digest(of: file) else {
      throw ReportError(.inputOutput, "'\(file)' cannot be read")
    }
    let name = Shard.name(task: task, isComplete: isComplete, digest: digest)
    let target = "\(shardFolder)/\(name)"
    try Publication.publish(file, as: target)
    guard let shard = Shard(path: target) else { preconditionFailure("\(name) is no shard's name") }
    return shard
  }
}
