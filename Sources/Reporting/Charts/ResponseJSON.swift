import Economy
public import Experiments

/// What shocks did, for programs.
public struct ResponseJSON {
  private let result: ResponseResult

  /// The document of a result.
  public init(_ result: ResponseResult) { self.result = result }

  /// The document; `schema` names its layout and version.
  public var document: JSONValue {
    .object([
      JSONValue.Member("schema", .text("otium.respond/1")),
      JSONValue.Member("code_version", .text(result.codeVersion)),
      JSONValue.Member("scenario", scenario),
      JSONValue.Member("shock_month", .integer(Int64(Shock.month))),
      JSONValue.Member(
        "units",
        .object(ResponseMeasure.allCases.map { JSONValue.Member($0.rawValue, .text($0.unit)) })),
      JSONValue.Member(
        "indicator_units",
        .object(Self.indicators.map { JSONValue.Member($0.spec.name, .text($0.responseScale.unit)) })),
      JSONValue.Member("shocks", .array(result.shocks.indices.map(shock))),
    ])
  }

  /// The audit's residual is zero by construction.
  private static let indicators = Indicator.allCases.filter { $0 != .auditResidualCents }

  private var scenario: JSONValue {
    .object([
      JSONValue.Member("name", .text(result.scenario)),
      JSONValue.Member("economy", .text(result.economy)),
      JSONValue.Member("persons", .integer(Int64(result.persons))),
      JSONValue.Member("start", .text(result.start.description)),
      JSONValue.Member("months", .integer(Int64(result.months))),
      JSONValue.Member("burn_in_months", .integer(Int64(result.burnInMonths))),
      // As a text: an unsigned 64-bit number is more than most readers of JSON hold.
      JSONValue.Member("seed", .text(String(result.seed))),
      JSONValue.Member("replications", .integer(Int64(result.twins.count))),
    ])
  }

  private func shock(_ index: Int) -> JSONValue {
    let quarters = result.quarters.map { quarter in
      JSONValue.object(
        [JSONValue.Member("quarter", .integer(Int64(quarter)))]
          + ResponseMeasure.allCases.map {
            JSONValue.Member($0.rawValue, estimate(result.response(of: $0, to: index, quarter: quarter)))
          })
    }
    let years = result.years.map { year in
      let members = Self.indicators.map {
        JSONValue.Member($0.spec.name, estimate(result.response(of: $0, to: index, year: year)))
      }
      return JSONValue.object([JSONValue.Member("year", .integer(Int64(year)))] + members)
    }
    return .object([
      JSONValue.Member("name", .text(result.shocks[index].name)),
      JSONValue.Member("label", .text(result.shocks[index].label)),
      JSONValue.Member("multiplier", estimate(result.multiplier(of: index))),
      JSONValue.Member("quarters", .array(quarters)),
      JSONValue.Member("years", .array(years)),
    ])
  }

  private func estimate(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      JSONValue.Member("mean", .number(estimate.mean)),
      JSONValue.Member("standard_error", JSONValue(estimate.standardError)),
    ])
  }
}
