import Economy
public import Experiments

/// What shocks did, as a chart a shock.
public struct ResponseCharts {
  private let result: ResponseResult

  /// The charts of a result.
  public init(_ result: ResponseResult) { self.result = result }

  /// Months shown before the shock, where nothing may move.
  private static let monthsBefore = 6
  private static let measures: [ResponseMeasure] = [.output, .prices, .unemployment, .policyRate]

  /// A chart for each shock, with the name of its file.
  public var files: [(name: String, chart: LineChart)] {
    result.shocks.indices.map { shock in
      let name = "\(result.scenario)-\(result.shocks[shock].name.replacing("_", with: "-")).svg"
      return (name, chart(shock))
    }
  }

  private func chart(_ shock: Int) -> LineChart {
    let replications = result.twins.count
    let band =
      replications > 1
      ? "; bands: ± two standard errors of the mean over \(replications) replications"
      : "; one replication, which tells nothing about chance"
    return LineChart(
      title: "\(result.shocks[shock].label): responses of four indicators",
      subtitle: "Difference from the same economy without the shock, by month" + band, source: source,
      panels: Self.measures.map { panel($0, shock) })
  }

  private func panel(_ measure: ResponseMeasure, _ shock: Int) -> LineChart.Panel {
    let points = (Shock.month - Self.monthsBefore..<result.months).map { month in
      let estimate = result.response(of: measure, to: shock, month: month)
      return LineChart.Point(
        time: Double(month - Shock.month), value: estimate?.mean ?? .nan,
        spread: estimate?.standardError.map { 2 * $0 })
    }
    return LineChart.Panel(
      title: measure.label, subtitle: measure.isRelative ? "percent of its level" : "percentage points",
      number: ChartNumber(unit: measure.unit, isSigned: true),
      time: LineChart.Time(label: "Months since the shock", steps: [1, 3, 6, 12, 24, 60, 120], event: 0),
      series: [LineChart.Series(label: "", points: points)])
  }

  private var source: String {
    "Source: \(result.codeVersion), baseline of scenario \(result.scenario), "
      + ChartSource.runs(replications: result.twins.count, seed: result.seed)
      + ", \(NumberText.whole(result.persons)) persons, shock in \(result.start + Shock.month)."
  }
}

/// Words that several source lines share.
enum ChartSource {
  /// `8 replications (seeds 1 to 8)`.
  static func runs(replications: Int, seed: UInt64) -> String {
    replications == 1
      ? "1 replication (seed \(seed))"
      : "\(NumberText.whole(replications)) replications (seeds \(seed) to \(seed &+ UInt64(replications - 1)))"
  }
}
