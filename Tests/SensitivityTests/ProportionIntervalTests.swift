import Testing

@testable import Sensitivity

struct ProportionIntervalTests {
  /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872,
  /// table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func `intervals are those of the literature`(hits: Int, count: Int, low: Double, high: Double) {
    let interval = ProportionInterval(share: Double(hits) / Double(count), count: count)
    #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5)
  }
}
