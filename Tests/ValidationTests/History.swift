@testable import Economy

/// What the months of a run bring, as far as targets ask for it.
struct History: Sendable {
  private(set) var months: [MonthlyIndicators] = []
  /// Employed persons by occupation.
  private(set) var employed: [[Int]] = []
  /// Fixed capital of all firms, in cents at the prices of the economy file.
  private(set) var capital: [Double] = []
  /// What AI uses up, in currency at the prices of the scenario's start.
  private(set) var compute: [Double] = []

  /// Simulates some months.
  mutating func record(_ count: Int, of economy: inout Economy) throws {
    for _ in 0..<count {
      months.append(try economy.step())
      employed.append(economy.counts.employed)
      capital.append(economy.firms.capital.array.reduce(0, +))
      compute.append(Double(economy.ledger[.compute]) / 100 / economy.relativeInvestmentPrice)
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

extension Economy {
  /// Price of investment goods over that at the scenario's start.
  fileprivate var relativeInvestmentPrice: Double {
    let start = nation.atStart?.industryPrices ?? nation.industryPrices
    return investmentPrice / zip(frame.investmentShares, start).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
