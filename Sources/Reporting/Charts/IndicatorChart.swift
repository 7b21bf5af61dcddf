import Economy
import Experiments

/// Yearly means of indicators as small multiples, one line a variant.
public struct IndicatorChart {
  private let history: IndicatorHistory

  /// The chart of what a database holds.
  public init(_ history: IndicatorHistory) { self.history = history }

  /// The chart.
  public var chart: LineChart {
    let experiment = history.experiment
    let names = history.indicators.map(\.label)
    let band =
      experiment.replications > 1
      ? "; bands: ± one standard deviation between \(experiment.replications) replications" : ""
    return LineChart(
      title: "\(Self.list(names)), \(experiment.economy)",
      subtitle: "Means over each year and over the replications\(band)", source: source,
      panels: history.indicators.map(panel))
  }

  private func panel(_ indicator: IndicatorHistory.Named) -> LineChart.Panel {
    let values = indicator.variants.flatMap { $0.years.map(\.value.mean.magnitude) }
    let unit = Unit(indicator.unit, currency: history.experiment.currency, magnitude: values.max() ?? 0)
    let (first, label) = time
    return LineChart.Panel(
      title: indicator.label, subtitle: unit.name, number: ChartNumber(unit: unit.tick),
      time: LineChart.Time(label: label, steps: [1, 2, 5, 10, 20, 50]),
      series: LineChart.Series.highlighted(
        indicator.variants.map { variant in
          LineChart.Series(
            label: variant.label,
            points: variant.years.map { year, estimate in
              LineChart.Point(
                time: Double(first + year), value: estimate.mean / unit.size,
                spread: estimate.deviation.map { $0 / unit.size })
            })
        }))
  }

  /// The first year's number and what years are called: calendar years where they begin in January.
  private var time: (first: Int, label: String) {
    let start = history.experiment.start
    guard let month = YearMonth(start), month.month == 1 else {
      return (1, "Year of the scenario, from \(start)")
    }
    return (month.year, "Year")
  }

  private var source: String {
    let experiment = history.experiment
    let missing = experiment.runs - experiment.completeRuns
    return "Source: \(experiment.codeVersion), scenario \(experiment.scenario), "
      + ChartSource.runs(replications: experiment.replications, seed: experiment.seed)
      + ", \(NumberText.whole(experiment.persons)) persons."
      + (missing == 0 ? "" : " \(missing) of \(experiment.runs) runs are not complete and left out.")
  }

  /// `a, b and c`, beginning as a sentence does.
  private static func list(_ names: [String]) -> String {
    let names = names.prefix(1) + names.dropFirst().map(lowered)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The name within a sentence; abbreviations stay as they are.
  private static func lowered(_ name: String) -> String {
    guard name.dropFirst().first?.isLowercase == true, !name.hasPrefix("Gini") else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The unit that values are drawn in.
  struct Unit: Equatable {
    /// How much of the indicator's own unit it is.
    let size: Double
    /// Its name for the panel's subtitle.
    let name: String
    /// What stands behind the numbers of the axis.
    let tick: String

    /// - Parameters:
    ///   - unit: the indicator's.
    ///   - magnitude: the largest value to draw.
    init(_ unit: String, currency: String, magnitude: Double) {
      switch unit {
      case "fraction": (size, name, tick) = (0.01, "percent", "%")
      case "1": (size, name, tick) = (1, "ratio", "")
      case _ where unit.hasPrefix("currency"):
        let sizes = [(1e12, "trillion "), (1e9, "billion "), (1e6, "million "), (1e4, "thousand ")]
        let fit = sizes.first { magnitude >= $0.0 } ?? (1, "")
        let (word, amount) = (fit.1, fit.0 == 1e4 ? 1e3 : fit.0)
        let text = unit.replacing("currency", with: currency).replacing("/hour", with: " an hour").replacing(
          "/", with: " a ")
        (size, name, tick) = (amount, word + text, "")
      default: (size, name, tick) = (1, unit, "")
      }
    }
  }
}
