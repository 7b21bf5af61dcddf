import Designs
public import Experiments
public import Scenarios
import Sensitivity

/// What `otium solve` found: a sentence, and all that was tried.
public struct SolveReport {
  private let file: SweepFile
  private let question: SolveQuestion
  private let answer: SolveSearch.Answer
  private let path: String

  /// The report on an answer whose runs are in a database.
  public init(
    _ file: SweepFile, _ question: SolveQuestion, _ answer: SolveSearch.Answer, database path: String
  ) {
    self.file = file
    self.question = question
    self.answer = answer
    self.path = path
  }

  private var lever: String { file.experiment.factors[0].name }
  private var unit: String {
    let unit = file.experiment.factors[0].unit
    return ["", "1"].contains(unit) ? "" : " " + unit
  }
  private func inWords(_ condition: SweepCondition) -> String {
    "\(condition.measure.label) \(condition.side == .atLeast ? "at least" : "at most") \(condition.bound)"
  }

  /// All lines, the last with its end.
  public var text: String {
    var lines = [file.experiment.title, ""]
    if let asked = file.experiment.question { lines += SummaryText.wrapped(asked, to: 90) + [""] }
    lines.append(
      "\(question.find.rawValue) \(lever) with " + question.conditions.map(inWords).joined(separator: " and ")
    )
    lines.append(sentence)
    if let range { lines.append(range) }
    lines.append("")
    let table = trials
    lines += [table.lines[0], table.rule] + table.lines.dropFirst()
    lines.append("")
    lines.append("Means ± half the width of their interval of \(percent); \(file.seeds). Database: \(path)")
    return lines.joined(separator: "\n") + "\n"
  }

  private var percent: String { "\(NumberText.fixed(100 * question.confidence, decimals: 0)) %" }

  private var sentence: String {
    guard let value = answer.value else {
      let (least, most) = (answer.trials.first?.value ?? .nan, answer.trials.last?.value ?? .nan)
      return "infeasible: none of \(answer.trials.count) values from \(SweepSummary.short(least)) to "
        + "\(SweepSummary.short(most))\(unit) meets the conditions"
    }
    let end = answer.isAtEnd ? ", the end of the range: the edge lies beyond it" : ""
    return "\(lever) = \(SweepSummary.short(value))\(unit)\(end)"
  }

  private var range: String? {
    switch (answer.value, answer.surely, answer.perhaps) {
    case (nil, _, nil): "surely so: also not with all means at the favourable end of their intervals"
    case (nil, _, let perhaps?):
      "not surely so: with all means at the favourable end of their intervals \(SweepSummary.short(perhaps)) would do; "
        + "more replications tell"
    case (_?, nil, let perhaps?):
      "interval: up to \(SweepSummary.short(perhaps)); no value surely meets the conditions, more replications tell"
    case (_?, let surely?, let perhaps?):
      "interval: surely \(SweepSummary.short(surely)), perhaps \(SweepSummary.short(perhaps)) (tolerance "
        + "\(SweepSummary.short(question.tolerance)))"
    default: nil
    }
  }

  private var trials: TextTable {
    var table = TextTable([.right] + question.conditions.map { _ in .right } + [.left])
    table.add([lever] + question.conditions.map(\.measure.label) + ["met"])
    for trial in answer.trials {
      let cells = trial.means.map { mean in
        mean.map { "\(SweepSummary.short($0.mean)) ± \(SweepSummary.short($0.halfWidth))" } ?? "failed"
      }
      table.add([SweepSummary.short(trial.value)] + cells + [trial.isMet(question) ? "yes" : "no"])
    }
    return table
  }

  /// The answer for programs.
  public var json: JSONValue {
    let trials = answer.trials.map { trial in
      JSONValue.object([
        .init("value", .number(trial.value)), .init("met", .flag(trial.isMet(question))),
        .init(
          "means",
          .array(
            trial.means.map { mean in
              mean.map {
                .object([
                  .init("mean", .number($0.mean)), .init("half_width", .number($0.halfWidth)),
                  .init("runs", .integer(Int64($0.count))),
                ])
              } ?? .null
            })),
      ])
    }
    return .object([
      .init("schema", .text("otium.solve/1")), .init("experiment", .text(file.name)),
      .init("lever", .text(lever)), .init("unit", .text(file.experiment.factors[0].unit)),
      .init("find", .text(question.find.rawValue)),
      .init("conditions", .array(question.conditions.map { .text(inWords($0)) })),
      .init("feasible", .flag(answer.value != nil)), .init("value", JSONValue(answer.value)),
      .init("surely", JSONValue(answer.surely)), .init("perhaps", JSONValue(answer.perhaps)),
      .init("at_end_of_range", .flag(answer.isAtEnd)), .init("confidence", .number(question.confidence)),
      .init("trials", .array(trials)),
    ])
  }
}
