import Foundation
import Testing

struct RunCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  @Test func `a run prints its table on the standard output only, and keeps every month`() throws {
    let answer = try otium(Program.small())
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    for part in [
      "Scenario  automation-ubi", "14 months", "1,000 persons", "1 replication (seed 1)",
      "Reform basic_income:",
      "\nUnemployment rate ", "\nReal GDP ", "USD/month", "One replication tells nothing about chance",
      "Database: Reports/automation-ubi.sqlite\n",
    ] {
      #expect(answer.output.contains(part), "\(part)")
    }
    #expect(!answer.output.contains("\u{1B}"))
    #expect(
      try otium.rows("SELECT reform, status, months_done FROM run") == [
        "baseline,complete,14", "basic_income,complete,14",
      ])
    #expect(try otium.rows("SELECT min(month), max(month), count(*) FROM monthly") == ["0,13,28"])
    #expect(try otium.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try otium.rows("SELECT command LIKE 'otium run %burn_in=2' FROM run_set") == ["1"])
    #expect(try otium.rows("SELECT created_utc LIKE '2___-__-__T__:__:__Z' FROM run_set") == ["1"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: otium.file("Reports")) == ["automation-ubi.sqlite"])
  }

  @Test func `JSON comes with its schema, and numbers with replications`() throws {
    let answer = try otium(Program.small("--format", "json", "--replications", "2", "--quiet"))
    #expect(answer.code == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "otium.run/1")
    #expect((document["runs"] as? [String: Any])?["complete"] as? Int == 4)
    #expect((document["indicators"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `the same command gives the same months byte by byte, with any number of threads`() throws {
    let months = try ["one", "again", "two"].map { name in
      let answer = try otium(
        Program.small("--replications", "2", "--output", name, "--threads", name == "two" ? "2" : "1"))
      #expect(answer.code == 0)
      return try otium.rows("SELECT * FROM monthly", in: name)
    }
    #expect(months[0].count == 2 * 2 * 14)
    #expect(months[0] == months[1])
    #expect(months[0] == months[2])
    let others = try ["flow", "balance", "distribution"].map { table in
      try ["one", "again", "two"].map { try otium.rows("SELECT * FROM \(table)", in: $0) }
    }
    #expect(others.allSatisfy { $0[0] == $0[1] && $0[0] == $0[2] })
  }

  @Test func `threads within one replication change nothing`() throws {
    let months = try ["1", "2"].map { threads in
      #expect(try otium(Program.small("--output", threads, "--threads", threads)).code == 0)
      return try otium.rows("SELECT * FROM monthly", in: threads)
    }
    #expect(months[0] == months[1])
  }

  @Test
  func `a decomposition is printed, stored in cents that add up, and stops before the reforms where asked`()
    throws
  {
    let whole = try otium(Program.small("--decompose", "dynamic", "--quiet"))
    #expect(whole.code == 0)
    for part in [
      "Reform basic_income by its rules", "\nbasic income ", "\nbalance ", "\nTenth ", "Markets: all else",
    ] {
      #expect(whole.output.contains(part), "\(part)")
    }
    #expect(
      try otium.rows(
        "SELECT count(*) > 20, sum(mechanical_cents + behaviour_cents + equilibrium_cents <> total_cents) FROM v_decomposition"
      ) == ["1,0"])
    #expect(
      try otium.rows(
        "SELECT sum(mechanical_cents) = 0, sum(total_cents) <> 0 FROM v_decomposition WHERE \"group\" = 'revenue'"
      ) == ["1,1"])
    let fixed = try otium(Program.small("--decompose", "static", "--quiet", "--output", "static.sqlite"))
    #expect(fixed.code == 0 && fixed.output.contains("Rules: ") && !fixed.output.contains("Markets: "))
    #expect(try otium.rows("SELECT reform FROM run", in: "static.sqlite") == ["baseline"])
    #expect(
      try otium.rows("SELECT count(*) > 20, count(dynamic_cents) FROM decomposition", in: "static.sqlite")
        == ["1,0"])
    #expect(try otium(["run", Program.scenario(), "--mean-field", "--decompose", "static"]).code == 64)
  }

  @Test func `another seed is another run, and overrides reach the stored scenario`() throws {
    #expect(try otium(Program.small("--seed", "7", "--replications", "2")).code == 0)
    #expect(try otium.rows("SELECT DISTINCT seed FROM run ORDER BY run_id") == ["7", "8"])
    #expect(try otium.rows("SELECT DISTINCT persons, months FROM run") == ["1000,14"])
    let yaml = try otium.rows("SELECT scenario_yaml LIKE '%burn_in: 2%' FROM run_set")
    #expect(yaml == ["1"])
    let hashes = try otium.rows("SELECT count(DISTINCT scenario_sha256) FROM run")
    #expect(hashes == ["2"])
  }

  @Test func `the stored scenario can be run again and gives the same months`() throws {
    #expect(try otium(Program.small("--seed", "3")).code == 0)
    let answer = try otium([
      "query", "Reports/automation-ubi.sqlite", "SELECT scenario_yaml FROM run_set", "--format", "json",
    ])
    let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let yaml = try #require((document?["rows"] as? [[String: String]])?.first?["scenario_yaml"])
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: otium.file("automation-ubi.yaml")))
    let again = try otium(["run", "automation-ubi.yaml", "--output", "again.sqlite"])
    #expect(again.code == 0, "\(again.errors)")
    #expect(
      try otium.rows("SELECT * FROM monthly") == otium.rows("SELECT * FROM monthly", in: "again.sqlite"))
    let hash = "SELECT scenario_sha256 FROM run ORDER BY run_id"
    #expect(try otium.rows(hash) == otium.rows(hash, in: "again.sqlite"))
  }

  @Test func `running again adds to the database`() throws {
    #expect(try otium(Program.small()).code == 0)
    #expect(try otium(Program.small()).code == 0)
    #expect(try otium.rows("SELECT run_set, count(*) FROM v_final GROUP BY run_set") == ["1,2", "2,2"])
  }

  @Test func `a killed run leaves a database that opens, is whole and says what is missing`() throws {
    let running = try otium.startEndless("--threads", "2")
    kill(running.process.processIdentifier, SIGKILL)
    running.process.waitUntilExit()
    #expect(try otium.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try otium.rows("SELECT count(*) FROM run") == ["2000"])
    #expect(try otium.rows("SELECT count(*) > 0 FROM v_incomplete WHERE status = 'running'") == ["1"])
    // What a run says it has is there.
    #expect(
      try otium.rows(
        """
        SELECT count(*) FROM run LEFT JOIN (SELECT run_id, count(*) AS kept FROM monthly GROUP BY run_id) USING (run_id)
        WHERE months_done <> coalesce(kept, 0)
        """) == ["0"])
    // And the file takes further runs.
    #expect(try otium(Program.small()).code == 0)
    #expect(try otium.rows("SELECT count(*) FROM v_final WHERE run_set = 2") == ["2"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: otium.file("Reports")) == ["automation-ubi.sqlite"])
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func `a signal ends the month, keeps what exists and is told by the exit code`(signal: Int32, code: Int32)
    throws
  {
    let running = try otium.startEndless()
    kill(running.process.processIdentifier, signal)
    let output = running.output.fileHandleForReading.readDataToEndOfFile()
    let errors = running.errors.wholeText
    running.process.waitUntilExit()
    #expect(running.process.terminationReason == .exit)
    #expect(running.process.terminationStatus == code)
    #expect(output.isEmpty)
    #expect(errors.hasPrefix("error: stopped: ") && errors.contains("of 2000 runs are complete"), "\(errors)")
    #expect(try otium.rows("SELECT DISTINCT status FROM run WHERE status <> 'complete'") == ["interrupted"])
    #expect(try otium.rows("SELECT sum(months_done) = (SELECT count(*) FROM monthly) FROM run") == ["1"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: otium.file("Reports")) == ["automation-ubi.sqlite"])
  }
}
