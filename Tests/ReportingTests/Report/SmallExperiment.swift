import Economy
import Experiments
import Foundation
import Reporting
import Scenarios
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Small runs of shipped scenarios, made once for all tests, with their reports.
struct SmallExperiment {
  let folder: TemporaryFolder
  let path: String
  let html: String
  /// Every figure of the page.
  let numbers: [ReportNumber]

  /// What a report depends on most: how many reforms there are, and whether persons were followed.
  enum Kind: String, CaseIterable {
    case one = "automation-ubi"
    case many = "p8-paced-and-compensated"
    case none = "baseline"

    /// Fewer figures than that would mean that a section is missing.
    var leastNumbers: Int { self == .one ? 1_000 : self == .many ? 1_500 : 400 }

    var settings: [String] { ["burn_in=12"] + (self == .many ? ["gains.windows=[2]"] : []) }
  }

  private static let experiments = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in (kind, Result { try SmallExperiment(kind) }) })

  static func made(_ kind: Kind) throws -> SmallExperiment { try #require(experiments[kind]).get() }

  static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
  }

  private init(_ kind: Kind) throws {
    folder = try TemporaryFolder()
    path = folder.file("\(kind.rawValue).sqlite")
    let settings = try kind.settings.map { try Overrides.Setting(parsing: $0) }
    let scenario = try Scenario.load(
      "\(Self.root)/Scenarios/\(kind.rawValue).yaml",
      overrides: Overrides(
        persons: kind == .one ? 2_000 : 1_000, months: 36, replications: kind == .one ? 4 : 2,
        settings: settings))
    let store = try ResultStore(
      path: path, program: "otium test", command: "otium run \(kind.rawValue).yaml")
    _ = try Runner<Economy>(
      scenario, experiment: scenario.name, codeVersion: "otium test", threads: 2, sink: store,
      decomposing: .dynamic, cancellation: Cancellation()
    ) { _ in }.run()
    try store.close()
    let page = try ReportPage(path, program: "otium test")
    (html, numbers) = (page.html, page.body.numbers)
  }

  /// The drawings of the page, as XML.
  var drawings: [String] { Self.drawings(html) }

  static func drawings(_ html: String) -> [String] {
    html.components(separatedBy: "<svg ").dropFirst().compactMap { piece in
      piece.range(of: "</svg>").map { "<svg " + piece[..<$0.upperBound] }
    }
  }
}

/// The elements of a drawing with their attributes and text.
final class DrawingElements: NSObject, XMLParserDelegate {
  private(set) var found: [(name: String, attributes: [String: String], text: String)] = []

  static func parse(_ svg: String) throws -> [(name: String, attributes: [String: String], text: String)] {
    let (parser, elements) = (XMLParser(data: Data(svg.utf8)), DrawingElements())
    parser.delegate = elements
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in \(svg.prefix(200))")
    return elements.found
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { found.append((name, attributes, "")) }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !found.isEmpty { found[found.count - 1].text += text }
  }
}

/// A text of a drawing and the box it covers, by the widths that the drawing itself estimates.
struct TextBox {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Nil for text that is turned, and for elements that are no text.
  init?(_ element: (name: String, attributes: [String: String], text: String)) {
    guard element.name == "text", element.attributes["transform"] == nil,
      let x = element.attributes["x"].flatMap(Double.init),
      let y = element.attributes["y"].flatMap(Double.init)
    else { return nil }
    let classes = (element.attributes["class"] ?? "").split(separator: " ")
    let size =
      classes.contains("title")
      ? ChartStyle.title
      : classes.contains("heading")
        ? ChartStyle.heading
        : classes.contains { ["small", "q"].contains($0) } ? ChartStyle.small : ChartStyle.text
    // The parser gives the line break after an element to it. The estimate is for the widest font; a tenth less is
    // what most readers have.
    text = element.text.trimmingCharacters(in: .newlines)
    let length = ChartText.width(text, size: size) * 0.9
    (left, right) =
      switch element.attributes["text-anchor"] {
      case "end": (x - length, x)
      case "middle": (x - length / 2, x + length / 2)
      default: (x, x + length)
      }
    (top, bottom) = (y - size * 0.72, y + size * 0.1)
  }

  func meets(_ other: TextBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Texts that leave a drawing, or cover each other, are issues.
  static func check(_ svg: String) throws {
    let elements = try DrawingElements.parse(svg)
    let name = elements.first?.attributes["aria-label"] ?? ""
    let size = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    let boxes = elements.compactMap { TextBox($0) }
    for (index, box) in boxes.enumerated() {
      #expect(
        box.left >= -1 && box.right <= size[2] + 1 && box.top >= 0 && box.bottom <= size[3] + 2,
        "'\(box.text)' leaves '\(name)'")
      for other in boxes[..<index] where box.meets(other) {
        Issue.record("'\(box.text)' covers '\(other.text)' in '\(name)'")
      }
    }
  }
}
