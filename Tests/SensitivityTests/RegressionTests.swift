import Designs
import Testing

@testable import Sensitivity

struct RegressionTests {
  /// NumPy 2.4, `linalg.lstsq` on standardised columns, and SciPy's t.
  @Test("Coefficients, intervals and R^2 are those of another program")
  func otherProgram() throws {
    let rows: [[Double]] = [[1, 2], [2, 1], [3, 5], [4, 3], [5, 8], [6, 4], [7, 1]]
    let fit = try StandardisedRegression(rows: rows, outputs: [2.1, 3.9, 2.5, 6.2, 3.3, 9.8, 13])
    for (index, (value, half)) in [
      (0.9436332180013609, 0.1650319371165684), (-0.5295630684197165, 0.1650319371165684),
    ].enumerated() {
      #expect(abs(fit.coefficients[index].value - value) < 1e-12)
      #expect(abs(fit.coefficients[index].interval.width / 2 - half) < 1e-12)
    }
    #expect(abs(fit.explained - 0.9863493271904321) < 1e-12)
  }

  @Test("In a plane over independent factors the squares of the coefficients share out the variance")
  func plane() throws {
    let points = LatinHypercube.points(4_000, dimensions: 3, spread: .random, seed: 1)
    let fit = try StandardisedRegression(
      rows: points.map { [1_000 * $0[0], $0[1] / 50, $0[2]] }, outputs: points.map { 3 * $0[0] - 4 * $0[1] })
    #expect(abs(fit.explained - 1) < 1e-12 && fit.points == 4_000)
    for (coefficient, expected) in zip(fit.coefficients, [0.6, -0.8, 0]) {
      #expect(abs(coefficient.value - expected) < 0.02)
      #expect(coefficient.interval.width < 1e-6)
    }
  }

  @Test("A curve that no plane explains says so")
  func curve() throws {
    let points = LatinHypercube.points(1_000, dimensions: 2, spread: .random, seed: 1)
    let fit = try StandardisedRegression(
      rows: points, outputs: points.map { (2 * $0[0] - 1) * (2 * $0[0] - 1) })
    #expect(fit.explained < 0.02)
    #expect(fit.coefficients.allSatisfy { $0.interval.contains(0) })
  }

  @Test("Points without an output are left out; what has no answer is an error")
  func errors() throws {
    let rows: [[Double]] = [[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]]
    let fit = try StandardisedRegression(rows: rows + [[9, 9]], outputs: [1, 2, 4, 3, 7, nil])
    let other = try StandardisedRegression(rows: rows + [[9, 8]], outputs: [1, 2, 4, 3, 7, .nan])
    #expect(fit == other)
    #expect(fit.points == 5 && fit.droppedPoints == 1)
    func problem(_ rows: [[Double]], _ outputs: [Double?]) -> SensitivityError? {
      #expect(throws: SensitivityError.self) { try StandardisedRegression(rows: rows, outputs: outputs) }
    }
    let outputs: [Double?] = [1, 2, 4, 3, 7]
    #expect(problem(rows, [1, 1, 1, 1, 1]) == .constantOutput)
    #expect(problem(rows.map { [$0[0], 4] }, outputs) == .constantFactor(1))
    #expect(problem(rows.map { [$0[0], 3 - 2 * $0[0]] }, outputs) == .dependentFactor(1))
    #expect(problem(rows, [1, nil, nil, 2, 3]) == .tooFew(found: 3, least: 4))
  }
}
