import Foundation

/// A colour as the web writes it: `#0072b2`.
struct ChartColour: Equatable {
  /// Red, green and blue from 0 to 255.
  let red: Int
  let green: Int
  let blue: Int

  init(_ red: Int, _ green: Int, _ blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

  init(_ hex: Int) { self.init(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF) }

  static let black = ChartColour(0x000000)
  static let white = ChartColour(0xFFFFFF)

  /// `#rrggbb`.
  var text: String {
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// A colour on the straight way to another.
  /// - Parameter share: from 0, this one, to 1, the other.
  func mixed(with other: ChartColour, share: Double) -> ChartColour {
    func mix(_ from: Int, _ to: Int) -> Int { Int((Double(from) + share * Double(to - from)).rounded()) }
    return ChartColour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// Relative luminance from 0 to 1, as WCAG 2.2 defines it.
  var luminance: Double {
    func linear(_ value: Int) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio from 1 to 21, as WCAG 2.2 defines it: text needs 4.5, marks 3.
  func contrast(to other: ChartColour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// Black or white, whichever reads better on it.
  var ink: ChartColour {
    contrast(to: .black) >= contrast(to: .white) ? .black : .white
  }
}
