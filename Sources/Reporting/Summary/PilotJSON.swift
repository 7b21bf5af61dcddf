import Economy
public import Experiments
import Scenarios

/// What a pilot found, for programs.
public struct PilotJSON {
  private let result: PilotResult

  /// The document of a result.
  public init(_ result: PilotResult) { self.result = result }

  /// The document; `schema` names its layout and version.
  public var document: JSONValue {
    let scenario = result.scenario
    return .object([
      JSONValue.Member("schema", .text("otium.pilot/1")),
      JSONValue.Member("code_version", .text(result.codeVersion)),
      JSONValue.Member("scenario", .text(scenario.name)),
      JSONValue.Member("economy", .text(scenario.calibration.name)),
      JSONValue.Member("persons", .integer(Int64(scenario.population.persons))),
      // As a text: an unsigned 64-bit number is more than most readers of JSON hold.
      JSONValue.Member("seed", .text(String(scenario.seed))),
      JSONValue.Member("replications", .integer(Int64(scenario.replications))),
      JSONValue.Member("estimator", .text(result.pilot.design.estimator.rawValue)),
      JSONValue.Member("published", .array(result.pilot.published.map(published))),
      JSONValue.Member("effects", .array(effects)),
    ])
  }

  private func published(_ figure: ScenarioPilot.Published) -> JSONValue {
    .object([
      JSONValue.Member("outcome", .text(figure.outcome.rawValue)),
      JSONValue.Member("group", .text(figure.group)),
      JSONValue.Member("unit", .text(figure.outcome.unit)),
      JSONValue.Member("result", .text(figure.result)),
      JSONValue.Member(
        "accepted", .array([.number(figure.accepted.lowerBound), .number(figure.accepted.upperBound)])),
      JSONValue.Member("source", .text(figure.source)),
      JSONValue.Member("model", estimate(result.effect(on: figure.outcome, group: figure.group))),
    ])
  }

  private var effects: [JSONValue] {
    let groups = [""] + result.groups.filter { !$0.isEmpty }
    return PilotDesign.Estimator.allCases.flatMap { estimator in
      PilotOutcome.allCases.flatMap { outcome in
        groups.compactMap { group in
          result.effect(on: outcome, by: estimator, group: group).map { effect in
            .object([
              JSONValue.Member("outcome", .text(outcome.rawValue)),
              JSONValue.Member("group", .text(group)),
              JSONValue.Member("estimator", .text(estimator.rawValue)),
              JSONValue.Member("unit", .text(outcome.unit)),
              JSONValue.Member("effect", estimate(effect)),
            ])
          }
        }
      }
    }
  }

  private func estimate(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      JSONValue.Member("mean", .number(estimate.mean)),
      JSONValue.Member("deviation", JSONValue(estimate.deviation)),
    ])
  }
}
