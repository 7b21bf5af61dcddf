import Economy
import Testing

@testable import Scenarios

struct ExplainTests {
  @Test("A parameter is explained by its declaration")
  func parameter() throws {
    let spec = try #require(AutomationPath.parameters.first { $0.key == "cost_decline" })
    #expect(
      try Explain.text(path: "automation.cost_decline")
        == """
        automation.cost_decline
          \(spec.meaning)

          unit     log10/year
          takes    a number from 0 to 3
          dates    may change: months with values, such as {2027-01: …}
          default  1
                   from: \(spec.source)

        """)
  }

  @Test("An economy adds its value and source")
  func entry() throws {
    let economy = try EconomyFile.load(Fixture.unitedStates)
    let text = try Explain.text(path: "assumptions.wages.slope", economy: economy)
    #expect(
      text.hasPrefix(
        """
        assumptions.wages.slope
          Response of monthly wage growth to the logarithm of tightness over its normal

          unit           1/month
          takes          a number from 0 to 0.05
          United States\u{20}\u{20}
        """))
    #expect(text.contains("\n                 from: prior"))
  }

  @Test(
    "Levels that go without saying may be left out, and variants named",
    arguments: [
      ("wages.slope", "assumptions.wages.slope"), ("basic_income.adult", "policies.basic_income.adult"),
      ("baseline.automation.markup", "automation.markup"),
      ("reforms.high.policies.basic_income.adult", "policies.basic_income.adult"), ("months", "months"),
    ])
  func completion(path: String, full: String) throws {
    #expect(try Explain.text(path: path).hasPrefix("\(full)\n"))
  }

  @Test("A prefix lists what is below it, and no path lists everything")
  func trees() throws {
    let group = try Explain.text(path: "automation")
    #expect(group.hasPrefix("automation\n  What machines can do, when, and at what price\n"))
    for spec in AutomationPath.parameters { #expect(group.contains("\n  \(spec.key) "), "\(spec.key)") }
    let all = try Explain.text()
    for item in Catalogue.items { #expect(all.contains(item.meaning), "\(item.path)") }
  }

  @Test(
    "A wrong path comes with the one that was probably meant",
    arguments: [
      ("wage.slope", "assumptions.wages.slope"),
      ("policies.basic_incom.adult", "policies.basic_income.adult"),
      ("automtion", "automation"), ("automation.cost_declin", "automation.cost_decline"),
    ])
  func wrongPath(path: String, meant: String) {
    do throws(ScenarioErrors) {
      _ = try Explain.text(path: path)
      Issue.record("no error")
    } catch {
      #expect(
        error.description
          == "error: explain \(path): there is nothing to be set at '\(path)'\n  did you mean '\(meant)'?")
    }
  }
}
