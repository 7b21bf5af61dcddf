import Designs
public import Experiments
public import Scenarios
import Sensitivity

/// What `otium optimize` found: the settings of the levers of which none is better than another in all goals.
public struct FrontReport {
  private let file: SweepFile
  private let question: OptimiseQuestion
  private let front: [Compromise]
  private let path: String

  /// The report on a front whose runs are in a database.
  public init(_ file: SweepFile, _ question: OptimiseQuestion, _ front: [Compromise], database path: String) {
    self.file = file
    self.question = question
    self.front = front
    self.path = path
  }

  /// All lines, the last with its end.
  public var text: String {
    let factors = file.experiment.factors
    var lines = [file.experiment.title, ""]
    if let asked = file.experiment.question { lines += SummaryText.wrapped(asked, to: 90) + [""] }
    guard !front.isEmpty else {
      return (lines + ["infeasible: no setting of the levers has an outcome"]).joined(separator: "\n") + "\n"
    }
    var table = TextTable(Array(repeating: .right, count: factors.count + question.goals.count))
    table.add(
      factors.map(\.name)
        + question.goals.map { "\($0.measure.label) (\($0.isMoreBetter ? "more" : "less"))" })
    for found in front {
      let means = zip(found.means, found.intervals).map { mean, interval in
        SweepSummary.short(mean) + (interval.map { " ± \(SweepSummary.short($0.halfWidth))" } ?? "")
      }
      table.add(found.settings.map { $0.number.map(SweepSummary.short) ?? $0.description } + means)
    }
    lines += [table.lines[0], table.rule] + table.lines.dropFirst()
    let replications = file.experiment.replications.most
    lines.append("")
    lines.append(
      "\(front.count) settings of at most \(NumberText.whole(question.evaluations)); NSGA-II, population "
        + "\(question.population), \(question.generations) generations; \(replications) replications, "
        + "\(file.seeds). Database: \(path)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The front for programs.
  public var json: JSONValue {
    let settings = front.map { found in
      JSONValue.object([
        .init("point", .integer(Int64(found.point))),
        .init(
          "settings",
          .object(zip(file.experiment.factors, found.settings).map { .init($0.name, JSONValue($1)) })),
        .init(
          "goals",
          .array(
            zip(found.means, found.intervals).map { mean, interval in
              .object([.init("mean", .number(mean)), .init("half_width", JSONValue(interval?.halfWidth))])
            })),
      ])
    }
    return .object([
      .init("schema", .text("otium.front/1")), .init("experiment", .text(file.name)),
      .init(
        "goals",
        .array(
          question.goals.map {
            .object([
              .init("outcome", .text($0.measure.label)),
              .init("better", .text($0.isMoreBetter ? "more" : "less")),
            ])
          })),
      .init("front", .array(settings)),
    ])
  }
}
