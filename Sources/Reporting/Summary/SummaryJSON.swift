import Economy
public import Experiments

/// The table that closes a run, for programs.
public struct SummaryJSON {
  let result: ExperimentResult
  let database: String

  /// The document of an experiment whose results are in a database.
  public init(_ result: ExperimentResult, database: String) {
    self.result = result
    self.database = database
  }

  /// The document; `schema` names its layout and version.
  public var document: JSONValue {
    .object([
      JSONValue.Member("schema", .text("otium.run/1")),
      JSONValue.Member("code_version", .text(result.codeVersion)),
      JSONValue.Member("scenario", scenario),
      JSONValue.Member("database", .text(database)),
      JSONValue.Member("runs", runs),
      JSONValue.Member("months_averaged", .integer(Int64(result.headline.months))),
      JSONValue.Member("reforms", .array(result.headline.reforms.map(reform))),
      JSONValue.Member("indicators", .array(result.headline.rows.map(indicator))),
      JSONValue.Member("gains", result.gains.map { GainJSON(gains: $0).document } ?? .null),
      JSONValue.Member("decomposition", .array((result.decomposition?.rows ?? []).map(sense))),
    ])
  }

  /// Cents in each sense; null where it was not computed.
  private func sense(_ row: DecompositionReport.Row) -> JSONValue {
    .object(
      [
        JSONValue.Member("reform", .text(row.reform)),
        JSONValue.Member("replication", .integer(Int64(row.replication))),
        JSONValue.Member("dimension", .text(row.dimension.rawValue)),
        JSONValue.Member("group", .text(row.group)),
        JSONValue.Member("baseline", .integer(row.baseline)),
      ]
        + Sense.allCases.map { sense in
          JSONValue.Member(sense.rawValue, row[sense].map { .integer($0) } ?? .null)
        })
  }

  private var scenario: JSONValue {
    .object([
      JSONValue.Member("name", .text(result.scenario)),
      JSONValue.Member("title", .text(result.title)),
      JSONValue.Member("question", .text(result.question)),
      JSONValue.Member("economy", .text(result.economy)),
      JSONValue.Member("currency", .text(result.currency)),
      JSONValue.Member("persons", .integer(Int64(result.persons))),
      JSONValue.Member("start", .text(result.start.description)),
      JSONValue.Member("months", .integer(Int64(result.months))),
      JSONValue.Member("burn_in_months", .integer(Int64(result.burnInMonths))),
      // As a text: an unsigned 64-bit number is more than most readers of JSON hold.
      JSONValue.Member("seed", .text(String(result.seed))),
      JSONValue.Member("replications", .integer(Int64(result.replications))),
    ])
  }

  private var runs: JSONValue {
    let failures = result.failures.map { failure in
      JSONValue.object([
        JSONValue.Member("reform", .text(failure.run.variant)),
        JSONValue.Member("replication", .integer(Int64(failure.run.replication))),
        JSONValue.Member("feasible", failure.isInfeasible ? .flag(false) : .null),
        JSONValue.Member("error", .text(failure.reason)),
      ])
    }
    return .object([
      JSONValue.Member("planned", .integer(Int64(result.outcomes.count))),
      JSONValue.Member("complete", .integer(Int64(result.completeRuns))),
      JSONValue.Member("interrupted", .integer(Int64(result.interruptedRuns))),
      JSONValue.Member("failed", .array(failures)),
      JSONValue.Member("infeasible_budgets", .array(infeasibleBudgets)),
    ])
  }

  private var infeasibleBudgets: [JSONValue] {
    result.infeasibleBudgets.map { run, budget in
      .object([
        JSONValue.Member("reform", .text(run.variant)),
        JSONValue.Member("replication", .integer(Int64(run.replication))),
        JSONValue.Member("feasible", .flag(false)),
        JSONValue.Member("since_month", .integer(Int64(budget.infeasibleSince ?? 0))),
        JSONValue.Member("instrument", budget.instrument.map { .text($0.rawValue) } ?? .null),
        JSONValue.Member("gap", .number(budget.gap)),
        JSONValue.Member("most_revenue", .number(budget.mostRevenue)),
        JSONValue.Member("rate_at_most_revenue", .number(budget.rateAtMost)),
      ])
    }
  }

  private func reform(_ reform: Headline.Reform) -> JSONValue {
    .object([
      JSONValue.Member("name", .text(reform.name)),
      JSONValue.Member("label", .text(reform.label)),
      JSONValue.Member("complete_runs", .integer(Int64(reform.runs))),
    ])
  }

  private func indicator(_ row: Headline.Row) -> JSONValue {
    let spec = row.indicator.spec
    let reforms = zip(result.headline.reforms, row.reforms).map { reform, cell in
      JSONValue.Member(
        reform.name,
        .object([
          JSONValue.Member("value", estimate(cell.value)),
          JSONValue.Member("effect", estimate(cell.effect, isEffect: true)),
          JSONValue.Member("relative_effect", JSONValue(cell.relativeEffect)),
        ]))
    }
    return .object([
      JSONValue.Member("name", .text(spec.name)),
      JSONValue.Member("label", .text(spec.label)),
      JSONValue.Member("unit", .text(spec.unit)),
      JSONValue.Member("definition", .text(spec.definition)),
      JSONValue.Member("baseline", estimate(row.baseline)),
      JSONValue.Member("reforms", .object(reforms)),
    ])
  }

  private func estimate(_ estimate: Estimate?, isEffect: Bool = false) -> JSONValue {
    guard let estimate else { return .null }
    var members = [
      JSONValue.Member("mean", .number(estimate.mean)),
      JSONValue.Member("sd", JSONValue(estimate.deviation)),
    ]
    if isEffect { members.append(JSONValue.Member("standard_error", JSONValue(estimate.standardError))) }
    members.append(JSONValue.Member("replications", .integer(Int64(estimate.count))))
    return .object(members)
  }
}
