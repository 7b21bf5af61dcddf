import Economy
import Testing

@testable import Scenarios

/// The `pilot:` section: what it means, and what is said about a wrong one.
struct PilotReadingTests {
  @Test("A pilot has the baseline's law with what it states")
  func law() throws {
    let scenario = try Fixture.scenario(
      """
      baseline: {policies: {basic_income: {child: 7}}}
      pilot:
        treated: 10
        control: 20
        eligible: {age_from: 21, age_to: 40, household_income_to: 29000}
        months: 24
        window: {from: 13}
        policies: {basic_income: {adult: 5}}
        published:
          - {outcome: participation, result: -3 points, accepted: [-4, -2], source: a study}
      """)
    let pilot = try #require(scenario.pilot)
    #expect(pilot.design.treated == 10 && pilot.design.control == 20)
    #expect(pilot.design.ages == 21...40)
    #expect(pilot.design.window == 13...24)
    #expect(pilot.published.map(\.outcome) == [.participation])
    #expect(pilot.published[0].accepted == -4 ... -2)
    #expect(pilot.policies.count == scenario.variants[0].regime.policies.count)
    #expect(try Fixture.scenario().pilot == nil)
  }

  @Test(
    "Wrong pilots",
    arguments: [
      (
        "population: 2000\npilot:\n  treated: 1500\n  control: 1000",
        """
        test.yaml:6:12: error: 2500 treated and control persons of a population of 2000
          6 |   treated: 1500
            |            ^
        """
      ),
      (
        "population: 2000\npilot:\n  unit: firms\n  treated: 1500\n  control: 1000",
        """
        test.yaml:7:12: error: 2500 treated and control firms of a population of 2000
          7 |   treated: 1500
            |            ^
        """
      ),
      (
        "pilot:\n  estimator: diference",
        """
        test.yaml:5:14: error: unknown word 'diference' for pilot.estimator
          5 |   estimator: diference
            |              ^
          expected one of own_counterfactual, difference, economy
          did you mean 'difference'?
        """
      ),
      (
        "pilot: {control: 0, estimator: difference}",
        """
        test.yaml:4:32: error: the estimator 'difference' needs a control group
          4 | pilot: {control: 0, estimator: difference}
            |                                ^
        """
      ),
      (
        "pilot:\n  eligible: {age_from: 50, age_to: 40}",
        """
        test.yaml:5:13: error: eligible.age_from is above eligible.age_to
          5 |   eligible: {age_from: 50, age_to: 40}
            |             ^
        """
      ),
      (
        "pilot:\n  months: 12\n  window: {from: 13}",
        """
        test.yaml:6:11: error: the window holds no month of the pilot
          6 |   window: {from: 13}
            |           ^
        """
      ),
      (
        "pilot:\n  published:\n    - {outcome: hours, result: less, accepted: [2, 1], source: a study}",
        """
        test.yaml:6:48: error: the band's first number is above its second
          6 |     - {outcome: hours, result: less, accepted: [2, 1], source: a study}
            |                                                ^
        """
      ),
    ])
  func complaints(body: String, expected: String) { #expect(Fixture.complaint(body) == expected) }
}
