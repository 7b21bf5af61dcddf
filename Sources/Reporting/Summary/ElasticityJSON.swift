import Economy
public import Experiments
import Scenarios

/// Measured labour supply, for programs.
public struct ElasticityJSON {
  private let result: ElasticityResult

  /// The document of a result.
  public init(_ result: ElasticityResult) { self.result = result }

  /// The document; `schema` names its layout and version.
  public var document: JSONValue {
    let scenario = result.scenario
    return .object([
      JSONValue.Member("schema", .text("otium.elasticities/1")),
      JSONValue.Member("code_version", .text(result.codeVersion)),
      JSONValue.Member("scenario", .text(scenario.name)),
      JSONValue.Member("economy", .text(scenario.calibration.name)),
      JSONValue.Member("persons", .integer(Int64(scenario.population.persons))),
      JSONValue.Member("burn_in_months", .integer(Int64(scenario.burnInMonths))),
      // As a text: an unsigned 64-bit number is more than most readers of JSON hold.
      JSONValue.Member("seed", .text(String(scenario.seed))),
      JSONValue.Member("replications", .integer(Int64(scenario.replications))),
      JSONValue.Member("curvatures", .array(result.measured.map(measured))),
    ])
  }

  private func measured(_ measured: ElasticityResult.Measured) -> JSONValue {
    .object([
      JSONValue.Member("curvature", .number(measured.curvature)),
      JSONValue.Member(
        "groups",
        .array(
          measured.groups.enumerated().map { index, name in
            .object(
              [JSONValue.Member("group", .text(name))]
                + ElasticityFigure.allCases.map {
                  JSONValue.Member($0.rawValue, estimate(measured.estimate($0.value, group: index)))
                })
          })),
    ])
  }

  private func estimate(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      JSONValue.Member("mean", .number(estimate.mean)),
      JSONValue.Member("deviation", JSONValue(estimate.deviation)),
    ])
  }
}
