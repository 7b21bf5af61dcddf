import Testing

@testable import Sensitivity

struct BootstrapTests {
  @Test("Quantiles are interpolated between neighbours")
  func quantiles() {
    #expect(Bootstrap.quantile(0, ofSorted: [1, 2, 4]) == 1)
    #expect(Bootstrap.quantile(0.25, ofSorted: [1, 2, 4]) == 1.5)
    #expect(Bootstrap.quantile(0.5, ofSorted: [1, 2, 4]) == 2)
    #expect(Bootstrap.quantile(0.75, ofSorted: [1, 2, 4]) == 3)
    #expect(Bootstrap.quantile(1, ofSorted: [1, 2, 4]) == 4)
    #expect(Bootstrap.quantile(0.5, ofSorted: []).isNaN)
  }

  @Test("The interval of a mean has the width that theory gives it")
  func mean() {
    let values = (0..<400).map { Double($0) }
    let interval = Bootstrap(resamples: 4_000, seed: 3).intervals(count: 400) { units in
      [units.reduce(0) { $0 + values[$1] } / 400]
    }[0]
    // 1.96 standard errors to either side; of a uniform sample from 0 to 399 one is 115.5 / 20.
    #expect(abs(interval.width / (2 * 1.96 * 115.47 / 20) - 1) < 0.05)
    #expect(abs((interval.low + interval.high) / 2 - 199.5) < 0.5)
    #expect(interval.confidence == 0.95)
  }

  @Test("Statistics that are no numbers in some resamples are left out there")
  func undefined() {
    let interval = Bootstrap(resamples: 500).intervals(count: 2) { units in
      [units[0] == units[1] ? .nan : 5]
    }[0]
    #expect(interval.low == 5 && interval.high == 5)
  }
}
