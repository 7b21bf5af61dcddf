import Designs
import Scenarios
import Sensitivity

/// A question put to a sweep.
struct SensitivityQuestion: Equatable {
  let analysis: Analysis
  let measure: SweepMeasure
}

/// The answer to a question: text for people, rows for programs.
struct SensitivityAnswer {
  let question: SensitivityQuestion
  /// Lines of text without their ends.
  var lines: [String] = []
  /// A row a number, in the columns of `columns`.
  var rows: [[QueryValue]] = []

  static let columns = [
    "analysis", "output", "reform", "of", "subject", "measure", "value", "low", "high", "converged",
  ]

  /// Adds a row.
  /// - Parameters:
  ///   - subject: the factor, box or setting that the number is about; empty for the whole.
  ///   - isConverged: nil where there is no criterion.
  mutating func add(
    _ subject: String, _ measure: String, _ value: Double?, low: Double? = nil, high: Double? = nil,
    isConverged: Bool? = nil
  ) {
    let real = { (number: Double?) in number.flatMap { $0.isFinite ? QueryValue.real($0) : nil } ?? .null }
    rows.append([
      .text(question.analysis.name), .text(question.measure.output), .text(question.measure.variant),
      .text(question.measure.isEffect ? "effect" : "level"), subject.isEmpty ? .null : .text(subject),
      .text(measure), real(value), real(low), real(high), isConverged.map { .integer($0 ? 1 : 0) } ?? .null,
    ])
  }

  mutating func add(
    _ subject: String, _ measure: String, _ estimate: IntervalEstimate, isConverged: Bool? = nil
  ) {
    add(
      subject, measure, estimate.value, low: estimate.interval.low, high: estimate.interval.high,
      isConverged: isConverged)
  }

  mutating func add(_ table: TextTable) {
    lines.append(table.lines[0])
    lines.append(table.rule)
    lines += table.lines.dropFirst()
  }

  /// An estimate with its interval, marked where that is too wide.
  static func text(_ estimate: IntervalEstimate, isConverged: Bool = true) -> String {
    "\(SweepSummary.short(estimate.value)) [\(SweepSummary.short(estimate.interval.low)), "
      + "\(SweepSummary.short(estimate.interval.high))] \(isConverged ? " " : "!")"
  }

  /// How much of the design the answer rests on.
  static func basis(_ kept: Int, _ dropped: Int, _ unit: String) -> String {
    if dropped == 0 { return "\(NumberText.whole(kept)) \(unit)" }
    let all = "\(NumberText.whole(kept)) of \(NumberText.whole(kept + dropped)) \(unit)"
    return "\(all); the others have runs that failed or are missing"
  }
}
