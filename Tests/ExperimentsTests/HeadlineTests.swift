import Economy
import Experiments
import Scenarios
import Testing

struct HeadlineTests {
  /// An outcome whose unemployment rate is given for its last months.
  private func outcome(
    _ variant: String, replication: Int, _ values: [Double], ending: Ending = .complete
  ) throws -> RunOutcome {
    var run = try #require(
      RunDescription.plan(.pocket(replications: replication + 1), experiment: "", codeVersion: "").last)
    run.variant = variant
    run.label = "Label of \(variant)"
    let months = values.enumerated().map { index, value in
      var month = MonthlyIndicators(month: index)
      month[.unemploymentRate] = value
      return month
    }
    return RunOutcome(run: run, ending: ending, monthsDone: values.count, lastMonths: months)
  }

  private func unemployment(_ outcomes: [RunOutcome]) throws -> Headline.Row {
    try #require(Headline(outcomes).rows.first { $0.indicator == .unemploymentRate })
  }

  @Test func `its rows are the headline indicators in their order`() throws {
    let headline = try Headline([outcome("baseline", replication: 0, [1])])
    #expect(headline.rows.map(\.indicator) == Indicator.allCases.filter(\.spec.isHeadline))
    #expect(headline.rows.count > 10)
  }

  @Test func `values are means over the last months and over the replications`() throws {
    let row = try unemployment([
      outcome("baseline", replication: 0, [1, 2, 3]), outcome("baseline", replication: 1, [5, 6, 7]),
    ])
    #expect(row.baseline?.mean == 4)
    // Means 2 and 6: a sample standard deviation of the square root of 8.
    #expect(row.baseline?.deviation == 8.0.squareRoot())
    #expect(row.baseline?.standardError == 2)
    #expect(row.baseline?.count == 2)
  }

  @Test func `effects are paired by replication`() throws {
    // The replications differ by 100, the effects by 1 only: pairing leaves the latter.
    let row = try unemployment([
      outcome("baseline", replication: 0, [10]), outcome("ubi", replication: 0, [12]),
      outcome("baseline", replication: 1, [110]), outcome("ubi", replication: 1, [113]),
    ])
    let cell = try #require(row.reforms.first)
    #expect(cell.value?.mean == 62.5)
    #expect(cell.effect?.mean == 2.5)
    #expect(cell.effect?.deviation == 0.5.squareRoot())
    #expect(cell.effect?.standardError == 0.5)
    #expect(cell.relativeEffect == 2.5 / 60)
  }

  @Test func `one replication has no spread`() throws {
    let row = try unemployment([
      outcome("baseline", replication: 0, [1]), outcome("ubi", replication: 0, [3]),
    ])
    #expect(row.baseline?.deviation == nil)
    #expect(row.reforms[0].effect?.mean == 2)
    #expect(row.reforms[0].effect?.standardError == nil)
  }

  @Test func `runs that did not end count for nothing, nor does their pair's effect`() throws {
    let outcomes = try [
      outcome("baseline", replication: 0, [10]), outcome("ubi", replication: 0, [11]),
      outcome("baseline", replication: 1, [20]),
      outcome("ubi", replication: 1, [99], ending: .infeasible("prices")),
    ]
    let headline = Headline(outcomes)
    let row = try unemployment(outcomes)
    #expect(headline.baselineRuns == 2)
    #expect(headline.reforms == [Headline.Reform(name: "ubi", label: "Label of ubi", runs: 1)])
    #expect(row.baseline?.mean == 15)
    #expect(row.reforms[0].value?.mean == 11)
    #expect(row.reforms[0].effect?.mean == 1)
    #expect(row.reforms[0].effect?.count == 1)
  }

  @Test func `a reform all of whose runs failed keeps its place without values`() throws {
    let row = try unemployment([
      outcome("baseline", replication: 0, [1]), outcome("ubi", replication: 0, [], ending: .failed("why")),
      outcome("tax", replication: 0, [3]),
    ])
    #expect(row.reforms.count == 2)
    #expect(row.reforms[0] == Headline.Cell(value: nil, effect: nil, relativeEffect: nil))
    #expect(row.reforms[1].effect?.mean == 2)
  }

  @Test func `months in which an indicator is not defined are left out`() throws {
    let row = try unemployment([
      outcome("baseline", replication: 0, [1, .nan, 3]), outcome("ubi", replication: 0, [.nan, .nan]),
    ])
    #expect(row.baseline?.mean == 2)
    #expect(row.reforms[0].value == nil)
    #expect(row.reforms[0].effect == nil)
  }

  @Test func `an effect relative to nothing is not defined`() throws {
    let row = try unemployment([
      outcome("baseline", replication: 0, [0]), outcome("ubi", replication: 0, [1]),
    ])
    #expect(row.reforms[0].relativeEffect == nil)
  }
}
