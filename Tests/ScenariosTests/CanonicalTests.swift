import Economy
import Testing

@testable import Scenarios

struct CanonicalTests {
  @Test(
    "A resolved scenario reads back as itself, without its economy file",
    arguments: ShippedScenariosTests.names)
  func roundTrip(name: String) throws {
    let scenario = try Scenario.load("\(Fixture.root)/Scenarios/\(name).yaml")
    let again = try Scenario.parse(scenario.resolved, path: "elsewhere/resolved.yaml")
    #expect(again.resolved == scenario.resolved)
    #expect(again.title == scenario.title)
    #expect(again.variants.map(\.name) == scenario.variants.map(\.name))
    #expect(again.variants.map(\.label) == scenario.variants.map(\.label))
    #expect(again.calibration.occupations == scenario.calibration.occupations)
    #expect(again.calibration.industries == scenario.calibration.industries)
    #expect(again.calibration.mobility == scenario.calibration.mobility)
    for entry in Calibration.entries {
      #expect(again.calibration[keyPath: entry.path] == scenario.calibration[keyPath: entry.path])
    }
  }

  @Test("Equal scenarios give equal text, whatever their order, spelling and comments")
  func equalMeaning() throws {
    let one = try Fixture.scenario(
      """
      months: 240
      policies: {basic_income: {adult: 500, replaces: [pensions, child_benefit]}}
      assumptions: {wages.slope: 0.003}
      automation: {cost_decline: 1, feasible_office_share: 0.5}
      closure: labour_tax
      """)
    let other = try Fixture.scenario(
      """
      # The same in other words.
      closure: {labour_tax: 1.0}
      automation:
        feasible_office_share: .5
      assumptions:
        wages:
          slope: 3e-3
      baseline:
        policies:
          basic_income:
            replaces: [child_benefit, pensions]
            adult: 5.0e2
            child: 0
      reforms: {}
      """)
    #expect(one.resolved == other.resolved)
  }

  @Test(
    "Another meaning gives another text",
    arguments: [
      "months: 241", "seed: 2", "population: 5000", "assumptions: {wages.slope: 0.0021}",
      "policies: {basic_income: {adult: 1}}", "reforms: {a: {}}", "closure: deficit", "burn_in: 0",
      "automation: {markup: {2030-01: 3}}", "replications: 2", "baseline: {label: x}",
    ])
  func otherMeaning(body: String) throws {
    #expect(try Fixture.scenario(body).resolved != Fixture.scenario().resolved)
  }

  @Test("Texts keep their quotes and strokes")
  func quotes() throws {
    let scenario = try Fixture.scenario(
      "question: 'Who says \"no\" \\ why: #1?'\ncriterion: The Gini falls by a point or more.")
    let again = try Scenario.parse(scenario.resolved, path: "again.yaml")
    #expect(again.criterion == "The Gini falls by a point or more.")
    #expect(again.question == "Who says \"no\" \\ why: #1?")
  }

  @Test("An economy written into a scenario needs no sources, but is checked like a file")
  func inlineEconomy() throws {
    let text = try Fixture.scenario().resolved.replacing("fertility: ", with: "fertility: -")
    #expect(
      Fixture.complaint(text: text).contains(
        "error: economy.parameters.population.fertility is out of bounds: -"))
  }
}
