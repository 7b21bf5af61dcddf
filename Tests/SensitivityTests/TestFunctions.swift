import Foundation
import Testing

@testable import Designs

/// Functions of which all indices are known in closed form.
struct TestFunction: Sendable {
  let name: String
  let first: [Double]
  let total: [Double]
  let variance: Double
  let mean: Double
  /// The value at a point of the unit cube.
  let value: @Sendable ([Double]) -> Double

  var factors: Int { first.count }

  /// The outputs of a Saltelli design.
  func outputs(rows: Int, seed: UInt64) -> [Double?] {
    SaltelliDesign.points(rows: rows, factors: factors, seed: seed).map(value)
  }

  /// Ishigami and Homma, "An importance quantification technique in uncertainty analysis for computer models",
  /// ISUMA (1990), with a = 7 and b = 0.1: the third factor matters through the first alone.
  static let ishigami: TestFunction = {
    let (a, b, pi) = (7.0, 0.1, Double.pi)
    let alone = [pow(1 + b * pow(pi, 4) / 5, 2) / 2, a * a / 8, 0]
    let together = b * b * pow(pi, 8) * 8 / 225
    let variance = alone.reduce(together, +)
    return TestFunction(
      name: "Ishigami", first: alone.map { $0 / variance },
      total: [alone[0] + together, alone[1], together].map { $0 / variance }, variance: variance, mean: a / 2
    ) { point in
      let x = point.map { pi * (2 * $0 - 1) }
      return sin(x[0]) + a * pow(sin(x[1]), 2) + b * pow(x[2], 4) * sin(x[0])
    }
  }()

  /// Sobol', "Sensitivity estimates for nonlinear mathematical models", Mathematical Modelling and Computational
  /// Experiment 1 (1993) 407-414: a product of factors of falling weight.
  static let sobolG: TestFunction = {
    let weights = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let alone = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = alone.reduce(1) { $0 * (1 + $1) }
    return TestFunction(
      name: "Sobol' G", first: alone.map { $0 / (product - 1) },
      total: alone.map { $0 * product / (1 + $0) / (product - 1) }, variance: product - 1, mean: 1
    ) { point in
      zip(point, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
  }()

  /// Morris (1991), section 5, with coefficients that he draws set to ones of changing sign: of twenty factors
  /// the first seven matter and bend or interact, the next three matter in a straight line, the rest hardly.
  static func morris(_ point: [Double]) -> Double {
    let w = point.enumerated().map { index, x in
      [2, 4, 6].contains(index) ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5)
    }
    func sign(_ index: Int) -> Double { index.isMultiple(of: 2) ? 1 : -1 }
    var value = 0.0
    for i in 0..<20 {
      value += (i < 10 ? 20 : sign(i)) * w[i]
      for j in i + 1..<20 {
        value += (j < 6 ? -15 : sign(i + j)) * w[i] * w[j]
        for k in j + 1..<20 where k < 5 {
          value -= 10 * w[i] * w[j] * w[k]
          for l in k + 1..<20 where l < 4 { value += 5 * w[i] * w[j] * w[k] * w[l] }
        }
      }
    }
    return value
  }
}

extension TestFunction: CustomTestStringConvertible {
  var testDescription: String { name }
}
