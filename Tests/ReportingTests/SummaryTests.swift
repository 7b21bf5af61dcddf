import Economy
import Foundation
import Reporting
import Testing

@testable import Experiments
@testable import Scenarios

struct SummaryTests {
  private func result(
    replications: Int, reforms: [String] = ["ubi"], failed: String? = nil, unfinanced: String? = nil
  ) -> ExperimentResult {
    var calibration = Calibration()
    calibration.name = "Nowhere"
    calibration.currency = "USD"
    let regime = Regime(policies: [])
    let scenario = Scenario(
      name: "sample", title: "A sample", question: "What is it for?", calibration: calibration,
      population: .synthetic(persons: 12_000), start: YearMonth(year: 2027, month: 1), months: 24,
      burnInMonths: 120,
      seed: 7, replications: replications, standing: regime,
      variants: (["baseline"] + reforms).map { .init(name: $0, label: "Label of \($0)", regime: regime) },
      resolved: "sample\n")
    let outcomes = RunDescription.plan(scenario, experiment: "e", codeVersion: "1.0").map { run in
      var month = MonthlyIndicators(month: 23)
      let step = Double(run.replication)
      month[.unemploymentRate] = run.isBaseline ? 0.05 + step / 100 : 0.0625 + step / 50
      month[.gdpReal] = run.isBaseline ? 50_000_000 : 51_000_000
      month[.povertyRate] = .nan
      let ending: Ending = run.variant == failed ? .infeasible("prices") : .complete
      let budget: BudgetVerdict =
        run.variant == unfinanced
        ? .infeasible(since: 40, gap: 0.031, revenue: 0.412, rate: 0.65) : BudgetVerdict()
      return RunOutcome(run: run, ending: ending, monthsDone: 24, lastMonths: [month], budget: budget)
    }
    return ExperimentResult(scenario, outcomes: outcomes, codeVersion: "otium 1.0")
  }

  private func lines(_ result: ExperimentResult) -> [String] {
    SummaryText(result, database: "Reports/sample.sqlite").text.split(separator: "\n").map(String.init)
  }

  @Test func `a budget that cannot be closed is a note below the table, and a fact for programs`() {
    let result = result(replications: 1, unfinanced: "ubi")
    let text = SummaryText(result, database: "sample.sqlite").text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(
      text.contains(
        "Infeasible budget: ubi, replication 0: no room left in the closure from month 40 on; at the end the deficit "
          + "less its target is 3.1 % of GDP. The most revenue of twelve months was 41.2 % of the start's GDP per head in real "
          + "terms less trend growth, with labour_tax at 0.650."))
    let json = SummaryJSON(result, database: "sample.sqlite").document.line
    #expect(json.contains("\"infeasible_budgets\""))
    #expect(json.contains("\"rate_at_most_revenue\""))
  }

  @Test func `the head says what was run`() {
    let text = SummaryText(result(replications: 2), database: "Reports/sample.sqlite").text
    for part in [
      "A sample\n", "Scenario  sample: What is it for?\n", "Economy   Nowhere, 12,000 persons\n",
      "Time      24 months, 2027-01 to 2028-12, after 120 months of burn-in under the standing law\n",
      "Runs      2 replications (seeds 7 to 8) of the baseline and 1 reform\n", "Program   otium 1.0\n",
      "Reform ubi: Label of ubi\n", "Database: Reports/sample.sqlite\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test
  func `shares are in percent, their effects in percentage points, money in whole units with the change`()
    throws
  {
    let lines = lines(result(replications: 2))
    let unemployment = try #require(lines.first { $0.hasPrefix("Unemployment rate") })
    // Baselines 5 and 6 %, reforms 6.25 and 8.25 %: effects 1.25 and 2.25 points.
    #expect(
      unemployment.split(separator: " ").map(String.init) == [
        "Unemployment", "rate", "%", "5.50", "0.71", "7.25", "1.41", "+1.75", "0.50",
      ])
    let gdp = try #require(lines.first { $0.hasPrefix("Real GDP") })
    #expect(gdp.contains("USD/month"))
    #expect(gdp.contains("50,000,000"))
    #expect(gdp.hasSuffix("+1,000,000      0  +2.00 %"))
    let poverty = try #require(lines.first { $0.hasPrefix("Poverty rate") })
    #expect(poverty.contains("–"))
  }

  @Test func `one replication shows no spread and warns`() {
    let text = SummaryText(result(replications: 1), database: "x").text
    #expect(!text.contains("s.e."))
    #expect(text.contains("1 replication (seed 7)"))
    #expect(text.contains("One replication tells nothing about chance"))
  }

  @Test func `each reform has a table, and one that failed is explained`() {
    let text = SummaryText(result(replications: 2, reforms: ["ubi", "tax"], failed: "tax"), database: "x")
      .text
    #expect(text.contains("Reform ubi: Label of ubi\n"))
    #expect(text.contains("Reform tax: Label of tax (0 of 2 runs complete)"))
    #expect(text.contains("Infeasible: tax, replication 1: prices."))
  }

  @Test func `a scenario without reforms shows the baseline`() {
    let text = SummaryText(result(replications: 2, reforms: []), database: "x").text
    #expect(text.contains("\nBaseline\n"))
    #expect(!text.contains("Effect"))
  }

  @Test func `the table is aligned and has no spaces at the ends of lines`() throws {
    let lines = lines(result(replications: 3))
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    let rule = try #require(lines.first { $0.hasPrefix("──") })
    let rows = lines.filter { line in Indicator.allCases.contains { line.hasPrefix($0.spec.label + "  ") } }
    #expect(rows.count >= 10)
    #expect(rows.allSatisfy { $0.count <= rule.count })
    #expect(rule.count <= 120)
  }

  @Test func `JSON holds the same numbers with all digits`() throws {
    let json = SummaryJSON(result(replications: 2, failed: nil), database: "x.sqlite").document.indented()
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "otium.run/1")
    #expect((document["scenario"] as? [String: Any])?["seed"] as? String == "7")
    let indicators = try #require(document["indicators"] as? [[String: Any]])
    let unemployment = try #require(indicators.first { $0["name"] as? String == "unemployment_rate" })
    let baseline = try #require(unemployment["baseline"] as? [String: Any])
    #expect(abs(try #require(baseline["mean"] as? Double) - 0.055) < 1e-12)
    let ubi = try #require((unemployment["reforms"] as? [String: Any])?["ubi"] as? [String: Any])
    let effect = try #require(ubi["effect"] as? [String: Any])
    #expect(abs(try #require(effect["standard_error"] as? Double) - 0.005) < 1e-12)
    #expect(effect["replications"] as? Int == 2)
    #expect((document["runs"] as? [String: Any])?["complete"] as? Int == 4)
    let poverty = try #require(indicators.first { $0["name"] as? String == "poverty_rate" })
    #expect(poverty["baseline"] is NSNull)
  }
}
