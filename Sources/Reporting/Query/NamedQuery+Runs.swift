extension NamedQuery {
  private static let indicator = Parameter(
    name: "indicator", meaning: "a row of the table 'indicator'", usual: "unemployment_rate",
    words: "SELECT name FROM indicator ORDER BY name")

  private static let measure = Parameter(
    name: "measure", meaning: "what is measured of a group", usual: "disposable_income",
    words: "SELECT DISTINCT measure FROM distribution ORDER BY measure")

  private static let dimension = Parameter(
    name: "dimension", meaning: "what the groups are told apart by", isBy: true, usual: "decile",
    words: "SELECT DISTINCT dimension FROM distribution ORDER BY dimension")

  /// For databases of `otium run`.
  static let ofRuns: [NamedQuery] = [
    NamedQuery(
      name: "runs", meaning: "Runs by scenario and reform, and how they ended",
      sql: """
        SELECT run_set, scenario, reform, status, count(*) AS runs, min(seed) AS first_seed, persons, months
        FROM run GROUP BY run_set, reform, status ORDER BY run_set, min(run_id)
        """),
    NamedQuery(
      name: "effect",
      meaning: "What each reform changes in the last year: mean over replications and standard error",
      parameters: [indicator],
      sql: """
        SELECT run_set, reform, count(*) AS replications, avg({indicator}) AS effect,
          sqrt(max(0, avg({indicator} * {indicator}) - avg({indicator}) * avg({indicator})) / nullif(count(*) - 1, 0))
            AS standard_error
        FROM v_effect_final GROUP BY run_set, reform ORDER BY run_set, min(run_id)
        """),
    NamedQuery(
      name: "timeseries", meaning: "An indicator year by year, mean, least and most over replications",
      parameters: [indicator],
      sql: """
        SELECT run_set, reform, year, avg({indicator}) AS mean, min({indicator}) AS least, max({indicator}) AS most
        FROM v_yearly GROUP BY run_set, reform, year ORDER BY run_set, min(run_id), year
        """),
    NamedQuery(
      name: "groups",
      meaning: "A measure of each group in the last month, and what each reform changes in it",
      parameters: [dimension, measure],
      sql: """
        SELECT after_run.run_set, after_run.reform, after."group" AS {dimension}, avg(before.value) AS baseline,
          avg(after.value) AS reform_value, avg(after.value - before.value) AS change
        \(groupPairs)
        WHERE after.dimension = {'dimension'} AND after.measure = {'measure'} AND after.month = after_run.months - 1
        GROUP BY after_run.run_set, after_run.reform, after."group"
        ORDER BY after_run.run_set, min(after_run.run_id), CAST(after."group" AS INTEGER), after."group"
        """),
    NamedQuery(
      name: "losers", meaning: "Groups whose mean disposable income a reform lowers in the last month",
      parameters: [dimension],
      sql: """
        SELECT after_run.run_set, after_run.reform, after."group" AS {dimension}, avg(after.value - before.value) AS change,
          avg(after.value) / avg(before.value) - 1 AS relative_change, count(*) AS replications
        \(groupPairs)
        WHERE after.dimension = {'dimension'} AND after.measure = 'disposable_income' AND after.month = after_run.months - 1
        GROUP BY after_run.run_set, after_run.reform, after."group" HAVING change < 0
        ORDER BY after_run.run_set, min(after_run.run_id), change
        """),
    NamedQuery(
      name: "budget",
      meaning: "What the government receives and pays in the last full year, mean over replications",
      sql: """
        SELECT run_set, reform, flow, avg(government) AS received FROM v_flow_matrix
        WHERE government <> 0 AND year = (SELECT max(year) FROM flow)
        GROUP BY run_set, reform, flow ORDER BY run_set, min(run_id), received DESC
        """),
    NamedQuery(
      name: "failures", meaning: "Runs that are not complete, and why",
      sql: "SELECT run_set, scenario, reform, replication, status, months_done, error FROM v_incomplete"),
  ]

  /// A group after a reform and in the baseline of the same replication.
  private static let groupPairs = """
    FROM run AS after_run
    JOIN run AS before_run ON before_run.run_set = after_run.run_set AND before_run.reform = 'baseline'
      AND before_run.replication = after_run.replication AND after_run.reform <> 'baseline'
    JOIN distribution AS after ON after.run_id = after_run.run_id
    JOIN distribution AS before ON before.run_id = before_run.run_id AND before.month = after.month
      AND before.dimension = after.dimension AND before."group" = after."group" AND before.measure = after.measure
    """
}
