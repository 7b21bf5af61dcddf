import Foundation
import Testing

struct ChartCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  private func respond(_ more: String...) throws -> Program.Answer {
    try otium(
      ["respond", Program.scenario("baseline"), "--persons", "1000", "--months", "30", "--set", "burn_in=2"]
        + more)
  }

  @Test func `responses are the same with any number of threads, and drawn`() throws {
    let one = try respond("--replications", "2", "--threads", "1", "--chart", "charts/new")
    #expect(one.code == 0 && one.errors == "")
    for part in [
      "Quarter", "Real GDP, %", "Policy rate, pp", "Productivity +1 % for good", "Multiplier over 12 months",
    ] {
      #expect(one.output.contains(part), "\(part)")
    }
    #expect(one.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
    #expect(try respond("--replications", "2", "--threads", "2").output == one.output)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: otium.file("charts/new")).sorted() == [
        "baseline-policy-rate.svg", "baseline-productivity.svg", "baseline-purchases.svg",
      ])
  }

  @Test func `responses as JSON have means and standard errors`() throws {
    let answer = try respond("--format", "json", "--replications", "2")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "otium.respond/1")
    let shocks = try #require(document["shocks"] as? [[String: Any]])
    #expect(shocks.count == 3)
    #expect((shocks[2]["multiplier"] as? [String: Any])?["standard_error"] is Double)
    #expect((shocks[0]["quarters"] as? [[String: Any]])?.count == 5)
  }

  @Test func `too few months are wrong use`() throws {
    let answer = try otium(["respond", Program.scenario("baseline"), "--months", "14"])
    #expect(answer.code == 64)
    #expect(answer.errors.contains("at least 15 are needed"))
  }

  @Test func `a database is drawn to the standard output or a file`() throws {
    #expect(try otium(Program.small("--quiet")).code == 0)
    let database = "Reports/automation-ubi.sqlite"
    let drawn = try otium(["chart", database, "--indicator", "unemployment_rate,gdp_real"])
    #expect(drawn.code == 0 && drawn.output.hasPrefix("<svg") && drawn.output.hasSuffix("</svg>\n"))
    let kept = try otium(["chart", database, "--indicator", "gdp_real", "--output", "new/a.svg"])
    #expect(kept.code == 0 && kept.output == "")
    #expect(FileManager.default.fileExists(atPath: otium.file("new/a.svg")))

    let misspelt = try otium(["chart", database, "--indicator", "unemploymnt_rate"])
    #expect(misspelt.code == 64)
    #expect(
      misspelt.errors
        == "error: --indicator: there is no 'unemploymnt_rate'; did you mean 'unemployment_rate'?\n")
    let blocked = try otium(["chart", database, "--indicator", "gdp_real", "--output", database + "/a.svg"])
    #expect(blocked.code == 73)
    let missing = try otium(["chart", "none.sqlite", "--indicator", "gdp_real"])
    #expect(missing.code == 66 && missing.errors == "error: there is no file 'none.sqlite'\n")
  }
}
