import Foundation
import Testing

/// The tools of the validation, against values worked out by hand.
struct StatisticsTests {
  @Test("A straight line has no cycle, and a cycle adds up to nothing")
  func filter() {
    let line = (0..<40).map { 3 + 0.5 * Double($0) }
    #expect(line.cycle(smoothing: 1_600).allSatisfy { abs($0) < 1e-8 })
    let wave = (0..<80).map { sin(Double($0)) + 0.1 * Double($0) }
    #expect(abs(wave.cycle(smoothing: 1_600).reduce(0, +)) < 1e-8)
  }

  @Test("The filter solves its equation")
  func equation() {
    let values = (0..<25).map { cos(1.7 * Double($0)) }
    let trend = zip(values, values.cycle(smoothing: 10)).map { $0 - $1 }
    for row in 2..<23 {
      let fourth =
        trend[row - 2] - 4 * trend[row - 1] + 6 * trend[row] - 4 * trend[row + 1] + trend[row + 2]
      #expect(abs(trend[row] + 10 * fourth - values[row]) < 1e-9)
    }
  }

  @Test("Slope, deviation, autocorrelation and block means")
  func moments() {
    #expect([1, 3, 5].slope(on: [0, 1, 2]) == 2)
    #expect([2.0, 4, 4, 4, 5, 5, 7, 9].deviation == (32.0 / 7).squareRoot())
    #expect([1.0, 1, 1, 5].kurtosis == 7.0 / 3)
    #expect(abs([1.0, -1, 1, -1].autocorrelation + 0.75) < 1e-12)
    #expect([1.0, 2, 3, 4, 5, 6, 7].means(over: 3) == [2, 5])
    #expect([1.0, 4, 9].changes == [3, 5])
    #expect([1.0, 4, 9].changes(over: 2) == [8])
  }
}
