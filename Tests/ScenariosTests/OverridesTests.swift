import Economy
import Testing

@testable import Scenarios

struct OverridesTests {
  private let body = """
    population: {persons: 5000}
    assumptions: {wages.slope: 0.001}
    policies: {basic_income: {adult: 100}}
    reforms:
      high: {policies: {basic_income: {adult: {2028-01: 900}}}}
    """

  private func load(_ settings: String...) throws -> Scenario {
    let parsed = try settings.map { try Overrides.Setting(parsing: $0) }
    return try Fixture.scenario(body, overrides: Overrides(settings: parsed))
  }

  @Test("Options win over the file")
  func numbers() throws {
    let overrides = Overrides(persons: 2000, months: 12, burnIn: 0, seed: 7, replications: 3)
    let scenario = try Fixture.scenario(body, overrides: overrides)
    #expect(scenario.months == 12)
    #expect(scenario.burnInMonths == 0)
    #expect(scenario.seed == 7)
    #expect(scenario.replications == 3)
    #expect(try Fixture.resolved("population.persons", in: scenario) == "2000")
  }

  @Test("Settings reach every part of a scenario, and the later of two counts")
  func settings() throws {
    #expect(try load("assumptions.wages.slope=0.003").calibration.wages.slope == 0.003)
    #expect(
      try load("assumptions.wages.slope=0.003", "assumptions.wages.slope=0.004").calibration.wages.slope
        == 0.004)
    #expect(try load("closure=ai_tax").resolved == load("closure={ai_tax: 1}").resolved)
    #expect(try load("title=Other").title == "Other")
    #expect(try load("population=2000").resolved == load("population.persons=2000").resolved)
    func adult(_ variant: String, _ setting: String) throws -> String {
      try Fixture.resolved("\(variant).policies.basic_income.adult", in: load(setting))
    }
    #expect(try adult("baseline", "baseline.policies.basic_income.adult=500") == "500")
    #expect(
      try adult("reforms.high", "baseline.policies.basic_income.adult=500")
        == "{initially: 500, 2028-01: 900}")
    #expect(try adult("reforms.high", "reforms.high.policies.basic_income.adult=800") == "800")
    #expect(
      try Fixture.resolved(
        "baseline.policies.basic_income.replaces", in: load("policies.basic_income.replaces=[pensions]"))
        == "[pensions]")
  }

  @Test("A setting may add a month to what the file states, in its place among the others")
  func months() throws {
    func adult(_ variant: String, _ settings: String...) throws -> String {
      let parsed = try settings.map { try Overrides.Setting(parsing: $0) }
      let scenario = try Fixture.scenario(body, overrides: Overrides(settings: parsed))
      return try Fixture.resolved("\(variant).policies.basic_income.adult", in: scenario)
    }
    #expect(
      try adult("baseline", "policies.basic_income.adult.2027-01=300") == "{initially: 100, 2027-01: 300}")
    #expect(
      try adult(
        "reforms.high", "reforms.high.policies.basic_income.adult.2030-01=950",
        "reforms.high.policies.basic_income.adult.2027-01=300")
        == "{initially: 100, 2027-01: 300, 2028-01: 900, 2030-01: 950}")
  }

  @Test(
    "Errors name the option",
    arguments: [
      (
        "automation.cost_declin=0.5",
        """
        error: --set automation.cost_declin=0.5: unknown key 'cost_declin' in automation
          did you mean 'cost_decline'?
        """
      ),
      (
        "automation.cost_decline=fast",
        """
        error: --set automation.cost_decline=fast: automation.cost_decline is 'fast'
          expected a number from 0 to 3 (log10/year)
        """
      ),
      (
        "automation.cost_decline=7",
        """
        error: --set automation.cost_decline=7: automation.cost_decline is out of bounds: 7
          expected a number from 0 to 3 (log10/year)
        """
      ),
      (
        "wages.slope=0.003",
        "error: --set wages.slope=0.003: unknown key 'wages'\n  did you mean 'assumptions.wages.slope'?"
      ),
      (
        "baseline.polices.basic_income.adult=3",
        """
        error: --set baseline.polices.basic_income.adult=3: unknown key 'polices' in baseline
          expected one of label, policies, automation, closure
          did you mean 'policies'?
        """
      ),
      (
        "reforms.hihg.closure=deficit",
        """
        error: --set reforms.hihg.closure=deficit: there is no reform 'hihg'
          expected one of high
          did you mean 'high'?
        """
      ),
      (
        "policies.basic_income.adult={2027-01: 500",
        """
        error: --set policies.basic_income.adult={2027-01: 500: not YAML: while parsing a flow mapping, did not find \
        expected ',' or '}'
        """
      ),
      ("a..b=3", "error: --set a..b=3: the path has an empty part"),
      ("title=", "error: --set title=: title is empty\n  expected what reports call the scenario"),
    ])
  func errors(setting: String, expected: String) throws {
    let parsed = try Overrides.Setting(parsing: setting)
    #expect(Fixture.complaint(body, overrides: Overrides(settings: [parsed])) == expected)
  }

  @Test("A setting without a value is refused")
  func malformed() {
    for text in ["wages.slope", "=3", ""] {
      do throws(ScenarioErrors) {
        _ = try Overrides.Setting(parsing: text)
        Issue.record("no error")
      } catch {
        #expect(error.description == "error: --set \(text): a path, = and a value belong here")
      }
    }
  }

  @Test("Numbers out of bounds name their options")
  func numbersOutOfBounds() {
    #expect(
      Fixture.complaint("", overrides: Overrides(persons: 5, months: -1))
        == """
        error: --months -1: months is out of bounds: -1
          expected a whole number from 1 to 2400 (months)
        error: --persons 5: population.persons is out of bounds: 5
          expected a whole number from 1000 to 100000000 (persons)
        """)
  }
}
