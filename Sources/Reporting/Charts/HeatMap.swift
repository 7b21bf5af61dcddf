/// A table whose cells are coloured by their values, with the values in them.
struct HeatMap: Equatable {
  let rows: [String]
  let columns: [String]
  /// By row and column; nil for cells that stay empty.
  let cells: [[Cell?]]
  /// What rows and columns are.
  let rowAxis: String
  let columnAxis: String
  /// Colours run from one end of it to the other; of differences it has its middle at nothing.
  let range: ClosedRange<Double>
  /// Whether values below and above the middle have colours of their own.
  let isDiverging: Bool

  /// A cell.
  struct Cell: Equatable {
    let value: Double
    let text: String
  }

  /// The fill of a value: from pale to blue, or from vermilion over grey to blue.
  static func fill(_ value: Double, _ range: ClosedRange<Double>, isDiverging: Bool) -> ChartColour {
    let length = range.upperBound - range.lowerBound
    let share = length > 0 ? min(1, max(0, (value - range.lowerBound) / length)) : 0.5
    guard isDiverging else { return ChartColour(0xEAF2F9).mixed(with: ChartColour(0x00538C), share: share) }
    let middle = ChartColour(0xECEEF1)
    return share < 0.5
      ? ChartColour(0xA63F00).mixed(with: middle, share: share * 2)
      : middle.mixed(with: ChartColour(0x00538C), share: share * 2 - 1)
  }
}

extension HeatMap: Chart {
  var description: String {
    zip(rows, cells).map { row, cells in
      let parts = zip(columns, cells).compactMap { column, cell in cell.map { "\(column) \($0.text)" } }
      return "\(row): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  func drawing(width: Double) -> Drawing {
    let labels = rows.map { ChartText.wrapped($0, width: width * 0.3, size: ChartStyle.small) }
    let labelWidth = labels.joined().map { ChartText.width($0, size: ChartStyle.small) }.max() ?? 0
    let left = labelWidth + 8
    let cellWidth = (width - left) / Double(max(1, columns.count))
    let heads = columns.map { ChartText.wrapped($0, width: cellWidth - 4, size: ChartStyle.small) }
    // Names that are wider than a cell stand upright.
    let isUpright = heads.joined().contains { ChartText.width($0, size: ChartStyle.small) > cellWidth - 2 }
    let headHeight =
      isUpright
      ? (columns.map { ChartText.width($0, size: ChartStyle.small) }.max() ?? 0) + 6
      : Double(heads.map(\.count).max() ?? 0) * 14 + 4
    let axes = columnAxis.isEmpty && rowAxis.isEmpty ? 0.0 : 18.0
    var marks: [String] = []
    if axes > 0 {
      marks.append(Mark.text("\(rowAxis) ↓", 0, 12, "q"))
      marks.append(Mark.text("\(columnAxis) →", width, 12, "q", anchor: "end"))
    }
    let top = axes + headHeight
    for (index, lines) in heads.enumerated() {
      let x = left + (Double(index) + 0.5) * cellWidth
      if isUpright {
        marks.append(Mark.upright(columns[index], x + 4, top - 5, "small"))
      } else {
        marks += lines.enumerated().map { line, text in
          Mark.text(text, x, top - 5 - Double(lines.count - 1 - line) * 14, "small", anchor: "middle")
        }
      }
    }
    var y = top
    for (row, lines) in labels.enumerated() {
      let height = max(24, Double(lines.count) * 14 + 6)
      marks += lines.enumerated().map { line, text in
        let offset = (Double(line) - Double(lines.count - 1) / 2) * 14
        return Mark.text(text, labelWidth, y + height / 2 + offset + 4, "small", anchor: "end")
      }
      for (column, cell) in cells[row].enumerated() {
        guard let cell else { continue }
        marks += self.marks(
          cell, x: left + Double(column) * cellWidth, y: y, width: cellWidth, height: height)
      }
      y += height
    }
    return Drawing(width: width, height: y + 2, marks: marks)
  }

  /// A cell, and its number where there is room.
  private func marks(_ cell: Cell, x: Double, y: Double, width: Double, height: Double) -> [String] {
    let fill = Self.fill(cell.value, range, isDiverging: isDiverging)
    let box = Mark.filled(fill, x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1)
    guard ChartText.width(cell.text, size: ChartStyle.small) <= width - 2 else { return [box] }
    return [box, Mark.inked(cell.text, fill.ink, x + width / 2, y + height / 2 + 4)]
  }
}

extension Mark {
  /// A box in a colour of its own.
  static func filled(_ colour: ChartColour, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect fill=\"\(colour.text)\" x=\"\(ChartText.number(x))\" y=\"\(ChartText.number(y))\" "
      + "width=\"\(ChartText.number(width))\" height=\"\(ChartText.number(height))\"/>"
  }

  /// Small text in the middle of a box, in black or white whatever the page is.
  static func inked(_ text: String, _ ink: ChartColour, _ x: Double, _ y: Double) -> String {
    "<text class=\"small\" style=\"fill:\(ink.text)\" x=\"\(ChartText.number(x))\" y=\"\(ChartText.number(y))\" "
      + "text-anchor=\"middle\">\(ChartText.escaped(text))</text>"
  }

  /// A line of text that reads from below.
  static func upright(_ text: String, _ x: Double, _ y: Double, _ style: String) -> String {
    let (x, y) = (ChartText.number(x), ChartText.number(y))
    return
      "<text class=\"\(style)\" transform=\"translate(\(x) \(y)) rotate(-90)\">\(ChartText.escaped(text))</text>"
  }
}
