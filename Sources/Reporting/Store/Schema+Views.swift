import Economy

extension Schema {
  struct View {
    let name: String
    let query: String

    var definition: String { "CREATE VIEW \"\(name)\" AS\n\(query)" }
  }

  /// The views over the given indicators: those that `monthly` has a column for.
  static func views(_ indicators: [String]) -> [View] {
    let each = { (text: (String) -> String) in indicators.map(text).joined(separator: ",\n  ") }
    return [
      View(
        name: "v_run",
        query: """
          SELECT \(run.columns.map { "run.\($0.name)" }.joined(separator: ", ")), run_set.command
          FROM run JOIN run_set USING (run_set)
          """),
      View(
        name: "v_incomplete",
        query: """
          SELECT run_id, run_set, experiment, scenario, reform, replication, seed, status, months_done, months, error
          FROM run WHERE status <> 'complete'
          """),
      View(
        name: "v_monthly",
        query: """
          SELECT \(identity), month,
            strftime('%Y-%m', start || '-01', '+' || month || ' months') AS date,
            \(each { $0 })
          FROM monthly JOIN run USING (run_id)
          """),
      View(name: "v_monthly_long", query: long(indicators)),
      View(
        name: "v_yearly",
        query: """
          SELECT \(identity), month / 12 AS year, count(*) AS months_averaged,
            \(each { "avg(\($0)) AS \($0)" })
          FROM monthly JOIN run USING (run_id)
          GROUP BY run_id, month / 12
          """),
      View(
        name: "v_final",
        query: """
          SELECT \(identity), count(*) AS months_averaged,
            \(each { "avg(\($0)) AS \($0)" })
          FROM monthly JOIN run USING (run_id)
          WHERE status = 'complete' AND month >= months - 12
          GROUP BY run_id
          """),
      View(
        name: "v_effect",
        query: """
          SELECT \(identity(of: "reform_run")), after.month,
            \(each { "after.\($0) - before.\($0) AS \($0)" })
          FROM run AS reform_run
          JOIN run AS baseline_run ON \(pairing(reform: "reform_run", baseline: "baseline_run"))
          JOIN monthly AS after ON after.run_id = reform_run.run_id
          JOIN monthly AS before ON before.run_id = baseline_run.run_id AND before.month = after.month
          """),
      View(
        name: "v_effect_final",
        query: """
          SELECT \(identity(of: "after")),
            \(each { "after.\($0) - before.\($0) AS \($0)" })
          FROM v_final AS after
          JOIN v_final AS before ON \(pairing(reform: "after", baseline: "before"))
          """),
      View(
        name: "v_flow_matrix",
        query: """
          SELECT \(identity), year, flow, cents / 100.0 AS amount,
            \(Sector.allCases.map {
              "((payee = '\($0.name)') - (payer = '\($0.name)')) * cents / 100.0 AS \($0.name)"
            }.joined(separator: ",\n  "))
          FROM flow JOIN run USING (run_id)
          """),
      View(
        name: "v_balance_matrix",
        query: """
          SELECT \(identity), year, instrument,
            \(Sector.allCases.map {
              "sum(CASE sector WHEN '\($0.name)' THEN cents ELSE 0 END) / 100.0 AS \($0.name)"
            }.joined(separator: ",\n  ")),
            sum(cents) / 100.0 AS total
          FROM balance JOIN run USING (run_id)
          GROUP BY run_id, year, instrument
          """),
    ] + gainViews + [decompositionView]
  }

  /// The columns that say which run a row is of.
  private static let identityColumns = ["run_id", "run_set", "scenario", "reform", "replication"]
  private static let identity = identityColumns.joined(separator: ", ")
  private static func identity(of table: String) -> String {
    identityColumns.map { "\(table).\($0)" }.joined(separator: ", ")
  }

  /// Runs that share their draws.
  private static func pairing(reform: String, baseline: String) -> String {
    "\(baseline).run_set = \(reform).run_set AND \(baseline).replication = \(reform).replication "
      + "AND \(baseline).reform = 'baseline' AND \(reform).reform <> 'baseline'"
  }

  /// A row a run, month and indicator.
  private static func long(_ indicators: [String]) -> String {
    indicators.map { name in
      """
      SELECT \(identity), month, '\(name)' AS indicator, \(name) AS value
      FROM monthly JOIN run USING (run_id)
      """
    }.joined(separator: "\nUNION ALL\n")
  }

  /// What the columns mean that only views have, by view and by column; an indicator's column means the same
  /// in every view unless it is listed here.
  static func meaning(view: String, column: String) -> (unit: String, text: String)? {
    switch (view, column) {
    case (_, "date"): ("", "Calendar month, YYYY-MM")
    case ("v_yearly", "year"): ("years", "Years since the start of the scenario, from 0")
    case (_, "months_averaged"): ("months", "Months that the means are taken over")
    case (_, "indicator"): ("", "Name of the indicator")
    case ("v_monthly_long", "value"): ("", "Its value; units stand in the table 'indicator'")
    case ("v_flow_matrix", "amount"): ("currency", "Paid in the year")
    case ("v_balance_matrix", "total"):
      ("currency", "Sum over the sectors: 0 for financial instruments, whose holders have a debtor")
    case ("v_gain_loss", "one_cent_lose_much"):
      ("fraction", "lose_much under the placebo of one cent a month: losers by the chaos of matching")
    case ("v_gain_loss", "other_luck_lose_much"):
      ("fraction", "lose_much without a reform and with other luck")
    case ("v_gain_loss", "one_cent_sure_lose_much"):
      ("fraction", "sure_lose_much under the placebo of one cent a month")
    case ("v_gain_loss", "other_luck_sure_lose_much"):
      ("fraction", "sure_lose_much without a reform and with other luck")
    case ("v_decomposition", "mechanical_cents"): ("cents", "Static less baseline: the rules alone")
    case ("v_decomposition", "behaviour_cents"): ("cents", "Behavioural less static: choices of work")
    case ("v_decomposition", "equilibrium_cents"):
      ("cents", "Dynamic less behavioural: jobs, wages, prices, profits, the closure")
    case ("v_decomposition", "total_cents"): ("cents", "Dynamic less baseline, the sum of the three")
    case ("v_gain_loss", "winners_can_pay"):
      ("", "1 if the gains of the group exceed its losses: winners could pay the losers")
    default: sectorMeaning(view: view, column: column) ?? tableMeaning(view: view, column: column)
    }
  }

  private static func sectorMeaning(view: String, column: String) -> (unit: String, text: String)? {
    guard Sector.allCases.contains(where: { $0.name == column }) else { return nil }
    return view == "v_flow_matrix"
      ? ("currency", "Received less paid in the year; 0 for payments within the sector")
      : ("currency", "Held at the end of the year; negative if owed")
  }

  private static func tableMeaning(view: String, column: String) -> (unit: String, text: String)? {
    let known = ([run, runSet, monthly, flow, balance] + gainTables + [decomposition]).lazy.flatMap(\.columns)
      .first {
        $0.name == column
      }
    guard let known else { return nil }
    guard Indicator(name: column) != nil else { return (known.unit, known.meaning) }
    return switch view {
    case "v_yearly": (known.unit, "Mean over the year. " + known.meaning)
    case "v_final": (known.unit, "Mean over the last 12 months of a complete run. " + known.meaning)
    case "v_effect": (known.unit, "Reform less baseline of the same replication. " + known.meaning)
    case "v_effect_final":
      (known.unit, "Reform less baseline of the same replication, last 12 months. " + known.meaning)
    default: (known.unit, known.meaning)
    }
  }
}
