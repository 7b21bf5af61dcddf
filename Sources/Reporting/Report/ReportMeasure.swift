import Experiments

/// What a report follows: an indicator, or a total divided by persons, and how its values and effects are written.
struct ReportMeasure: Equatable {
  /// The indicator's name.
  let name: String
  /// Its name for readers.
  let label: String
  /// What SQL averages.
  let expression: String
  /// The unit that values are shown in.
  let unit: String
  /// How many of the shown unit the database's unit is: 100 for shares in percent.
  let factor: Double
  /// Whether effects are given relative to the baseline, in percent.
  let isRelative: Bool
  /// How the database defines it.
  let definition: String

  /// Money of the whole model population, which says nothing to readers: shown per person.
  private static let totals: Set<String> = [
    "gdp_nominal", "gdp_real", "consumption_real", "investment_real", "government_revenue",
    "government_spending",
    "government_deficit", "ubi_spending",
  ]

  /// What a total is divided by.
  enum Total: Equatable {
    /// The month's population, which the database has beside it.
    case overPopulation
    /// The persons of the scenario's start.
    case overStart(Double)
    /// Nothing, where that is not known.
    case whole

    /// What the unit adds, and the factor.
    fileprivate var inWords: (unit: String, factor: Double) {
      switch self {
      case .overPopulation: ("", 1)
      case .overStart(let persons): (" per person at the start", 1 / persons)
      case .whole: (", all persons of the model", 1)
      }
    }
  }

  /// - Parameters:
  ///   - unit: as the table `indicator` states it.
  ///   - currency: ISO 4217 code.
  ///   - total: how totals of money become amounts per person.
  init(
    name: String, label: String, unit: String, definition: String, currency: String,
    total: Total = .overPopulation
  ) {
    let isMoneyOfAll = Self.totals.contains(name)
    let isTotal = isMoneyOfAll && total == .overPopulation
    self.name = name
    self.label = isTotal ? label + " per person" : label
    self.definition = definition
    expression = isTotal ? "\"\(name)\" / population" : "\"\(name)\""
    switch unit {
    case "fraction": (self.unit, factor, isRelative) = ("percent", 100, false)
    case "years of GDP": (self.unit, factor, isRelative) = ("percent of yearly GDP", 100, false)
    case "hours": (self.unit, factor, isRelative) = ("hours", 1, false)
    case "index": (self.unit, factor, isRelative) = ("index, 1 at the start", 1, true)
    case _ where unit.hasPrefix("currency"):
      let text = unit.replacing("currency", with: currency).replacing("/", with: " a ")
      let (whose, share) = isMoneyOfAll ? total.inWords : ("", 1)
      (self.unit, factor, isRelative) = (text.replacing("a hour", with: "an hour") + whose, share, true)
    default: (self.unit, factor, isRelative) = (unit == "1" ? "ratio" : unit, 1, false)
    }
  }

  /// The unit of effects.
  var effectUnit: String { isRelative ? "percent" : factor == 100 ? "percentage points" : unit }

  /// The same for narrow places.
  var shortEffectUnit: String { isRelative ? "%" : factor == 100 ? "points" : unit }

  /// What stands behind a number on an axis.
  var tick: String { factor == 100 ? "%" : "" }

  /// An effect in its unit.
  func effect(after: Double, before: Double) -> Double {
    isRelative ? (after / before - 1) * 100 : (after - before) * factor
  }

  /// Decimals that show a value of that size.
  func decimals(magnitude: Double) -> Int {
    switch magnitude {
    case 1_000...: 0
    case 10...: 1
    default: 2
    }
  }

  /// A value in the shown unit.
  func text(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals(magnitude: value.magnitude)).replacing("-", with: "\u{2212}")
  }
}
