/// A distribution gathered in one pass over many rows, on several threads: amounts fall into bins whose bounds are
/// 1/128 apart in relative terms, and each bin keeps its weight and its sum as integers. So the result depends on
/// neither threads nor order, and no sorting is needed. Within a bin all are counted at the bin's mean, which changes
/// a Gini coefficient by less than 0.0001.
struct IncomeBins: Sendable {
  /// Bins of either sign: the first is for amounts below one cent, the last for all beyond 2^40 cents, those between
  /// are told apart by the exponent and seven bits of the mantissa of a single-precision number.
  private static let binsOfASign = 40 * 128 + 2
  private static let bitsOfOneCent = Int(Float(1).bitPattern >> 16)
  /// Bins that are passed over together where all are empty, as most are.
  private static let block = 36
  private let cells: Tally

  init(workers: Int) {
    cells = Tally(groups: 2 * 2 * Self.binsOfASign, workers: workers)
  }

  /// Adds `weight` units of an amount in cents.
  @inline(__always)
  func add(_ cents: Double, weight: Int64, worker: Int) {
    let magnitude = Int(Float(abs(cents)).bitPattern >> 16) - Self.bitsOfOneCent + 1
    let bin = min(max(magnitude, 0), Self.binsOfASign - 1)
    let rising = Self.binsOfASign + (cents < 0 ? -1 - bin : bin)
    cells.add(weight, to: 2 * rising, worker: worker)
    cells.add(Int64(cents) &* weight, to: 2 * rising + 1, worker: worker)
  }

  /// The distribution of what was added.
  var inequality: Inequality {
    cells.merge()
    var values: [Double] = []
    var sizes: [Double] = []
    let bins = 2 * Self.binsOfASign
    for first in stride(from: 0, to: bins, by: Self.block) {
      let block = first..<min(first + Self.block, bins)
      if cells.isZero(2 * block.lowerBound..<2 * block.upperBound) { continue }
      for bin in block where cells[2 * bin] > 0 {
        let weight = Double(cells[2 * bin])
        values.append(Double(cells[2 * bin + 1]) / weight)
        sizes.append(weight)
      }
    }
    return values.isEmpty ? Inequality([0], weights: [1]) : Inequality(values, weights: sizes)
  }
}
