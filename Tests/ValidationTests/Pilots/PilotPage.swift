import Economy
import Experiments
import Foundation
import Scenarios

/// The page of pilots, written by a run.
enum PilotPage {
  static func text(_ pilots: [PilotResult], _ elasticities: ElasticityResult) -> String {
    let figures = pilots.flatMap { pilot in pilot.pilot.published.map { (pilot, $0) } }
    let inside = figures.count { $0.0.isInside($0.1) == true }
    var lines = [
      "# Pilots", "",
      "Written by `make validate`; not by hand. What studies found when some persons were paid money or lived under "
        + "another law,",
      "and what the same experiment gives inside the model, all from one calibration, `Scenarios/economies/us.yaml`. How a "
        + "pilot",
      "works: [LabourSupply](LabourSupply.md). Each figure is the mean over the replications of the scenario, in brackets the",
      "standard deviation between them.", "",
      "**\(inside) of \(figures.count) figures lie inside.**", "",
      "| pilot | outcome | published | accepted | model | | source |", "|---|---|---|---|---|---|---|",
    ]
    lines += figures.map { row($0.0, $0.1) }
    lines += ["", "## How each is read", ""] + pilots.map(reading)
    let missed = figures.filter { $0.0.isInside($0.1) == false }
    if !missed.isEmpty {
      lines += ["", "## What lies outside, and why", ""]
      lines += missed.map { pilot, figure in
        "- **\(pilot.scenario.title), \(figure.outcome.label.lowercased())"
          + "\(figure.group.isEmpty ? "" : ", \(figure.group)")**: "
          + "\(figure.missed.isEmpty ? "not explained yet" : figure.missed)."
      }
    }
    return (lines + measured(elasticities)).joined(separator: "\n") + "\n"
  }

  static func row(_ pilot: PilotResult, _ figure: ScenarioPilot.Published) -> String {
    let estimate = pilot.effect(on: figure.outcome, group: figure.group)
    let name = figure.outcome.label + (figure.group.isEmpty ? "" : ", \(figure.group)")
    let accepted =
      "\(number(figure.accepted.lowerBound, figure.outcome)) to \(number(figure.accepted.upperBound, figure.outcome))"
    let model = estimate.map {
      "\(number($0.mean, figure.outcome)) (\(number($0.deviation ?? 0, figure.outcome)))"
    }
    let verdict = pilot.isInside(figure) == true ? "inside" : "**outside**"
    return
      "| \(pilot.scenario.title) | \(name), \(figure.outcome.unit) | \(figure.result) | \(accepted) | \(model ?? "–") | \(verdict) | \(figure.source) |"
  }

  private static func reading(_ pilot: PilotResult) -> String {
    let design = pilot.pilot.design
    let estimator =
      switch design.estimator {
      case .ownCounterfactual: "each of the treated against herself in the same economy without the pilot"
      case .difference: "treated less control group, less the difference before"
      case .economy: "the whole economy against itself without the pilot"
      }
    return
      "- **\(pilot.scenario.title)** (`Scenarios/pilots/\(pilot.scenario.name).yaml`): \(design.treated) \(design.unit.rawValue) "
      + "treated, \(design.control) of control, \(pilot.scenario.population.persons) persons, \(design.months) months, seeds "
      + "\(pilot.scenario.seed) to \(pilot.scenario.seed + UInt64(pilot.replications.count) - 1); \(estimator), months "
      + "\(design.window.lowerBound) to \(design.window.upperBound), prices \(design.hasFixedPrices ? "fixed" : "free")."
  }

  private static func measured(_ result: ElasticityResult) -> [String] {
    let supply = result.scenario.calibration.labourSupply
    var lines = [
      "", "## Elasticities inside the model", "",
      "By `otium elasticities Scenarios/baseline.yaml`: \(result.scenario.population.persons) persons, "
        + "\(result.scenario.replications) seeds, after the burn-in. Accepted: hours "
        + "\(supply.hicksianElasticity) and participation \(supply.participationElasticity), each ±0.03 (Chetty 2012); the "
        + "effect of income ±0.04 of its closed form.",
      "",
      "| curvature | hours | participation | effect of income through hours | closed form | of all, participation included |",
      "|---|---|---|---|---|---|",
    ]
    let figures: [(LabourSupplyResponse) -> Double] = [
      \.hours, \.extensive, \.incomeEffect, \.closedForm, \.wholeIncomeEffect,
    ]
    lines += result.measured.map { measured in
      let cells = figures.map { figure in
        measured.estimate(figure).map { "\(fixed($0.mean, 3)) (\(fixed($0.deviation ?? 0, 3)))" } ?? "–"
      }
      return "| \(measured.curvature) | \(cells.joined(separator: " | ")) |"
    }
    return lines
  }

  private static func number(_ value: Double, _ outcome: PilotOutcome) -> String {
    fixed(value, outcome == .earnings ? 0 : 2)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value).replacingOccurrences(of: "-", with: "−")
  }
}
