/// Numbers as text, the same in every locale.
public enum NumberText {
  /// A number with so many decimals, `–` where it is not defined.
  /// - Parameters:
  ///   - decimals: from 0 to 9.
  ///   - grouped: whether commas part the thousands.
  ///   - signed: whether a plus stands before positive numbers.
  public static func fixed(
    _ value: Double, decimals: Int, grouped: Bool = true, signed: Bool = false
  ) -> String {
    precondition((0...9).contains(decimals), "decimals from 0 to 9")
    guard !value.isNaN else { return "–" }
    let scale = powersOfTen[decimals]
    let scaled = (value.magnitude * Double(scale)).rounded()
    guard scaled < 0x1p63 else { return value.description }
    let units = UInt64(scaled)
    let sign = units == 0 ? "" : value < 0 ? "-" : signed ? "+" : ""
    let fraction = decimals == 0 ? "" : "." + padded(String(units % scale), to: decimals)
    let whole = String(units / scale)
    return sign + (grouped ? thousands(whole) : whole) + fraction
  }

  /// A whole number with commas between the thousands.
  public static func whole(_ value: Int) -> String {
    (value < 0 ? "-" : "") + thousands(String(value.magnitude))
  }

  /// The last of so many decimals: 0.01 for two.
  static func unit(_ decimals: Int) -> Double { 1 / Double(powersOfTen[decimals]) }

  private static let powersOfTen: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  private static func padded(_ digits: String, to count: Int) -> String {
    String(repeating: "0", count: count - digits.utf8.count) + digits
  }

  private static func thousands(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
