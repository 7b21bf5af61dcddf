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

  /// - Parameters:
  ///   - unit: as the table `indicator` states it.
  ///   - currency: ISO 4217 code.
  ///   - dividesTotals: whether a total is shown per person, for which the population has to stand beside it.
  init(
    name: String, label: String, unit: String, definition: String, currency: String,
    dividesTotals: Bool = true
  ) {
    let isMoneyOfAll = Self.totals.contains(name)
    let isTotal = isMoneyOfAll && dividesTotals
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
      let whose = isMoneyOfAll && !isTotal ? ", all persons of the model" : ""
      (self.unit, factor, isRelative) = (text.replacing("a hour", with: "an hour") + whose, 1, true)
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
