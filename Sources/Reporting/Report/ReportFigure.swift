/// A chart or a coloured table with all that belongs to it.
struct ReportFigure {
  /// Its name in the page.
  let name: String
  /// The finding.
  let title: Prose
  /// Statistic, unit and period.
  let subtitle: String
  let content: Content
  /// Whether it takes the page's whole width; else two stand side by side where there is room.
  let isWide: Bool
  let sql: String
  /// What must be known to read it.
  var note = ""

  enum Content {
    /// A drawing, and the data behind it.
    case chart(any Chart, ReportTable)
    /// A table that is its own chart.
    case comparison(ComparisonTable)
  }

  /// Width of the page's text, of half of it, and of a telephone's page.
  static let full = 768.0
  static let half = 366.0
  static let narrow = 346.0

  func html(source: String) -> HTML {
    let caption = HTML.element(
      "figcaption", [], [.element("h3", [], [title.html]), .element("p", "sub", .text(subtitle))])
    let foot = HTML.element("p", "source", .text(note.isEmpty ? source : note + " " + source))
    let pieces: [HTML] =
      switch content {
      case .chart(let chart, let table):
        [
          caption, .list(drawings(chart)), foot,
          details("Data and query", HTML.scrolling("Data", table.html)),
        ]
      case .comparison(let table):
        [caption, HTML.scrolling("Data", table.html), foot, details("CSV and query", .nothing)]
      }
    return .element(
      "figure", [HTML.Attribute("id", name), HTML.Attribute("class", isWide ? "wide" : "half")], pieces)
  }

  /// A wide chart is drawn twice, so that its text is as large on a telephone as elsewhere.
  private func drawings(_ chart: any Chart) -> [HTML] {
    let draw = { (width: Double, style: String) in
      HTML.markup(
        chart.drawing(width: width).inline(
          name: title.text, description: subtitle + ". " + chart.description, style: style))
    }
    return isWide ? [draw(Self.full, "roomy"), draw(Self.narrow, "tight")] : [draw(Self.half, "any")]
  }

  private func details(_ name: String, _ table: HTML) -> HTML {
    .element(
      "details", [],
      [
        .element("summary", [], [.text(name)]), table,
        // The page's script shows it: without a script there is nothing that it could do.
        .element(
          "p", [], [.element("button", [HTML.Attribute("hidden", "")], [.text("Save as CSV")])]),
        HTML.query(sql),
      ])
  }
}

extension HTML {
  /// What may be wider than the page, in a region that the keyboard reaches.
  static func scrolling(_ name: String, _ content: HTML) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", name),
      ], [content])
  }

  /// A query or a command, as it is typed.
  static func query(_ text: String) -> HTML {
    .element("pre", [Attribute("tabindex", "0")], [.text(text)])
  }
}
