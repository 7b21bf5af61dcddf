extension LineChart {
  private static let margin = 20.0
  private static let gap = 28.0

  /// Width of the whole: two panels side by side need more than one.
  private var width: Double { panels.count > 1 ? 960 : 720 }
  private var innerWidth: Double { width - 2 * Self.margin }
  private var panelWidth: Double { panels.count > 1 ? (innerWidth - Self.gap) / 2 : innerWidth }
  private var plotHeight: Double { panels.count > 1 ? 170 : 260 }

  /// The file.
  public var svg: String {
    let (head, headBottom) = head
    let (body, bodyBottom) = body(from: headBottom + 14)
    let sourceLines = ChartText.wrapped(source, width: innerWidth, size: ChartStyle.small)
    let foot = sourceLines.enumerated().map { index, line in
      Mark.text(line, Self.margin, bodyBottom + 16 + Double(index) * 15, "q")
    }
    let height = bodyBottom + 16 + Double(sourceLines.count) * 15
    let size = "\(ChartText.number(width)) \(ChartText.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(ChartText.number(width))" \
      height="\(ChartText.number(height))" style="max-width:100%;height:auto" role="img">
      <title>\(ChartText.escaped(title))</title>
      <desc>\(ChartText.escaped(description))</desc>
      <style>
      \(ChartStyle.sheet)
      </style>
      <rect class="paper" width="100%" height="100%"/>
      \((head + body + foot).joined(separator: "\n"))
      </svg>

      """
  }

  /// Title and subtitle, and where they end.
  private var head: (elements: [String], bottom: Double) {
    let titles = ChartText.wrapped(title, width: innerWidth, size: ChartStyle.title, isBold: true)
    let subtitles = ChartText.wrapped(subtitle, width: innerWidth, size: ChartStyle.text)
    var bottom = Self.margin
    var elements: [String] = []
    for line in titles {
      bottom += 20
      elements.append(Mark.text(line, Self.margin, bottom - 4, "title"))
    }
    for line in subtitles {
      bottom += 17
      elements.append(Mark.text(line, Self.margin, bottom, "quiet"))
    }
    return (elements, bottom)
  }

  /// The panels, two in a row, and where they end.
  private func body(from top: Double) -> (elements: [String], bottom: Double) {
    let numbersWidth = panels.map(PanelDrawing.numbersWidth).max() ?? 0
    var elements: [String] = []
    var bottom = top
    for row in stride(from: 0, to: panels.count, by: 2) {
      let pair = panels[row..<min(row + 2, panels.count)]
      for (column, panel) in pair.enumerated() {
        let drawing = PanelDrawing(
          panel: panel, left: Self.margin + Double(column) * (panelWidth + Self.gap), top: bottom,
          width: panelWidth, plotHeight: plotHeight, numbersWidth: numbersWidth)
        elements += drawing.elements
      }
      bottom +=
        (pair.map { PanelDrawing.height($0, width: panelWidth, plotHeight: plotHeight) }.max() ?? 0) + 12
    }
    return (elements, bottom - 12)
  }

  /// The chart in words: the ends of each line.
  var description: String {
    let lines = panels.map(\.description).filter { !$0.isEmpty }
    return ([subtitle + "."] + lines + [source]).joined(separator: " ")
  }
}
