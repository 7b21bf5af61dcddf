import Testing

@testable import Scenarios

/// The criterion as conditions that reports judge.
struct AnswerTests {
  private static let reforms = """
    reforms:
      one: {policies: {basic_income: {adult: 100}}}
      two: {policies: {basic_income: {adult: 200}}}

    """

  @Test func `conditions are read with their defaults, and the resolved text reads back as the same`() throws
  {
    let scenario = try Fixture.scenario(
      Self.reforms + """
        answer:
          - {all_of: [one, two], indicator: poverty_rate, at_most: 0}
          - {some_of: [two], of: highest_year, indicator: unemployment_rate, months: 60, at_least: 0.01, at_most: 0.2}
          - {some_of: [two], indicator: gdp_real, against: one, at_least: 0}
          - {all_of: [one], of: feasible, at_least: 1}
        """)
    #expect(
      scenario.answer == [
        Condition(
          reforms: ["one", "two"], someSuffice: false, figure: .effect, indicator: "poverty_rate",
          against: "baseline", months: 12, atLeast: nil, atMost: 0),
        Condition(
          reforms: ["two"], someSuffice: true, figure: .highestYear, indicator: "unemployment_rate",
          against: "baseline", months: 60, atLeast: 0.01, atMost: 0.2),
        Condition(
          reforms: ["two"], someSuffice: true, figure: .effect, indicator: "gdp_real", against: "one",
          months: 12,
          atLeast: 0, atMost: nil),
        Condition(
          reforms: ["one"], someSuffice: false, figure: .feasible, indicator: "", against: "baseline",
          months: 12,
          atLeast: 1, atMost: nil),
      ])
    let again = try Scenario.parse(scenario.resolved, path: "test.yaml")
    #expect(again.answer == scenario.answer && again.resolved == scenario.resolved)
    #expect(ResolvedText(scenario.resolved)?.conditions == scenario.answer)
    #expect(try Fixture.scenario(Self.reforms).answer.isEmpty)
  }

  @Test(arguments: [
    ("answer: yes", "expected a list of conditions"),
    ("answer: [{indicator: gdp_real, at_least: 0}]", "the reforms that it is about, or some_of"),
    ("answer: [{all_of: [on], indicator: gdp_real, at_least: 0}]", "did you mean 'one'?"),
    ("answer: [{all_of: [one], indicator: gdp_reel, at_least: 0}]", "did you mean 'gdp_real'?"),
    ("answer: [{all_of: [one], at_least: 0}]", "the name of an indicator"),
    ("answer: [{all_of: [one], indicator: gdp_real}]", "a bound, or at_most"),
    ("answer: [{all_of: [one], indicator: gdp_real, above: 0}]", "unknown key 'above'"),
    ("answer: [{all_of: [one], of: effct, indicator: gdp_real, at_least: 0}]", "did you mean 'effect'?"),
    ("answer: [{all_of: [one], indicator: gdp_real, against: tow, at_least: 0}]", "did you mean 'two'?"),
  ])
  func `what is wrong with a condition is said`(text: String, expected: String) {
    let complaint = Fixture.complaint(Self.reforms + text)
    #expect(complaint.contains(expected), "\(complaint)")
  }
}
