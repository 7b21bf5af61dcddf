import Experiments
import Foundation
import Sensitivity

/// The data behind a chart. What readers see is what the page's script saves as CSV: there is no second copy.
struct ReportTable {
  let columns: [String]
  private(set) var rows: [[Cell]] = []

  enum Cell {
    case text(String)
    case number(ReportNumber)

    /// A number with its decimals, and the name by which a query finds it.
    static func number(_ value: Double?, decimals: Int, key: String) -> Cell {
      .number(ReportNumber(key: key, value: value ?? .nan, decimals: decimals))
    }

    /// Three cells: a mean and the ends of its interval.
    static func estimate(_ estimate: Estimate, decimals: Int, key: String) -> [Cell] {
      [
        number(estimate.mean, decimals: decimals, key: key + "/mean"),
        number(estimate.interval?.low, decimals: decimals, key: key + "/low"),
        number(estimate.interval?.high, decimals: decimals, key: key + "/high"),
      ]
    }
  }

  /// Heads of the cells of an estimate.
  static func heads(_ name: String) -> [String] { [name, "95 % interval from", "to"] }

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "a cell for each column")
    rows.append(row)
  }

  /// A table for readers.
  var html: HTML {
    let head = HTML.element(
      "tr", [], columns.map { .element("th", [HTML.Attribute("scope", "col")], [.text($0)]) })
    let isOfWords = rows.joined().allSatisfy { if case .text = $0 { true } else { false } }
    let body = rows.map { row in
      HTML.element("tr", [], row.enumerated().map { Self.html($1, isPlain: $0 == 0 || isOfWords) })
    }
    return .element(
      "table", isOfWords ? [HTML.Attribute("class", "words")] : [],
      [.element("thead", [], [head]), .element("tbody", [], body)])
  }

  /// Numbers, the first column and tables of words alone need no class: the style sheet puts them right.
  private static func html(_ cell: Cell, isPlain: Bool) -> HTML {
    switch cell {
    case .text(let text): .element("td", isPlain ? "" : "t", .text(text))
    case .number(let number): .element("td", "", .number(number))
    }
  }

  /// A number with three significant digits, for labels.
  static func brief(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return digits(value) }
    let unit = pow(10, (log10(value.magnitude)).rounded(.down) - 2)
    return digits((value / unit).rounded() * unit)
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
