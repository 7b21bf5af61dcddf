import Foundation
import GRDB
import Testing

/// Sweeps as a user runs them, on economies so small that they take a moment.
struct SweepCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  /// An experiment on 1,000 persons for six months, as a file.
  @discardableResult
  private func experiment(_ more: String, months: Int = 6, replications: String = "2", name: String = "trial")
    throws
    -> String
  {
    let text = """
      title: A trial
      scenario: \(Program.scenario("baseline"))
      set: {population: 1000, months: \(months), burn_in: 2, closure: consumption_tax}
      replications: \(replications)
      outputs:
        unemployment: {indicator: unemployment_rate, mean: 3}
        gini: {indicator: gini_disposable, mean: 1}
        course: {indicator: unemployment_rate, every: 1}
      \(more)
      """
    try text.write(toFile: otium.file(name + ".yaml"), atomically: true, encoding: .utf8)
    return name + ".yaml"
  }

  private static let grid = """
    factors:
      benefit: {path: policies.basic_income.adult, role: lever, range: [0, 900], levels: 4}
      machines: {path: automation.feasible_office_share, values: [0, 0.5]}
    design: grid
    """

  /// All rows of all tables but for times, and the place where they are.
  private func content(_ database: String) throws -> [String] {
    let tables = try otium.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      in: database)
    return try tables.flatMap { table in
      let columns = try otium.rows(
        "SELECT '\"' || name || '\"' FROM pragma_table_info('\(table)') WHERE name NOT IN ('wall_seconds', 'created_utc', 'command')",
        in: database
      ).map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }.map { "\"\($0)\"" }
      return try otium.rows(
        "SELECT '\(table)', \(columns.joined(separator: ", ")) FROM \"\(table)\" ORDER BY 2, 3", in: database)
    }
  }

  // MARK: Sweep

  @Test func `a sweep prints its points, and its file answers named queries`() throws {
    try experiment(Self.grid)
    let answer = try otium(["sweep", "trial.yaml", "--quiet"])
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("8 points (grid), 16 complete runs, 0 failed"))
    let list = try otium(["query", "Reports/trial.sqlite", "--list"])
    for name in [
      "points", "frontier FIRST SECOND", "timeseries [OUTPUT]", "means [--by FACTOR] [OUTPUT]", "failures",
    ] {
      #expect(list.output.contains(name), "\(list.output)")
    }
    for query in [
      ["runs"], ["factors"], ["points"], ["effect"], ["means", "--by", "machines", "gini"],
      ["frontier", "unemployment", "+gini"], ["timeseries", "course"], ["failures"],
    ] {
      let answer = try otium(["query", "Reports/trial.sqlite"] + query)
      #expect(answer.code == 0 && !answer.output.isEmpty, "\(query): \(answer.errors)")
    }
    #expect(
      try otium(["query", "Reports/trial.sqlite", "means", "--by", "machines"]).output.split(separator: "\n")
        .count == 4)
    let wrong = try otium(["query", "Reports/trial.sqlite", "means", "--by", "machine"])
    #expect(wrong.code == 65)
    #expect(wrong.errors.contains("there is no factor 'machine'; there are benefit, machines"))
  }

  @Test func `it is the same in every row on one job, on three, and after an interruption`() throws {
    try experiment(Self.grid)
    #expect(try otium(["sweep", "trial.yaml", "--quiet", "--jobs", "1", "--output", "one.sqlite"]).code == 0)
    #expect(
      try otium(["sweep", "trial.yaml", "--quiet", "--jobs", "3", "--output", "three.sqlite"]).code == 0)
    let truth = try content("one.sqlite")
    #expect(truth.count > 16 * 7)
    #expect(try content("three.sqlite") == truth)

    let killed = try otium.start([
      "sweep", "trial.yaml", "--quiet", "--jobs", "1", "--output", "killed.sqlite",
    ])
    for _ in 0..<3000 {
      if let runs = try? otium.rows("SELECT count(*) FROM run", in: "killed.sqlite"), runs != ["0"] { break }
      usleep(2_000)
    }
    kill(killed.process.processIdentifier, SIGKILL)
    killed.process.waitUntilExit()
    #expect(try otium(["sweep", "trial.yaml", "--quiet", "--output", "killed.sqlite"]).code == 0)
    #expect(try content("killed.sqlite") == truth)
    #expect(!FileManager.default.fileExists(atPath: otium.file("killed.sqlite-wal")))
    #expect(!FileManager.default.fileExists(atPath: otium.file("killed.sqlite.lock")))
  }

  @Test func `the share of losers is kept for each run, and answers questions`() throws {
    let text = """
      title: Losers
      scenario: \(Program.scenario("automation-ubi"))
      set: {population: 1000, months: 24, burn_in: 2, baseline: {closure: consumption_tax}}
      factors:
        benefit: {path: reforms.basic_income.policies.basic_income.adult.2027-01, role: lever, range: [0, 900], levels: 4}
      design: grid
      replications: 2
      outputs:
        losers: {gains: losers, measure: income}
        gainers: {gains: gainers, measure: income}
        unchanged: {gains: same, measure: income}
        first_year: {gains: same, years: 1}
      solve:
        find: highest
        tolerance: 500
        conditions: [{output: losers, at_most: 0.9, variant: basic_income}]
      analysis: [{regression: losers, variant: basic_income}]
      """
    try text.write(toFile: otium.file("losers.yaml"), atomically: true, encoding: .utf8)
    #expect(try otium(["sweep", "losers.yaml", "--quiet", "--jobs", "2"]).code == 0)
    let file = "Reports/losers.sqlite"
    // The baseline beside itself is unchanged, and so is the first year, before the reform.
    #expect(
      try otium.rows(
        "SELECT DISTINCT losers, gainers, unchanged, first_year FROM v_final WHERE reform = 'baseline'",
        in: file)
        == ["0.0,0.0,1.0,1.0"])
    #expect(
      try otium.rows(
        "SELECT count(*) FROM v_final WHERE reform <> 'baseline' AND first_year = 1 AND abs(losers + gainers + unchanged - 1) < 1e-9",
        in: file) == ["8"])
    // A benefit of nothing is no reform; one of 900 moves nearly everybody.
    #expect(
      try otium.rows(
        "SELECT benefit, min(unchanged) = 1, max(unchanged) < 0.1 FROM v_final WHERE reform <> 'baseline' AND benefit IN (0, 900) GROUP BY 1",
        in: file) == ["0.0,1,0", "900.0,0,1"])
    #expect(
      try otium.rows(
        "SELECT indicator, unit, kept FROM output WHERE name = 'first_year'", in: file)
        == ["gains.same,fraction,first year"])
    let sensitivity = try otium(["sensitivity", file])
    #expect(sensitivity.code == 0 && sensitivity.output.contains("losers"), "\(sensitivity.errors)")
    let solved = try otium(["solve", "losers.yaml", "--quiet"])
    #expect(solved.code == 0 && solved.output.contains("losers"), "\(solved.errors)")

    // One job finds the baseline's lives once for both points; three jobs and a resumed sweep say the same.
    for (name, jobs) in [("one", "1"), ("three", "3")] {
      #expect(
        try otium(["sweep", "losers.yaml", "--quiet", "--jobs", jobs, "--output", name + ".sqlite"]).code == 0
      )
      #expect(try content(name + ".sqlite") == content(file))
    }
    let database = try DatabaseQueue(path: otium.file("one.sqlite"))
    try database.write {
      try $0.execute(sql: "DELETE FROM final WHERE run_id = 4; DELETE FROM run WHERE run_id = 4")
    }
    try database.close()
    #expect(try otium(["sweep", "losers.yaml", "--quiet", "--output", "one.sqlite"]).code == 0)
    #expect(try content("one.sqlite") == content(file))
  }

  @Test func `more replications may be asked for later, anything else that changes is refused by name`()
    throws
  {
    try experiment(Self.grid, replications: "1")
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    try experiment(Self.grid)
    let more = try otium(["sweep", "trial.yaml"])
    #expect(more.code == 0 && more.errors.contains("8 were there before"), "\(more.errors)")
    try experiment(Self.grid, months: 7)
    let changed = try otium(["sweep", "trial.yaml", "--quiet"])
    #expect(changed.code == 65)
    #expect(changed.errors.contains("scenario.months was 6, is 7"), "\(changed.errors)")
    try experiment(Self.grid.replacingOccurrences(of: "900", with: "800"))
    #expect(
      try otium(["sweep", "trial.yaml", "--quiet"]).errors.contains(
        "factors.benefit.range was [0, 900], is [0, 800]"))
  }

  @Test func `a run that fails is a row with its error, and too many stop the sweep`() throws {
    // Nobody has the million that everybody is to get.
    try experiment(
      """
      factors:
        benefit: {path: policies.basic_income.adult, range: [0, 1000000]}
      design: {kind: list, rows: [[0], [1000000], [100]]}
      """, months: 120, replications: "1")
    let answer = try otium(["sweep", "trial.yaml", "--quiet"])
    #expect(answer.code == 3)
    let rows = try otium.rows(
      "SELECT point, status, error IS NULL FROM v_runs ORDER BY point", in: "Reports/trial.sqlite")
    #expect(rows == ["0,complete,1", "1,failed,0", "2,complete,1"], "\(answer.errors)")
    let stopped = try otium(
      ["sweep", "trial.yaml", "--quiet", "--jobs", "1", "--max-failures", "0", "--output", "stopped.sqlite"])
    #expect(stopped.code == 3 && stopped.errors.contains("more than --max-failures 0 allows"))
    #expect(try otium.rows("SELECT count(*) FROM run", in: "stopped.sqlite") == ["2"])
  }

  @Test func `a second sweep on the same file is refused while the first goes on`() throws {
    try experiment(Self.grid, months: 2400)
    let first = try otium.start(["sweep", "trial.yaml", "--quiet"])
    for _ in 0..<3000 where !FileManager.default.fileExists(atPath: otium.file("Reports/trial.sqlite")) {
      usleep(2_000)
    }
    let second = try otium(["sweep", "trial.yaml", "--quiet"])
    #expect(second.code == 75)
    #expect(second.errors.contains("another sweep is writing to"))
    first.process.terminate()
    first.process.waitUntilExit()
    #expect(first.process.terminationStatus == 143)
  }

  @Test func `replications are added to a point until its interval is narrow`() throws {
    try experiment(
      """
      factors: {benefit: {path: policies.basic_income.adult, values: [0, 500]}}
      design: grid
      """,
      replications: "{until: {output: unemployment, half_width: 0.02}, least: 2, most: 12}")
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    let points = try otium.rows(
      "SELECT point, count(*), count(*) * sum(unemployment * unemployment) - sum(unemployment) * sum(unemployment) FROM v_final GROUP BY point",
      in: "Reports/trial.sqlite")
    #expect(points.count == 2)
    let counts = points.compactMap { Int($0.split(separator: ",")[1]) }
    #expect(counts.allSatisfy { (2...12).contains($0) })
  }

  @Test func `a dry run says what would be done and writes nothing`() throws {
    try experiment(Self.grid)
    let answer = try otium(["sweep", "trial.yaml", "--dry-run"])
    for part in ["points        8", "runs          16", "time          about", "disk          about"] {
      #expect(answer.output.contains(part), "\(answer.output)")
    }
    #expect(!FileManager.default.fileExists(atPath: otium.file("Reports")))
  }

  @Test func `an export has a file for each table`() throws {
    try experiment(Self.grid)
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    let answer = try otium(["export", "Reports/trial.sqlite", "--csv", "out"])
    #expect(
      answer.code == 0 && answer.output.contains("out/run.csv: 16 rows\n"),
      "\(answer.output) \(answer.errors)")
    let text = try String(contentsOfFile: otium.file("out/v_point_mean.csv"), encoding: .utf8)
    #expect(
      text.hasPrefix("point,reform,benefit,machines,runs,failed,unemployment,gini\n0,baseline,0.0,0.0,2,0,"),
      "\(text)")
  }

  // MARK: Sensitivity

  @Test func `sensitivity answers what the design is made for, also for half of a sweep`() throws {
    try experiment(
      """
      factors:
        benefit: {path: policies.basic_income.adult, range: [0, 900]}
        machines: {path: automation.feasible_office_share, range: [0, 0.6]}
      design: {kind: saltelli, rows: 8}
      """, replications: "1")
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    let answer = try otium(["sensitivity", "Reports/trial.sqlite"])
    #expect(answer.code == 0, "\(answer.errors)")
    for part in [
      "Sobol' indices of unemployment", "Sobol' indices of gini", "over 8 rows", "! not converged",
    ] {
      #expect(answer.output.contains(part), "\(answer.output)")
    }
    let rows = try otium(["sensitivity", "Reports/trial.sqlite", "--format", "csv"]).output.split(
      separator: "\n")
    #expect(rows[0] == "analysis,output,reform,of,subject,measure,value,low,high,converged")
    #expect(rows.count == 1 + 2 * (2 * 2 + 4))
  }

  @Test func `questions may change after the sweep, and each kind has an answer`() throws {
    try experiment(Self.grid)
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    try experiment(
      Self.grid + """

        analysis:
          - {regression: gini}
          - {prim: gini, below: 0.395}
          - {regret: gini, better: less}
          - {satisficing: gini, below: 0.395}
          - {prim: unemployment, above: 2}
        """)
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    let answer = try otium(["sensitivity", "Reports/trial.sqlite"])
    #expect(answer.code == 0, "\(answer.errors)")
    for part in [
      "Regression of gini: R²", "Where gini is below 0.395",
      "Regret in gini, of which less is better, over 2 futures",
      "least of the largest", "Futures in which gini is below 0.395",
      "prim of unemployment: no answer: either no point is of interest or all are",
    ] { #expect(answer.output.contains(part), "\(part) in \(answer.output)") }
  }

  @Test func `sensitivity refuses what is no sweep`() throws {
    #expect(try otium(Program.small()).code == 0)
    let answer = try otium(["sensitivity", "Reports/automation-ubi.sqlite"])
    #expect(answer.code == 65 && answer.errors.contains("holds no sweep"))
    #expect(try otium(["sensitivity", "nothing.sqlite"]).code == 66)
  }
}
