extension NamedQuery {
  private static func output(_ name: String, usual: String? = "", hasSign: Bool = false) -> Parameter {
    Parameter(
      name: name,
      meaning: hasSign
        ? "an output of which less is better, or with + before it more"
        : "a number of each run, from the table 'output'",
      usual: usual, words: "SELECT name FROM output WHERE kept NOT LIKE 'every%' ORDER BY position",
      hasSign: hasSign)
  }

  private static let series = Parameter(
    name: "output", meaning: "a series, from the table 'output'", usual: "",
    words: "SELECT name FROM output WHERE kept LIKE 'every%' ORDER BY position")

  private static let factor = Parameter(
    name: "factor", meaning: "what is varied", isBy: true, usual: "",
    words: "SELECT name FROM factor ORDER BY position")

  /// For databases of `otium sweep` and of searches.
  static let ofSweeps: [NamedQuery] = [
    NamedQuery(
      name: "runs", meaning: "Runs by variant, and how they ended",
      sql: """
        SELECT reform, status, feasible, count(*) AS runs, count(DISTINCT point) AS points,
          max(replication) + 1 AS replications
        FROM run GROUP BY reform, status, feasible ORDER BY min(run_id)
        """),
    NamedQuery(
      name: "factors", meaning: "What is varied, and from where to where",
      sql: """
        SELECT name, path, unit, role, listed FROM factor ORDER BY position
        """),
    NamedQuery(
      name: "points", meaning: "Means over the replications of each point", sql: "SELECT * FROM v_point_mean"),
    NamedQuery(
      name: "effect",
      meaning: "What reforms change at each point: mean over replications, and standard error",
      parameters: [output("output")],
      sql: """
        SELECT point, reform, count({output}) AS replications, avg({output}) AS effect,
          sqrt(max(0, avg({output} * {output}) - avg({output}) * avg({output})) / nullif(count({output}) - 1, 0))
            AS standard_error
        FROM v_effect GROUP BY reform, point ORDER BY reform, point
        """),
    NamedQuery(
      name: "means", meaning: "An output at each value of a factor, over all others",
      parameters: [factor, output("output")],
      sql: """
        SELECT {factor}, reform, count({output}) AS runs, avg({output}) AS mean, min({output}) AS least,
          max({output}) AS most
        FROM v_final GROUP BY {factor}, reform ORDER BY reform, {factor}
        """),
    NamedQuery(
      name: "frontier", meaning: "Points of which none is better in two outputs at once",
      parameters: [output("first", usual: nil, hasSign: true), output("second", usual: nil, hasSign: true)],
      sql: """
        WITH known AS MATERIALIZED (SELECT * FROM v_point_mean WHERE {first} IS NOT NULL AND {second} IS NOT NULL)
        SELECT * FROM known AS one WHERE NOT EXISTS (
          SELECT 1 FROM known AS other
          WHERE other.reform = one.reform AND other.{first} {first<} one.{first} AND other.{second} {second<} one.{second}
            AND (other.{first} <> one.{first} OR other.{second} <> one.{second}))
        ORDER BY reform, {first}
        """),
    NamedQuery(
      name: "timeseries", meaning: "A series month by month over all runs: mean and quantiles",
      parameters: [series],
      sql: """
        SELECT reform, month, runs, mean, p05, p25, p50, p75, p95 FROM series_stat
        WHERE output = {'output'} AND point IS NULL ORDER BY reform, month
        """),
    NamedQuery(
      name: "failures", meaning: "Runs that failed, and why",
      sql: "SELECT * FROM v_runs WHERE status = 'failed'"),
  ]
}
