import Foundation
import Testing

@testable import Reporting

/// What every report has to keep, on small runs.
struct ReportTests {
  @Test(arguments: SmallExperiment.Kind.allCases)
  func `it needs no network, has one script that its policy names, and is small`(kind: SmallExperiment.Kind)
    throws
  {
    let html = try SmallExperiment.made(kind).html
    #expect(html.utf8.count < 300_000, "\(html.utf8.count)")
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
    #expect(html.components(separatedBy: "<script").count == 2)
    for word in [
      "http:", "https:", "@import", "url(", "<link", "<img", "<iframe", "src=", "onclick=", "href=",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `it says what was asked, what counts as yes, where it comes from and how to get it again`()
    throws
  {
    let html = try SmallExperiment.made(.one).html
    for part in [
      "<h1>", "Who gains and who loses", "What would count as yes", "8 of 8 complete", "seeds 1 to 4",
      "otium run automation-ubi.yaml", "otium report ", "SHA-256", "They are no forecast", "2,000",
    ] { #expect(html.contains(part), "\(part)") }
  }

  @Test(arguments: SmallExperiment.Kind.allCases)
  func `every chart has a finding, a source, data, a query, and a name for those who do not see it`(
    kind: SmallExperiment.Kind
  ) throws {
    let figures = try SmallExperiment.made(kind).html.split(separator: "<figure ").dropFirst()
    #expect(figures.count > 15)
    for figure in figures {
      for part in ["<h3>", "Source: otium test", "<table", "<button hidden", "SELECT", "aria-label="] {
        #expect(figure.contains(part), "\(part) in \(figure.prefix(60))")
      }
    }
  }

  @Test(arguments: SmallExperiment.Kind.allCases)
  func `no text of a drawing is cut, and none covers another`(kind: SmallExperiment.Kind) throws {
    let drawings = try SmallExperiment.made(kind).drawings
    #expect(drawings.count > 15)
    for svg in drawings { try TextBox.check(svg) }
  }

  @Test func `names of a database cannot become markup`() throws {
    let page = HTML.element("p", "", .text("<script>alert('1')</script> & more"))
    #expect(page.text == "<p>&lt;script&gt;alert('1')&lt;/script&gt; &amp; more</p>\n")
  }
}

struct ContrastTests {
  @Test func `the ratio is that of WCAG`() {
    #expect(abs(ChartColour(0x000000).contrast(to: .white) - 21) < 1e-9)
    #expect(abs(ChartColour(0x777777).contrast(to: .white) - 4.478) < 1e-3)
  }

  @Test(arguments: [0, 1])
  func `text reads on the page, and marks stand out from it`(index: Int) {
    let palette = [ChartStyle.light, ChartStyle.dark][index]
    for paper in [palette.paper, palette.card] {
      for text in [palette.ink, palette.quiet, palette.link] { #expect(text.contrast(to: paper) >= 4.5) }
    }
    // Lines for comparison are marks; labels of lines have the colours of their lines.
    for colour in palette.series { #expect(colour.contrast(to: palette.paper) >= 4.5, "\(colour.text)") }
    #expect(palette.mute.contrast(to: palette.paper) >= 3)
  }

  @Test func `text on fills reads`() {
    for step in 0..<ComparisonTable.steps {
      let fill = ComparisonTable.fill(step)
      #expect(fill.contrast(to: fill.ink) >= 4.5, "\(fill.text)")
    }
    for fill in ChartStyle.steps { #expect(fill.contrast(to: fill.ink) >= 4.5, "\(fill.text)") }
    for place in 0...100 {
      for isDiverging in [false, true] {
        let fill = HeatMap.fill(Double(place), 0...100, isDiverging: isDiverging)
        #expect(fill.contrast(to: fill.ink) >= 4.5, "\(fill.text)")
      }
    }
  }

  @Test func `cells of a report's drawings have ink that reads`() throws {
    let small = try SmallExperiment.made(.one)
    var cells = 0
    for svg in small.drawings {
      var fill: ChartColour?
      for element in try DrawingElements.parse(svg) {
        if element.name == "rect" { fill = element.attributes["fill"].flatMap(Self.colour) }
        guard element.name == "text", let style = element.attributes["style"], let fill,
          let ink = Self.colour(style.replacing("fill:", with: ""))
        else { continue }
        cells += 1
        #expect(ink.contrast(to: fill) >= 4.5, "\(element.text)")
      }
    }
    #expect(cells > 5)
  }

  private static func colour(_ text: String) -> ChartColour? {
    Int(text.dropFirst(), radix: 16).map { ChartColour($0) }
  }
}
