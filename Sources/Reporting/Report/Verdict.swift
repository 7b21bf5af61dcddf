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

  /// All lists of reforms have to be met: by each of the list, or where one suffices by one that meets all conditions
  /// about it.
  var verdict: Verdict {
    var lists: [[Row]] = []
    for row in rows {
      if let index = lists.firstIndex(where: {
        $0[0].condition.reforms == row.condition.reforms
          && $0[0].condition.someSuffice == row.condition.someSuffice
      }) {
        lists[index].append(row)
      } else {
        lists.append([row])
      }
    }
    return lists.map(Self.verdict).min() ?? .unclear
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

  private static func verdict(_ list: [Row]) -> Verdict {
    let cases = Dictionary(grouping: list, by: \.reform.name).values.compactMap { $0.map(\.verdict).min() }
    return (list[0].condition.someSuffice ? cases.max() : cases.min()) ?? .unclear
  }
}
