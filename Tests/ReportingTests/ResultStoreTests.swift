import Economy
import Experiments
import Foundation
import Reporting
import Testing

struct ResultStoreTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("results.sqlite")
  }

  /// Feeds a new database and closes it.
  private func feed() throws {
    let store = try ResultStore.open(path)
    try store.feed()
    #expect(try store.close())
  }

  @Test func `runs are described in full`() throws {
    try feed()
    let run = try rows(
      path,
      """
      SELECT run_id, run_set, experiment, scenario, reform, label, seed, replication, persons, economy, currency,
        start, months, months_done, code_version, status, feasible, error, wall_seconds, created_utc
      FROM run WHERE run_id = 2
      """)
    #expect(
      run == [
        [
          "2", "1", "trial", "sample", "ubi", "Label of ubi", "18446744073709551615", "0", "1000", "Nowhere",
          "USD",
          "2027-11", "24", "24", "1.0", "complete", "1", "", "1.5", "",
        ]
      ])
    let hash = try rows(path, "SELECT scenario_sha256 FROM run WHERE run_id = 2")
    #expect(hash == [[Digest.sha256("scenario: sample\nubi")]])
    #expect(try rows(path, "SELECT scenario_yaml = 'scenario: sample' || char(10) FROM run_set") == [["1"]])
  }

  @Test func `months keep every digit, and what is not defined is NULL`() throws {
    try feed()
    let months = try rows(
      path, "SELECT month, unemployment_rate, poverty_rate IS NULL, gini_wealth FROM monthly WHERE run_id = 1"
    )
    #expect(months.count == 24)
    #expect(months[0] == ["0", "0.0", "1", "0.30000000000000004"])
    #expect(months[23] == ["23", "0.023", "1", "0.30000000000000004"])
  }

  @Test
  func `tables are strict, without row identifiers where they are long, and have a column an indicator`()
    throws
  {
    try feed()
    let tables = try rows(
      path,
      "SELECT name, wr, strict FROM pragma_table_list WHERE type = 'table' AND name IN ('run', 'monthly', 'flow')"
    )
    #expect(Set(tables) == [["run", "0", "1"], ["monthly", "1", "1"], ["flow", "1", "1"]])
    let columns = try rows(path, "SELECT name FROM pragma_table_info('monthly')").flatMap { $0 }
    #expect(columns == ["run_id", "month"] + Indicator.allCases.map(\.spec.name))
  }

  @Test func `every column of every table and view is documented, and nothing else is`() throws {
    try feed()
    let columns = """
      SELECT m.name AS t, c.name AS c FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
      WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND m.name <> 'grdb_migrations'
      """
    let documented = "SELECT table_name, column_name FROM column_doc WHERE description <> ''"
    #expect(try rows(path, "\(columns) EXCEPT \(documented)").isEmpty)
    #expect(try rows(path, "\(documented) EXCEPT \(columns)").isEmpty)
    #expect(
      try rows(path, "SELECT unit FROM column_doc WHERE table_name = 'v_effect' AND column_name = 'gdp_real'")
        == [["currency/month"]])
  }

  @Test func `the file is marked as ours, is single and whole, and not in WAL mode`() throws {
    try feed()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    let header = try #require(FileManager.default.contents(atPath: path)).prefix(100)
    #expect(header[68..<72].elementsEqual("OTIU".utf8))
    #expect(header[60..<64].elementsEqual([0, 0, 0, 5]))
    #expect(header[18] == 1)
    #expect(try rows(path, "PRAGMA integrity_check") == [["ok"]])
    #expect(try rows(path, "PRAGMA foreign_key_check").isEmpty)
  }

  @Test func `yearly means, final means and paired effects are views`() throws {
    try feed()
    let yearly = try rows(
      path, "SELECT year, months_averaged, round(unemployment_rate, 9) FROM v_yearly WHERE run_id = 2")
    #expect(yearly == [["0", "12", "10.0055"], ["1", "12", "10.0175"]])
    let final = try rows(
      path, "SELECT reform, replication, round(unemployment_rate, 9) FROM v_final ORDER BY run_id")
    #expect(
      final == [
        ["baseline", "0", "0.0175"], ["ubi", "0", "10.0175"], ["baseline", "1", "1.0175"],
        ["ubi", "1", "21.0175"],
      ])
    let effect = try rows(
      path,
      "SELECT replication, count(*), round(min(unemployment_rate), 9), max(poverty_rate) FROM v_effect GROUP BY 1"
    )
    #expect(effect == [["0", "24", "10.0", ""], ["1", "24", "20.0", ""]])
    let last = try rows(
      path, "SELECT reform, replication, round(unemployment_rate, 9) FROM v_effect_final ORDER BY 2")
    #expect(last == [["ubi", "0", "10.0"], ["ubi", "1", "20.0"]])
  }

  @Test func `months have calendar dates and a long form`() throws {
    try feed()
    let dates = try rows(path, "SELECT date FROM v_monthly WHERE run_id = 1 AND month IN (0, 1, 2, 14)")
    #expect(dates == [["2027-11"], ["2027-12"], ["2028-01"], ["2029-01"]])
    let long = try rows(
      path,
      "SELECT month, value FROM v_monthly_long WHERE run_id = 1 AND indicator = 'unemployment_rate' AND month < 2"
    )
    #expect(long == [["0", "0.0"], ["1", "0.001"]])
    #expect(
      try rows(path, "SELECT count(*) FROM v_monthly_long") == [[String(4 * 24 * Indicator.allCases.count)]])
  }

  @Test func `the matrices show payers as negative, and financial instruments sum to nothing`() throws {
    try feed()
    let flows = try rows(
      path,
      "SELECT flow, households, firms, government, amount FROM v_flow_matrix WHERE run_id = 1 AND year = 1")
    #expect(
      flows == [["bequests", "0.0", "0.0", "0.0", "5.0"], ["wages", "123.45", "-123.45", "0.0", "123.45"]])
    let balances = try rows(
      path,
      "SELECT instrument, households, firms, bank, total FROM v_balance_matrix WHERE run_id = 1 AND year = 1")
    #expect(
      balances == [
        ["deposits", "9.0", "0.0", "-9.0", "0.0"], ["fixed_capital", "0.0", "7.77", "0.0", "7.77"],
      ])
    let ends = try rows(
      path, "SELECT payer, payee, cents FROM flow WHERE run_id = 1 AND year = 0 AND flow = 'wages'")
    #expect(ends == [["firms", "households", "12345"]])
    let groups = try rows(path, "SELECT \"group\", value FROM distribution WHERE run_id = 1 AND month = 23")
    #expect(groups == [["1", "-1.5"], ["2", ""]])
  }

  @Test func `indicators are listed with what they mean`() throws {
    try feed()
    let spec = Indicator.unemploymentRate.spec
    let row = try rows(
      path, "SELECT label, unit, is_headline FROM indicator WHERE name = 'unemployment_rate'")
    #expect(row == [[spec.label, spec.unit, "1"]])
    #expect(try rows(path, "SELECT count(*) FROM indicator") == [[String(Indicator.allCases.count)]])
  }

  @Test func `a second experiment is added and not compared with the first`() throws {
    try feed()
    try feed()
    #expect(
      try rows(path, "SELECT run_set, count(*) FROM run GROUP BY run_set") == [["1", "4"], ["2", "4"]])
    #expect(
      try rows(path, "SELECT run_set, scenario, runs, command FROM run_set").last == [
        "2", "sample", "4", "otium run sample",
      ])
    // Two reforms of 24 months in each set: pairs across the sets would give more.
    #expect(try rows(path, "SELECT count(*) FROM v_effect") == [["96"]])
    let first = try rows(path, "SELECT * FROM monthly WHERE run_id <= 4").map { $0.dropFirst() }
    let second = try rows(path, "SELECT * FROM monthly WHERE run_id > 4").map { $0.dropFirst() }
    #expect(first == second)
  }

  @Test func `runs that did not complete are named, and count for no final mean`() throws {
    let store = try ResultStore.open(path)
    let runs = ["baseline", "one", "two", "three"].map { RunDescription.sample($0) }
    let identifiers = try store.begin(runs)
    for identifier in identifiers { try store.record(.year(0, level: 1), of: identifier) }
    try store.end(identifiers[1], .infeasible("prices"), seconds: 1)
    try store.end(identifiers[2], .failed("surprise"), seconds: 1)
    try store.end(identifiers[3], .interrupted, seconds: 1)
    try store.close()
    let incomplete = try rows(path, "SELECT reform, status, months_done, months, error FROM v_incomplete")
    #expect(
      incomplete == [
        ["baseline", "running", "12", "24", ""], ["one", "failed", "12", "24", "prices"],
        ["two", "failed", "12", "24", "surprise"], ["three", "interrupted", "12", "24", ""],
      ])
    #expect(
      try rows(path, "SELECT run_id, feasible FROM run") == [["1", ""], ["2", "0"], ["3", ""], ["4", ""]])
    #expect(try rows(path, "SELECT * FROM v_final").isEmpty)
    #expect(try rows(path, "SELECT count(*) FROM v_effect WHERE reform = 'one'") == [["12"]])
  }

  @Test func `a budget that the closure cannot close is stored with the most revenue and the gap`() throws {
    let store = try ResultStore.open(path)
    let identifiers = try store.begin(["baseline", "one"].map { RunDescription.sample($0) })
    for identifier in identifiers {
      try store.record(.year(0, level: 1), of: identifier)
      try store.end(identifier, .complete, seconds: 1)
    }
    try store.note(BudgetVerdict(), of: identifiers[0])
    try store.note(.infeasible(since: 40, gap: 0.03, revenue: 0.41, rate: 0.65), of: identifiers[1])
    try store.close()
    #expect(
      try rows(path, "SELECT run_id, status, feasible FROM run") == [
        ["1", "complete", "1"], ["2", "complete", "0"],
      ])
    #expect(
      try rows(path, "SELECT * FROM budget") == [
        ["1", "1", "", "", "0.0", "0.0", "0.0"], ["2", "0", "40", "labour_tax", "0.03", "0.41", "0.65"],
      ])
  }

  @Test func `results can be read while they are written`() throws {
    let store = try ResultStore.open(path)
    let identifier = try store.begin([.sample("baseline")])[0]
    try store.record(.year(0, level: 1), of: identifier)
    #expect(try rows(path, "SELECT count(*) FROM monthly") == [["12"]])
    try store.record(.year(1, level: 1), of: identifier)
    #expect(try rows(path, "SELECT months_done FROM v_run") == [["24"]])
    try store.close()
  }

  @Test func `two writers of one file wait for each other`() throws {
    let first = try ResultStore.open(path)
    let second = try ResultStore.open(path)
    try first.feed()
    try second.feed()
    #expect(try first.close() == false)
    #expect(try second.close())
    #expect(try rows(path, "SELECT count(*) FROM v_final") == [["8"]])
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }
}
