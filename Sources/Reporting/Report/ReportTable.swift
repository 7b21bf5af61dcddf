/// The data behind a chart.
struct ReportTable {
  let columns: [String]
  private(set) var rows: [[Cell]] = []
  /// Rows that readers see; the others are in the file only.
  private var shown: [Bool] = []

  enum Cell {
    case text(String)
    /// A number with its decimals for readers.
    case number(Double, decimals: Int)

    static func optional(_ value: Double?, decimals: Int) -> Cell {
      .number(value ?? .nan, decimals: decimals)
    }
  }

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ row: [Cell], isShown: Bool = true) {
    precondition(row.count == columns.count, "a cell for each column")
    rows.append(row)
    shown.append(isShown)
  }

  /// Whether the file has rows that the page has not.
  var isShortened: Bool { shown.contains(false) }

  /// A table for readers.
  var html: HTML {
    let head = HTML.element(
      "tr", [], columns.map { .element("th", [HTML.Attribute("scope", "col")], [.text($0)]) })
    let body = zip(rows, shown).filter(\.1).map { row, _ in
      HTML.element("tr", [], row.enumerated().map { Self.html($1, isFirst: $0 == 0) })
    }
    return .element("table", [], [.element("thead", [], [head]), .element("tbody", [], body)])
  }

  /// Numbers and the first column need no class: the style sheet puts them right.
  private static func html(_ cell: Cell, isFirst: Bool) -> HTML {
    switch cell {
    case .text(let text): .element("td", isFirst ? "" : "t", .text(text))
    case .number(let value, let decimals): .element("td", "", .text(Finding.number(value, decimals)))
    }
  }

  /// Comma-separated values with five digits or more; lines end as in the answers of `otium query`.
  var csv: String {
    let lines =
      [columns.map(Self.quoted)]
      + rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): Self.quoted(text)
          case .number(let value, _): Self.digits(value)
          }
        }
      }
    return lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A number with five significant digits or a few more.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let magnitude = value.magnitude
    let decimals =
      magnitude >= 1e4 ? 1 : magnitude >= 1e3 ? 2 : magnitude >= 10 ? 3 : magnitude >= 0.1 ? 5 : 9
    let text = NumberText.fixed(value, decimals: decimals, grouped: false)
    guard text.contains(".") else { return text }
    let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(short.reversed())
  }
}
