import Foundation
import Testing

struct MeanFieldCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  @Test func `run --mean-field prints its tables and stores nothing`() throws {
    let answer = try otium(["run", Program.scenario("automation"), "--mean-field"])
    #expect(answer.code == 0 && answer.errors == "")
    for part in [
      "Mean-field labour market: Half of office tasks", "22 occupations", "Reform automation: Half of office",
      "\nat rest        4.40  4.50          4.40  4.50\n", "Beveridge curve",
      "automation: the path runs counter-clockwise.", "43  Office and Administrative Support",
    ] {
      #expect(answer.output.contains(part), "\(part)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: otium.folder).isEmpty)
  }

  @Test func `it has the paper's step, and JSON`() throws {
    let answer = try otium([
      "run", Program.scenario(), "--mean-field", "--step", "paper", "--format", "json", "--months", "120",
    ])
    #expect(answer.code == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "otium.mean_field/1")
    #expect(document["weeks_per_step"] as? Double == 6.75)
    let variants = try #require(document["variants"] as? [[String: Any]])
    #expect(variants.map { $0["same_as"] as? String } == [nil, "baseline"])
    #expect((variants[0]["steps"] as? [Any])?.count == 78)
    #expect((variants[0]["occupations"] as? [Any])?.count == 22)
  }

  @Test func `a path that leaves no work is refused, not run`() throws {
    let answer = try otium([
      "run", Program.scenario(), "--mean-field", "--set", "automation.preset=agi-5-years",
    ])
    #expect(answer.code == 65 && answer.output.isEmpty)
    #expect(answer.errors.contains("error: baseline: machines take over all hours in the end"))
  }

  @Test(arguments: [
    ["--step", "paper"], ["--mean-field", "--output", "x"], ["--mean-field", "--step", "week"],
  ])
  func `options that do not go together are refused`(arguments: [String]) throws {
    #expect(try otium(["run", Program.scenario()] + arguments).code == 64)
  }
}
