import Economy

/// The layout of a results database. Creating it, documenting it in its own `column_doc` table and describing
/// it to people all come from these declarations.
///
/// Version 1 had `firstTables`, each table after them came with a version of its own. A change of a table is a new
/// migration in `Schema+Migrations.swift`, which older databases go through; the views and the columns of `monthly` are
/// brought up to date at every opening.
enum Schema {
  /// `OTIU`, by which SQLite and this program know a file as a results database.
  static let applicationID: Int32 = 0x4F54_4955
  static let version = 5

  struct Column {
    let name: String
    /// Type and constraints.
    let declaration: String
    let unit: String
    let meaning: String

    init(_ name: String, _ declaration: String, unit: String = "", _ meaning: String) {
      self.name = name
      self.declaration = declaration
      self.unit = unit
      self.meaning = meaning
    }
  }

  struct Table {
    let name: String
    let columns: [Column]
    var constraints: [String] = []
    var hasRowIdentifier = false

    /// The statement that creates it, with a comment a column: SQLite keeps the text.
    var definition: String {
      let lines =
        columns.map {
          ("\"\($0.name)\" \($0.declaration)", $0.meaning + ($0.unit.isEmpty ? "" : " [\($0.unit)]"))
        }
        + constraints.map { ($0, "") }
      let body = lines.enumerated().map { index, line in
        "  \(line.0)\(index == lines.count - 1 ? "" : ",")\(line.1.isEmpty ? "" : " -- \(line.1)")"
      }
      let options = hasRowIdentifier ? "STRICT" : "STRICT, WITHOUT ROWID"
      return "CREATE TABLE \"\(name)\" (\n\(body.joined(separator: "\n"))\n) \(options)"
    }
  }

  /// Of version 1, and of all versions.
  static let firstTables = [runSet, run, monthly, indicator, flow, balance, distribution, meta, columnDoc]
  static let tables = firstTables + [budget, assumption] + gainTables + [decomposition]

  private static let runReference = "INTEGER NOT NULL REFERENCES run(run_id)"

  static let runSet = Table(
    name: "run_set",
    columns: [
      Column("run_set", "INTEGER PRIMARY KEY", "Number of the experiment in this file, from 1"),
      Column("experiment", "TEXT NOT NULL", "Name of the experiment"),
      Column("scenario", "TEXT NOT NULL", "Name of the scenario that all its runs are of"),
      Column("runs", "INTEGER NOT NULL", unit: "runs", "How many runs it plans"),
      Column("scenario_yaml", "TEXT NOT NULL", "The scenario with every default and override filled in"),
      Column("command", "TEXT", "Command line that started it"),
      Column(
        "created_utc", "TEXT", "When it started (ISO 8601); NULL where results shall not depend on the clock"),
    ], hasRowIdentifier: true)

  static let run = Table(
    name: "run",
    columns: [
      Column("run_id", "INTEGER PRIMARY KEY", "Number of the run in this file"),
      Column(
        "run_set", "INTEGER NOT NULL REFERENCES run_set(run_set)",
        "Experiment it belongs to: runs of one set and replication are compared"),
      Column("experiment", "TEXT NOT NULL", "Name of the experiment"),
      Column("scenario", "TEXT NOT NULL", "Name of the scenario"),
      Column("reform", "TEXT NOT NULL", "'baseline', or the reform's key in the scenario"),
      Column("label", "TEXT NOT NULL", "Name of the reform for readers"),
      Column(
        "seed", "TEXT NOT NULL",
        "Seed of all random draws, in decimal digits (an unsigned 64-bit number); equal for baseline and reforms"
      ),
      Column("replication", "INTEGER NOT NULL", "Replication, from 0"),
      Column("persons", "INTEGER NOT NULL", unit: "persons", "Persons asked for at the start"),
      Column("economy", "TEXT NOT NULL", "Simulated country"),
      Column("currency", "TEXT NOT NULL", "Unit of money (ISO 4217)"),
      Column("start", "TEXT NOT NULL", "Calendar month of month 0, YYYY-MM"),
      Column("months", "INTEGER NOT NULL", unit: "months", "Months to simulate after the burn-in"),
      Column("months_done", "INTEGER NOT NULL DEFAULT 0", unit: "months", "Months kept in this file"),
      Column("code_version", "TEXT NOT NULL", "Program that simulated it"),
      Column(
        "scenario_sha256", "TEXT NOT NULL CHECK (length(scenario_sha256) = 64)",
        "SHA-256 of the set's scenario_yaml followed by reform: equal hash, seed and code give equal results"),
      Column(
        "status", "TEXT NOT NULL CHECK (status IN ('running', 'complete', 'failed', 'interrupted'))",
        "'running' also while it waits for its turn, and for ever if the program was killed"),
      Column(
        "feasible", "INTEGER CHECK (feasible IN (0, 1))",
        "1 for a complete run, 0 where the economy left the model's range or the closure could not close the budget (see 'budget'), NULL where it is not known"
      ),
      Column("error", "TEXT", "Why it failed"),
      Column(
        "wall_seconds", "REAL", unit: "s", "Time it took, without the burn-in that its replication shares"),
      Column("created_utc", "TEXT", "When its experiment started (ISO 8601), or NULL"),
    ],
    constraints: ["UNIQUE (run_set, replication, reform)"], hasRowIdentifier: true)

  static let monthly = Table(
    name: "monthly",
    columns: [
      Column("run_id", runReference, "The run"),
      Column("month", "INTEGER NOT NULL", unit: "months", "Months since the start of the scenario, from 0"),
    ] + Indicator.allCases.map { column(of: $0) },
    constraints: ["PRIMARY KEY (run_id, month)"])

  /// The column of an indicator; NULL where it is not defined in a month.
  static func column(of indicator: Indicator) -> Column {
    let spec = indicator.spec
    return Column(spec.name, "REAL", unit: spec.unit, spec.definition)
  }

  static let indicator = Table(
    name: "indicator",
    columns: [
      Column("name", "TEXT PRIMARY KEY NOT NULL", "Its column in 'monthly' and in the views made of it"),
      Column("position", "INTEGER NOT NULL", "Its place in tables"),
      Column("label", "TEXT NOT NULL", "Its name for readers"),
      Column("unit", "TEXT NOT NULL", "Its unit; 'fraction' is 0 to 1"),
      Column("definition", "TEXT NOT NULL", "How it is measured"),
      Column(
        "is_headline", "INTEGER NOT NULL CHECK (is_headline IN (0, 1))",
        "1 if it stands in the headline table"),
    ])

  static let flow = Table(
    name: "flow",
    columns: [
      Column("run_id", runReference, "The run"),
      Column("year", "INTEGER NOT NULL", unit: "years", "Full years since the start of the scenario, from 0"),
      Column("flow", "TEXT NOT NULL", "Kind of payment"),
      Column("payer", "TEXT NOT NULL", "Sector that pays"),
      Column("payee", "TEXT NOT NULL", "Sector that is paid"),
      Column("cents", "INTEGER NOT NULL", unit: "cents", "Paid in the year"),
    ],
    constraints: ["PRIMARY KEY (run_id, year, flow)"])

  static let balance = Table(
    name: "balance",
    columns: [
      Column("run_id", runReference, "The run"),
      Column("year", "INTEGER NOT NULL", unit: "years", "Full years since the start of the scenario, from 0"),
      Column("instrument", "TEXT NOT NULL", "Financial or real asset"),
      Column("sector", "TEXT NOT NULL", "Sector that holds it, or owes it"),
      Column("cents", "INTEGER NOT NULL", unit: "cents", "Held at the end of the year; negative if owed"),
    ],
    constraints: ["PRIMARY KEY (run_id, year, instrument, sector)"])

  static let distribution = Table(
    name: "distribution",
    columns: [
      Column("run_id", runReference, "The run"),
      Column(
        "month", "INTEGER NOT NULL", unit: "months", "Months since the start of the scenario: ends of years"),
      Column("dimension", "TEXT NOT NULL", "What the groups are made by: decile, age, occupation, …"),
      Column("group", "TEXT NOT NULL", "The group; decile 1 is the poorest tenth"),
      Column("measure", "TEXT NOT NULL", "What is measured"),
      Column("value", "REAL", "Its value in the group; NULL where it is not defined"),
    ],
    constraints: ["PRIMARY KEY (run_id, month, dimension, \"group\", measure)"])

  /// Since version 2.
  static let budget = Table(
    name: "budget",
    columns: [
      Column("run_id", "INTEGER PRIMARY KEY NOT NULL REFERENCES run(run_id)", "The run, if it is complete"),
      Column(
        "feasible", "INTEGER NOT NULL CHECK (feasible IN (0, 1))",
        "0 where for twelve months on end the closure had no room left and the deficit was above its target"),
      Column(
        "infeasible_since", "INTEGER", unit: "months",
        "First of those months since the start of the scenario; NULL where the budget is feasible"),
      Column(
        "instrument", "TEXT",
        "The closure's instrument with the largest weight; NULL where debt alone closes it"),
      Column(
        "gap", "REAL NOT NULL", unit: "fraction",
        "Deficit above what the debt target allows in the last month, smoothed over a year, over GDP"),
      Column(
        "most_revenue", "REAL NOT NULL", unit: "fraction",
        "The Laffer maximum: the most revenue of twelve months, per head, in real terms, less trend productivity, over GDP per head at the start"
      ),
      Column(
        "rate_at_most", "REAL NOT NULL",
        "What the instrument stood at then: a rate, a scale, or a share of GDP"),
    ])

  static let meta = Table(
    name: "meta",
    columns: [
      Column("key", "TEXT PRIMARY KEY NOT NULL", "Name of a fact about this file"),
      Column("value", "TEXT NOT NULL", "The fact"),
    ])

  static let columnDoc = Table(
    name: "column_doc",
    columns: [
      Column("table_name", "TEXT NOT NULL", "Table or view"),
      Column("column_name", "TEXT NOT NULL", "Column"),
      Column("unit", "TEXT NOT NULL", "Unit; empty for words and numbers without one"),
      Column("description", "TEXT NOT NULL", "What the column holds"),
    ],
    constraints: ["PRIMARY KEY (table_name, column_name)"])
}
