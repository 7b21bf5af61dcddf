import Sensitivity
import Testing

@testable import Reporting
@testable import Scenarios

struct VerdictTests {
  private func condition(_ reforms: [String], some: Bool = false, least: Double? = nil, most: Double? = nil)
    -> Condition
  {
    Condition(
      reforms: reforms, someSuffice: some, figure: .effect, indicator: "gdp_real", against: "baseline",
      months: 12,
      atLeast: least, atMost: most)
  }

  @Test(arguments: [
    (0.2, 0.3, Verdict.yes), (0.05, 0.09, .no), (0.05, 0.2, .unclear), (0.3, 0.5, .unclear), (0.41, 0.5, .no),
  ])
  func `an interval within the bounds is a yes, outside a no, across not clear`(
    low: Double, high: Double, verdict: Verdict
  ) {
    let interval = Interval(low: low, high: high, confidence: 0.95)
    #expect(Verdict(interval, within: condition(["a"], least: 0.1, most: 0.4)) == verdict)
  }

  private func row(_ reform: String, _ condition: Condition, _ verdict: Verdict) -> Answer.Row {
    Answer.Row(
      condition: condition, reform: .init(name: reform, label: reform, short: reform), verdict: verdict,
      title: "", bounds: "", value: "")
  }

  @Test func `all of a list have to meet a condition, or one case all of its conditions`() {
    let all = condition(["a", "b"], least: 0)
    #expect(Answer(rows: [row("a", all, .yes), row("b", all, .yes)]).verdict == .yes)
    #expect(Answer(rows: [row("a", all, .yes), row("b", all, .no)]).verdict == .no)
    #expect(Answer(rows: [row("a", all, .yes), row("b", all, .unclear)]).verdict == .unclear)
    let (first, second) = (
      condition(["a", "b"], some: true, least: 0), condition(["a", "b"], some: true, most: 9)
    )
    let apart = [row("a", first, .yes), row("b", first, .no), row("a", second, .no), row("b", second, .yes)]
    #expect(Answer(rows: apart).verdict == .no)
    #expect(Answer(rows: apart + [row("b", all, .yes)]).verdict == .no)
    let together = [
      row("a", first, .yes), row("b", first, .no), row("a", second, .yes), row("b", second, .yes),
    ]
    #expect(Answer(rows: together).verdict == .yes)
    #expect(Answer(rows: together).deciding.map(\.reform.name) == ["a", "a"])
    #expect(Answer(rows: together + [row("a", all, .unclear)]).verdict == .unclear)
    // A case in a list of its own is one more of which one is enough.
    let other = condition(["c"], some: true, most: 1)
    #expect(Answer(rows: apart + [row("c", other, .yes)]).verdict == .yes)
    #expect(Answer(rows: together + [row("c", other, .no)]).verdict == .yes)
  }
}
