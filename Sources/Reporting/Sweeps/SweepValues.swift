import GRDB
import Scenarios

/// Outcomes as analyses want them.
enum SweepValues {
  /// The name as SQL takes it.
  static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  /// An outcome by point (mean over its complete replications) in `v_final`'s or `v_effect`'s terms.
  static func source(of measure: SweepMeasure) -> String { measure.isEffect ? "v_effect" : "v_final" }

  /// An outcome of a point, replication by replication; nil where it has none.
  static func byReplication(_ db: Database, _ measure: SweepMeasure, point: Int) throws -> [Double?] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT replication, \(quoted(measure.output)) FROM \(source(of: measure))
        WHERE point = ? AND reform = ? ORDER BY replication
        """, arguments: [point, measure.variant])
    var values: [Double?] = []
    for row in rows {
      let replication: Int = row[0]
      while values.count < replication { values.append(nil) }
      values.append(row[1])
    }
    return values
  }

  /// The mean of an outcome over its replications, by point.
  static func means(_ db: Database, _ measure: SweepMeasure) throws -> [Int: Double] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT point, avg(\(quoted(measure.output))) FROM \(source(of: measure)) WHERE reform = ? GROUP BY point
        """, arguments: [measure.variant])
    var means: [Int: Double] = [:]
    while let row = try rows.next() {
      if let mean: Double = row[1] { means[row[0]] = mean }
    }
    return means
  }
}
