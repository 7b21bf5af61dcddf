public import Designs
import Economy

/// What becomes of a run's months.
public struct SweepOutputs: Sendable {
  /// Outputs that are one number a run.
  public let numbers: [Output]
  /// Outputs that are series.
  public let courses: [Output]

  /// Those of them that need the distribution of incomes or of wealth.
  private let distributions: [Output]

  /// The outputs of an experiment, both kinds in its order.
  public init(_ outputs: [Output]) {
    distributions = outputs.filter { Indicator(name: $0.indicator)?.isOfDistribution == true }
    numbers = outputs.filter { $0.every == nil }
    courses = outputs.filter { $0.every != nil }
  }

  /// What has to be measured in a month of a run of so many.
  func scope(month: Int, of months: Int) -> MeasureScope {
    let isAsked = distributions.contains { output in
      switch output.summary {
      case .last: month == months - 1
      case .mean(let count): month >= months - count
      case .series(let every): month.isMultiple(of: every)
      case .gain: false
      }
    }
    return isAsked ? .all : .withoutDistribution
  }

  /// The numbers of a run without months.
  var undefined: [Double] { numbers.map { _ in .nan } }

  /// The numbers of a run, from its last months in which the indicators are defined.
  /// - Parameter gains: the outputs that are about single persons, in their order.
  func finals(_ months: [MonthlyIndicators], gains: [Double]) -> [Double] {
    var gains = gains[...]
    return numbers.map { output in
      if output.gain != nil { return gains.popFirst() ?? .nan }
      guard let indicator = Indicator(name: output.indicator) else { return .nan }
      switch output.summary {
      case .last: return months.last?[indicator] ?? .nan
      case .mean(let count): return Estimate(months.suffix(count).map { $0[indicator] })?.mean ?? .nan
      case .series, .gain: return .nan
      }
    }
  }

  /// The months in which a series or more has a value.
  func series(_ months: [MonthlyIndicators]) -> [(month: Int, values: [Double])] {
    let courses = courses.map { ($0.every ?? 1, Indicator(name: $0.indicator)) }
    guard !courses.isEmpty else { return [] }
    return months.filter { month in courses.contains { month.month.isMultiple(of: $0.0) } }.map { month in
      let values = courses.map { every, indicator in
        guard month.month.isMultiple(of: every), let indicator else { return Double.nan }
        return month[indicator]
      }
      return (month.month, values)
    }
  }
}

extension Output {
  /// Months between the values of a series; nil for a number.
  public var every: Int? { if case .series(let months) = summary { months } else { nil } }
}
