/// How an indicator's values and effects stand in a table for people.
struct SummaryFormat {
  /// The unit as the table names it.
  let unit: String
  private let factor: Double
  private let decimals: Int
  private let isShare: Bool

  /// - Parameters:
  ///   - unit: the indicator's; `fraction` is shown in percent, and `currency` by its code.
  ///   - magnitude: the largest value to show.
  init(unit: String, currency: String, magnitude: Double) {
    isShare = unit == "fraction"
    self.unit =
      isShare
      ? "%" : unit == "1" ? "" : unit.replacing("currency", with: currency.isEmpty ? "currency" : currency)
    factor = isShare ? 100 : 1
    decimals =
      if isShare { 2 } else {
        switch magnitude {
        case 1_000...: 0
        case 100...: 1
        case 10...: 2
        default: 3
        }
      }
  }

  func value(_ value: Double?) -> String {
    NumberText.fixed((value ?? .nan) * factor, decimals: decimals)
  }

  /// A difference: of shares in percentage points.
  func effect(_ value: Double?) -> String {
    NumberText.fixed((value ?? .nan) * factor, decimals: decimals, signed: true)
  }

  /// A difference relative to the baseline; empty for shares, whose difference says it already.
  func change(_ value: Double?) -> String {
    guard !isShare else { return "" }
    return value.map { NumberText.fixed($0 * 100, decimals: 2, signed: true) + " %" } ?? "–"
  }
}
