import Foundation
import Testing

/// Searches over levers as a user runs them, on economies so small that they take a moment.
struct SearchCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  private func experiment(_ more: String, name: String = "trial") throws {
    let text = """
      title: A trial
      scenario: \(Program.scenario("baseline"))
      set: {population: 1000, months: 6, burn_in: 2, closure: consumption_tax}
      replications: 2
      outputs:
        unemployment: {indicator: unemployment_rate, mean: 3}
        gini: {indicator: gini_disposable, mean: 1}
        spending: {indicator: government_spending, mean: 1}
        gdp: {indicator: gdp_real, mean: 1}
      \(more)
      """
    try text.write(toFile: otium.file(name + ".yaml"), atomically: true, encoding: .utf8)
  }

  private static let benefit =
    "factors: {benefit: {path: policies.basic_income.adult, role: lever, range: [0, 900], levels: 4}}\ndesign: grid\n"

  private func solve(_ find: String, _ condition: String) throws {
    try experiment(Self.benefit + "solve: {find: \(find), tolerance: 50, conditions: [\(condition)]}")
  }

  // MARK: Solve

  @Test func `solve finds an edge, and a brute-force grid agrees`() throws {
    // Spending rises with the basic income: the grid says from where to where, the search must land between.
    try solve("highest", "{output: unemployment, at_most: 1}")
    #expect(try otium(["sweep", "trial.yaml", "--quiet"]).code == 0)
    let spending = try otium.rows(
      "SELECT avg(spending) FROM v_final GROUP BY benefit ORDER BY benefit", in: "Reports/trial.sqlite"
    )
    .compactMap(Double.init)
    #expect(spending.count == 4 && spending == spending.sorted())
    let bound = (spending[1] + spending[2]) / 2
    try solve("highest", "{output: spending, at_most: \(bound)}")
    let answer = try otium(["solve", "trial.yaml", "--quiet", "--format", "json"])
    #expect(answer.code == 0, "\(answer.errors)")
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let value = try #require(found["value"] as? Double)
    #expect(found["feasible"] as? Bool == true)
    #expect(300 <= value && value <= 600)
    let means = try otium.rows(
      "SELECT avg(spending) FROM v_final WHERE benefit = \(value)", in: "Reports/trial-solve.sqlite")
    #expect(try #require(means.first.flatMap(Double.init)) <= bound)
    let text = try otium(["solve", "trial.yaml", "--quiet"]).output
    #expect(text.contains("highest benefit with spending at most") && text.contains("benefit = "), "\(text)")
    #expect(text.contains("interval: "), "\(text)")
  }

  @Test func `what nothing meets is infeasible, and that is a result`() throws {
    try solve("highest", "{output: unemployment, at_least: 1.5}")
    let answer = try otium(["solve", "trial.yaml", "--quiet"])
    #expect(answer.code == 0)
    #expect(
      answer.output.contains(
        "infeasible: none of 4 values from 0 to 900 currency/month meets the conditions"), "\(answer.output)")
    #expect(answer.output.contains("surely so"))
    let json = try otium(["solve", "trial.yaml", "--quiet", "--format", "json"]).output
    #expect(json.contains(#""feasible": false"#) && json.contains(#""value": null"#))
  }

  @Test func `solve goes on from what is there, and other conditions use the same runs`() throws {
    try solve("highest", "{output: unemployment, at_least: 1.5}")
    #expect(try otium(["solve", "trial.yaml", "--quiet"]).code == 0)
    let before = try otium.rows(
      "SELECT run_id, run_sha256, wall_seconds FROM run ORDER BY run_id", in: "Reports/trial-solve.sqlite")
    #expect(before.count == 8)
    try solve("lowest", "{output: unemployment, at_most: -1}")
    #expect(try otium(["solve", "trial.yaml", "--quiet"]).code == 0)
    #expect(
      try otium.rows(
        "SELECT run_id, run_sha256, wall_seconds FROM run ORDER BY run_id", in: "Reports/trial-solve.sqlite")
        == before)
  }

  @Test(arguments: [
    (
      "solve: {find: top, tolerance: 1, conditions: [{output: gini, at_most: 1}]}",
      "unknown word 'top' for solve.find"
    ),
    (
      "solve: {find: highest, tolerance: 1, conditions: [{output: ginni, at_most: 1}]}",
      "did you mean 'gini'?"
    ),
    (
      "solve: {find: highest, tolerance: 1, conditions: [{output: gini}]}",
      "a condition has 'at_least' or 'at_most'"
    ),
    ("solve: {find: highest, conditions: [{output: gini, at_most: 1}]}", "tolerance"),
    ("optimize: {goals: [{output: gini, better: less}]}", "two or three goals can be traded off"),
    (
      "optimize: {population: 7, goals: [{output: gini, better: less}, {output: gdp, better: more}]}",
      "an even number"
    ),
    ("title: Only a sweep", "does not say what to solve"),
  ])
  func `mistakes are told`(mistake: String, message: String) throws {
    let isTitle = mistake.hasPrefix("title")
    try experiment(Self.benefit + (isTitle ? "" : mistake))
    let answer = try otium(["solve", "trial.yaml", "--quiet"])
    #expect(answer.code == 65 && answer.errors.contains(message), "\(answer.errors)")
  }

  // MARK: Optimize

  @Test func `the front holds nothing that is beaten, and the search resumes to the same answer`() throws {
    try experiment(
      Self.benefit
        + "optimize: {population: 4, generations: 3, goals: [{output: gini, better: less}, {output: spending, better: less}]}"
    )
    let answer = try otium(["optimize", "trial.yaml", "--quiet", "--format", "json"])
    #expect(answer.code == 0, "\(answer.errors)")
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let front = try #require(found["front"] as? [[String: Any]])
    let points = front.compactMap { $0["point"] as? Int }.sorted().map(String.init)
    let named = try otium([
      "query", "Reports/trial-optimize.sqlite", "frontier", "gini", "spending", "--format", "csv",
    ])
    let frontier = named.output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
    #expect(!points.isEmpty && points == frontier.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) })
    let runs = try otium.rows("SELECT count(*) FROM run", in: "Reports/trial-optimize.sqlite")
    #expect((Int(runs[0]) ?? 99) <= 4 * 3 * 2)
    #expect(try otium(["optimize", "trial.yaml", "--quiet", "--format", "json"]).output == answer.output)
    #expect(
      try otium(["optimize", "trial.yaml", "--quiet"]).output.contains("NSGA-II, population 4, 3 generations")
    )
  }

  // MARK: Ask and tell

  @Test func `settings that are asked for are answered line by line, mistakes too`() throws {
    try experiment(Self.benefit)
    let answer = try otium(
      ["ask-tell", "trial.yaml", "--quiet"],
      input: """
        {"id": 1, "points": [{"benefit": 400}, {"benefit": 0}]}
        {"id": "again", "points": [{"benefit": 400}]}
        {"id": 3, "points": [{"benefit": 4000}]}
        {"id": 4, "points": [{"bonus": 1}]}
        nonsense

        """)
    #expect(answer.code == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(
      lines[0].contains(#""factors": [{"name": "benefit", "path": "policies.basic_income.adult""#),
      "\(lines[0])")
    #expect(
      lines[1].hasPrefix(
        #"{"id": 1, "results": [{"point": 0, "runs": 2, "failed": 0, "outputs": {"baseline""#), "\(lines[1])")
    let first = lines[1].components(separatedBy: #"{"point": 1"#)[0]
    #expect(
      lines[2] == first.replacingOccurrences(of: #""id": 1"#, with: #""id": "again""#).dropLast(2) + "]}")
    #expect(lines[3].contains("'benefit' cannot be 4000; expected a number from 0 to 900"))
    #expect(lines[4].contains("there is no factor 'bonus'; there are benefit"))
    #expect(lines[5].contains("a JSON object on one line was expected"))
    #expect(try otium.rows("SELECT count(*) FROM run", in: "Reports/trial-asked.sqlite") == ["4"])
  }

  @Test func `the example in Python finds the end where spending is least`() throws {
    guard let python = Self.python else { return }
    try experiment(Self.benefit)
    let root = URL(fileURLWithPath: Program.scenario()).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [
      root + "/Documentation/examples/ask_tell.py", Program.path, "trial.yaml", "spending", "--steps", "4",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: otium.folder)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.wholeText
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let value = try #require(
      text.firstMatch(of: /benefit = ([0-9.]+); 5 questions asked/).flatMap { Double($0.1) }, "\(text)")
    #expect(value < 900 * 0.4)
  }

  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
