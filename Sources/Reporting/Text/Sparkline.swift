/// A course of values as a word of blocks, for tables on a terminal.
public enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// At most so many blocks, each a mean of neighbours, from the lowest value to the highest; an even line where
  /// nothing moves. Empty for fewer than three values.
  public static func text(_ values: [Double], width: Int = 10) -> String {
    let known = values.filter(\.isFinite)
    guard known.count >= 3, known.count == values.count, let least = known.min(), let most = known.max()
    else {
      return ""
    }
    let count = min(width, known.count)
    let means = (0..<count).map { place -> Double in
      let part = known[place * known.count / count..<(place + 1) * known.count / count]
      return part.reduce(0, +) / Double(part.count)
    }
    let length = most - least
    guard length > max(least.magnitude, most.magnitude) * 1e-9 else {
      return String(repeating: "▄", count: count)
    }
    return String(means.map { blocks[min(7, Int(($0 - least) / length * 8))] })
  }
}
