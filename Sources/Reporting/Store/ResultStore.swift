public import Economy
public import Experiments
import GRDB
import Scenarios
import Synchronization

/// A results database: one SQLite file for any number of experiments.
///
/// While an experiment runs the file is in WAL mode and gets one transaction a year of each run, so that a
/// killed program loses at most the year it was in. `close` turns it into a single ordinary file.
public final class ResultStore: ResultSink {
  /// Where the file is.
  public let path: String
  /// The command line that is noted with the experiments.
  private let command: String?
  /// The time that is noted with the experiments, in ISO 8601; nil keeps results free of the clock.
  private let created: String?
  private let queue: DatabaseQueue

  /// Opens a database, or creates it with the folders it lies in.
  ///
  /// A file that is no results database is left as it is and refused, and so is one of a newer program.
  /// - Parameters:
  ///   - path: the file.
  ///   - program: name and version of the program that writes.
  ///   - command: the command line to note with the experiments.
  ///   - created: the time to note with the experiments, in ISO 8601.
  ///   - patience: seconds to wait for another program that has the file locked.
  ///   - pageLimit: the largest size that the file may reach, in pages of 4 KiB; nil for the disk's.
  public init(
    path: String, program: String, command: String? = nil, created: String? = nil, patience: Double = 10,
    pageLimit: Int? = nil
  ) throws(ReportError) {
    self.path = path
    self.command = command
    self.created = created
    do {
      try DatabaseFile(path).prepareForWriting(patience: patience)
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        if let pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      }
      queue = try DatabaseQueue(path: DatabaseFile.absolute(path), configuration: configuration)
      try Schema.prepare(queue, program: program)
      // On a file system without shared memory the answer is another mode, which is slower and does as well.
      _ = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
    } catch {
      throw ReportError(error, path: path)
    }
  }

  public func begin(_ runs: [RunDescription]) throws -> [RunIdentifier] {
    guard let first = runs.first else { return [] }
    precondition(runs.allSatisfy { $0.resolved == first.resolved }, "the runs of a set are of one scenario")
    return try write { db in
      try db.execute(
        sql: """
          INSERT INTO run_set (experiment, scenario, runs, scenario_yaml, command, created_utc)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [first.experiment, first.scenario, runs.count, first.resolved, self.command, self.created])
      let set = db.lastInsertedRowID
      try Self.insert(first.assumptions, of: set, db)
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO run (run_set, experiment, scenario, reform, label, seed, replication, persons, economy,
            currency, start, months, code_version, scenario_sha256, status, created_utc)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?)
          """)
      return try runs.map { run in
        try insert.execute(arguments: [
          set, run.experiment, run.scenario, run.variant, run.label, String(run.seed), run.replication,
          run.persons, run.economy, run.currency, run.start.description, run.months, run.codeVersion,
          run.scenarioHash, self.created,
        ])
        return RunIdentifier(db.lastInsertedRowID)
      }
    }
  }

  public func record(_ batch: ResultBatch, of run: RunIdentifier) throws {
    try write { db in
      try Self.insert(batch, of: run.number, db)
      try db.execute(
        sql: "UPDATE run SET months_done = months_done + ? WHERE run_id = ?",
        arguments: [batch.months.count, run.number])
    }
  }

  public func end(_ run: RunIdentifier, _ ending: Ending, seconds: Double) throws {
    let (status, feasible, error): (String, Bool?, String?) =
      switch ending {
      case .complete: ("complete", true, nil)
      case .failed(let message): ("failed", nil, message)
      case .infeasible(let message): ("failed", false, message)
      case .interrupted: ("interrupted", nil, nil)
      }
    try write { db in
      try db.execute(
        sql: "UPDATE run SET status = ?, feasible = ?, error = ?, wall_seconds = ? WHERE run_id = ?",
        arguments: [status, feasible, error, seconds, run.number])
    }
  }

  public func keep(_ gains: GainReport, of runs: [RunIdentifier]) throws {
    try write(besides: runs) { try GainInsert(set: $0).insert(gains, $1) }
  }

  public func keep(_ decomposition: DecompositionReport, of runs: [RunIdentifier]) throws {
    try write(besides: runs) { set, db in
      var insert = try BulkInsert(db, into: "decomposition", Schema.decomposition.columns.map(\.name))
      for row in decomposition.rows {
        insert.bind(set)
        insert.bind(row.reform)
        insert.bind(Int64(row.replication))
        insert.bind(row.dimension.rawValue)
        insert.bind(row.group)
        insert.bind(Int64(decomposition.months))
        insert.bind(row.personMonths)
        insert.bind(row.baseline)
        for sense in Sense.allCases {
          if let cents = row[sense] { insert.bind(cents) } else { insert.bind(nil) }
        }
        try insert.insert()
      }
    }
  }

  /// Writes what belongs to the experiment of some runs.
  private func write(besides runs: [RunIdentifier], _ updates: (Int64, Database) throws -> Void) throws {
    guard let first = runs.first else { return }
    try write { db in
      let set = try Int64.fetchOne(
        db, sql: "SELECT run_set FROM run WHERE run_id = ?", arguments: [first.number])
      guard let set else { return }
      try updates(set, db)
    }
  }

  public func note(_ budget: BudgetVerdict, of run: RunIdentifier) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE run SET feasible = ? WHERE run_id = ?", arguments: [budget.isFeasible, run.number])
      try db.execute(
        sql: "INSERT INTO budget VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          run.number, budget.isFeasible, budget.infeasibleSince, budget.instrument?.rawValue, budget.gap,
          budget.mostRevenue, budget.rateAtMost,
        ])
    }
  }

  /// Ends the writing: the file becomes a single ordinary one, which may be copied, mailed and read from a
  /// read-only folder.
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

  /// One transaction, taken at once: readers do not block it, and it waits for other writers.
  private func write<Value>(_ updates: (Database) throws -> Value) throws(ReportError) -> Value {
    do {
      return try queue.write(updates)
    } catch {
      throw ReportError(error, path: path)
    }
  }
}

extension ResultStore {
  private static func insert(_ assumptions: [Assumption], of set: Int64, _ db: Database) throws {
    var insert = try BulkInsert(db, into: "assumption", Schema.assumption.columns.map(\.name))
    for (position, row) in assumptions.enumerated() {
      insert.bind(set)
      insert.bind(Int64(position))
      for text in [row.path, row.value, row.unit, row.source] { insert.bind(text) }
      insert.bind(Int64(row.isPrior ? 1 : 0))
      try insert.insert()
    }
  }

  private static func insert(_ batch: ResultBatch, of run: Int64, _ db: Database) throws {
    var monthly = try BulkInsert(
      db, into: "monthly", ["run_id", "month"] + Indicator.allCases.map(\.spec.name))
    for month in batch.months {
      monthly.bind(run)
      monthly.bind(Int64(month.month))
      for value in month.values { monthly.bind(value) }
      try monthly.insert()
    }

    var flows = try BulkInsert(db, into: "flow", ["run_id", "year", "flow", "payer", "payee", "cents"])
    for row in batch.flows {
      flows.bind(run)
      flows.bind(Int64(row.year))
      flows.bind(row.flow.name)
      flows.bind(row.flow.payer.name)
      flows.bind(row.flow.payee.name)
      flows.bind(row.cents)
      try flows.insert()
    }

    var balances = try BulkInsert(db, into: "balance", ["run_id", "year", "instrument", "sector", "cents"])
    for row in batch.balances {
      balances.bind(run)
      balances.bind(Int64(row.year))
      balances.bind(row.instrument.name)
      balances.bind(row.sector.name)
      balances.bind(row.cents)
      try balances.insert()
    }

    var groups = try BulkInsert(
      db, into: "distribution", ["run_id", "month", "dimension", "group", "measure", "value"])
    for row in batch.distributions {
      groups.bind(run)
      groups.bind(Int64(row.month))
      groups.bind(row.dimension)
      groups.bind(row.group)
      groups.bind(row.measure)
      groups.bind(row.value)
      try groups.insert()
    }
  }
}
