import Experiments
import Sensitivity

/// How estimates are put into words. Every title and sentence of a report that claims an effect is made here, so
/// that none goes without its interval.
enum Finding {
  /// Decimals that the interval leaves meaning to, and that keep an end of it apart from nothing where it is so.
  static func decimals(_ estimate: Estimate) -> Int {
    estimate.interval.map(decimals) ?? decimals(half: abs(estimate.mean) / 10)
  }

  static func decimals(_ interval: Interval) -> Int {
    var decimals = decimals(half: interval.width / 2)
    if interval.low > 0 || interval.high < 0 {
      let nearest = min(interval.low.magnitude, interval.high.magnitude)
      while decimals < 3, nearest < NumberText.unit(decimals) / 2 { decimals += 1 }
    }
    return decimals
  }

  private static func decimals(half: Double) -> Int {
    half >= 10 ? 0 : half >= 0.1 ? 1 : half >= 0.01 ? 2 : 3
  }

  static func number(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    NumberText.fixed(value, decimals: decimals, signed: signed).replacing("-", with: "\u{2212}")
  }

  /// `5.9 percent (5.1 to 6.6)`: a level with its interval.
  static func level(_ estimate: Estimate, unit: String, key: String, decimals: Int) -> Prose {
    let mean = ReportNumber(key: key + "/mean", value: estimate.mean, text: number(estimate.mean, decimals))
    let unit = unit.isEmpty ? "" : " " + unit
    guard let interval = estimate.interval else { return "\(mean)\(unit) in one run" }
    let low = ReportNumber(key: key + "/low", value: interval.low, text: number(interval.low, decimals))
    let high = ReportNumber(key: key + "/high", value: interval.high, text: number(interval.high, decimals))
    return "\(mean)\(unit) (\(low) to \(high))"
  }

  /// `−0.92 points (−1.20 to −0.64)`.
  static func signed(_ estimate: Estimate, unit: String, key: String) -> Prose {
    let decimals = decimals(estimate)
    let mean = ReportNumber(
      key: key + "/mean", value: estimate.mean, text: number(estimate.mean, decimals, signed: true))
    return "\(mean)\u{A0}\(unit)" + interval(estimate, key: key, decimals: decimals)
  }

  /// ` (−1.20 to −0.64)`, with a unit at the end where it stands nowhere else; nothing for one replication.
  private static func interval(_ estimate: Estimate, key: String, decimals: Int, unit: String = "") -> Prose {
    guard let interval = estimate.interval else { return "" }
    let low = ReportNumber(
      key: key + "/low", value: interval.low, text: number(interval.low, decimals, signed: true))
    let high = ReportNumber(
      key: key + "/high", value: interval.high, text: number(interval.high, decimals, signed: true))
    return " (\(low) to \(high)\(unit.isEmpty ? "" : " " + unit))"
  }

  /// `Poverty rate falls by 0.92 points (0.64 to 1.20)`, or that there is no clear effect.
  static func sentence(_ label: String, _ estimate: Estimate, unit: String, key: String) -> Prose {
    let decimals = decimals(estimate)
    let falls = estimate.mean < 0
    let verb = isPlural(label) ? (falls ? "fall" : "rise") : (falls ? "falls" : "rises")
    func size(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(key)/\(end)", value: value, text: number(abs(value), decimals))
    }
    guard let interval = estimate.interval else {
      return
        "\(label) \(verb) by \(size(estimate.mean, "mean")) \(unit) in one run, which cannot be told from chance"
    }
    // What shows as nothing is nothing, however sure.
    guard max(interval.low.magnitude, interval.high.magnitude) >= NumberText.unit(decimals) / 2 else {
      return "no effect on \(lowered(label))"
    }
    guard estimate.isClear else {
      return "no clear effect on \(lowered(label))"
        + self.interval(estimate, key: key, decimals: decimals, unit: unit)
    }
    let ends =
      falls
      ? (size(interval.high, "high"), size(interval.low, "low"))
      : (size(interval.low, "low"), size(interval.high, "high"))
    return "\(label) \(verb) by \(size(estimate.mean, "mean")) \(unit) (\(ends.0) to \(ends.1))"
  }

  /// `hours`, `AI rents`, but not `unemployment` or `jobless`.
  private static func isPlural(_ label: String) -> Bool { label.hasSuffix("s") && !label.hasSuffix("ss") }

  /// A name within a sentence; abbreviations and names of persons stay as they are.
  static func lowered(_ label: String) -> String {
    guard label.dropFirst().first?.isLowercase == true, !label.hasPrefix("Gini") else { return label }
    return label.prefix(1).lowercased() + label.dropFirst()
  }
}
