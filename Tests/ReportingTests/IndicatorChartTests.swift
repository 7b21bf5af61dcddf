import Experiments
import Testing

@testable import Reporting

struct IndicatorChartTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("results.sqlite")
    let store = try ResultStore.open(path)
    try store.feed()
    try store.close()
  }

  @Test func `it holds yearly means and deviations over replications, the baseline first`() throws {
    let history = try IndicatorHistory(path, indicators: ["unemployment_rate", "poverty_rate"])
    #expect(history.experiment.replications == 2 && history.experiment.completeRuns == 4)
    #expect(history.indicators.map(\.label) == ["Unemployment rate", "Poverty rate"])
    let variants = history.indicators[0].variants
    #expect(variants.map(\.label) == ["Label of baseline", "Label of ubi"])
    #expect(variants[0].years.map(\.year) == [0, 1])
    // Levels 0 and 1, and months 0 to 11 in thousandths.
    let first = variants[0].years[0].value
    #expect(abs(first.mean - 0.5055) < 1e-9 && abs((first.deviation ?? 0) - 0.5.squareRoot()) < 1e-9)
    #expect(history.indicators[1].variants[0].years.isEmpty)
  }

  @Test func `the chart names its source, its unit and the years as they are`() throws {
    let history = try IndicatorHistory(path, indicators: ["unemployment_rate"], experiment: "trial")
    let chart = IndicatorChart(history).chart
    #expect(chart.title == "Unemployment rate, Nowhere")
    #expect(chart.panels[0].subtitle == "percent")
    // The scenario starts in November.
    #expect(chart.panels[0].time.label == "Year of the scenario, from 2027-11")
    for part in ["1.0", "scenario sample", "2 replications", "1,000 persons"] {
      #expect(chart.source.contains(part), "\(chart.source)")
    }
  }

  @Test func `money is drawn in units that leave few digits`() {
    let unit = IndicatorChart.Unit("currency/month", currency: "USD", magnitude: 7.3e8)
    #expect(unit.size == 1e6 && unit.name == "million USD a month")
    #expect(IndicatorChart.Unit("currency/hour", currency: "USD", magnitude: 41).name == "USD an hour")
  }

  @Test func `it may leave reforms out, never the baseline`() throws {
    let history = try IndicatorHistory(path, indicators: ["unemployment_rate"], reforms: [])
    #expect(history.indicators[0].variants.map(\.label) == ["Label of baseline"])
    #expect(throws: ReportError(.query, "the experiment has no reform 'other'. There are: ubi")) {
      try IndicatorHistory(path, indicators: ["unemployment_rate"], reforms: ["other"])
    }
  }

  @Test func `what is not there is an error`() throws {
    #expect(throws: IndicatorHistory.UnknownIndicator.self) {
      try IndicatorHistory(path, indicators: ["unemployment"])
    }
    #expect(throws: ReportError(.missing, "there is no file 'nowhere'")) {
      try IndicatorHistory("nowhere", indicators: ["inflation"])
    }
    #expect(throws: ReportError(.query, "'\(path)' holds no experiment 'other'. There are: trial")) {
      try IndicatorHistory(path, indicators: ["inflation"], experiment: "other")
    }
  }
}
