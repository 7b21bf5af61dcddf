@testable import Economy

/// What the months of a run bring, as far as targets ask for it.
struct History: Sendable {
  private(set) var months: [MonthlyIndicators] = []
  /// Employed persons by occupation.
  private(set) var employed: [[Int]] = []
  /// What serving AI costs, over GDP.
  private(set) var serving: [Double] = []

  /// Simulates some months.
  mutating func record(_ count: Int, of economy: inout Economy) throws {
    for _ in 0..<count {
      months.append(try economy.step())
      employed.append(economy.counts.employed)
      serving.append(Double(economy.counts.aiServingCost) / Double(economy.counts.gdp))
    }
  }

  /// Means of the last twelve of so many months.
  func lastYear(_ indicator: Indicator, of count: Int) -> Double {
    Self.lastYear(months.map { $0[indicator] }, of: count)
  }

  static func lastYear(_ values: [Double], of count: Int) -> Double {
    Array(values.prefix(count).suffix(12)).mean
  }
}
