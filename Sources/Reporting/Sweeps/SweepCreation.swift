import Designs
import Economy
import Experiments
import GRDB
import Scenarios

/// Puts a sweep into an empty database, or checks that the database holds this very sweep.
struct SweepCreation {
  let plan: SweepPlan
  let path: String
  var command: String?
  var created: String?

  private var schema: SweepSchema { SweepSchema(experiment) }
  private var experiment: Experiment { plan.file.experiment }

  func prepare(_ db: Database) throws {
    if try db.tableExists("sweep") {
      try compare(db)
      try update(db)
    } else {
      try create(db)
    }
  }

  // MARK: An existing file

  /// - Throws: what has changed, if anything has.
  private func compare(_ db: Database) throws {
    guard let changes = try changes(db) else { return }
    throw ReportError(
      .unsuitable,
      "'\(path)' holds another sweep, and runs of two cannot be mixed; it was left as it is. What changed:\n"
        + changes + "\nName another --output, or go back to what it was")
  }

  /// In what the sweep of a database differs from this one, a line each; nil where it is this one.
  /// - Parameter database: its name in the connection.
  func changes(_ db: Database, in database: String = "main") throws -> String? {
    var before: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT key, value FROM \(database).definition") {
      before[row[0]] = row[1]
    }
    let program = try String.fetchOne(db, sql: "SELECT code_version FROM \(database).sweep") ?? ""
    var changes: [String] = []
    var now: Set<String> = []
    for fact in facts {
      now.insert(fact.key)
      guard let old = before[fact.key] else {
        changes.append("\(fact.key) is new: \(fact.value)")
        continue
      }
      if old != fact.value { changes.append("\(fact.key) was \(old), is \(fact.value)") }
    }
    for key in before.keys.sorted() where !now.contains(key) {
      changes.append("\(key) was \(before[key] ?? ""), is no longer there")
    }
    if changes.isEmpty, program != plan.codeVersion {
      changes.append("the program was '\(program)', is '\(plan.codeVersion)'")
    }
    guard !changes.isEmpty else { return nil }
    let more = changes.count > 5 ? ["  and \(changes.count - 5) more"] : []
    return (changes.prefix(5).map { "  \($0)" } + more).joined(separator: "\n")
  }

  /// The definition with each key once: of two for the same path the later one counts.
  private var facts: [SweepFact] {
    var positions: [String: Int] = [:]
    var facts: [SweepFact] = []
    for fact in plan.file.definition + [SweepFact("variants", plan.file.variants.joined(separator: ", "))] {
      if let position = positions[fact.key] {
        facts[position] = fact
      } else {
        positions[fact.key] = facts.count
        facts.append(fact)
      }
    }
    return plan.isAsked ? facts.filter(Self.concernsAsked) : facts
  }

  /// Runs at points that somebody asks for do not depend on where a design would have put them.
  private static func concernsAsked(_ fact: SweepFact) -> Bool {
    if fact.key.hasPrefix("factors.") { return fact.key.hasSuffix(".path") }
    return !fact.key.hasPrefix("design") && !fact.key.hasPrefix("where")
  }

  /// What may change without changing a run.
  private func update(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE sweep SET title = ?, question = ?, experiment_yaml = ?, replications = max(replications, ?), command = ?
        """,
      arguments: [experiment.title, experiment.question, plan.file.text, plan.replications, command])
    try SweepQuestions.store(plan.file, db)
  }

  // MARK: A new file

  private func create(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(SweepSchema.applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(SweepSchema.version)")
    for table in schema.tables { try db.execute(sql: table.definition) }
    // A run of the same identity is looked for before each run.
    try db.execute(sql: "CREATE INDEX run_identity ON run (run_sha256)")
    for view in schema.views { try db.execute(sql: view.definition) }
    let list = plan.file.points
    try db.execute(
      sql: "INSERT INTO sweep VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        plan.file.name, experiment.title, experiment.question, plan.file.text, plan.file.base.resolved,
        plan.isAsked ? "asked" : experiment.design.name, plan.points.count,
        plan.isAsked ? plan.points.count : list.proposed, plan.file.variants.count, plan.replications,
        plan.codeVersion, command, created,
      ])
    for fact in facts {
      try db.execute(sql: "INSERT INTO definition VALUES (?, ?)", arguments: [fact.key, fact.value])
    }
    try insertNames(db)
    try insertPoints(db)
    try SweepQuestions.store(plan.file, db)
    try describe(db)
  }

  private func insertNames(_ db: Database) throws {
    for (index, factor) in experiment.factors.enumerated() {
      try db.execute(
        sql: "INSERT INTO factor VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [factor.name, index, factor.path, factor.unit, factor.role.rawValue, factor.listed])
    }
    for (index, output) in experiment.outputs.enumerated() {
      try db.execute(
        sql: "INSERT INTO output VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          output.name, index, output.indicator, output.unitText, output.kept,
          output.definition,
        ])
    }
  }

  private func insertPoints(_ db: Database) throws {
    var insert = try BulkInsert(db, into: "point", ["point"] + experiment.factors.map(\.name))
    for point in plan.points {
      insert.bind(Int64(point.ordinal))
      for value in point.values {
        if let number = value.number { insert.bind(number) } else { insert.bind(value.description) }
      }
      try insert.insert()
    }
    var place = try BulkInsert(db, into: "coordinate", ["point"] + experiment.factors.map(\.name))
    for point in plan.points where !point.coordinates.isEmpty {
      place.bind(Int64(point.ordinal))
      for coordinate in point.coordinates { place.bind(coordinate) }
      try place.insert()
    }
  }

  private func describe(_ db: Database) throws {
    let facts = [
      "title": "A sweep of Otium, an agent-based model of an economy under automation: \(experiment.title)",
      "schema_version": String(SweepSchema.version),
      "reading": "Start with the views v_runs, v_final and v_point_mean; column_doc explains every column.",
    ]
    for fact in facts.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [fact.key, fact.value])
    }
    for table in schema.tables { try Self.describe(table, db) }
    let insert = "INSERT INTO column_doc VALUES (?, ?, ?, ?)"
    for view in schema.views {
      for column in try db.columns(in: view.name).map(\.name) {
        let meaning = schema.meaning(view: view.name, column: column)
        try db.execute(sql: insert, arguments: [view.name, column, meaning.unit, meaning.text])
      }
    }
  }

  /// Notes what a table's columns mean.
  static func describe(_ table: Schema.Table, _ db: Database) throws {
    for column in table.columns {
      try db.execute(
        sql: "INSERT INTO column_doc VALUES (?, ?, ?, ?)",
        arguments: [table.name, column.name, column.unit, column.meaning])
    }
  }
}
