/// One panel without heads, which stand in the page around it.
struct PanelChart: Chart {
  let panel: LineChart.Panel
  let plotHeight: Double

  /// - Parameter panel: its title and subtitle are left out.
  init(_ panel: LineChart.Panel, plotHeight: Double = 200) {
    self.panel = LineChart.Panel(
      title: "", subtitle: "", number: panel.number, time: panel.time, series: panel.series)
    self.plotHeight = plotHeight
    description = panel.description
  }

  let description: String

  func drawing(width: Double) -> Drawing {
    let drawing = PanelDrawing(
      panel: panel, left: 1, top: 0, width: width - 2, plotHeight: plotHeight,
      numbersWidth: PanelDrawing.numbersWidth(panel))
    return Drawing(
      width: width, height: PanelDrawing.height(panel, width: width, plotHeight: plotHeight),
      marks: drawing.elements)
  }
}

extension LineChart.Panel {
  /// The panel in words: the ends of each line.
  var description: String {
    let decimals = (values.map { ChartScale(rounding: $0, count: 5).decimals } ?? 0) + 1
    let write = { (value: Double) in number.text(value, decimals: min(9, decimals)) }
    return series.filter { !$0.isMuted }.compactMap { series -> String? in
      let known = series.points.filter(\.value.isFinite)
      guard let first = known.first, let last = known.last else { return nil }
      let name = title + (series.label.isEmpty ? "" : ", " + series.label)
      return "\(name): from \(write(first.value)) to \(write(last.value))."
    }.joined(separator: " ")
  }
}
