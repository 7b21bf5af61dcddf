import Designs
import Economy
import Experiments
import Scenarios

/// The layout of a sweep's database. Three of its tables have columns that are named by the experiment.
struct SweepSchema {
  /// `OTSW`, by which SQLite and this program know a file as a sweep.
  static let applicationID: Int32 = 0x4F54_5357
  static let version = 1

  let factors: [Factor]
  let outputs: SweepOutputs

  init(_ experiment: Experiment) {
    factors = experiment.factors
    outputs = SweepOutputs(experiment.outputs)
  }

  typealias Column = Schema.Column
  typealias Table = Schema.Table

  var tables: [Table] {
    [
      Self.sweep, Self.definition, Self.factor, Self.output, Self.question, point, coordinate, Self.run,
      final,
    ]
      + (outputs.courses.isEmpty ? [] : [series, SeriesStatistics.table]) + [Schema.meta, Schema.columnDoc]
  }

  static let sweep = Table(
    name: "sweep",
    columns: [
      Column("sweep", "INTEGER PRIMARY KEY CHECK (sweep = 1)", "1: a file holds one sweep"),
      Column("name", "TEXT NOT NULL", "Name of the experiment file"),
      Column("title", "TEXT NOT NULL", "What reports call it"),
      Column("question", "TEXT", "The question it asks"),
      Column("experiment_yaml", "TEXT NOT NULL", "The experiment file as it was last run"),
      Column("scenario_yaml", "TEXT NOT NULL", "The scenario that is varied, with every default filled in"),
      Column("design", "TEXT NOT NULL", "Kind of the design"),
      Column("points", "INTEGER NOT NULL", "Points that meet all constraints"),
      Column("proposed", "INTEGER NOT NULL", "Points of the design before constraints take some away"),
      Column("variants", "INTEGER NOT NULL", "Baseline and reforms that are simulated at each point"),
      Column(
        "replications", "INTEGER NOT NULL",
        "Replications of each point; the most where they are added as needed"),
      Column("code_version", "TEXT NOT NULL", "Program that simulates it"),
      Column("command", "TEXT", "Command line that last worked on it"),
      Column("created_utc", "TEXT", "When it was begun (ISO 8601), or NULL"),
    ], hasRowIdentifier: true)

  static let definition = Table(
    name: "definition",
    columns: [
      Column(
        "key", "TEXT PRIMARY KEY NOT NULL", "Something that the runs depend on, of experiment or scenario"),
      Column("value", "TEXT NOT NULL", "What it is"),
    ])

  static let factor = Table(
    name: "factor",
    columns: [
      Column("name", "TEXT PRIMARY KEY NOT NULL", "Its column in 'point' and in the views"),
      Column("position", "INTEGER NOT NULL", "Its place in the experiment, from 0"),
      Column("path", "TEXT NOT NULL", "The value of the scenario that it varies"),
      Column("unit", "TEXT NOT NULL", "Unit of the value"),
      Column("role", "TEXT NOT NULL", "lever: chosen; uncertainty: not known"),
      Column(
        "listed", "TEXT", "The values it may have, a line each, in the experiment's order; NULL for a range"),
    ])

  static let output = Table(
    name: "output",
    columns: [
      Column("name", "TEXT PRIMARY KEY NOT NULL", "Its column in 'final' or 'series' and in the views"),
      Column("position", "INTEGER NOT NULL", "Its place in the experiment, from 0"),
      Column(
        "indicator", "TEXT NOT NULL",
        "The indicator it is taken from; gains.… for a share of persons by what a reform brings them"),
      Column("unit", "TEXT NOT NULL", "Its unit; 'fraction' is 0 to 1"),
      Column(
        "kept", "TEXT NOT NULL",
        "last, mean of the last months, series every so many months, or the years over which gains count"),
      Column("definition", "TEXT NOT NULL", "How the indicator is measured"),
    ])

  static let question = Table(
    name: "question",
    columns: [
      Column("position", "INTEGER PRIMARY KEY", "Its place in the experiment, from 0"),
      Column("analysis", "TEXT NOT NULL", "sobol, morris, regression, prim, regret or satisficing"),
      Column("output", "TEXT NOT NULL", "The output that is asked about"),
      Column("reform", "TEXT NOT NULL", "The variant whose runs it is taken from"),
      Column("of", "TEXT NOT NULL", "level, or effect: less the baseline of the same point and replication"),
      Column(
        "side", "TEXT",
        "above or below the threshold is of interest or good; for regret more or less is better"),
      Column("threshold", "REAL", "The threshold, in the output's unit"),
    ], hasRowIdentifier: true)

  /// Where the points lie in the unit cube.
  var coordinate: Table {
    Table(
      name: "coordinate",
      columns: [Column("point", "INTEGER PRIMARY KEY REFERENCES point(point)", "Place in the design, from 0")]
        + factors.map {
          Column($0.name, "REAL NOT NULL", "Probability of a lower value of \($0.path), 0 to 1")
        },
      hasRowIdentifier: true)
  }

  /// The settings of the factors.
  var point: Table {
    Table(
      name: "point",
      columns: [Column("point", "INTEGER PRIMARY KEY", "Place in the design, from 0")]
        + factors.map { factor in
          Column(
            factor.name, factor.isWord ? "TEXT NOT NULL" : "REAL NOT NULL", unit: factor.unit, factor.path)
        }, hasRowIdentifier: true)
  }

  static let run = Table(
    name: "run",
    columns: [
      Column("run_id", "INTEGER PRIMARY KEY", "Number of the run: its place in the plan, from 1"),
      Column("point", "INTEGER NOT NULL REFERENCES point(point)", "The point"),
      Column("replication", "INTEGER NOT NULL", "Replication, from 0"),
      Column("reform", "TEXT NOT NULL", "'baseline', or the reform's key in the scenario"),
      Column(
        "seed", "TEXT NOT NULL",
        "Seed of all draws, in decimal digits: the same for all points of a replication"),
      Column("status", "TEXT NOT NULL CHECK (status IN ('complete', 'failed'))", "How it ended"),
      Column(
        "feasible", "INTEGER CHECK (feasible IN (0, 1))",
        "1 for a complete run, 0 where the economy left the model's range, NULL where it is not known"),
      Column("error", "TEXT", "Why it failed"),
      Column("months_done", "INTEGER NOT NULL", unit: "months", "Months simulated after the burn-in"),
      Column(
        "run_sha256", "TEXT NOT NULL",
        "SHA-256 of resolved values, seed and program: equal for runs that are equal in every bit"),
      Column(
        "wall_seconds", "REAL", unit: "s", "Time it took without burn-in; NULL where an equal run was copied"),
    ],
    constraints: ["UNIQUE (point, replication, reform)"], hasRowIdentifier: true)

  /// Only in work lists and in databases that shards were merged into.
  static let work = Table(
    name: "work",
    columns: [
      Column("task", "INTEGER NOT NULL", "Number of the task, from 1"),
      Column("replication", "INTEGER NOT NULL", "Replication, from 0"),
      Column("point", "INTEGER NOT NULL", "Position of the point in the design, from 0"),
    ], constraints: ["PRIMARY KEY (task, replication, point)"])

  static let workList = Table(
    name: "work_list",
    columns: [
      Column("experiment", "TEXT NOT NULL", "The experiment file"),
      Column("database", "TEXT NOT NULL", "The database that shards are merged into"),
      Column("tasks", "INTEGER NOT NULL", "How many tasks there are"),
      Column("jobs", "INTEGER NOT NULL", "Runs at a time in a task"),
      Column(
        "run_seconds", "REAL NOT NULL", unit: "s", "Time that a run is expected to take, with a burn-in"),
      Column("task_seconds", "REAL NOT NULL", unit: "s", "Time that a task is expected to take"),
    ], hasRowIdentifier: true)

  static let shard = Table(
    name: "shard",
    columns: [
      Column("name", "TEXT PRIMARY KEY NOT NULL", "Its file name, with the first digits of its SHA-256"),
      Column("task", "INTEGER NOT NULL", "The task it is of"),
      Column("host", "TEXT NOT NULL", "The machine that simulated it"),
      Column("runs", "INTEGER NOT NULL", unit: "runs", "Runs that it delivered first"),
      Column("repeated", "INTEGER NOT NULL", unit: "runs", "Runs that were there already, and equal"),
    ])

  static let runReference = "INTEGER PRIMARY KEY REFERENCES run(run_id)"

  /// One number a run for each output.
  var final: Table {
    Table(
      name: "final",
      columns: [Column("run_id", Self.runReference, "The run")]
        + outputs.numbers.map { Column($0.name, "REAL", unit: $0.unitText, $0.meaning) },
      hasRowIdentifier: true)
  }

  /// Months of each run.
  var series: Table {
    Table(
      name: "series",
      columns: [
        Column("run_id", "INTEGER NOT NULL REFERENCES run(run_id)", "The run"),
        Column("month", "INTEGER NOT NULL", unit: "months", "Months since the start of the scenario, from 0"),
      ] + outputs.courses.map { Column($0.name, "REAL", unit: $0.unitText, $0.meaning) },
      constraints: ["PRIMARY KEY (run_id, month)"])
  }
}

extension Factor {
  /// Whether its values are words.
  var isWord: Bool { distribution?.kind == .word }

  /// The values that are listed, a line each.
  var listed: String? {
    guard case .values(let values, _)? = distribution else { return nil }
    return values.map(\.description).joined(separator: "\n")
  }
}

extension Output {
  /// The unit of its indicator; shares of persons are fractions.
  var unitText: String { gain == nil ? Indicator(name: indicator)?.spec.unit ?? "" : "fraction" }

  /// What is kept, in words.
  var kept: String {
    switch summary {
    case .last, .mean(ofLast: 1): "last month"
    case .mean(let months): "mean of the last \(months) months"
    case .series(let months): months == 1 ? "every month" : "every \(months) months"
    case .gain(let gain): gain.years.map { $0 == 1 ? "first year" : "first \($0) years" } ?? "the whole run"
    }
  }

  /// How what it is taken from is measured.
  var definition: String {
    guard let gain, let share = GainShare(rawValue: gain.share) else {
      return Indicator(name: indicator)?.spec.definition ?? indicator
    }
    return
      "Share of the persons alive at the start \(share.meaning) of the present value of \(gain.measure), against the "
      + "baseline's run of the same point and replication; those whom chance alone moves are among them"
  }

  /// What its column holds.
  var meaning: String { "\(definition) (\(kept))" }
}
