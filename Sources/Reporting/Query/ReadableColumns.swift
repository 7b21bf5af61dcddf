/// How the values of an answer stand in a table for people: the numbers of a column with the same decimals, as
/// many as about seven digits of the largest need, and no more than the exact values have.
struct ReadableColumns {
  /// Decimals of each column's numbers; nil where that would hide small ones, which then stand in full.
  private let decimals: [Int?]

  init(_ rows: [[QueryValue]], count: Int) {
    decimals = (0..<count).map { column in
      Self.decimals(
        rows.compactMap { row in
          if case .real(let value) = row[column] { value } else { nil }
        })
    }
  }

  func cells(_ row: [QueryValue]) -> [String] {
    zip(row, decimals).map { value, decimals in
      guard case .real(let number) = value, let decimals else { return value.readable }
      return NumberText.fixed(number, decimals: decimals, grouped: false)
    }
  }

  private static func decimals(_ values: [Double]) -> Int? {
    let magnitudes = values.filter(\.isFinite).map(\.magnitude)
    guard magnitudes.count == values.count, let largest = magnitudes.max(), largest < 1e15 else { return nil }
    var decimals = 6
    for bound in [10.0, 100, 1_000, 10_000] where largest >= bound { decimals -= 1 }
    // Half a unit of the last decimal: what is smaller would look like nothing.
    let visible = NumberText.unit(decimals) / 2
    guard magnitudes.allSatisfy({ $0 == 0 || $0 >= visible }) else { return nil }
    while decimals > 1, values.allSatisfy({ Self.isShort($0, decimals: decimals - 1) }) { decimals -= 1 }
    return decimals
  }

  /// Whether so many decimals say all of a number.
  private static func isShort(_ value: Double, decimals: Int) -> Bool {
    let text = value.description
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return false }
    return text.distance(from: point, to: text.endIndex) - 1 <= decimals
  }
}
