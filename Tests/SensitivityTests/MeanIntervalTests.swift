import Designs
import Testing

@testable import Sensitivity

struct MeanIntervalTests {
  /// SciPy 1.17, `stats.t.ppf`; the first rows are in every table.
  @Test(
    "Student's t is that of the tables",
    arguments: [
      (1, 0.95, 12.706204736174694), (2, 0.95, 4.302652729749462), (3, 0.95, 3.1824463052837078),
      (4, 0.99, 4.604094871349992), (9, 0.95, 2.262157162798205), (10, 0.9, 1.8124611228116756),
      (29, 0.95, 2.045229642132703), (30, 0.99, 2.7499956535672254), (100, 0.95, 1.9839715185235518),
      (999, 0.99, 2.5807596372676365),
    ])
  func studentT(degrees: Int, confidence: Double, value: Double) {
    #expect(abs(StudentT.value(confidence: confidence, degrees: degrees) / value - 1) < 1e-12)
    #expect(abs(StudentT.coverage(of: -value, degrees: degrees) - confidence) < 1e-13)
  }

  @Test("With very many degrees of freedom t is normal")
  func normal() {
    #expect(abs(StudentT.value(confidence: 0.95, degrees: 1_000_000) - 1.959963984540054) < 1e-5)
  }

  @Test("The interval around 1 to 5 is three plus or minus t times the root of a half")
  func interval() throws {
    let mean = try #require(MeanInterval([3, 1, 5, 2, 4, .nan]))
    #expect(mean.mean == 3 && mean.count == 5)
    #expect(abs(mean.deviation - 2.5.squareRoot()) < 1e-15)
    #expect(abs(mean.halfWidth - 2.7764451051977987 * 0.5.squareRoot()) < 1e-12)
    #expect(mean.interval.contains(3 + mean.halfWidth) && !mean.interval.contains(3.1 + mean.halfWidth))
    #expect(MeanInterval([1]) == nil && MeanInterval([1, .infinity]) == nil)
  }

  @Test("The required number is the first whose half-width will do")
  func required() throws {
    let mean = try #require(MeanInterval([3, 1, 5, 2, 4]))
    for limit in [2, 1.9, 1, 0.5, 0.1] {
      let found = try #require(mean.required(halfWidth: limit, most: 10_000))
      func halfWidth(_ count: Int) -> Double {
        StudentT.value(confidence: 0.95, degrees: count - 1) * mean.deviation / Double(count).squareRoot()
      }
      #expect(halfWidth(found) <= limit)
      #expect(found == 5 || halfWidth(found - 1) > limit)
      #expect(mean.required(halfWidth: limit, most: found) == found)
      #expect(found == 5 || mean.required(halfWidth: limit, most: found - 1) == nil)
    }
  }

  @Test("Runs are asked for until the half-width is reached, and no more than the most")
  func replications() {
    let values: [Double] = [3, 1, 5, 2, 4]
    func missing(_ halfWidth: Double, _ most: Int, relative: Bool = false, _ values: [Double] = values) -> Int
    {
      let precision = Replications.Precision(output: "x", halfWidth: halfWidth, isRelative: relative)
      return Replications.until(precision, least: 4, most: most).missing(after: values)
    }
    #expect(missing(2, 100) == 0)
    #expect(missing(2, 100, []) == 4)
    #expect(missing(2, 100, [1]) == 3)
    // 13 are required for 1, and half of the other eight are asked for.
    #expect(missing(1, 100) == 4)
    #expect(missing(1.9, 100) == 1)
    // Where the most will not do either it goes there by halves.
    #expect(missing(0.01, 9) == 2)
    #expect(missing(0.01, 5) == 0)
    // A half of the mean is 1.5, a third of it, which makes a half of the true mean, 1.
    #expect(missing(0.5, 100, relative: true) == 4)
    #expect(missing(1, 100, [2, 2, 2, 2]) == 0)
    #expect(Replications.fixed(8).missing(after: values) == 3)
    #expect(Replications.fixed(3).missing(after: values) == 0)
  }

  @Test("Asking again and again ends with the half-width or the most")
  func sequence() throws {
    let draws = KeyedDraws(seed: 2, purpose: .bootstrap)
    let rule = Replications.until(.init(output: "x", halfWidth: 0.02), least: 5, most: 2_000)
    var values: [Double] = []
    var rounds = 0
    while rule.missing(after: values) > 0 {
      for _ in 0..<rule.missing(after: values) {
        values.append(Double(draws.bits(UInt32(values.count), 0, 0) >> 11) * 0x1p-53)
      }
      rounds += 1
    }
    // A uniform number has a deviation of 0.289: (1.96 * 0.289 / 0.02)^2 = 802 are needed.
    #expect((700...900).contains(values.count))
    #expect(rounds < 20)
    #expect(try #require(MeanInterval(values)).halfWidth <= 0.02)
  }
}
