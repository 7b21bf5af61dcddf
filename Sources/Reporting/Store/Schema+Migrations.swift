import Economy
import GRDB

extension Schema {
  /// The steps from an empty file to the current version. A step once released never changes.
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 tables") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      for table in firstTables { try db.execute(sql: table.definition) }
    }
    migrator.registerMigration("2 budget") { db in try db.execute(sql: budget.definition) }
    migrator.registerMigration("3 assumptions") { db in try db.execute(sql: assumption.definition) }
    migrator.registerMigration("4 gains and losses of persons") { db in
      for table in gainTables { try db.execute(sql: table.definition) }
    }
    migrator.registerMigration("5 senses of a reform") { db in
      try db.execute(sql: decomposition.definition)
    }
    return migrator
  }

  /// Brings a database to the current version: tables by migrations, then the columns, views and
  /// descriptions that follow from the indicators.
  static func prepare(_ queue: DatabaseQueue, program: String) throws {
    do {
      try migrator.migrate(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // Another process may have created the tables between our look and our transaction. Then there is
      // nothing left to do, and a second attempt says so.
      try migrator.migrate(queue)
    }
    try queue.write { db in
      try addMissingIndicators(db)
      try replaceViews(db)
      try describe(db, program: program)
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
  }

  private static func addMissingIndicators(_ db: Database) throws {
    let present = Set(try db.columns(in: "monthly").map(\.name))
    for indicator in Indicator.allCases where !present.contains(indicator.spec.name) {
      try db.execute(sql: "ALTER TABLE monthly ADD COLUMN \"\(indicator.spec.name)\" REAL")
    }
  }

  /// Columns of `monthly` that hold indicators: those of this program and, in a database that another version
  /// has written too, those of the other.
  private static func indicatorColumns(_ db: Database) throws -> [String] {
    let columns = try db.columns(in: "monthly").map(\.name)
    let known = Indicator.allCases.map(\.spec.name)
    let others = columns.filter { !known.contains($0) && $0 != "run_id" && $0 != "month" }
    return known + others
  }

  private static func replaceViews(_ db: Database) throws {
    let wanted = views(try indicatorColumns(db))
    let present = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    let unchanged =
      present.count >= wanted.count
      && wanted.allSatisfy { view in
        present.contains { $0["name"] == view.name && $0["sql"] == view.definition }
      }
    guard !unchanged else { return }
    for view in wanted { try db.execute(sql: "DROP VIEW IF EXISTS \"\(view.name)\"") }
    for view in wanted { try db.execute(sql: view.definition) }
  }

  private static func describe(_ db: Database, program: String) throws {
    for indicator in Indicator.allCases {
      let spec = indicator.spec
      try db.execute(
        sql: "INSERT OR REPLACE INTO indicator VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          spec.name, indicator.rawValue, spec.label, spec.unit, spec.definition, spec.isHeadline,
        ])
    }
    let facts = [
      "title": "Results of Otium, an agent-based model of an economy under automation",
      "schema_version": String(version),
      "last_written_by": program,
      "reading": "Start with the views v_run, v_final and v_effect; column_doc explains every column.",
    ]
    for fact in facts.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "INSERT OR REPLACE INTO meta VALUES (?, ?)", arguments: [fact.key, fact.value])
    }
    let insert = "INSERT OR REPLACE INTO column_doc VALUES (?, ?, ?, ?)"
    for table in tables {
      for column in table.columns {
        try db.execute(sql: insert, arguments: [table.name, column.name, column.unit, column.meaning])
      }
    }
    for view in views(try indicatorColumns(db)) {
      for column in try db.columns(in: view.name).map(\.name) {
        let meaning = meaning(view: view.name, column: column) ?? ("", "Indicator of another version")
        try db.execute(sql: insert, arguments: [view.name, column, meaning.unit, meaning.text])
      }
    }
  }
}
