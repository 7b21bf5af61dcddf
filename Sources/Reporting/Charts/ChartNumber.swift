/// How the numbers of an axis are written.
public struct ChartNumber: Sendable, Equatable {
  /// What follows the number, as `%`; empty where the panel's subtitle names the unit.
  public let unit: String
  /// Whether a plus stands before positive numbers: for differences.
  public let isSigned: Bool

  /// Numbers with a unit behind them.
  public init(unit: String = "", isSigned: Bool = false) {
    self.unit = unit
    self.isSigned = isSigned
  }

  func text(_ value: Double, decimals: Int) -> String {
    let number = NumberText.fixed(value, decimals: decimals, signed: isSigned).replacing(
      "-", with: "\u{2212}")
    return unit.isEmpty ? number : number + "\u{A0}" + unit
  }
}
