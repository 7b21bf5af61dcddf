import Designs
public import Experiments
import GRDB
public import Scenarios

/// A sweep's database: one SQLite file for one experiment.
///
/// While a sweep runs the file is in WAL mode and gets one transaction a run, so that a killed program loses at
/// most the runs it was in. `close` turns it into a single ordinary file. A second sweep on the file is refused.
public final class SweepStore: SweepSink {
  /// Where the file is.
  public let path: String
  let plan: SweepPlan
  let schema: SweepSchema
  let queue: DatabaseQueue
  private let lock: FileLock
  private let runColumns = SweepSchema.run.columns.map(\.name)

  /// Opens the database of a sweep, or creates it with the folders it lies in.
  ///
  /// A file that is no sweep, or one of another experiment, scenario or program, is left as it is and refused.
  /// - Parameters:
  ///   - path: the file.
  ///   - plan: the sweep.
  ///   - command: the command line to note.
  ///   - created: the time to note, in ISO 8601; nil keeps the file free of the clock.
  ///   - journal: how transactions are made safe.
  ///   - pageLimit: the largest size that the file may reach, in pages of 4 KiB; nil for the disk's.
  public init(
    path: String, plan: SweepPlan, command: String? = nil, created: String? = nil, journal: Journal = .wal,
    pageLimit: Int? = nil
  ) throws(ReportError) {
    self.path = path
    self.plan = plan
    schema = SweepSchema(plan.file.experiment)
    do {
      try DatabaseFile(path).prepareFolder()
      guard let lock = try FileLock(besides: DatabaseFile.absolute(path)) else {
        throw ReportError(
          .busy, "another sweep is writing to '\(path)'; wait for it, or name another --output")
      }
      self.lock = lock
      try DatabaseFile(path).prepareForWriting(
        patience: 10, owner: SweepSchema.applicationID, version: SweepSchema.version)
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = \(journal.synchronous)")
        if let pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      }
      queue = try DatabaseQueue(path: DatabaseFile.absolute(path), configuration: configuration)
      let creation = SweepCreation(plan: plan, path: path, command: command, created: created)
      try queue.write { db in try creation.prepare(db) }
      _ = try queue.writeWithoutTransaction {
        try String.fetchOne($0, sql: "PRAGMA journal_mode = \(journal.rawValue)")
      }
    } catch {
      throw ReportError(error, path: path)
    }
  }

  /// How transactions are made safe.
  public enum Journal: String, Sendable {
    /// A log beside the file: the quicker one for many small transactions. It needs memory that all who use the
    /// file share, which disks shared by several machines do not offer.
    case wal = "WAL"
    /// The old content beside the file until the new one is on the disk: for few large transactions anywhere.
    case rollback = "DELETE"

    fileprivate var synchronous: String { self == .wal ? "NORMAL" : "FULL" }
  }

  public func finished(of plan: SweepPlan) throws -> [SweepState] {
    try perform { db in
      var states = [SweepState](repeating: .missing, count: plan.runs)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT run_id, status FROM run WHERE run_id <= ?", arguments: [plan.runs])
      while let row = try rows.next() {
        let number: Int = row[0]
        states[number - 1] = row[1] == "complete" ? .complete : .failed
      }
      return states
    }
  }

  public func record(_ run: SweepRun, _ outcome: SweepOutcome) throws {
    try perform { db in
      try insert(run, outcome.ending, months: outcome.monthsDone, seconds: outcome.seconds, db)
      var finals = try BulkInsert(db, into: "final", ["run_id"] + schema.outputs.numbers.map(\.name))
      finals.bind(Int64(run.number))
      for value in outcome.finals { finals.bind(value) }
      try finals.insert()
      guard !outcome.series.isEmpty else { return }
      var series = try BulkInsert(
        db, into: "series", ["run_id", "month"] + schema.outputs.courses.map(\.name))
      for (month, values) in outcome.series {
        series.bind(Int64(run.number))
        series.bind(Int64(month))
        for value in values { series.bind(value) }
        try series.insert()
      }
    }
  }

  public func copy(to run: SweepRun) throws -> Ending? {
    guard !run.identity.isEmpty else { return nil }
    return try perform { db in
      let columns = "run_id, status, feasible, error, months_done"
      let statement = try db.cachedStatement(
        sql: "SELECT \(columns) FROM run WHERE run_sha256 = ? ORDER BY run_id LIMIT 1")
      guard let twin = try Row.fetchOne(statement, arguments: [run.identity]) else { return nil }
      let error: String? = twin["error"]
      let ending: Ending =
        twin["status"] == "complete"
        ? .complete : twin["feasible"] == 0 ? .infeasible(error ?? "") : .failed(error ?? "")
      try insert(run, ending, months: twin["months_done"], seconds: .nan, db)
      let source: Int64 = twin["run_id"]
      try copyRows("final", schema.outputs.numbers.map(\.name), from: source, to: run, db)
      if !schema.outputs.courses.isEmpty {
        try copyRows("series", ["month"] + schema.outputs.courses.map(\.name), from: source, to: run, db)
      }
      return ending
    }
  }

  private func copyRows(
    _ table: String, _ columns: [String], from source: Int64, to run: SweepRun, _ db: Database
  ) throws {
    let names = columns.map { ", \"\($0)\"" }.joined()
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \"\(table)\" (run_id\(names)) SELECT ?\(names) FROM \"\(table)\" WHERE run_id = ?")
    try statement.execute(arguments: [run.number, source])
  }

  private func insert(_ run: SweepRun, _ ending: Ending, months: Int, seconds: Double, _ db: Database) throws
  {
    let (status, feasible, error): (String, Int?, String?) =
      switch ending {
      case .complete: ("complete", 1, nil)
      case .infeasible(let message): ("failed", 0, message)
      case .failed(let message): ("failed", nil, message)
      case .interrupted: preconditionFailure("an interrupted run is none")
      }
    let places = runColumns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO run (\(runColumns.joined(separator: ", "))) VALUES (\(places))")
    try statement.execute(arguments: [
      run.number, run.point, run.replication, run.variant, String(run.seed), status, feasible, error, months,
      run.identity, seconds.isFinite ? seconds : nil,
    ])
  }

  public func values(of measure: SweepMeasure, point: Int) throws -> [Double?] {
    try perform { db in try SweepValues.byReplication(db, measure, point: point) }
  }

  /// Ends the writing: the file becomes a single ordinary one.
  /// - Returns: false where another program still has the file open, so that it keeps its `-wal` file until
  ///   that program ends.
  @discardableResult
  public func close() throws(ReportError) -> Bool {
    do {
      return try DatabaseFile.close(queue)
    } catch {
      throw ReportError(error, path: path)
    }
  }

  /// One transaction on the only connection that writes.
  func perform<Value>(_ updates: (Database) throws -> Value) throws(ReportError) -> Value {
    do {
      return try queue.write(updates)
    } catch {
      throw ReportError(error, path: path)
    }
  }
}
