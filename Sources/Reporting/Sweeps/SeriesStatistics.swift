import Designs
import GRDB

/// The distribution of each series over the runs, month by month: what fan charts are drawn from. SQLite has no
/// quantiles of its own, and a view that found them by counting would take longer than readers wait.
struct SeriesStatistics {
  /// Runs of a point from which its own distribution is worth keeping.
  static let fewest = 8

  static let shares = [0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.95]

  static let table = Schema.Table(
    name: "series_stat",
    columns: [
      Schema.Column("reform", "TEXT NOT NULL", "'baseline', or the reform's key in the scenario"),
      Schema.Column(
        "point", "INTEGER REFERENCES point(point)",
        "The point, of those with \(fewest) complete runs or more; NULL for all runs of all points"),
      Schema.Column("output", "TEXT NOT NULL REFERENCES output(name)", "The series"),
      Schema.Column(
        "month", "INTEGER NOT NULL", unit: "months", "Months since the start of the scenario, from 0"),
      Schema.Column("runs", "INTEGER NOT NULL", unit: "runs", "Complete runs with a value"),
      Schema.Column("mean", "REAL NOT NULL", "Their mean, in the output's unit"),
      Schema.Column("deviation", "REAL", "Their standard deviation; NULL for one run"),
    ]
      + shares.map {
        Schema.Column(
          Self.name($0), "REAL NOT NULL",
          "The value below which \(Int(100 * $0)) % of the runs lie, by linear interpolation between two")
      },
    constraints: ["UNIQUE (reform, output, point, month)"], hasRowIdentifier: true)

  static func name(_ share: Double) -> String {
    let percent = Int((100 * share).rounded())
    return percent < 10 ? "p0\(percent)" : "p\(percent)"
  }

  let courses: [Output]

  /// Replaces what is stored by what the runs now say. Values stream past in rising order: memory holds those of one
  /// month only.
  func store(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM series_stat")
    for course in courses {
      try store(course.name, point: "NULL", having: 1, db)
      try store(course.name, point: "run.point", having: Self.fewest, db)
    }
  }

  private func store(_ output: String, point: String, having fewest: Int, _ db: Database) throws {
    let column = SweepValues.quoted(output)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT run.reform, \(point) AS point, series.month, series.\(column) FROM series JOIN run USING (run_id)
        WHERE run.status = 'complete' AND series.\(column) IS NOT NULL
          AND (\(fewest) = 1 OR run.point IN
            (SELECT point FROM run WHERE status = 'complete' GROUP BY point, reform HAVING count(*) >= \(fewest)))
        ORDER BY 1, 2, 3, 4
        """)
    var group: (reform: String, point: Int64?, month: Int64)?
    var values: [Double] = []
    while let row = try rows.next() {
      let next: (reform: String, point: Int64?, month: Int64) = (row[0], row[1], row[2])
      if let known = group, known != next {
        try insert(known, output, values, db)
        values.removeAll(keepingCapacity: true)
      }
      group = next
      values.append(row[3])
    }
    if let group { try insert(group, output, values, db) }
  }

  private func insert(
    _ group: (reform: String, point: Int64?, month: Int64), _ output: String, _ sorted: [Double],
    _ db: Database
  ) throws {
    let count = Double(sorted.count)
    let mean = sorted.reduce(0, +) / count
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    var row: [(any DatabaseValueConvertible)?] = [
      group.reform, group.point, output, group.month, sorted.count, mean,
      sorted.count > 1 ? (squares / (count - 1)).squareRoot() : nil,
    ]
    row += Self.shares.map { Self.quantile($0, of: sorted) as (any DatabaseValueConvertible)? }
    let places = row.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO series_stat VALUES (\(places))").execute(
      arguments: StatementArguments(row))
  }

  /// The seventh definition of Hyndman and Fan, American Statistician 50 (1996) 361-365.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
