import Economy
public import Experiments
import Scenarios

/// What a pilot found, as tables for the terminal.
public struct PilotText {
  private let result: PilotResult

  /// The tables of a result.
  public init(_ result: PilotResult) { self.result = result }

  /// All lines, the last with its end.
  public var text: String {
    let blocks = [head, published, outcomes, notes].filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var design: PilotDesign { result.pilot.design }

  private var head: [String] {
    let scenario = result.scenario
    let facts =
      "Scenario \(scenario.name), \(scenario.calibration.name), "
      + "\(NumberText.whole(scenario.population.persons)) persons, "
      + ChartSource.runs(replications: scenario.replications, seed: scenario.seed)
      + ", \(NumberText.whole(design.treated)) \(design.unit.rawValue) treated and "
      + "\(NumberText.whole(design.control)) of control, of \(eligible) eligible, for \(design.months) months, prices "
      + (design.hasFixedPrices ? "fixed" : "free") + ", \(result.codeVersion)"
    return ["Pilot: \(scenario.title)"] + SummaryText.wrapped(facts, to: 100)
  }

  private var eligible: String {
    let counts = result.replications.map(\.eligible)
    guard let least = counts.min(), let most = counts.max() else { return "0" }
    return least == most
      ? NumberText.whole(least) : "\(NumberText.whole(least)) to \(NumberText.whole(most))"
  }

  private var published: [String] {
    guard !result.pilot.published.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left, .right, .left])
    table.add(["Outcome", "Published", "Accepted", "Here", ""])
    for figure in result.pilot.published {
      let name = figure.outcome.label + (figure.group.isEmpty ? "" : ", \(figure.group)")
      let verdict = result.isInside(figure).map { $0 ? "inside" : "outside" } ?? ""
      table.add([
        name + ", " + figure.outcome.unit, figure.result,
        "\(text(figure.accepted.lowerBound, figure.outcome)) to \(text(figure.accepted.upperBound, figure.outcome))",
        cell(result.effect(on: figure.outcome, group: figure.group), figure.outcome), verdict,
      ])
    }
    return ruled(table)
  }

  /// Everything that the estimators give.
  private var outcomes: [String] {
    var table = TextTable([.left, .right, .right])
    table.add(["Effect", "own counterfactual", "treated less control"])
    for outcome in PilotOutcome.allCases {
      for group in [""] + named {
        let own =
          outcome == .lifetimeResponse && group.isEmpty
          ? nil : result.effect(on: outcome, by: .ownCounterfactual, group: group)
        let difference = result.effect(on: outcome, by: .difference, group: group)
        guard own != nil || difference != nil else { continue }
        let name = outcome.label + (group.isEmpty ? "" : ", \(group)") + ", \(outcome.unit)"
        table.add([name, cell(own, outcome), cell(difference, outcome)])
      }
    }
    for outcome in [PilotOutcome.multiplier, .prices] {
      if let effect = result.effect(on: outcome, by: .economy) {
        table.add(["\(outcome.label), \(outcome.unit)", cell(effect, outcome), ""])
      }
    }
    return ruled(table)
  }

  private var named: [String] { result.groups.filter { !$0.isEmpty } }

  private func ruled(_ table: TextTable) -> [String] {
    let lines = table.lines
    return [lines[0], table.rule] + lines.dropFirst()
  }

  private func decimals(_ outcome: PilotOutcome) -> Int { outcome == .earnings ? 0 : 2 }

  private func text(_ value: Double, _ outcome: PilotOutcome) -> String {
    NumberText.fixed(value, decimals: decimals(outcome))
  }

  private func cell(_ estimate: Estimate?, _ outcome: PilotOutcome) -> String {
    guard let estimate else { return "–" }
    let mean = NumberText.fixed(estimate.mean, decimals: decimals(outcome), signed: true)
    return estimate.deviation.map { "\(mean) (\(text($0, outcome)))" } ?? mean
  }

  private var notes: [String] {
    let estimator =
      switch design.estimator {
      case .ownCounterfactual:
        "the treated, less the same persons in the same economy without the pilot, which is what a random assignment "
          + "estimates"
      case .difference: "treated less control group with the pilot, less the difference before it"
      case .economy: "the whole economy with the pilot, less the same without it"
      }
    let window = "\(design.window.lowerBound) to \(design.window.upperBound)"
    let texts = [
      "Here: \(estimator); means over months \(window).",
      result.replications.count > 1
        ? "In brackets: the standard deviation between the replications."
        : "One replication tells nothing about chance: ask for more with --replications.",
    ]
    return texts.flatMap { SummaryText.wrapped($0, to: 100) }
  }
}
