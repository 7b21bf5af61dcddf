/// A calendar month, the unit of time of every run: one step is one month.
public struct YearMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Months since January of year 0.
  public let index: Int

  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1 to 12")
    index = year * 12 + month - 1
  }

  private init(index: Int) { self.index = index }

  /// Reads `YYYY-MM`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  public var year: Int { index / 12 }
  public var month: Int { index % 12 + 1 }

  public var description: String {
    let y = String(year)
    return String(repeating: "0", count: max(0, 4 - y.count)) + y + (month < 10 ? "-0" : "-") + String(month)
  }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
  public static func + (left: Self, months: Int) -> Self { Self(index: left.index + months) }
  /// Months from `right` to `left`.
  public static func - (left: Self, right: Self) -> Int { left.index - right.index }
}
