import Foundation
import Testing

@testable import Designs

struct DistributionTests {
  static let ranges: [Distribution] = [
    .uniform(low: -3, high: 0.1), .logUniform(low: 0.001, high: 7), .triangular(low: 1, mode: 1, high: 4),
    .triangular(low: 1, mode: 4, high: 4), .triangular(low: 2, mode: 3, high: 6),
    .normal(mean: 1, deviation: 2, low: -1, high: 7), .normal(mean: 0, deviation: 1, low: 9, high: 12),
  ]

  private func number(_ distribution: Distribution, _ coordinate: Double) -> Double {
    distribution.value(at: coordinate).number ?? .nan
  }

  @Test("Quantiles of ranges are those of their closed forms")
  func closedForms() {
    #expect(number(.uniform(low: 10, high: 20), 0.3) == 13)
    #expect(abs(number(.logUniform(low: 0.01, high: 100), 0.25) - 0.1) < 1e-16)
    #expect(abs(number(.logUniform(low: 2, high: 32), 0.75) - 16) < 1e-14)
    // Mode at a quarter of the range from 2 to 6: reached at a quarter of the probability.
    let triangle = Distribution.triangular(low: 2, mode: 3, high: 6)
    #expect(number(triangle, 0.25) == 3)
    #expect(abs(number(triangle, 0.1) - (2 + 0.4.squareRoot())) < 1e-15)
    #expect(abs(number(triangle, 0.99) - (6 - 0.12.squareRoot())) < 1e-14)
  }

  /// From tables to 16 digits (SciPy 1.17, `special.ndtri`).
  @Test(
    "Quantiles of the normal distribution are exact to twelve digits from the far tail to the middle",
    arguments: [
      (1e-300, -37.0470962993612), (1e-10, -6.361340902404056), (0.001, -3.090232306167813),
      (0.025, -1.9599639845400545), (0.3, -0.5244005127080409), (0.8, 0.8416212335729143),
      (0.975, 1.959963984540054),
    ])
  func normal(probability: Double, value: Double) {
    #expect(abs(Normal.quantile(probability) / value - 1) < 1e-12)
    if probability > 1e-16 { #expect(abs(Normal.cumulative(value) / probability - 1) < 1e-12) }
  }

  /// SciPy 1.17, `stats.truncnorm.ppf`; one range in each tail, where nearly nothing lies.
  @Test(
    "A truncated normal has its quantiles, in the tails too",
    arguments: [
      (-1.0, 2.0, [-0.9667232518503338, -0.3496414292924653, 0.17116391801782482, 1.985063085944169]),
      (3.0, 5.0, [3.0030592566548604, 3.0865424399832246, 3.2050938082099796, 4.65292922843926]),
      (-8.0, -6.0, [-6.707985268734323, -6.221222901598988, -6.11156496120527, -6.000162456710052]),
      (0.0, 8.0, [0.012533469508069415, 0.31863936396437476, 0.6744897501960809, 3.290526731491545]),
    ])
  func truncated(low: Double, high: Double, values: [Double]) {
    for (coordinate, value) in zip([0.01, 0.25, 0.5, 0.999], values) {
      let scaled = number(
        .normal(mean: 10, deviation: 4, low: 10 + 4 * low, high: 10 + 4 * high), coordinate)
      #expect(abs(scaled - (10 + 4 * value)) < 1e-9, "at \(coordinate)")
    }
  }

  @Test("Ranges begin and end at their ends to the bit, and rise between", arguments: ranges)
  func ends(distribution: Distribution) {
    let values = (0...1_000).map { number(distribution, Double($0) / 1_000) }
    let ends: (Double, Double)
    switch distribution {
    case .uniform(let low, let high), .logUniform(let low, let high), .triangular(let low, _, let high),
      .normal(_, _, let low, let high):
      ends = (low, high)
    default: return
    }
    #expect(values.first == ends.0 && values.last == ends.1)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("Each whole number and each value has its exact share of evenly spaced coordinates")
  func shares() {
    let middles = (0..<1_200).map { (Double($0) + 0.5) / 1_200 }
    func counts(_ distribution: Distribution) -> [FactorValue: Int] {
      middles.reduce(into: [:]) { $0[distribution.value(at: $1), default: 0] += 1 }
    }
    #expect(
      counts(.wholeNumbers(low: -1, high: 1)) == [.number(-1): 400, .number(0): 400, .number(1): 400])
    let words = [FactorValue.word("debt"), .word("tax"), .word("cuts")]
    #expect(counts(.values(words, weights: nil)) == [words[0]: 400, words[1]: 400, words[2]: 400])
    #expect(counts(.values(words, weights: [1, 2, 3])) == [words[0]: 200, words[1]: 400, words[2]: 600])
    #expect(Distribution.values(words, weights: [1, 2, 3]).value(at: 1) == words[2])
    #expect(Distribution.wholeNumbers(low: 3, high: 9).value(at: 1) == .number(9))
  }

  @Test("A listed value's coordinate leads back to it")
  func coordinates() {
    let values = (0..<7).map { FactorValue.number(Double($0)) }
    for weights in [nil, [1, 20, 3, 0.01, 5, 6, 1e-9]] {
      let distribution = Distribution.values(values, weights: weights)
      for index in values.indices {
        #expect(distribution.value(at: distribution.coordinate(ofListed: index)) == values[index])
      }
    }
  }

  @Test(
    "What makes no distribution is refused by name",
    arguments: [
      (.uniform(low: 2, high: 2), .emptyRange(low: 2, high: 2)),
      (.uniform(low: 0, high: .infinity), .notFinite),
      (.logUniform(low: 0, high: 1), .notPositive(0)),
      (.triangular(low: 0, mode: 2, high: 1), .modeOutside(2, low: 0, high: 1)),
      (.normal(mean: 0, deviation: 0, low: 0, high: 1), .notAboveZero(0)),
      (.normal(mean: 0, deviation: 1, low: 50, high: 60), .noProbability),
      (.normal(mean: .nan, deviation: 1, low: 0, high: 1), .notFinite),
      (.wholeNumbers(low: 2, high: 1), .emptyRange(low: 2, high: 1)),
      (.wholeNumbers(low: 0, high: .max), .notExact),
      (.values([], weights: nil), .noValues),
      (.values([.number(1), .flag(true)], weights: nil), .mixedKinds),
      (.values([.number(1), .number(1)], weights: nil), .repeatedValue(.number(1))),
      (.values([.number(1), .number(2)], weights: [1]), .wrongWeights),
      (.values([.number(1), .number(2)], weights: [1, 0]), .wrongWeights),
    ] as [(Distribution, DesignError.Problem)])
  func problems(distribution: Distribution, problem: DesignError.Problem) {
    #expect(distribution.problem == problem)
    #expect(!problem.message.isEmpty)
  }

  @Test("Sound distributions are not refused", arguments: ranges)
  func sound(distribution: Distribution) {
    #expect(distribution.problem == nil)
  }
}
