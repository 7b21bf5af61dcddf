/// The elements that charts are drawn with, as SVG.
enum Mark {
  /// A line of text.
  static func text(_ text: String, _ x: Double, _ y: Double, _ style: String, anchor: String = "start")
    -> String
  {
    let place = "x=\"\(ChartText.number(x))\" y=\"\(ChartText.number(y))\""
    let side = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    let looks = style.isEmpty ? "" : " class=\"\(style)\""
    return "<text\(looks) \(place)\(side)>\(ChartText.escaped(text))</text>"
  }

  /// A straight line.
  static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let place = zip(["x1", "y1", "x2", "y2"], [x1, y1, x2, y2]).map { "\($0)=\"\(ChartText.number($1))\"" }
    return "<line class=\"\(style)\" \(place.joined(separator: " "))/>"
  }

  /// The lines behind a chart, across at some heights and upright at some places, in one path.
  static func grid(
    across heights: [Double] = [], from left: Double = 0, to right: Double = 0,
    upright places: [Double] = [], between top: Double = 0, and bottom: Double = 0
  ) -> String {
    let number = ChartText.number
    let across = heights.map { "M\(number(left)) \(number($0))H\(number(right))" }
    let upright = places.map { "M\(number($0)) \(number(top))V\(number(bottom))" }
    return "<path class=\"grid\" d=\"\((across + upright).joined())\"/>"
  }

  /// A box between two places across and from a top downwards; as a path, which is shorter than a rectangle.
  static func box(_ style: String, _ x1: Double, _ x2: Double, top: Double, height: Double) -> String {
    let (left, width) = (ChartText.number(min(x1, x2)), ChartText.number(max(0.5, abs(x2 - x1))))
    let (top, height) = (ChartText.number(top), ChartText.number(height))
    return "<path class=\"\(style)\" d=\"M\(left) \(top)h\(width)v\(height)h-\(width)z\"/>"
  }

  /// A disc.
  static func dot(_ style: String, _ x: Double, _ y: Double, radius: Double = 3.5) -> String {
    "<circle class=\"\(style)\" cx=\"\(ChartText.number(x))\" cy=\"\(ChartText.number(y))\" "
      + "r=\"\(ChartText.number(radius))\"/>"
  }

  /// Straight lines from point to point.
  static func path(_ style: String, _ points: [(x: Double, y: Double)]) -> String {
    "<path class=\"\(style)\" d=\"\(way(points, per: 10))\"/>"
  }

  /// A filled area without an edge, to the nearest unit.
  static func area(_ style: String, _ points: [(x: Double, y: Double)]) -> String {
    "<path class=\"\(style)\" d=\"\(way(points, per: 1))z\"/>"
  }

  /// Lines to the nearest unit, in one path.
  static func coarse(_ style: String, _ lines: [[(x: Double, y: Double)]]) -> String {
    "<path class=\"\(style)\" d=\"\(lines.map { way($0, per: 1) }.joined())\"/>"
  }

  /// From point to point, each by its distance from the one before, which takes half of the bytes of places. Places
  /// are rounded, not distances, so that errors do not add up.
  /// - Parameter per: steps that a unit is divided into.
  private static func way(_ points: [(x: Double, y: Double)], per: Double) -> String {
    var last: (x: Double, y: Double)?
    return points.map { point in
      let place = (x: (point.x * per).rounded(), y: (point.y * per).rounded())
      defer { last = place }
      let (x, y) = (place.x - (last?.x ?? 0), place.y - (last?.y ?? 0))
      let text = ChartText.number(y / per)
      return "\(last == nil ? "M" : "l")\(ChartText.number(x / per))\(text.hasPrefix("-") ? "" : " ")\(text)"
    }.joined()
  }
}

/// The marks of a chart on their area.
struct Drawing {
  /// In units of the chart, which are pixels where there is room.
  let width: Double
  let height: Double
  /// The lowest first.
  let marks: [String]

  /// The drawing within a page that has the style sheet; `name` is what it is called to those who do not see it.
  func inline(name: String, description: String, style: String) -> String {
    let size = "\(ChartText.number(width)) \(ChartText.number(height))"
    return """
      <svg class="\(style)" viewBox="0 0 \(size)" width="\(ChartText.number(width))" \
      height="\(ChartText.number(height))" role="img" aria-label="\(ChartText.escaped(name))">\
      <desc>\(ChartText.escaped(description))</desc>
      \(marks.joined(separator: "\n"))
      </svg>
      """
  }
}

/// What can be drawn at any width.
protocol Chart {
  func drawing(width: Double) -> Drawing
  /// What it shows, for those who do not see it.
  var description: String { get }
}
