import Designs
import Foundation
import Testing

@testable import Scenarios

struct GoalReadingTests {
  private func sweep(_ more: String, replications: String = "4") throws(ScenarioErrors) -> SweepFile {
    try SweepFile.parse(
      """
      title: A trial
      scenario: \(Fixture.root)/Scenarios/automation-ubi.yaml
      factors:
        benefit: {path: reforms.basic_income.policies.basic_income.adult.2027-01, role: lever, range: [0, 900]}
      design: {kind: latin_hypercube, points: 4}
      replications: \(replications)
      outputs:
        gini: gini_disposable
        course: {indicator: gini_disposable, every: 12}
      \(more)
      """, path: "trial.yaml")
  }

  private func complaint(_ more: String, replications: String = "4") -> String {
    do throws(ScenarioErrors) {
      _ = try sweep(more, replications: replications)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func `what is sought is read`() throws {
    let file = try sweep(
      """
      solve:
        find: lowest
        tolerance: 25
        conditions: [{output: gini, at_most: -0.01, variant: basic_income, of: effect}]
      """)
    #expect(
      file.solve
        == SolveQuestion(
          find: .lowest, tolerance: 25,
          conditions: [
            SweepCondition(
              SweepMeasure(output: "gini", variant: "basic_income", isEffect: true), .atMost, -0.01)
          ]))
    #expect(!file.definition.contains { $0.key.hasPrefix("solve") })
  }

  @Test func `what is traded off is read`() throws {
    let file = try sweep(
      """
      optimize:
        population: 8
        generations: 5
        goals: [{output: gini, better: less, variant: baseline}, {output: gini, better: more, variant: basic_income}]
      """)
    #expect(file.optimise?.goals.map(\.isMoreBetter) == [false, true])
    #expect(file.optimise?.evaluations == 40)
  }

  /// A sweep whose outputs are stated; its scenario has a reform and twenty years.
  private func outputs(_ lines: String, variants: String = "[baseline, basic_income]") -> (
    read: [Output], complaint: String
  ) {
    do throws(ScenarioErrors) {
      let file = try SweepFile.parse(
        """
        title: A trial
        scenario: \(Fixture.root)/Scenarios/automation-ubi.yaml
        variants: \(variants)
        factors:
          benefit: {path: reforms.basic_income.policies.basic_income.adult.2027-01, range: [0, 900]}
        design: {kind: latin_hypercube, points: 4}
        outputs:
          \(lines)
        """, path: "trial.yaml")
      return (file.experiment.outputs, "")
    } catch {
      return ([], error.description)
    }
  }

  @Test func `a share of losers is an output`() {
    #expect(
      outputs("losers: {gains: losers}").read == [
        Output(
          name: "losers", indicator: "gains.losers",
          summary: .gain(Output.Gain(share: "losers", measure: "welfare")))
      ])
    #expect(
      outputs("hurt: {gains: lose_much, measure: income, years: 10}").read.first?.gain
        == Output.Gain(share: "lose_much", measure: "income", years: 10))
  }

  @Test func `a share of losers that cannot be had is refused where it stands`() {
    #expect(
      outputs("losers: {gains: loosers}").complaint.contains(
        "trial.yaml:8:19: error: unknown word 'loosers' for outputs.losers.gains"))
    #expect(outputs("losers: {gains: losers, years: 21}").complaint.contains("trial.yaml:8:34"))
    #expect(outputs("losers: {gains: losers, mean: 12}").complaint.contains("'mean'"))
    #expect(
      outputs("losers: {gains: losers}", variants: "[baseline]").complaint.contains(
        "a reform has to be among the variants"))
  }

  @Test func `too few persons are refused where they are stated`() {
    let text = """
      title: A trial
      scenario: \(Fixture.root)/Scenarios/baseline.yaml
      set: {population: 999}
      factors: {benefit: {path: policies.basic_income.adult, range: [0, 900]}}
      design: {kind: latin_hypercube, points: 4}
      outputs: {gini: gini_disposable}
      """
    #expect {
      try SweepFile.parse(text, path: "trial.yaml")
    } throws: { error in
      let complaint = String(describing: error)
      return complaint.contains("trial.yaml:3:19: error: population is out of bounds: 999")
        && complaint.contains("from 1000 to")
    }
  }

  @Test func `regret and satisficing are read`() throws {
    let file = try sweep(
      "analysis: [{regret: gini, better: less, variant: baseline}, {satisficing: gini, below: 0.4, variant: baseline}]"
    )
    #expect(
      file.experiment.analyses == [
        .regret(output: "gini", isMoreBetter: false), .satisficing(output: "gini", threshold: .below(0.4)),
      ])
  }

  @Test(arguments: [
    ("solve: {find: lowest, tolerance: 25, conditions: [{output: gini, at_most: 1}]}", "variant"),
    (
      "solve: {find: lowest, tolerance: 0, conditions: [{output: gini, at_most: 1, variant: baseline}]}",
      "solve.tolerance"
    ),
    (
      "solve: {find: lowest, tolerance: 1, conditions: [{output: course, at_most: 1, variant: baseline}]}",
      "'course' is a series"
    ),
    ("solve: {find: lowest, tolerance: 1, conditions: []}", "a list such as [{output: gini, at_most: 0.4}]"),
    ("analysis: [{regret: gini, variant: baseline}]", "better"),
    ("analysis: [{sobol: gini, better: more, variant: baseline}]", "'better' belongs to regret"),
    ("analysis: [{satisficing: gini, variant: baseline}]", "satisficing needs 'above' or 'below'"),
  ])
  func `mistakes are told`(text: String, message: String) {
    #expect(complaint(text).contains(message), "\(complaint(text))")
  }

  @Test func `one replication says nothing about chance`() {
    let text =
      "solve: {find: lowest, tolerance: 1, conditions: [{output: gini, at_most: 1, variant: baseline}]}"
    #expect(complaint(text, replications: "1").contains("2 replications or more"))
    #expect(complaint(text) == "")
  }

  @Test func `only levers are chosen`() {
    let text = complaint("optimize: {goals: [{output: gini, better: less, variant: baseline}]}")
    #expect(text.contains("two or three goals"))
  }
}
