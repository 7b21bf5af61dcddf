import Economy
public import Experiments
import MeanField

/// What automation does to the mean-field labour market, for programs. Shares are from 0 to 1.
public struct MeanFieldJSON {
  private let result: MeanFieldResult

  /// The document of a result.
  public init(_ result: MeanFieldResult) { self.result = result }

  /// The document; `schema` names its layout and version.
  public var document: JSONValue {
    .object([
      JSONValue.Member("schema", .text("otium.mean_field/1")),
      JSONValue.Member("code_version", .text(result.codeVersion)),
      JSONValue.Member(
        "scenario",
        .object([
          JSONValue.Member("name", .text(result.scenario)),
          JSONValue.Member("economy", .text(result.economy)),
          JSONValue.Member("start", .text(result.start.description)),
          JSONValue.Member("months", .integer(Int64(result.months))),
        ])),
      JSONValue.Member("step", .text(result.pace.rawValue)),
      JSONValue.Member("weeks_per_step", .number(result.pace.rules.weeksPerStep)),
      JSONValue.Member("variants", .array(result.variants.map(variant))),
    ])
  }

  private func variant(_ variant: MeanFieldResult.Variant) -> JSONValue {
    .object([
      JSONValue.Member("name", .text(variant.name)),
      JSONValue.Member("label", .text(variant.label)),
      JSONValue.Member("same_as", variant.sameAs.map { .text($0) } ?? .null),
      JSONValue.Member("at_rest", rates(variant.rest)),
      JSONValue.Member("peak_step", variant.peak.map { .integer(Int64($0)) } ?? .null),
      JSONValue.Member("peak", variant.peak.map { rates(variant.steps[$0]) } ?? .null),
      JSONValue.Member("at_rest_again", variant.newRest.map { rates($0) } ?? .null),
      JSONValue.Member("loop_area", .number(variant.loopArea)),
      JSONValue.Member(
        "steps",
        .array(
          variant.steps.enumerated().map { step, values in
            rates(values, in: [JSONValue.Member("month", .integer(Int64(result.month(ofStep: step))))])
          })),
      JSONValue.Member("occupations", .array(result.occupations.indices.map { occupation($0, variant) })),
    ])
  }

  private func rates(_ rates: MarketRates, in members: [JSONValue.Member] = []) -> JSONValue {
    .object(
      members + [
        JSONValue.Member("unemployment", .number(rates.unemployment)),
        JSONValue.Member("vacancies", .number(rates.vacancy)),
        JSONValue.Member("job_finding", .number(rates.jobFinding)),
        JSONValue.Member("separations", .number(rates.separation)),
        JSONValue.Member("switching", .number(rates.switching)),
        JSONValue.Member("long_term", .number(rates.longTerm)),
      ])
  }

  private func occupation(_ index: Int, _ variant: MeanFieldResult.Variant) -> JSONValue {
    let outcome = variant.occupations[index]
    return .object([
      JSONValue.Member("code", .text(result.occupations[index].code)),
      JSONValue.Member("title", .text(result.occupations[index].title)),
      JSONValue.Member("hours_saved", .number(variant.hoursSaved[index])),
      JSONValue.Member("demand_change", .number(variant.demandChange[index])),
      JSONValue.Member("unemployment", range(outcome.unemployment)),
      JSONValue.Member("long_term", range(outcome.longTerm)),
    ])
  }

  private func range(_ range: MeanFieldResult.OccupationOutcome.Range) -> JSONValue {
    .object([
      JSONValue.Member("at_rest", .number(range.rest)),
      JSONValue.Member("peak", .number(range.highest)),
      JSONValue.Member("peak_step", range.highest > range.rest + 1e-9 ? .integer(Int64(range.step)) : .null),
    ])
  }
}
