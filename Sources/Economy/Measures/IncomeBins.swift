/// A distribution gathered in one pass over many rows, on several threads: amounts fall into bins whose bounds are
/// 1/128 apart in relative terms, and each bin keeps its weight and its sum as integers. So the result depends on
/// neither threads nor order, and no sorting is needed. Within a bin all are counted at the bin's mean, which changes
/// a Gini coefficient by less than 0.0001.
struct IncomeBins: Sendable {
  /// Bins by the sign, the exponent and seven bits of the mantissa of a single-precision number.
  private static let bins = 1 << 16
  private let weights: Tally
  private let sums: Tally

  init(workers: Int) {
    weights = Tally(groups: Self.bins, workers: workers)
    sums = Tally(groups: Self.bins, workers: workers)
  }

  /// Adds `weight` units of an amount in cents.
  @inline(__always)
  func add(_ cents: Double, weight: Int64, worker: Int) {
    let bits = Float(cents).bitPattern
    let rising = bits >> 31 == 1 ? ~bits : bits | 1 << 31
    let bin = Int(rising >> 16)
    weights.add(weight, to: bin, worker: worker)
    sums.add(Int64(cents) &* weight, to: bin, worker: worker)
  }

  /// The distribution of what was added.
  var inequality: Inequality {
    weights.merge()
    sums.merge()
    var values: [Double] = []
    var sizes: [Double] = []
    for bin in 0..<Self.bins where weights[bin] > 0 {
      let weight = Double(weights[bin])
      values.append(Double(sums[bin]) / weight)
      sizes.append(weight)
    }
    return values.isEmpty ? Inequality([0], weights: [1]) : Inequality(values, weights: sizes)
  }
}
