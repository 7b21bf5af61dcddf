import Foundation
import Testing

/// Every way of going wrong: one message on the standard error, nothing on the standard output, its exit code.
struct ErrorTests {
  let otium: Program

  init() throws { otium = try Program() }

  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let code: Int32
    let parts: [String]
    init(_ arguments: [String], _ code: Int32, _ parts: String...) {
      self.arguments = arguments
      self.code = code
      self.parts = parts
    }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static func survey(_ file: String) -> [String] {
    ["population", "import", "--economy", Program.scenario("economies/us"), "--file", file, "--output", "x"]
  }

  @Test(arguments: [
    Case(["rnu"], 64, "unknown command 'rnu'", "did you mean 'run'?"),
    Case(["validte", "x"], 64, "did you mean 'validate'?"),
    Case(["qqqqqqqqqqq"], 64, "unknown command 'qqqqqqqqqqq'; Commands: run, validate"),
    Case(["run"], 64, "Missing expected argument '<file>'"),
    Case(Program.small("--sed", "1"), 64, "Unknown option '--sed'. Did you mean '--seed'?"),
    Case(Program.small("--seed", "-1"), 64, "--seed"),
    Case(Program.small("--persons", "many"), 64, "'many'", "--persons"),
    Case(Program.small("--threads", "0"), 64, "--threads 0: from 1 to 1024"),
    Case(Program.small("--format", "html"), 64, "html", "table", "json"),
    Case(Program.small("--replications", "0"), 64, "--replications 0", "out of bounds"),
    Case(Program.small("--set", "automation"), 64, "--set automation", "="),
    Case(Program.small("--set", "automaton.reinstatement=1"), 64, "unknown key 'automaton'", "did you mean"),
    Case(["run", "absent.yaml"], 66, "absent.yaml: error: no such file"),
    Case(["run", "."], 66, "directory"),
    Case(["run", "broken.yaml"], 65, "broken.yaml:2:", "error:"),
    Case(
      ["run", Program.scenario("sweeps/ubi-grid")], 65,
      "ubi-grid.yaml:1:1: error: this is an experiment, not a scenario: 'otium sweep' takes it"),
    Case(
      ["sweep", Program.scenario()], 65, "this is a scenario, not an experiment: 'otium run' takes it"),
    Case(
      ["run", Program.scenario("economies/us")], 65, "this is an economy, not a scenario: a scenario names it"
    ),
    Case(["validate", Program.scenario(), "absent.yaml"], 66, "absent.yaml: error"),
    Case(
      ["validate", "broken.yaml", Program.scenario(), "absent.yaml"], 65, "broken.yaml:2:",
      "absent.yaml: error"),
    Case(Program.small("--output", "."), 73, "is a folder"),
    Case(Program.small("--output", "broken.yaml/results"), 73, "cannot be created", "is a file"),
    Case(Program.small("--output", "/proc/results.sqlite"), 73, "cannot be written"),
    Case(
      Program.small("--output", "broken.yaml"), 65, "'broken.yaml' is not an SQLite database", "left as it is"
    ),
    Case(["query", "absent.sqlite", "SELECT 1"], 66, "there is no file 'absent.sqlite'"),
    Case(["query", "broken.yaml", "SELECT 1"], 65, "is not an SQLite database"),
    Case(["query", "absent.sqlite"], 64, "Either --list, or the name of a query, or SQL."),
    Case(["explain", "wages.slop"], 64, "wages.slop", "did you mean"),
    Case(["population", "imprt"], 64, "unknown command 'imprt'", "did you mean 'import'?"),
    Case(["population", "import", "--output", "x"], 64, "Missing expected argument '--economy"),
    Case(
      ["population", "import", "--economy", "absent.yaml", "--output", "x"], 66,
      "absent.yaml: error: no such file"),
    Case(survey("absent.csv"), 66, "there is no file absent.csv"),
    Case(survey("broken.yaml"), 65, "broken.yaml"),
    Case(["schema", "extra"], 64, "extra"),
  ])
  func `a mistake is explained`(mistake: Case) throws {
    try Data("title: Broken\nmonths: lots\n".utf8).write(to: URL(fileURLWithPath: otium.file("broken.yaml")))
    let answer = try otium(mistake.arguments)
    #expect(answer.code == mistake.code)
    if !mistake.arguments.contains("validate") { #expect(answer.output == "") }
    for part in mistake.parts { #expect(answer.errors.contains(part), "\(answer.errors)") }
    #expect(!answer.errors.contains("Fatal"))
  }

  @Test func `a database that is not ours is told and kept`() throws {
    #expect(try otium(Program.small("--output", "results.sqlite")).code == 0)
    var bytes = try #require(FileManager.default.contents(atPath: otium.file("results.sqlite")))
    // The schema's version and the owner's mark, in the header.
    bytes[63] = 9
    try bytes.write(to: URL(fileURLWithPath: otium.file("newer.sqlite")))
    bytes[68] = 0
    try bytes.write(to: URL(fileURLWithPath: otium.file("foreign.sqlite")))
    for (name, part) in [("newer.sqlite", "newer otium"), ("foreign.sqlite", "another program")] {
      let before = FileManager.default.contents(atPath: otium.file(name))
      let answer = try otium(Program.small("--output", name))
      #expect(answer.code == 65)
      #expect(answer.errors.contains(part))
      #expect(FileManager.default.contents(atPath: otium.file(name)) == before)
    }
  }

  @Test func `an output that cannot be written is an error, and the results are kept`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let running = try otium.start(Program.small(), output: full)
    let errors = running.errors.wholeText
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus == 74)
    #expect(errors == "error: the output could not be written: No space left on device\n")
    #expect(try otium.rows("SELECT count(*) FROM v_final") == ["2"])
  }

  @Test func `the SQL that is wrong is told`() throws {
    #expect(try otium(Program.small()).code == 0)
    let database = "Reports/automation-ubi.sqlite"
    for (sql, part) in [
      ("SELECT nonsense FROM run", "no such column: nonsense"),
      ("SELECT * FROM runs", "no such table: runs. There are:"),
      ("DELETE FROM run", "a query may only read"), ("SELECT 1; SELECT 2", "one statement at a time"),
    ] {
      let answer = try otium(["query", database, sql])
      #expect(answer.code == 65)
      #expect(answer.errors.contains(part), "\(answer.errors)")
      #expect(answer.output == "")
    }
  }
}
