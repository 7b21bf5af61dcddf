import Foundation
import Testing

@testable import Economy

/// The measures against values that independent formulas give for 500 weighted households.
struct InequalityTests {
  enum Convention: String, Sendable, CaseIterable {
    case household = "== (a) formulas, weighted"
    case equivalisedPersons = "== (a') square-root equivalised, person weighted"
  }

  private static let folder = World.root + "/Tests/EconomyTests/Fixtures/"

  private func sample(_ convention: Convention) throws -> Inequality {
    let text = try String(contentsOfFile: Self.folder + "inequality_fixture.csv", encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",").compactMap { Double($0) }
    }
    try #require(rows.count == 500 && rows.allSatisfy { $0.count == 3 })
    switch convention {
    case .household: return Inequality(rows.map { $0[0] }, weights: rows.map { $0[1] })
    case .equivalisedPersons:
      return Inequality(rows.map { $0[0] / $0[2].squareRoot() }, weights: rows.map { $0[1] * $0[2] })
    }
  }

  private func reference(_ convention: Convention) throws -> [String: Double] {
    let text = try String(contentsOfFile: Self.folder + "inequality_reference.txt", encoding: .utf8)
    var values: [String: Double] = [:]
    var isWanted = false
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("==") {
        isWanted = line == convention.rawValue
        continue
      }
      let words = line.split(separator: " ")
      if isWanted, words.count == 2, let value = Double(words[1]) { values[String(words[0])] = value }
    }
    return values
  }

  @Test("Every measure is the reference's to the ninth decimal", arguments: Convention.allCases)
  func measures(convention: Convention) throws {
    let sample = try sample(convention)
    let line = 0.6 * sample.median
    let values: [(name: String, value: Double)] = [
      ("mean", sample.mean), ("median", sample.median), ("gini", sample.gini), ("theil_T", sample.theil),
      ("theil_L_MLD", sample.meanLogDeviation), ("GE2", sample.entropy2),
      ("atkinson_0.5", sample.atkinson(0.5)),
      ("atkinson_1", sample.atkinson(1)), ("atkinson_2", sample.atkinson(2)), ("P90P10", sample.p90p10),
      ("P50P10", sample.p50p10), ("S80S20", sample.s80s20), ("palma", sample.palma),
      ("top1_share", sample.topShare(0.01)), ("top10_share", sample.topShare(0.1)),
      ("FGT0_60med", sample.poverty(line: line, power: 0)),
      ("FGT1_60med", sample.poverty(line: line, power: 1)),
      ("FGT2_60med", sample.poverty(line: line, power: 2)), ("sen_welfare_mean(1-G)", sample.senWelfare),
    ]
    let reference = try self.reference(convention)
    #expect(Set(reference.keys) == Set(values.map(\.name)))
    for (name, value) in values {
      let expected = try #require(reference[name])
      #expect(abs(value - expected) <= 1e-9, "\(name): \(value), not \(expected)")
    }
  }

  @Test("Where everybody has the same there is no inequality")
  func equality() {
    let sample = Inequality([5, 5, 5, 5], weights: [1, 2, 3, 4])
    let measures = [
      sample.gini, sample.theil, sample.meanLogDeviation, sample.entropy2, sample.atkinson(0.5),
      sample.atkinson(1), sample.atkinson(2), sample.poverty(line: 5, power: 0),
    ]
    for measure in measures { #expect(abs(measure) < 1e-15) }
    #expect(abs(sample.topShare(0.1) - 0.1) < 1e-15)
    #expect(abs(sample.palma - 0.25) < 1e-15)
  }

  @Test("Logarithms leave out who has nothing, and say how many those are")
  func nonPositive() {
    let sample = Inequality([-1, 0, 2, 2], weights: [1, 2, 3, 4])
    #expect(sample.nonPositiveShare == 0.3)
    #expect(abs(sample.theil) < 1e-15)
    #expect(abs(sample.mean - 1.3) < 1e-15)
  }

  @Test("Measures do not depend on the unit of money or on the order of records")
  func invariance() {
    let values = (1...3_000).map { Double(($0 * 7_919) % 3_001) + 0.5 }
    let weights = (1...3_000).map { Double($0 % 7 + 1) }
    let sample = Inequality(values, weights: weights)
    let scaled = Inequality(values.map { $0 * 64 }, weights: weights)
    let turned = Inequality(values.reversed(), weights: weights.reversed())
    for other in [scaled, turned] {
      #expect(abs(sample.gini - other.gini) < 1e-12)
      #expect(abs(sample.atkinson(2) - other.atkinson(2)) < 1e-12)
      #expect(abs(sample.topShare(0.1) - other.topShare(0.1)) < 1e-12)
    }
  }
}
