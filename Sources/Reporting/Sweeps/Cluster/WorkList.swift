import Designs
public import Experiments
import Foundation
import GRDB
import Scenarios

/// What is to be done by which task: a sweep's database without runs. Tasks only read it, and nobody deletes it,
/// because a task may be started again at any time.
public struct WorkList: Sendable {
  /// The experiment file, from the root.
  public let experiment: String
  /// The database that shards are merged into, from the root.
  public let database: String
  /// How many tasks there are.
  public let tasks: Int
  /// Runs at a time in a task.
  public let jobs: Int
  /// Seconds that a run is expected to take, with a burn-in.
  public let runSeconds: Double
  /// Seconds that a task is expected to take.
  public let taskSeconds: Double

  private let path: String

  /// Writes the work list of a folder. One that is there is left as it is and refused.
  /// - Parameters:
  ///   - scratch: a folder on this machine.
  ///   - tasks: the units of each task.
  public static func create(
    in folder: TaskFolder, scratch: String, plan: SweepPlan, tasks: [[SweepUnit]], experiment: String,
    database: String, jobs: Int, runSeconds: Double, taskSeconds: Double, command: String?, created: String?
  ) throws(ReportError) {
    guard !FileManager.default.fileExists(atPath: folder.workList) else {
      throw ReportError(
        .cannotCreate,
        "'\(folder.workList)' is there already, and work lists are kept. Submit it again to go on with it, or name "
          + "another --folder")
    }
    let draft = scratch + "/plan.sqlite"
    let store = try SweepStore(path: draft, plan: plan, command: command, created: created)
    try store.perform { db in
      for table in [SweepSchema.workList, SweepSchema.work] {
        try db.execute(sql: table.definition)
        try SweepCreation.describe(table, db)
      }
      try db.execute(
        sql: "INSERT INTO work_list VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          DatabaseFile.absolute(experiment), DatabaseFile.absolute(database), tasks.count, jobs, runSeconds,
          taskSeconds,
        ])
      var insert = try BulkInsert(db, into: "work", ["task", "replication", "point"])
      for (index, units) in tasks.enumerated() {
        for unit in units {
          insert.bind(Int64(index + 1))
          insert.bind(Int64(unit.replication))
          insert.bind(Int64(plan.points[unit.point].ordinal))
          try insert.insert()
        }
      }
    }
    try store.close()
    do {
      try FileManager.default.createDirectory(
        atPath: folder.shardFolder, withIntermediateDirectories: true)
    } catch {
      throw ReportError(
        .cannotCreate, "the folder '\(folder.shardFolder)' cannot be created: \(error.localizedDescription)")
    }
    try Publication.publish(draft, as: folder.workList)
  }

  /// Reads the work list of a folder.
  public init(_ folder: TaskFolder) throws(ReportError) {
    path = folder.workList
    guard FileManager.default.fileExists(atPath: path) else {
      throw ReportError(
        .missing, "there is no work list '\(path)'; 'otium sweep plan' writes one")
    }
    do {
      let queue = try DatabaseFile.published(path)
      defer { try? queue.close() }
      guard let row = try queue.read({ try Row.fetchOne($0, sql: "SELECT * FROM work_list") }) else {
        throw ReportError(.unsuitable, "'\(path)' holds no work list")
      }
      experiment = row["experiment"]
      database = row["database"]
      tasks = row["tasks"]
      jobs = row["jobs"]
      runSeconds = row["run_seconds"]
      taskSeconds = row["task_seconds"]
    } catch {
      throw ReportError(error, path: path)
    }
  }

  /// Checks that a sweep is the one that was planned.
  public func check(_ plan: SweepPlan) throws(ReportError) {
    do {
      let queue = try DatabaseFile.published(path)
      defer { try? queue.close() }
      guard let changes = try queue.read({ try SweepCreation(plan: plan, path: path).changes($0) }) else {
        return
      }
      throw ReportError(
        .unsuitable,
        "'\(experiment)' is no longer what '\(path)' was planned for. What changed:\n\(changes)\n"
          + "Go back to what it was, or plan anew in another --folder")
    } catch {
      throw ReportError(error, path: path)
    }
  }

  /// The units of a task, or of all of them, breadth first.
  public func units(of plan: SweepPlan, task: Int? = nil) throws(ReportError) -> [(
    task: Int, unit: SweepUnit
  )] {
    var positions: [Int: Int] = [:]
    for (position, point) in plan.points.enumerated() { positions[point.ordinal] = position }
    do {
      let queue = try DatabaseFile.published(path)
      defer { try? queue.close() }
      let rows = try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT task, replication, point FROM work WHERE task = ? OR ? IS NULL ORDER BY task, replication, point
            """, arguments: [task, task])
      }
      return rows.compactMap { row in
        positions[row["point"]].map { (row["task"], SweepUnit(replication: row["replication"], point: $0)) }
      }
    } catch {
      throw ReportError(error, path: path)
    }
  }
}
