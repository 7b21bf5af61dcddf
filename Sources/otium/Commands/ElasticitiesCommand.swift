import ArgumentParser
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct ElasticitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "elasticities", abstract: "Measure labour supply inside a scenario's baseline.",
    discussion: """
      Everybody of working age is asked what she would choose at a net wage one percent higher and lower, and with \
      more and less income that does not depend on work, while prices, jobs and other people stay as they are. The \
      table shows elasticities of hours and participation and the effect of income, for several curvatures of \
      utility, each solved anew from the same calibration.

        otium elasticities Scenarios/baseline.yaml --replications 10
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(
    name: .customLong("curvature"),
    help: ArgumentHelp(
      "A curvature of utility; may be repeated (default: 0.2, 0.35, 0.5, 1, 1.5 and the scenario's own).",
      valueName: "number"))
  var curvatures: [Double] = []

  @OptionGroup var measurement: MeasurementOptions

  func run() throws {
    let scenario = try options.scenario(months: nil)
    let result = try measure(scenario, try curvatures(of: scenario))
    try measurement.format.write(ElasticityText(result).text, ElasticityJSON(result).document)
  }

  private func curvatures(of scenario: Scenario) throws -> [Double] {
    let supply = scenario.calibration.labourSupply
    let asked = curvatures.isEmpty ? Elasticities.curvatures + [supply.curvature] : curvatures
    for curvature in asked
    where !(0.05...3).contains(curvature) || curvature * supply.hicksianElasticity >= 1 {
      throw Failure(
        .usage,
        "--curvature \(curvature): from 0.05 to 3, and below \(1 / supply.hicksianElasticity), one over the "
          + "elasticity of hours.")
    }
    return Array(Set(asked)).sorted()
  }

  private func measure(_ scenario: Scenario, _ curvatures: [Double]) throws -> ElasticityResult {
    try measurement.measure(failure: Failure.init(_:stop:)) { session throws(ResponseError) in
      try Elasticities(
        scenario, codeVersion: "otium \(Version.text)", curvatures: curvatures, threads: session.threads,
        cancellation: session.cancellation, report: session.report
      ).run()
    }
  }
}
