/// A chart of rows on a width.
struct RowDrawing {
  private let chart: RowChart
  private let width: Double
  private let labels: [[String]]
  private let plotLeft: Double
  private let plotRight: Double
  private let scale: ChartScale

  private static let lineHeight = 14.0
  private static let barHeight = 15.0
  private static let air = 8.0

  init(_ chart: RowChart, width: Double) {
    self.chart = chart
    self.width = width
    let widestLabel = width * 0.36
    let lines = chart.rows.map { row in
      ChartText.wrapped(row.label, width: widestLabel, size: Self.size(row), isBold: row.isApart)
    }
    labels = lines
    let labelWidths = zip(chart.rows, lines).flatMap { row, lines in lines.map { Self.width($0, row) } }
    let valueWidths = chart.rows.map { Self.width($0.value, $0) }
    let (labelWidth, valueWidth) = (labelWidths.max() ?? 0, valueWidths.max() ?? 0)
    plotLeft = labelWidth + 10
    plotRight = width - (valueWidth > 0 ? valueWidth + 10 : 12)
    let range = Self.range(chart)
    let numbers = [range.lowerBound, range.upperBound].map { chart.number.text($0, decimals: 0) }
    let widest = numbers.map { ChartText.width($0, size: ChartStyle.small) }.max() ?? 0
    scale = ChartScale(rounding: range, count: max(2, Int((plotRight - plotLeft) / max(70, 1.6 * widest))))
  }

  /// Rows that stand apart are set in the heads' letters.
  private static func size(_ row: RowChart.Row) -> Double {
    row.isApart ? ChartStyle.heading : ChartStyle.text
  }

  private static func width(_ text: String, _ row: RowChart.Row) -> Double {
    ChartText.width(text, size: size(row), isBold: row.isApart)
  }

  private static func range(_ chart: RowChart) -> ClosedRange<Double> {
    let values =
      chart.rows.flatMap { row in
        row.spans.flatMap { [$0.from, $0.to] } + row.dots.map(\.value)
          + (row.whisker.map { [$0.lowerBound, $0.upperBound] } ?? [])
      }.filter(\.isFinite) + chart.mustInclude
    return (values.min() ?? 0)...(values.max() ?? 1)
  }

  private func x(_ value: Double) -> Double { plotLeft + scale.share(value) * (plotRight - plotLeft) }

  private func height(_ row: Int) -> Double {
    max(Self.barHeight, Double(labels[row].count) * Self.lineHeight) + Self.air
      + (chart.rows[row].isApart && row > 0 ? 10 : 0)
  }

  var drawing: Drawing {
    let (key, top) = key
    var y = top
    var rows: [String] = []
    for index in chart.rows.indices {
      y += height(index)
      rows += marks(of: index, bottom: y)
    }
    let (axis, bottom) = axis(top: top, bottom: y + 2)
    return Drawing(width: width, height: bottom, marks: key + axis + rows)
  }

  /// Swatches with their meanings, as many in a line as fit.
  private var key: (marks: [String], bottom: Double) {
    var marks: [String] = []
    var (x, y) = (0.0, chart.valueHead.isEmpty ? 0.0 : 16.0)
    if !chart.valueHead.isEmpty {
      marks.append(Mark.text(chart.valueHead, width, 11, "q", anchor: "end"))
    }
    guard !chart.key.isEmpty else { return (marks, y + 2) }
    for entry in chart.key {
      let length = 16 + ChartText.width(entry.label, size: ChartStyle.small)
      if x > 0, x + length > width { (x, y) = (0, y + 17) }
      marks.append(Mark.box(entry.style, x, x + 11, top: y + 2, height: 11))
      marks.append(Mark.text(entry.label, x + 16, y + 11.5, "small"))
      x += length + 14
    }
    return (marks, y + 20)
  }

  private func axis(top: Double, bottom: Double) -> (marks: [String], bottom: Double) {
    var marks: [String] = []
    marks.append(Mark.grid(upright: scale.ticks.map(x), between: top, and: bottom))
    for tick in scale.ticks {
      let text = chart.number.text(tick, decimals: scale.decimals)
      let half = ChartText.width(text, size: ChartStyle.small) / 2
      let place = min(max(x(tick), half), width - half)
      marks.append(Mark.text(text, place, bottom + 14, "q", anchor: "middle"))
    }
    if scale.domain.contains(0) { marks.append(Mark.line("zero", x(0), top, x(0), bottom)) }
    var y = bottom + 30
    for line in ChartText.wrapped(chart.axis, width: width, size: ChartStyle.small) {
      marks.append(Mark.text(line, 0, y, "q"))
      y += 14
    }
    return (marks, y - 10)
  }

  private func marks(of index: Int, bottom: Double) -> [String] {
    let row = chart.rows[index]
    let lines = labels[index]
    let middle = bottom - (max(Self.barHeight, Double(lines.count) * Self.lineHeight) + Self.air) / 2
    let style = row.isApart ? "heading" : ""
    var marks = lines.enumerated().map { place, line in
      let offset = (Double(place) - Double(lines.count - 1) / 2) * Self.lineHeight
      return Mark.text(line, 0, middle + offset + 4, style)
    }
    for span in row.spans { marks += self.marks(of: span, middle: middle) }
    if let whisker = row.whisker {
      marks.append(Mark.line("whisker", x(whisker.lowerBound), middle, x(whisker.upperBound), middle))
    }
    if row.dots.count > 1, let low = row.dots.map(\.value).min(), let high = row.dots.map(\.value).max() {
      marks.append(Mark.line("event", x(low), middle, x(high), middle))
    }
    marks += row.dots.map { Mark.dot($0.style, x($0.value), middle, radius: 4.5) }
    if !row.value.isEmpty { marks.append(Mark.text(row.value, width, middle + 4, style, anchor: "end")) }
    return marks
  }

  private func marks(of span: RowChart.Span, middle: Double) -> [String] {
    let (left, right) = (min(x(span.from), x(span.to)), max(x(span.from), x(span.to)))
    let box = Mark.box(span.style, left, right, top: middle - Self.barHeight / 2, height: Self.barHeight)
    let needed = ChartText.width(span.text, size: ChartStyle.small) + 4
    guard !span.text.isEmpty, needed <= right - left else { return [box] }
    let ink = span.style.hasPrefix("g") ? "small on\(span.style.dropFirst())" : "small"
    return [box, Mark.text(span.text, (left + right) / 2, middle + 4, ink, anchor: "middle")]
  }
}
