import Economy
public import Experiments

/// How the headline indicators went, year by year, as words of blocks.
public struct Courses {
  private let words: [String: [String: String]]

  /// Reads them from the database that a run has filled; runs of fewer than three full years have none.
  public init(_ result: ExperimentResult, database: String) {
    let names = result.headline.rows.map(\.indicator.spec.name)
    guard result.months >= 36,
      let history = try? IndicatorHistory(database, indicators: names, experiment: result.scenario)
    else {
      words = [:]
      return
    }
    var words: [String: [String: String]] = [:]
    for (name, indicator) in zip(names, history.indicators) {
      for variant in indicator.variants {
        words[name, default: [:]][variant.label] = Sparkline.text(variant.years.map(\.value.mean))
      }
    }
    self.words = words
  }

  /// The course of an indicator under a variant; empty where there is none.
  func word(_ indicator: Indicator, label: String) -> String { words[indicator.spec.name]?[label] ?? "" }
  /// Whether there is any.
  var isEmpty: Bool { words.isEmpty }
}
