import Foundation

/// A chart with all that belongs to it.
struct ReportFigure {
  /// Its name in the page.
  let name: String
  /// The finding.
  let title: Prose
  /// Statistic, unit and period.
  let subtitle: String
  let chart: any Chart
  /// Whether it takes the page's whole width; else two stand side by side where there is room.
  let isWide: Bool
  let table: ReportTable
  let sql: String
  /// What must be known to read it.
  var note = ""

  /// Width of the page's text, of half of it, and of a telephone's page.
  static let full = 768.0
  static let half = 366.0
  static let narrow = 346.0

  func html(source: String) -> HTML {
    .element(
      "figure", [HTML.Attribute("id", name), HTML.Attribute("class", isWide ? "wide" : "half")],
      [
        .element(
          "figcaption", [], [.element("h3", [], [title.html]), .element("p", "sub", .text(subtitle))]),
        .list(drawings),
        .element("p", "source", .text(note.isEmpty ? source : note + " " + source)),
        data,
      ])
  }

  /// A wide chart is drawn twice, so that its text is as large on a telephone as elsewhere.
  private var drawings: [HTML] {
    let draw = { (width: Double, style: String) in
      HTML.markup(
        chart.drawing(width: width).inline(
          name: title.text, description: subtitle + ". " + chart.description, style: style))
    }
    return isWide ? [draw(Self.full, "roomy"), draw(Self.narrow, "tight")] : [draw(Self.half, "any")]
  }

  private var data: HTML {
    let csv = table.csv.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
    let link = HTML.element(
      "a",
      [
        HTML.Attribute("download", name + ".csv"),
        HTML.Attribute("href", "data:text/csv;charset=utf-8," + csv),
      ],
      [.text(table.isShortened ? "Save all rows as CSV" : "Save as CSV")])
    return .element(
      "details", [],
      [
        .element("summary", [], [.text("Data and query")]),
        .element(
          "div",
          [
            HTML.Attribute("class", "scroll"), HTML.Attribute("tabindex", "0"),
            HTML.Attribute("role", "region"), HTML.Attribute("aria-label", "Data: " + title.text),
          ], [table.html]),
        .element("p", [], [link]),
        .element("pre", [HTML.Attribute("tabindex", "0")], [.text(sql)]),
      ])
  }

  private static let plain = CharacterSet.alphanumerics.intersection(
    CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128))
  ).union(CharacterSet(charactersIn: ".,-_~:;()/"))
}
