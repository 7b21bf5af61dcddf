import Experiments
import Scenarios
import Sensitivity

/// Whether a figure keeps within bounds, by its 95 percent interval.
enum Verdict: Int, Comparable {
  case no, unclear, yes

  var words: String {
    switch self {
    case .yes: "Yes"
    case .no: "No"
    case .unclear: "Not clear"
    }
  }

  static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

  /// Yes where the whole interval is within the bounds, no where all of it is outside.
  init(_ interval: Interval, within condition: Condition) {
    let (least, most) = (condition.atLeast ?? -.infinity, condition.atMost ?? .infinity)
    self =
      interval.low >= least && interval.high <= most
      ? .yes : interval.high < least || interval.low > most ? .no : .unclear
  }
}

/// The criterion of a scenario, judged condition by condition and reform by reform.
struct Answer {
  let rows: [Row]

  struct Row {
    let condition: Condition
    let reform: ReportExperiment.Variant
    let verdict: Verdict
    /// What is judged, within which bounds, and what it is, with its interval.
    let title: String
    let bounds: String
    let value: Prose
  }

  /// Each case of which all have to meet a condition, and of those of which one suffices the best: one that meets all
  /// conditions about it.
  var verdict: Verdict {
    let needed = rows.filter { !$0.condition.someSuffice }.map(\.verdict).min()
    let best = Dictionary(grouping: rows.filter(\.condition.someSuffice), by: \.reform.name).values
      .compactMap { $0.map(\.verdict).min() }.max()
    return [needed, best].compactMap(\.self).min() ?? .unclear
  }

  /// The rows that decide. Where one case is enough they are those of cases that are as good as the answer; of a yes
  /// those of the first such case.
  var deciding: [Row] {
    let found = rows.filter { row in
      row.verdict == verdict
        && (!row.condition.someSuffice
          || verdict
            == rows.filter { $0.reform == row.reform && $0.condition.someSuffice }.map(\.verdict).min())
    }
    guard verdict == .yes, let first = found.first(where: \.condition.someSuffice) else { return found }
    return found.filter { !$0.condition.someSuffice || $0.reform == first.reform }
  }
}
