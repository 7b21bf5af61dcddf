import Designs
import Experiments

extension SweepSchema {
  /// Views with plain names, in the words of the experiment.
  var views: [Schema.View] {
    let settings = list(factors.map { "point.\"\($0.name)\"" })
    let numbers = list(outputs.numbers.map { "final.\"\($0.name)\"" })
    return [
      Schema.View(
        name: "v_runs",
        query: """
          SELECT run.run_id, run.point, run.replication, run.reform, run.seed, run.status, run.feasible, run.error,
            run.months_done, run.wall_seconds, run.run_sha256\(settings)
          FROM run JOIN point USING (point)
          """),
      Schema.View(
        name: "v_final",
        query: """
          SELECT run.run_id, run.point, run.replication, run.reform\(settings)\(numbers)
          FROM run JOIN point USING (point) JOIN final USING (run_id)
          WHERE run.status = 'complete'
          """),
      Schema.View(
        name: "v_point_mean", query: points(settings) { "avg(\($0))" }),
      Schema.View(
        name: "v_point_deviation",
        query: points(settings) {
          "sqrt(max(0, avg(\($0) * \($0)) - avg(\($0)) * avg(\($0))) * count(\($0)) / nullif(count(\($0)) - 1, 0))"
        }),
      Schema.View(
        name: "v_effect",
        query: """
          SELECT after.run_id, after.point, after.replication, after.reform\
          \(list(factors.map { "after.\"\($0.name)\"" }))\
          \(list(outputs.numbers.map { "after.\"\($0.name)\" - before.\"\($0.name)\" AS \"\($0.name)\"" }))
          FROM v_final AS after
          JOIN v_final AS before ON before.point = after.point AND before.replication = after.replication
            AND before.reform = 'baseline'
          WHERE after.reform <> 'baseline'
          """),
      Schema.View(name: "v_final_long", query: long(outputs.numbers, from: "v_final", key: "")),
    ] + (outputs.courses.isEmpty ? [] : seriesViews(settings))
  }

  /// A row a point and variant, with a statistic of each number over the replications.
  private func points(_ settings: String, _ statistic: (String) -> String) -> String {
    """
    SELECT point.point, run.reform\(settings),
      sum(run.status = 'complete') AS runs, sum(run.status = 'failed') AS failed\
    \(list(outputs.numbers.map { "\(statistic("final.\"\($0.name)\"")) AS \"\($0.name)\"" }))
    FROM point JOIN run USING (point) JOIN final USING (run_id)
    GROUP BY run.reform, point.point
    """
  }

  private func seriesViews(_ settings: String) -> [Schema.View] {
    [
      Schema.View(
        name: "v_series",
        query: """
          SELECT run.run_id, run.point, run.replication, run.reform, series.month\(settings)\
          \(list(outputs.courses.map { "series.\"\($0.name)\"" }))
          FROM series JOIN run USING (run_id) JOIN point USING (point)
          """),
      Schema.View(
        name: "v_series_long", query: long(outputs.courses, from: "v_series", key: "month, ")),
    ]
  }

  /// A row a run (and month) and output.
  private func long(_ outputs: [Output], from view: String, key: String) -> String {
    guard !outputs.isEmpty else {
      return
        "SELECT run_id, point, replication, reform, \(key)NULL AS output, NULL AS value FROM \(view) WHERE 0"
    }
    return outputs.map { output in
      """
      SELECT run_id, point, replication, reform, \(key)'\(output.name)' AS output, "\(output.name)" AS value
      FROM \(view) WHERE "\(output.name)" IS NOT NULL
      """
    }.joined(separator: "\nUNION ALL\n")
  }

  private func list(_ columns: [String]) -> String { columns.map { ",\n  \($0)" }.joined() }

  /// What a view's column holds.
  func meaning(view: String, column: String) -> (unit: String, text: String) {
    switch (view, column) {
    case (_, "output"): return ("", "Name of the output")
    case (_, "value"): return ("", "Its value; units stand in the table 'output'")
    case (_, "runs"): return ("runs", "Complete runs of the point")
    case (_, "failed"): return ("runs", "Runs of the point that failed")
    default: break
    }
    let known = tables.lazy.flatMap(\.columns).first { $0.name == column }
    let (unit, text) = (known?.unit ?? "", known?.meaning ?? "")
    guard outputs.numbers.contains(where: { $0.name == column }) else { return (unit, text) }
    return switch view {
    case "v_effect": (unit, "Reform less baseline of the same point and replication. " + text)
    case "v_point_deviation": (unit, "Standard deviation between the complete runs. " + text)
    case "v_point_mean": (unit, "Mean over the complete runs. " + text)
    default: (unit, text)
    }
  }
}
