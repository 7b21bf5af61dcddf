import Economy

/// Reforms in the static, the behavioural and the dynamic sense.
extension Schema {
  /// Since version 5.
  static let decomposition = Table(
    name: "decomposition",
    columns: [
      Column("run_set", "INTEGER NOT NULL REFERENCES run_set(run_set)", "The experiment"),
      Column("reform", "TEXT NOT NULL", "The reform's key"),
      Column("replication", "INTEGER NOT NULL", "Replication, from 0"),
      Column(
        "dimension", "TEXT NOT NULL",
        "revenue (a flow to the government), spending (a flow from it), budget (revenue, spending, balance), decile (disposable income of households by tenth of permanent income per equivalent adult at the start)"
      ),
      Column(
        "group", "TEXT NOT NULL",
        "The flow, or the tenth: 1 is the poorest; newcomers: households without anybody who was there at the start; all"
      ),
      Column("months", "INTEGER NOT NULL", unit: "months", "Last months of the horizon, added up"),
      Column(
        "person_months", "INTEGER NOT NULL", unit: "person-months",
        "Persons of the group in the baseline, added up over the months"),
      Column("baseline_cents", "INTEGER NOT NULL", unit: "cents", "Under the baseline"),
      Column(
        "static_cents", "INTEGER NOT NULL", unit: "cents",
        "By the reform's rules on the baseline's persons, jobs, hours, wages, prices and consumption"),
      Column(
        "behavioural_cents", "INTEGER", unit: "cents",
        "After persons have chosen again whether and how long to work, at the baseline's wages and prices"),
      Column("dynamic_cents", "INTEGER", unit: "cents", "In the economy that has lived with the reform"),
    ],
    constraints: ["PRIMARY KEY (run_set, reform, replication, dimension, \"group\")"])

  /// What each sense adds to the one before it.
  static let decompositionView = View(
    name: "v_decomposition",
    query: """
      SELECT run_set.scenario, decomposition.*, static_cents - baseline_cents AS mechanical_cents,
        behavioural_cents - static_cents AS behaviour_cents,
        dynamic_cents - behavioural_cents AS equilibrium_cents,
        dynamic_cents - baseline_cents AS total_cents
      FROM decomposition JOIN run_set USING (run_set)
      """)
}
