/// A piece of a page. Text is escaped where it is written, so that no name in a database can become markup.
indirect enum HTML: Sendable {
  case text(String)
  /// A figure, which keeps its full value beside what readers see.
  case number(ReportNumber)
  /// Children may be nothing.
  case element(String, [Attribute], [HTML])
  /// Pieces one after the other.
  case list([HTML])
  /// Markup that another part of this program made: a drawing, a style sheet.
  case markup(String)

  /// An attribute of an element.
  struct Attribute: Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// An element with a class.
  static func element(_ name: String, _ style: String = "", _ children: HTML...) -> HTML {
    .element(name, style.isEmpty ? [] : [Attribute("class", style)], children)
  }

  static let nothing = HTML.list([])

  /// A dotted path, which may be broken after each level.
  static func path(_ path: String) -> HTML {
    let levels = path.split(separator: ".", omittingEmptySubsequences: false)
    return .list(
      levels.enumerated().map { index, level in
        index == 0 ? .text(String(level)) : .list([.text("."), .markup("<wbr>"), .text(String(level))])
      })
  }

  /// The file's text of it.
  var text: String {
    switch self {
    case .text(let text): ChartText.escaped(text)
    case .markup(let text): text
    case .number(let number): ChartText.escaped(number.text)
    case .list(let pieces): pieces.map(\.text).joined()
    case .element(let name, let attributes, let children):
      "<\(name)\(Self.text(attributes))>"
        + (Self.void.contains(name)
          ? "" : children.map(\.text).joined() + (Self.open.contains(name) ? "" : "</\(name)>"))
        + (Self.blocks.contains(name) ? "\n" : "")
    }
  }

  /// Every figure of it, in the order of reading.
  var numbers: [ReportNumber] {
    switch self {
    case .number(let number): [number]
    case .list(let pieces): pieces.flatMap(\.numbers)
    case .element(_, _, let children): children.flatMap(\.numbers)
    case .text, .markup: []
    }
  }

  private static func text(_ attributes: [Attribute]) -> String {
    attributes.map { " \($0.name)=\"\(ChartText.escaped($0.value))\"" }.joined()
  }

  private static let void: Set<String> = ["meta", "br", "hr"]
  /// Elements that the next one ends: a third of a table's bytes.
  private static let open: Set<String> = ["td", "th", "tr"]
  private static let blocks: Set<String> = [
    "meta", "title", "style", "head", "body", "header", "main", "section", "article", "figure", "figcaption",
    "h1",
    "h2", "h3", "p", "div", "table", "thead", "tbody", "tr", "details", "summary", "ul", "li", "dl", "dt",
    "dd",
    "pre", "footer", "nav",
  ]
}
