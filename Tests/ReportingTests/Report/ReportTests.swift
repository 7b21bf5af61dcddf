import Foundation
import Testing

@testable import Reporting

/// What every report has to keep, on a small run.
struct ReportTests {
  private let small: SmallExperiment

  init() throws { small = try SmallExperiment.shared.get() }

  @Test func `it needs no network and no script, and is small`() {
    let html = small.html
    #expect(html.utf8.count < 300_000)
    #expect(html.contains("default-src 'none'"))
    for word in [
      "<script", "http:", "https:", "@import", "url(", "<link", "<img", "<iframe", "src=", "onclick",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
    // Links go to the data within the page only.
    let links = html.split(separator: "href=\"").dropFirst()
    #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("data:text/csv") })
  }

  @Test func `it says what was asked, what counts as yes, where it comes from and how to get it again`() {
    for part in [
      "<h1>", "Who gains and who loses", "What would count as yes", "8 of 8 complete", "seeds 1 to 4",
      "otium run automation-ubi.yaml", "otium report ", "SHA-256", "They are no forecast", "2,000",
    ] { #expect(small.html.contains(part), "\(part)") }
  }

  @Test func `every chart has a finding, a source, data, a query, and text for those who do not see it`() {
    let figures = small.html.split(separator: "<figure ").dropFirst()
    #expect(figures.count > 15)
    for figure in figures {
      for part in [
        "<h3>", "Source: otium test", "<table>", "data:text/csv", "SELECT", "aria-label=", "<desc>",
      ] {
        #expect(figure.contains(part), "\(part) in \(figure.prefix(60))")
      }
    }
  }

  @Test func `no text of a drawing is cut, and none covers another`() throws {
    #expect(small.drawings.count > 20)
    for svg in small.drawings { try TextBox.check(svg) }
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
    // Labels of lines have the colours of their lines.
    for colour in palette.series { #expect(colour.contrast(to: palette.paper) >= 4.5, "\(colour.text)") }
  }

  @Test func `text on fills reads`() {
    for fill in ChartStyle.steps { #expect(fill.contrast(to: fill.ink) >= 4.5, "\(fill.text)") }
    for place in 0...100 {
      for isDiverging in [false, true] {
        let fill = HeatMap.fill(Double(place), 0...100, isDiverging: isDiverging)
        #expect(fill.contrast(to: fill.ink) >= 4.5, "\(fill.text)")
      }
    }
  }

  @Test func `cells of a report's drawings have ink that reads`() throws {
    let small = try SmallExperiment.shared.get()
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
