import Economy
public import Experiments
import Scenarios

/// Measured labour supply, as tables for the terminal.
public struct ElasticityText {
  private let result: ElasticityResult

  /// The tables of a result.
  public init(_ result: ElasticityResult) { self.result = result }

  /// All lines, the last with its end.
  public var text: String {
    let supply = result.scenario.calibration.labourSupply
    let own = result.measured.first { $0.curvature == supply.curvature }
    let blocks = [head, byCurvature] + (own.map { [byGroup($0)] } ?? []) + [notes]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let scenario = result.scenario
    let facts =
      "Baseline of scenario \(scenario.name), \(scenario.calibration.name), "
      + "\(NumberText.whole(scenario.population.persons)) persons, "
      + ChartSource.runs(replications: scenario.replications, seed: scenario.seed)
      + ", first month after \(scenario.burnInMonths) months of burn-in, \(result.codeVersion)"
    let supply = scenario.calibration.labourSupply
    let targets =
      "Calibrated to: hours \(NumberText.fixed(supply.hicksianElasticity, decimals: 2)), participation "
      + NumberText.fixed(supply.participationElasticity, decimals: 2)
    return ["Labour supply: \(scenario.title)"] + SummaryText.wrapped(facts, to: 100) + [targets]
  }

  private static let headings = [
    "hours", "participation", "income effect", "closed form", "whole effect", "labour share",
    "participation rate", "at a bound",
  ]

  private var byCurvature: [String] {
    table(
      "Curvature",
      result.measured.map { measured in (NumberText.fixed(measured.curvature, decimals: 2), measured, 0) })
  }

  private func byGroup(_ measured: ElasticityResult.Measured) -> [String] {
    ["At the scenario's curvature, \(NumberText.fixed(measured.curvature, decimals: 2)):", ""]
      + table("Group", measured.groups.enumerated().map { ($1, measured, $0) })
  }

  private func table(_ title: String, _ rows: [(String, ElasticityResult.Measured, Int)]) -> [String] {
    var table = TextTable([.left] + Array(repeating: .right, count: Self.headings.count))
    table.add([title] + Self.headings)
    for (name, measured, group) in rows {
      table.add([name] + ElasticityFigure.allCases.map { cell(measured.estimate($0.value, group: group)) })
    }
    let lines = table.lines
    return [lines[0], table.rule] + lines.dropFirst()
  }

  private func cell(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let mean = NumberText.fixed(estimate.mean, decimals: 3)
    return estimate.deviation.map { "\(mean) (\(NumberText.fixed($0, decimals: 3)))" } ?? mean
  }

  private var notes: [String] {
    let texts = [
      "Hours and participation: elasticities to one percent of the net wage, hours with a lump sum that leaves old "
        + "hours and consumption affordable. Income effect: net earnings per unit of income that does not depend on "
        + "work, through the hours of those who take part; closed form: - curvature x labour share x elasticity of "
        + "hours; whole: of all persons of working age, with participation. Labour share: of her work in what a "
        + "household consumes.",
      result.scenario.replications > 1
        ? "In brackets: the standard deviation between the replications."
        : "One replication tells nothing about chance: ask for more with --replications.",
    ]
    return texts.flatMap { SummaryText.wrapped($0, to: 100) }
  }
}
