import Foundation
import Testing

struct OtherCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  @Test func `help and version go to the standard output`() throws {
    let help = try otium(["--help"])
    #expect(help.code == 0)
    for part in ["otium run Scenarios/automation-ubi.yaml", "Exit codes:", "SUBCOMMANDS:", "explain"] {
      #expect(help.output.contains(part), "\(part)")
    }
    let version = try otium(["--version"])
    #expect(version.output.hasPrefix("0.1.0+") && version.code == 0)
    #expect(try otium(["run", "--help"]).output.contains("--set <path=value>"))
  }

  @Test func `errors are red on a terminal, unless NO_COLOR is set or the terminal is dumb`() throws {
    let red = "\u{1B}[31merror:\u{1B}[0m"
    let wrong = ["explain", "no_such_path"]
    #expect(try otium.onTerminal(wrong, environment: ["NO_COLOR": "", "TERM": "xterm"]).contains(red))
    for environment in [["NO_COLOR": "1", "TERM": "xterm"], ["NO_COLOR": "", "TERM": "dumb"]] {
      let text = try otium.onTerminal(wrong, environment: environment)
      #expect(text.contains("error:") && !text.contains("\u{1B}"), "\(text)")
    }
  }

  @Test func `validate names each file, scenario or economy`() throws {
    let answer = try otium(
      ["validate", Program.scenario(), Program.scenario("economies/us"), Program.scenario("sweeps/ubi-grid")])
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(answer.output.contains("automation-ubi.yaml: a valid scenario, 'A basic income"))
    #expect(answer.output.contains("us.yaml: a valid economy, United States\n"))
    #expect(answer.output.contains("ubi-grid.yaml: a valid experiment, 'How much basic income"))
    #expect(answer.output.contains(" with 12 points\n"))
  }

  @Test func `the scenarios of the repository are valid`() throws {
    let folder = URL(fileURLWithPath: Program.scenario()).deletingLastPathComponent().path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    #expect(!files.isEmpty)
    let answer = try otium(["validate"] + files.map { folder + "/" + $0 })
    #expect(answer.code == 0, "\(answer.errors)")
  }

  @Test func `schemas are JSON`() throws {
    for arguments in [["schema"], ["schema", "--economy"]] {
      let answer = try otium(arguments)
      #expect(answer.code == 0)
      let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
      #expect(document?["properties"] != nil)
    }
  }

  @Test func `explain tells meaning, unit and default, and with an economy file its value`() throws {
    #expect(try otium(["explain"]).output.contains("automation"))
    let one = try otium(["explain", "wages.slope", "--economy", Program.scenario("economies/us")])
    #expect(one.code == 0)
    for part in ["unit", "United States", "from:"] { #expect(one.output.contains(part), "\(one.output)") }
  }

  @Test func `a query answers in each format, and from the standard input`() throws {
    #expect(try otium(Program.small()).code == 0)
    let database = "Reports/automation-ubi.sqlite"
    let sql = "SELECT reform, months FROM v_run ORDER BY run_id"
    #expect(
      try otium(["query", database, sql]).output == """
        reform        months
        ────────────  ──────
        baseline          14
        basic_income      14

        """)
    #expect(
      try otium(["query", database, sql, "--format", "csv"]).output
        == "reform,months\nbaseline,14\nbasic_income,14\n")
    #expect(
      try otium(["query", database, sql, "--format", "markdown"]).output.hasPrefix(
        "| reform | months |\n| :--- | ---: |\n"))
    #expect(
      try otium(["query", database, sql, "--format", "json"]).output.contains(
        #"{"reform": "baseline", "months": 14}"#))
    #expect(
      try otium(["query", database, "-", "--format", "csv"], input: "SELECT 1 AS a\n").output == "a\n1\n")
  }
}
