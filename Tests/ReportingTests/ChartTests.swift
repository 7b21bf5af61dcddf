import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ChartScaleTests {
  @Test(arguments: [
    (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1.0]), (-0.3, 0.1, [-0.3, -0.2, -0.1, 0, 0.1]),
    (3, 97, [0, 20, 40, 60, 80, 100]), (1_012, 1_019, [1_012, 1_014, 1_016, 1_018, 1_020]),
  ])
  func `ticks are round numbers around the values`(low: Double, high: Double, ticks: [Double]) {
    let scale = ChartScale(rounding: low...high, count: 5)
    #expect(scale.ticks == ticks)
    #expect(scale.domain.contains(low) && scale.domain.contains(high))
  }

  @Test(arguments: [0, 5, -2e-7, 1e12, 1e-12])
  func `equal values have an axis as well`(value: Double) {
    let scale = ChartScale(rounding: value...value, count: 5)
    #expect(scale.ticks.count >= 2 && scale.domain.contains(value))
    #expect(scale.domain.lowerBound < scale.domain.upperBound)
  }

  @Test func `decimals tell ticks apart`() {
    #expect(ChartScale(rounding: 0...0.013, count: 5).decimals == 3)
    #expect(ChartScale(rounding: 0...1_300, count: 5).decimals == 0)
  }

  @Test func `time has its own steps and keeps its ends`() {
    let scale = ChartScale(spanning: -6...71, steps: [1, 3, 6, 12, 24], count: 8)
    #expect(scale.domain == -6...71)
    #expect(scale.ticks == [0, 12, 24, 36, 48, 60])
    #expect(ChartScale(spanning: 2_026...2_026, steps: [1], count: 8).ticks == [2_026])
    #expect(ChartScale(spanning: 0...1_000, steps: [1, 10], count: 5).ticks.count <= 6)
  }
}

struct LineChartTests {
  private func chart(labels: [String], panels: Int = 1, values: [Double] = [1, .nan, 3, 4]) -> LineChart {
    let series = labels.map { label in
      LineChart.Series(
        label: label,
        points: values.enumerated().map { LineChart.Point(time: Double($0), value: $1, spread: 0.5) })
    }
    let panel = LineChart.Panel(
      title: "Rate & <level>", subtitle: "percent", number: ChartNumber(unit: "%"),
      time: LineChart.Time(label: "Year", steps: [1, 2, 5]), series: series)
    return LineChart(
      title: String(repeating: "A title that is longer than a line can be, ", count: 5), subtitle: "Means",
      source: "Source: nowhere", panels: Array(repeating: panel, count: panels))
  }

  /// The elements of a drawing with their attributes and text.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String], text: String)] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { found.append((name, attributes, "")) }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !found.isEmpty { found[found.count - 1].text += text }
    }
  }

  private func elements(_ chart: LineChart) throws -> [(
    name: String, attributes: [String: String], text: String
  )] {
    let (parser, elements) = (XMLParser(data: Data(chart.svg.utf8)), Elements())
    parser.delegate = elements
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return elements.found
  }

  @Test(arguments: [1, 2, 3, 4])
  func `all text and lines are within the drawing`(panels: Int) throws {
    let elements = try elements(
      chart(labels: ["A reform with a name of many words", "Baseline", "Third"], panels: panels))
    let drawing = try #require(elements.first?.attributes)
    let (width, height) = (Double(drawing["width"] ?? "") ?? 0, Double(drawing["height"] ?? "") ?? 0)
    for element in elements where element.name == "text" {
      let (x, y) = (Double(element.attributes["x"] ?? "") ?? -1, Double(element.attributes["y"] ?? "") ?? -1)
      let style = element.attributes["class"] ?? ""
      let size =
        style == "title"
        ? ChartStyle.title : style == "heading" ? 13 : ["small", "q"].contains(style) ? 11 : 12
      let length = ChartText.width(element.text, size: size)
      let left =
        switch element.attributes["text-anchor"] {
        case "end": x - length
        case "middle": x - length / 2
        default: x
        }
      #expect(left >= 0 && left + length <= width && y >= 8 && y <= height - 4, "\(element.text)")
    }
    for element in elements where element.name == "path" {
      let points = Self.points(element.attributes["d"] ?? "")
      #expect(points.count > 1)
      #expect(points.allSatisfy { (0...width).contains($0.x) && (0...height).contains($0.y) })
    }
  }

  @Test func `a line is broken where a value is missing, and a lonely value is a dot`() throws {
    let elements = try elements(chart(labels: [""]))
    let lines = elements.filter { $0.attributes["class"]?.hasPrefix("line ") ?? false }
    #expect(lines.map(\.name) == ["path"] && elements.count { $0.name == "circle" } == 1)
    let nothing = try self.elements(chart(labels: [""], values: [.nan])).filter { $0.name == "path" }
    #expect(nothing.compactMap { $0.attributes["class"] } == ["grid"])
  }

  @Test func `of many lines the baseline, the highest and the lowest are named, the others grey`() {
    let ends = [5.0, 9, 7, 1, 8]
    let lines = ends.map { end in
      LineChart.Series(label: "to \(end)", points: [.init(time: 0, value: 5), .init(time: 1, value: end)])
    }
    let shown = LineChart.Series.highlighted(lines)
    #expect(shown.map(\.isMuted) == [false, false, true, false, true])
    #expect(shown.map(\.colour) == [0, 1, 2, 3, 4])
    #expect(LineChart.Series.highlighted(Array(lines.prefix(4))) == Array(lines.prefix(4)))
    // The sixth reform would have the first one's colour.
    let lowest = LineChart.Series(
      label: "lowest", points: [.init(time: 0, value: 5), .init(time: 1, value: -2)])
    let many = LineChart.Series.highlighted(lines + [lines[2], lowest])
    #expect(many.filter { !$0.isMuted }.map(\.colour) == [0, 1, 2])
  }

  /// Where a way leads: from place to place, by distances from the last one, across, or upright.
  private static func points(_ way: String) -> [(x: Double, y: Double)] {
    var (x, y) = (0.0, 0.0)
    return way.matches(of: /([MlHV])([^MlHVz]+)/).map { step in
      let numbers = step.2.replacing("-", with: " -").split(separator: " ").compactMap { Double($0) }
      switch step.1 {
      case "M": (x, y) = (numbers[0], numbers[1])
      case "H": x = numbers[0]
      case "V": y = numbers[0]
      default: (x, y) = (x + numbers[0], y + numbers[1])
      }
      return (x, y)
    }
  }

  @Test func `it says what it shows to those who do not see it`() throws {
    let elements = try elements(chart(labels: ["Baseline"]))
    let description = try #require(elements.first { $0.name == "desc" }).text
    #expect(description.contains("Rate & <level>, Baseline: from 1.0\u{A0}% to 4.0\u{A0}%."))
    #expect(elements.first { $0.name == "title" }?.text.isEmpty == false)
  }

  @Test func `labels at the ends of lines do not overlap and stay in the plot`() {
    let places = PanelDrawing.spread([50, 52, 199], heights: [20, 30, 16], within: 0...200)
    #expect(places == [50, 75, 192])
    #expect(PanelDrawing.spread([198, 199], heights: [20, 20], within: 0...200) == [170, 190])
  }
}
