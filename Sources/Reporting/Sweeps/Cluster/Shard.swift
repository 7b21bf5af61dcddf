import Designs
public import Experiments
import Foundation
import GRDB
import Scenarios

/// A file with the runs that one start of a task has finished: a sweep's database like any other.
///
/// Its name has the number of the task and the first digits of the file's SHA-256:
/// `task-0012-4be7c5a1f09d3b62.sqlite`. Whatever a task delivers twice has two names, unless it is the same in
/// every byte, and a file that was damaged does not have the digits of its name.
public struct Shard: Sendable, Equatable {
  /// Where it is.
  public let path: String
  /// The task that it is of, from 1.
  public let task: Int
  /// Whether all runs of the task are in it; otherwise the task was stopped.
  public let isComplete: Bool
  private let digits: String

  /// The file's name.
  public var name: String { FilePath.last(of: path) }

  /// The name of a shard.
  static func name(task: Int, isComplete: Bool, digest: String) -> String {
    let number = String(task)
    let zeros = String(repeating: "0", count: max(0, 4 - number.count))
    return "task-\(zeros)\(number)-\(isComplete ? "" : "part-")\(digest.prefix(16)).sqlite"
  }

  /// The shard at a path; nil where its name is none of a shard.
  init?(path: String) {
    self.path = path
    let name = FilePath.last(of: path)
    guard name.hasPrefix("task-"), name.hasSuffix(".sqlite") else { return nil }
    let parts = name.dropLast(".sqlite".count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 || (parts.count == 4 && parts[2] == "part"), let task = Int(parts[1]), task > 0
    else { return nil }
    self.task = task
    isComplete = parts.count == 3
    digits = String(parts[parts.count - 1])
  }

  /// Why it may not be used for a sweep; nil where it may.
  public func refusal(for plan: SweepPlan) -> String? {
    guard let digest = Publication.digest(of: path) else { return "it cannot be read" }
    guard digits.count == 16, digest.hasPrefix(digits) else {
      return "it is damaged: its SHA-256 is not the one in its name"
    }
    do {
      let queue = try DatabaseFile.published(path)
      defer { try? queue.close() }
      return try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == SweepSchema.applicationID else {
          return "it holds no sweep"
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version == SweepSchema.version else {
          return "it has schema \(version), this program's is \(SweepSchema.version)"
        }
        if let damage = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)"), damage != "ok" {
          return "it is damaged: \(damage)"
        }
        let creation = SweepCreation(plan: plan, path: path)
        return try creation.changes(db).map { "it belongs to another sweep:\n\($0)" }
      }
    } catch {
      return "it cannot be read: \(ReportError(error, path: path).description)"
    }
  }
}
