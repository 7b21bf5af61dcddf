import Economy
import Testing

@testable import Scenarios

struct InheritanceTests {
  private let body = """
    policies:
      basic_income: {child: 100, adult: 300}
    automation: {cost_decline: 0.5}
    closure: {deficit: 0.25, labour_tax: 0.75}
    baseline:
      label: The law
      policies: {basic_income: {adult: 400}}
    reforms:
      dated:
        policies:
          basic_income:
            adult: {2027-01: 500, 2030-07: 600}
            child: {initially: 50, 2026-01: 60}
      closed:
        label: Closed
        closure: ai_tax
        automation: {pricing: value}
    """

  @Test("A reform inherits the baseline key by key, the baseline the scenario's law")
  func layers() throws {
    let scenario = try Fixture.scenario(body)
    #expect(scenario.variants.map(\.name) == ["baseline", "dated", "closed"])
    #expect(scenario.variants.map(\.label) == ["The law", "dated", "Closed"])
    #expect(try Fixture.resolved("baseline.policies.basic_income.adult", in: scenario) == "400")
    #expect(try Fixture.resolved("baseline.policies.basic_income.child", in: scenario) == "100")
    #expect(try Fixture.resolved("reforms.closed.policies.basic_income.adult", in: scenario) == "400")
    #expect(try Fixture.resolved("reforms.closed.automation.cost_decline", in: scenario) == "0.5")
    #expect(try Fixture.resolved("reforms.closed.automation.pricing", in: scenario) == "value")
    #expect(try Fixture.resolved("reforms.dated.automation.pricing", in: scenario) == "cost")
    #expect(try Fixture.resolved("economy.policies.basic_income.adult", in: scenario) == "0")
  }

  @Test("Before the first month the inherited value holds, or the one stated for then")
  func dates() throws {
    let scenario = try Fixture.scenario(body)
    #expect(
      try Fixture.resolved("reforms.dated.policies.basic_income.adult", in: scenario)
        == "{initially: 400, 2027-01: 500, 2030-07: 600}")
    #expect(
      try Fixture.resolved("reforms.dated.policies.basic_income.child", in: scenario)
        == "{initially: 50, 2026-01: 60}")
  }

  @Test("Months stated by a reform replace the baseline's from the first of them on")
  func replacedDates() throws {
    let scenario = try Fixture.scenario(
      """
      baseline: {policies: {basic_income: {adult: {2027-01: 100, 2029-01: 200}}}}
      reforms: {other: {policies: {basic_income: {adult: {2028-01: 150}}}}}
      """)
    #expect(
      try Fixture.resolved("reforms.other.policies.basic_income.adult", in: scenario)
        == "{initially: 0, 2027-01: 100, 2028-01: 150}")
  }

  @Test("A closure is stated as a whole")
  func closure() throws {
    let scenario = try Fixture.scenario(body)
    let weights = scenario.variants.map { variant in
      Closure.parameters.map { variant.regime.closure.values.number($0.key, at: scenario.start) }.reduce(0, +)
    }
    #expect(weights == [1, 1, 1])
    #expect(scenario.variants[0].regime.closure.values.number("deficit", at: scenario.start) == 0.25)
    #expect(scenario.variants[2].regime.closure.values.number("deficit", at: scenario.start) == 0)
    #expect(scenario.variants[2].regime.closure.values.number("ai_tax", at: scenario.start) == 1)
  }

  @Test("Assumptions replace entries for all variants, nested or with dots, inside bounds")
  func assumptions() throws {
    let scenario = try Fixture.scenario("assumptions: {wages.slope: 0.003, wages: {recovery: 0.01}}")
    #expect(scenario.calibration.wages.slope == 0.003)
    #expect(scenario.calibration.wages.recovery == 0.01)
    #expect(
      Fixture.complaint("assumptions: {wages.slope: 1}").contains(
        "assumptions.wages.slope is out of bounds: 1\n"))
  }

  @Test("What is not stated has its default")
  func defaults() throws {
    let scenario = try Fixture.scenario()
    #expect(scenario.name == "test")
    #expect(scenario.question.isEmpty)
    #expect(scenario.months == 240)
    #expect(scenario.burnInMonths == 240)
    #expect(scenario.seed == 1)
    #expect(scenario.replications == 1)
    #expect(scenario.start == YearMonth(year: 2026, month: 1))
    #expect(scenario.variants.map(\.label) == ["Baseline"])
    guard case .synthetic(persons: 100_000) = scenario.population else {
      Issue.record("not the default population")
      return
    }
  }
}
