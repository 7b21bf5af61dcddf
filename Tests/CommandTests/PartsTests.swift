import Economy
import Testing

@testable import Experiments
@testable import Scenarios
@testable import otium

struct PartsTests {
  @Test func `the progress line has a bar, the share, the runs and, after a while, the time left`() {
    var progress = Progress(monthsDone: 0, monthsTotal: 200, runsDone: 0, runsTotal: 4)
    #expect(ProgressBar.line(progress, elapsed: 0) == String(repeating: "░", count: 30) + " 0 %, 0 of 4 runs")
    progress.monthsDone = 50
    progress.runsDone = 1
    #expect(ProgressBar.line(progress, elapsed: 10).hasSuffix(" 25 %, 1 of 4 runs, about 30 s left"))
    #expect(ProgressBar.line(progress, elapsed: 600).hasSuffix("about 30 min left"))
    #expect(ProgressBar.line(progress, elapsed: 36_000).hasSuffix("about 30 h left"))
  }

  @Test(arguments: [
    ("run", "run", 0), ("rnu", "run", 1), ("", "run", 3), ("querry", "query", 1), ("RUN", "run", 0),
  ])
  func `swapped neighbours count as one mistake`(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
  }

  @Test func `failed runs have their own exit code, and a signal has precedence`() throws {
    let regime = Regime(policies: [])
    let scenario = Scenario(
      name: "s", title: "", question: "", calibration: Calibration(), population: .synthetic(persons: 1),
      start: YearMonth(year: 2027, month: 1), months: 1, burnInMonths: 0, seed: 1, replications: 1,
      standing: regime,
      variants: ["baseline", "ubi"].map { .init(name: $0, label: $0, regime: regime) }, resolved: "")
    let runs = RunDescription.plan(scenario, experiment: "", codeVersion: "")
    let failure = { (endings: [Ending], stop: Failure.Code?) in
      let outcomes = zip(runs, endings).map { RunOutcome(run: $0, ending: $1, monthsDone: 0, lastMonths: []) }
      return Failure(
        of: ExperimentResult(scenario, outcomes: outcomes, codeVersion: ""), database: "d", stop: stop)
    }
    #expect(failure([.complete, .complete], nil) == nil)
    #expect(failure([.complete, .complete], .interrupted) == nil)
    let failed = failure([.complete, .infeasible("prices")], nil)
    #expect(failed?.code.rawValue == 3)
    #expect(failed?.message == "error: 1 of 2 runs failed; the first: ubi, replication 0: prices")
    #expect(failure([.failed("why"), .interrupted], .terminated)?.code.rawValue == 143)
  }
}
