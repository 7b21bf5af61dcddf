import Designs
import Experiments
import Foundation
import GRDB
import Scenarios

extension SweepStore {
  /// What a shard brought.
  public struct Addition: Sendable, Equatable {
    /// Runs that were not there before.
    public internal(set) var fresh = 0
    /// Runs that were there already, and equal but for the time they took.
    public internal(set) var repeated = 0
    /// Runs that were there already with another outcome, a sentence each. What was there first is kept.
    public internal(set) var differences: [String] = []
  }

  /// Adds those runs of a shard that are not there yet, and compares the others.
  ///
  /// All of it happens or, where it throws, nothing. Adding a shard again changes nothing.
  /// - Parameters:
  ///   - shard: one that is not refused.
  ///   - isNoted: whether the database is to remember that it has the shard, unless something differed.
  public func add(_ shard: Shard, isNoted: Bool = false) throws(ReportError) -> Addition {
    do {
      return try queue.writeWithoutTransaction { db in
        try db.execute(sql: "ATTACH ? AS shard", arguments: [DatabaseFile.immutable(shard.path)])
        defer { try? db.execute(sql: "DETACH shard") }
        var addition = Addition()
        try db.inTransaction(.immediate) {
          addition = try ShardComparison(schema: schema, name: shard.name).add(db)
          if isNoted, addition.differences.isEmpty { try note(shard, addition, db) }
          return .commit
        }
        return addition
      }
    } catch {
      throw ReportError(error, path: path)
    }
  }

  private func note(_ shard: Shard, _ addition: Addition, _ db: Database) throws {
    if try !db.tableExists("shard", in: "main") {
      try db.execute(sql: SweepSchema.shard.definition)
      try SweepCreation.describe(SweepSchema.shard, db)
    }
    let host = try String.fetchOne(db, sql: "SELECT value FROM shard.meta WHERE key = 'host'") ?? ""
    try db.execute(
      sql: "INSERT OR REPLACE INTO main.shard VALUES (?, ?, ?, ?, ?)",
      arguments: [shard.name, shard.task, host, addition.fresh, addition.repeated])
  }

  /// The names of the shards that the database remembers to have.
  public func notedShards() throws(ReportError) -> Set<String> {
    try perform { db in
      guard try db.tableExists("shard", in: "main") else { return [] }
      return Set(try String.fetchAll(db, sql: "SELECT name FROM main.shard"))
    }
  }

  /// Notes on which machine the runs of this database are simulated.
  public func note(host: String) throws(ReportError) {
    try perform { db in
      try db.execute(sql: "INSERT OR REPLACE INTO meta VALUES ('host', ?)", arguments: [host])
    }
  }

  /// Runs of equal SHA-256 with other outcomes: a sentence each. Points that differ in a reform only have the
  /// same baseline, and several tasks may have simulated it.
  public func differingTwins() throws(ReportError) -> [String] {
    let columns = ["run.status", "run.months_done"] + schema.outputs.numbers.map { "final.\"\($0.name)\"" }
    let differs = columns.map { "min(\($0)) <> max(\($0)) OR count(\($0)) NOT IN (0, count(*))" }
    return try perform { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT group_concat(run.run_id, ' and '), run.run_sha256 FROM run JOIN final USING (run_id)
          WHERE run.run_sha256 <> '' GROUP BY run.run_sha256 HAVING \(differs.joined(separator: " OR "))
          """
      ).map { row in
        "runs \(row[0] as String) are the same run (\((row[1] as String).prefix(12))) with other outcomes"
      }
    }
  }
}

/// The runs of an attached database beside those of the main one.
private struct ShardComparison {
  let schema: SweepSchema
  let name: String

  /// The tables of a run's outcome, with the columns that depend on nothing but the run.
  private var tables: [(name: String, columns: [String])] {
    var tables = [
      ("run", SweepSchema.run.columns.map(\.name).filter { $0 != "wall_seconds" }),
      ("final", schema.final.columns.map(\.name)),
    ]
    if !schema.outputs.courses.isEmpty { tables.append(("series", schema.series.columns.map(\.name))) }
    return tables
  }

  func add(_ db: Database) throws -> SweepStore.Addition {
    try db.execute(
      sql: """
        CREATE TEMP TABLE repeated AS
        SELECT run_id FROM shard.run WHERE run_id IN (SELECT run_id FROM main.run)
        """)
    defer { try? db.execute(sql: "DROP TABLE temp.repeated") }
    var addition = SweepStore.Addition()
    addition.fresh = try insert(db)
    let differing = try self.differing(db)
    addition.differences = try differing.map { try difference($0, db) }
    let repeated = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.repeated") ?? 0
    addition.repeated = repeated - differing.count
    return addition
  }

  /// - Returns: how many runs there are more.
  private func insert(_ db: Database) throws -> Int {
    var fresh = 0
    for table in tables {
      let columns = list(table.name == "run" ? table.columns + ["wall_seconds"] : table.columns)
      try db.execute(
        sql: """
          INSERT INTO main.\(table.name) (\(columns)) SELECT \(columns) FROM shard.\(table.name)
          WHERE run_id NOT IN (SELECT run_id FROM temp.repeated)
          """)
      if table.name == "run" { fresh = db.changesCount }
    }
    return fresh
  }

  private func differing(_ db: Database) throws -> [Int] {
    var runs: Set<Int> = []
    for table in tables {
      let (columns, repeated) = (list(table.columns), "run_id IN (SELECT run_id FROM temp.repeated)")
      runs.formUnion(
        try Int.fetchAll(
          db,
          sql: """
            SELECT run_id FROM (
              SELECT \(columns) FROM shard.\(table.name) WHERE \(repeated)
              EXCEPT SELECT \(columns) FROM main.\(table.name) WHERE \(repeated))
            """))
    }
    return runs.sorted()
  }

  /// What differs first.
  private func difference(_ run: Int, _ db: Database) throws -> String {
    let place = try Row.fetchOne(
      db, sql: "SELECT point, reform, replication FROM main.run WHERE run_id = ?", arguments: [run])
    let words: String =
      place.map { "run \(run) (point \($0[0] as Int), \($0[1] as String), replication \($0[2] as Int))" }
      ?? "run \(run)"
    for table in tables {
      let rows = try ["main", "shard"].map { database in
        try Row.fetchAll(
          db,
          sql: "SELECT \(list(table.columns)) FROM \(database).\(table.name) WHERE run_id = ? "
            + "ORDER BY \(table.name == "series" ? "month" : "run_id")",
          arguments: [run])
      }
      guard rows[0] != rows[1] else { continue }
      for (here, there) in zip(rows[0], rows[1]) {
        guard let column = table.columns.first(where: { here[$0] as DatabaseValue != there[$0] }) else {
          continue
        }
        let month = table.name == "series" ? " in month \(here["month"] as Int)" : ""
        return "\(words) of '\(name)': \(column)\(month) is \(text(there[column])), before it was "
          + text(here[column])
      }
      return "\(words) of '\(name)' has \(rows[1].count) months, before it had \(rows[0].count)"
    }
    return "\(words) of '\(name)' differs"
  }

  private func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "nothing"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): "'\(text)'"
    case .blob: "bytes"
    }
  }

  private func list(_ columns: [String]) -> String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
}
