import Experiments
import Sensitivity

extension SweepReport {
  static let tornadoNote: Prose =
    "For each quantity that is varied: the average outcome where it is in the lowest third of its range, and where it is "
    + "in the highest, whatever the others are. The widest swing stands at the top."

  struct Swing {
    let factor: Int
    let low: Estimate
    let high: Estimate
    /// High less low, with an error from the spread of runs in both thirds.
    let difference: Double
    let error: Double
    let degrees: Int

    var interval: Interval {
      let half = StudentT.value(confidence: Estimate.confidence, degrees: max(1, degrees)) * error
      return Interval(low: difference - half, high: difference + half, confidence: Estimate.confidence)
    }
  }

  /// The swings of an output, the widest first.
  func swings(_ output: Int) -> [Swing] {
    data.factors.indices.compactMap { factor -> Swing? in
      let numbers = data.runs.map { $0.settings[factor].number }
      let known = numbers.compactMap(\.self)
      guard known.count == numbers.count, let least = known.min(), let most = known.max(), most > least else {
        return nil
      }
      let third = (most - least) / 3
      let below = data.values(output) { known[$0] <= least + third }
      let above = data.values(output) { known[$0] >= most - third }
      let pairs = above.keys.filter { below[$0] != nil }.sorted()
      guard let low = Estimate(Self.ordered(below)), let high = Estimate(Self.ordered(above)) else {
        return nil
      }
      // Within a replication both ends share their chance.
      if let difference = Estimate(pairs.map { (above[$0] ?? 0) - (below[$0] ?? 0) }),
        let error = difference.standardError
      {
        return Swing(
          factor: factor, low: low, high: high, difference: difference.mean, error: error,
          degrees: difference.count - 1)
      }
      guard let lowError = low.standardError, let highError = high.standardError else { return nil }
      return Swing(
        factor: factor, low: low, high: high, difference: high.mean - low.mean,
        error: (lowError * lowError + highError * highError).squareRoot(),
        degrees: min(low.count, high.count) - 1)
    }.sorted { abs($0.difference) > abs($1.difference) }
  }

  /// Sums must not depend on the order of a dictionary.
  private static func ordered(_ values: [Int: Double]) -> [Double] {
    values.sorted { $0.key < $1.key }.map(\.value)
  }

  func swingSentence(_ swing: Swing, _ output: Int) -> Prose {
    let (factor, measure) = (data.factors[swing.factor], data.outputs[output].measure)
    let unit = measure.factor == 100 ? "percentage points" : measure.unit
    let (interval, key) = (swing.interval, "swing/\(factor.name)/\(data.outputs[output].name)")
    let decimals = Finding.decimals(interval)
    func number(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(key)/\(end)", value: value, text: Finding.number(value, decimals, signed: true))
    }
    let range: Prose = "(\(number(interval.low, "low")) to \(number(interval.high, "high")))"
    let subject = measure.label + (data.areEffects ? " (effect)" : "")
    guard interval.low > 0 || interval.high < 0 else {
      return "no clear effect of \(factor.quoted) on \(Finding.lowered(subject)): "
        + "\(number(swing.difference, "mean")) \(unit) \(range)"
    }
    return
      "\(subject) changes by \(number(swing.difference, "mean")) \(unit) \(range) from low to high \(factor.quoted)"
  }

  /// A bar to each end. Where both lie on one side the longer begins where the shorter ends, so that none covers the
  /// other.
  private static func bars(_ swing: Swing, from all: Double, style: String) -> [RowChart.Span] {
    let (low, high) = (swing.low.mean, swing.high.mean)
    let isOneSided = (low > all) == (high > all)
    let isLowLonger = abs(low - all) > abs(high - all)
    return [
      RowChart.Span(from: isOneSided && isLowLonger ? high : all, to: low, style: "bar s1" + style),
      RowChart.Span(from: isOneSided && !isLowLonger ? low : all, to: high, style: "bar s0" + style),
    ]
  }

  func tornado(_ output: Int) -> ReportFigure? {
    let swings = swings(output)
    guard let most = swings.first else { return nil }
    let measure = data.outputs[output].measure
    let all = data.mean(output) { _ in true }?.mean ?? 0
    var table = ReportTable(
      ["Quantity", "Outcome where low", "Outcome where high"] + ReportTable.heads("Difference"))
    let rows = swings.map { swing in
      let (name, interval) = (data.factors[swing.factor].label, swing.interval)
      let key = "\(data.factors[swing.factor].name)/\(data.outputs[output].name)"
      let values = [
        ("third/\(key)/low/mean", swing.low.mean), ("third/\(key)/high/mean", swing.high.mean),
        ("swing/\(key)/mean", swing.difference), ("swing/\(key)/low", interval.low),
        ("swing/\(key)/high", interval.high),
      ]
      table.add([.text(name)] + values.map { .number($1, decimals: 3, key: $0) })
      let isClear = interval.low > 0 || interval.high < 0
      return RowChart.Row(
        label: name, spans: Self.bars(swing, from: all, style: isClear ? "" : " pale"),
        value: Finding.number(swing.difference, abs(swing.difference) >= 100 ? 0 : 2, signed: true))
    }
    return ReportFigure(
      name: "tornado-\(data.outputs[output].name)", title: swingSentence(most, output).capitalised,
      subtitle: "\(measure.label), \(data.unit(output)), \(data.outputs[output].kept)",
      content: .chart(
        RowChart(
          rows: rows, number: data.number(output),
          axis: "Bars start at the mean of all runs; at the right: high less low; pale bars may be chance",
          key: [
            RowChart.Key(style: "bar s1", label: "where low"),
            RowChart.Key(style: "bar s0", label: "where high"),
          ],
          mustInclude: [all]), table),
      isWide: false, sql: data.sql)
  }
}
