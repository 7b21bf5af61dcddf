import Testing

@testable import Sensitivity

struct RobustnessTests {
  private let outcomes: [[Double?]] = [[1, 5, nil, 2], [3, 4, 9, 2], [2, 7, 1, .nan]]

  @Test("Regret is what the best setting of each future does better")
  func regret() {
    #expect(Robustness.regrets(outcomes, better: .more) == [[2, 2], [0, 3], [1, 0]])
    #expect(Robustness.regrets(outcomes, better: .less) == [[0, 1], [2, 0], [1, 3]])
    #expect(Robustness.regrets([], better: .less).isEmpty)
  }

  @Test("A setting satisfies in a share of the futures that it has outcomes of")
  func satisficing() {
    #expect(Robustness.satisficing(outcomes + [[nil]]) { $0 > 2 } == [1.0 / 3, 0.75, 1.0 / 3, nil])
  }
}
