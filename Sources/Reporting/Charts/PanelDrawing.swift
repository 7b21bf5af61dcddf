/// A panel on its place in the chart.
struct PanelDrawing {
  let panel: LineChart.Panel
  let left: Double
  let top: Double
  let width: Double
  /// Height of the plot alone.
  let plotHeight: Double
  /// Room left of the plot for the numbers of the axis.
  let numbersWidth: Double

  private static let labelWidth = 118.0
  private static let lineHeight = 14.0

  /// Height of a panel: its heads, its plot, and the axis of time.
  static func height(_ panel: LineChart.Panel, width: Double, plotHeight: Double) -> Double {
    headHeight(panel, width: width) + plotHeight + 40
  }

  private static func headHeight(_ panel: LineChart.Panel, width: Double) -> Double {
    Double(heads(panel, width: width).count) * 16 + 14
  }

  private static func heads(_ panel: LineChart.Panel, width: Double) -> [(line: String, style: String)] {
    ChartText.wrapped(panel.title, width: width, size: ChartStyle.heading, isBold: true).map {
      ($0, "heading")
    }
      + ChartText.wrapped(panel.subtitle, width: width, size: ChartStyle.small).map { ($0, "q") }
  }

  /// The widest number of a panel's axis with a little air.
  static func numbersWidth(_ panel: LineChart.Panel) -> Double {
    let scale = values(panel)
    let widths = scale.ticks.map {
      ChartText.width(panel.number.text($0, decimals: scale.decimals), size: ChartStyle.small)
    }
    return (widths.max() ?? 0) + 8
  }

  private static func values(_ panel: LineChart.Panel) -> ChartScale {
    ChartScale(rounding: panel.values ?? 0...1, count: 5)
  }

  private var values: ChartScale { Self.values(panel) }
  private var times: ChartScale {
    ChartScale(spanning: panel.times ?? 0...1, steps: panel.time.steps, count: max(2, Int(plotWidth / 44)))
  }

  private var plotLeft: Double { left + numbersWidth }
  private var plotTop: Double { top + Self.headHeight(panel, width: width) }
  private var plotBottom: Double { plotTop + plotHeight }
  private var plotWidth: Double {
    let labels = labels.flatMap(\.lines).map { ChartText.width($0, size: ChartStyle.text, isBold: true) }
    return width - numbersWidth - (labels.max().map { $0 + 10 } ?? 12)
  }

  private func x(_ time: Double) -> Double { plotLeft + times.share(time) * plotWidth }
  private func y(_ value: Double) -> Double { plotBottom - values.share(value) * plotHeight }

  /// The panel's elements, the lowest first.
  var elements: [String] {
    let named = panel.series.indices.filter { !panel.series[$0].isMuted }
    let others = panel.series.indices.filter { panel.series[$0].isMuted }
    return headElements + axes + muted(others) + named.flatMap(bands) + named.flatMap(lines)
      + endLabels
  }

  /// The colour of a line that has one.
  private func style(_ series: Int) -> String {
    let line = panel.series[series]
    return ChartStyle.series(line.colour ?? series)
  }

  private var headElements: [String] {
    Self.heads(panel, width: width).enumerated().map { index, head in
      Mark.text(head.line, left, top + 12 + Double(index) * 16, head.style)
    }
  }

  private var axes: [String] {
    let scale = values
    var elements: [String] = []
    elements.append(
      Mark.grid(
        across: scale.ticks.map(y), from: plotLeft, to: plotLeft + plotWidth, upright: times.ticks.map(x),
        between: plotBottom, and: plotBottom + 4))
    for tick in scale.ticks {
      let number = panel.number.text(tick, decimals: scale.decimals)
      elements.append(Mark.text(number, plotLeft - 6, y(tick) + 4, "q", anchor: "end"))
    }
    for tick in times.ticks {
      let number = NumberText.fixed(tick, decimals: 0, grouped: false).replacing("-", with: "\u{2212}")
      elements.append(Mark.text(number, x(tick), plotBottom + 17, "q", anchor: "middle"))
    }
    elements.append(Mark.text(panel.time.label, plotLeft, plotBottom + 33, "q"))
    if scale.domain.contains(0) {
      elements.append(Mark.line("zero", plotLeft, y(0), plotLeft + plotWidth, y(0)))
    }
    if let event = panel.time.event {
      elements.append(Mark.line("event", x(event), plotTop, x(event), plotBottom))
    }
    return elements
  }
}

extension PanelDrawing {
  /// Stretches of a line in which every value is known.
  private func stretches(_ series: Int) -> [ArraySlice<LineChart.Point>] {
    panel.series[series].points.split { !$0.value.isFinite }
  }

  private func place(_ time: Double, _ value: Double) -> (x: Double, y: Double) { (x(time), y(value)) }

  private func bands(_ series: Int) -> [String] {
    let points = panel.series[series].points
    let depth = points.map(\.bands.count).max() ?? 0
    return (0..<depth).flatMap { band in
      points.split { $0.bands.count <= band }.filter { $0.count > 1 }.map { points in
        let upper = points.map { place($0.time, $0.bands[band].upperBound) }
        let lower = points.reversed().map { place($0.time, $0.bands[band].lowerBound) }
        return Mark.area("band \(style(series))", upper + lower)
      }
    }
  }

  private func lines(_ series: Int) -> [String] {
    let style = style(series)
    return stretches(series).map { points in
      if points.count == 1, let point = points.first {
        return Mark.dot("dot \(style)", x(point.time), y(point.value))
      }
      return Mark.path("line \(style)", points.map { place($0.time, $0.value) })
    }
  }

  /// Grey lines, which are there for comparison only: all together, and to the nearest unit.
  private func muted(_ series: [Int]) -> [String] {
    let lines = series.flatMap(stretches).map { $0.map { place($0.time, $0.value) } }
    return lines.isEmpty ? [] : [Mark.coarse("line thin mute", lines)]
  }

  /// A label at the end of a line.
  struct Label {
    let series: Int
    let lines: [String]
    /// The line's last value.
    let value: Double
  }

  /// The labels of the series that have one and a value.
  private var labels: [Label] {
    panel.series.enumerated().compactMap { index, series in
      guard !series.label.isEmpty, !series.isMuted, let last = series.points.last(where: \.value.isFinite)
      else { return nil }
      let lines = ChartText.wrapped(series.label, width: Self.labelWidth, size: ChartStyle.text, isBold: true)
      return Label(series: index, lines: lines, value: last.value)
    }
  }

  private var endLabels: [String] {
    let labels = labels.sorted { ($0.value, $1.series) > ($1.value, $0.series) }
    let heights = labels.map { Double($0.lines.count) * Self.lineHeight + 3 }
    let centres = Self.spread(labels.map { y($0.value) }, heights: heights, within: plotTop...plotBottom)
    return zip(labels, centres).flatMap { label, centre in
      label.lines.enumerated().map { index, line in
        let offset = (Double(index) - Double(label.lines.count - 1) / 2) * Self.lineHeight
        return Mark.text(
          line, plotLeft + plotWidth + 8, centre + offset + 4, "label \(style(label.series))")
      }
    }
  }

  /// Places near the wanted ones, in their order, at which blocks of those heights do not overlap and stay within
  /// the bounds as long as there is room.
  static func spread(_ wanted: [Double], heights: [Double], within bounds: ClosedRange<Double>) -> [Double] {
    var centres = wanted
    for index in centres.indices {
      let above = index == 0 ? bounds.lowerBound : centres[index - 1] + heights[index - 1] / 2
      centres[index] = max(centres[index], above + heights[index] / 2)
    }
    for index in centres.indices.reversed() {
      let below = index + 1 == centres.count ? bounds.upperBound : centres[index + 1] - heights[index + 1] / 2
      centres[index] = min(centres[index], below - heights[index] / 2)
    }
    return centres
  }
}
