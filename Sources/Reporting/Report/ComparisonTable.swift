import Experiments
import Sensitivity

/// Many reforms beside each other: a row a reform, a column a group, and in each cell an effect with its interval. Cells
/// that differ from nothing by more than chance are coloured, from losses over grey to gains.
struct ComparisonTable {
  let rowHead: String
  let columns: [String]
  let rows: [Row]
  /// Whether colours mean gains and losses; else cells stay plain.
  var isColoured = true

  struct Row {
    let name: String
    /// Nil where there is nothing to say.
    let cells: [Cell?]
  }

  struct Cell {
    let mean: Double
    let interval: Interval?
    let key: String
    let decimals: Int
    /// Whether it is a change, which has a sign, or a level.
    let isChange: Bool

    init(mean: Double, interval: Interval?, key: String, decimals: Int, isChange: Bool = false) {
      (self.mean, self.interval, self.key) = (mean, interval, key)
      (self.decimals, self.isChange) = (decimals, isChange)
    }

    init(_ estimate: Estimate, key: String, decimals: Int, isChange: Bool = true) {
      self.init(
        mean: estimate.mean, interval: estimate.interval, key: key, decimals: decimals, isChange: isChange)
    }

    var isClear: Bool { interval.map { $0.low > 0 || $0.high < 0 } ?? false }
  }

  /// Steps of colour from the largest loss to the largest gain; the middle one is that of no change.
  static let steps = 7

  /// The fill of a step.
  static func fill(_ step: Int) -> ChartColour {
    HeatMap.fill(Double(step), 0...Double(steps - 1), isDiverging: true)
  }

  /// The colours, the same on a light and a dark page.
  static var styles: String {
    (0..<steps).map { ".h\($0),.h\($0) .range{background:\(fill($0).text);color:\(fill($0).ink.text)}" }
      .joined(separator: "\n")
  }

  var html: HTML {
    let head = HTML.element(
      "tr", [], ([rowHead] + columns).map { .element("th", [HTML.Attribute("scope", "col")], [.text($0)]) })
    let largest = rows.flatMap { $0.cells.compactMap { $0?.mean.magnitude } }.max() ?? 1
    let body = rows.map { row in
      HTML.element(
        "tr", [],
        [.element("th", [HTML.Attribute("scope", "row")], [.text(row.name)])]
          + row.cells.map { Self.html($0, largest: isColoured ? largest : .infinity) })
    }
    // Narrow pages scroll it rather than break its words.
    return .element(
      "table",
      [
        HTML.Attribute("class", "compare"),
        HTML.Attribute("style", "min-width:\(120 + columns.count * (isLong ? 118 : 62))px"),
      ], [.element("thead", [], [head]), .element("tbody", [], body)])
  }

  /// Whether heads are names rather than numbers.
  private var isLong: Bool { columns.contains { $0.count > 12 } }

  private static func html(_ cell: Cell?, largest: Double) -> HTML {
    guard let cell else { return .element("td", "", .text("–")) }
    func number(_ value: Double, _ end: String) -> HTML {
      .number(
        ReportNumber(
          key: "\(cell.key)/\(end)", value: value, decimals: cell.decimals, signed: cell.isChange))
    }
    var content = [number(cell.mean, "mean")]
    if let interval = cell.interval {
      content.append(
        .element("span", "range", number(interval.low, "low"), .text(" to "), number(interval.high, "high")))
    }
    let step = style(cell, largest: largest)
    return .element("td", step.map { [HTML.Attribute("class", $0)] } ?? [], content)
  }

  private static func style(_ cell: Cell, largest: Double) -> String? {
    guard cell.isClear, largest.isFinite, largest > 0 else { return nil }
    let middle = Double(steps - 1) / 2
    let share = cell.mean / largest
    // The weakest clear effect still has a colour of its side.
    let distance = max(1, (share.magnitude * middle).rounded())
    return "h\(Int(middle + (share < 0 ? -distance : distance)))"
  }
}
