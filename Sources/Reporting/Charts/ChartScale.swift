/// A stretch of an axis and where its ticks stand.
struct ChartScale: Equatable {
  /// The values at the ends of the axis.
  let domain: ClosedRange<Double>
  /// In rising order, all within the domain.
  let ticks: [Double]
  /// Decimals that tell the ticks apart.
  let decimals: Int

  /// An axis of values: its ends and ticks are round numbers, and it covers the values.
  /// - Parameter count: how many ticks to come near to.
  init(rounding values: ClosedRange<Double>, count: Int) {
    let wide = Self.widened(values)
    let (digit, exponent) = Self.step((wide.upperBound - wide.lowerBound) / Double(count))
    // A step below 1 divides by a whole power of ten, so that ticks are the nearest numbers to what they say.
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    let tick = { (index: Double) in exponent < 0 ? index * digit / power : index * digit * power }
    let unit = tick(1)
    let first = (wide.lowerBound / unit + 1e-9).rounded(.down)
    let last = (wide.upperBound / unit - 1e-9).rounded(.up)
    ticks = stride(from: first, through: last, by: 1).map(tick)
    domain = min(tick(first), wide.lowerBound)...max(tick(last), wide.upperBound)
    decimals = min(9, max(0, -exponent))
  }

  /// An axis of time, from the first to the last value exactly, with ticks at multiples of a step.
  /// - Parameters:
  ///   - steps: to choose from, in rising order.
  ///   - count: how many ticks there is room for.
  init(spanning values: ClosedRange<Double>, steps: [Double], count: Int) {
    let isPoint = values.lowerBound == values.upperBound
    domain = isPoint ? values.lowerBound - 0.5...values.lowerBound + 0.5 : values
    let length = values.upperBound - values.lowerBound
    let largest = steps.last ?? 1
    let step =
      steps.first { length / $0 < Double(count) } ?? (length / Double(count) / largest).rounded(.up) * largest
    let first = (values.lowerBound / step).rounded(.up) * step
    ticks = Array(stride(from: first, through: values.upperBound, by: step))
    decimals = 0
  }

  /// The share of the axis below a value, from 0 to 1.
  func share(_ value: Double) -> Double {
    (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  /// A range with some length.
  private static func widened(_ values: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(values.lowerBound.magnitude, values.upperBound.magnitude)
    guard values.upperBound - values.lowerBound <= size * 1e-6 else { return values }
    let margin = size == 0 ? 1 : size * 0.05
    return values.lowerBound - margin...values.upperBound + margin
  }

  /// The least of 1, 2, 5, 10, … times a power of ten that is no less than a length.
  private static func step(_ length: Double) -> (digit: Double, exponent: Int) {
    var exponent = 0
    var rest = length
    while rest > 10 { (rest, exponent) = (rest / 10, exponent + 1) }
    while rest <= 1 && exponent > -9 { (rest, exponent) = (rest * 10, exponent - 1) }
    let digit = [1.0, 2, 5].first { rest <= $0 * (1 + 1e-9) }
    return digit.map { ($0, exponent) } ?? (1, exponent + 1)
  }
}
