import Scenarios
import Sensitivity
import Testing

@testable import Experiments

struct SolveSearchTests {
  private let employment = SweepMeasure(output: "employment", variant: "baseline")

  private func question(
    _ find: SolveQuestion.End, _ side: SweepCondition.Side, _ bound: Double, tolerance: Double = 0.5
  ) -> SolveQuestion {
    SolveQuestion(find: find, tolerance: tolerance, conditions: [SweepCondition(employment, side, bound)])
  }

  /// Means that fall from 100 by one with the lever, with two replications a unit above and below them.
  private func falling(_ values: [Double]) -> [SolveSearch.Trial] {
    values.map { SolveSearch.Trial(value: $0, means: [MeanInterval([99 - $0, 101 - $0])]) }
  }

  @Test func `the edge of a line is found within the tolerance`() throws {
    let answer = SolveSearch(question(.highest, .atLeast, 70), levels: [0, 25, 50, 75, 100]).answer(falling)
    let value = try #require(answer.value)
    #expect(value <= 30 && 30 - value <= 0.5)
    #expect(!answer.isAtEnd)
    // The half-width of two values a unit from their mean is Student's t of one degree of freedom: 12.7.
    let surely = try #require(answer.surely)
    let perhaps = try #require(answer.perhaps)
    #expect(abs(surely - (30 - 12.706)) < 0.5 && surely <= value)
    #expect(abs(perhaps - (30 + 12.706)) < 0.5 && perhaps >= value)
    #expect(answer.trials.map(\.value) == answer.trials.map(\.value).sorted())
  }

  @Test func `the lowest is sought from the other end`() throws {
    let answer = SolveSearch(question(.lowest, .atMost, 70), levels: [0, 50, 100]).answer(falling)
    let value = try #require(answer.value)
    #expect(value >= 30 && value - 30 <= 0.5)
  }

  @Test func `the wanted end may meet the conditions`() {
    let answer = SolveSearch(question(.highest, .atLeast, -100), levels: [0, 50, 100]).answer(falling)
    #expect(answer.value == 100 && answer.isAtEnd && answer.trials.count == 1)
  }

  @Test func `where nothing meets the conditions the answer is none, and all levels were tried`() {
    let answer = SolveSearch(question(.highest, .atLeast, 200), levels: [0, 50, 100]).answer(falling)
    #expect(answer.value == nil && answer.surely == nil && answer.perhaps == nil)
    #expect(answer.trials.map(\.value) == [0, 50, 100])
  }

  @Test func `a value at which a run failed meets no condition`() throws {
    let answer = SolveSearch(question(.highest, .atLeast, 0, tolerance: 1), levels: [0, 50, 100]).answer {
      values in
      values.map { SolveSearch.Trial(value: $0, means: [$0 > 40 ? nil : MeanInterval([99 - $0, 101 - $0])]) }
    }
    let value = try #require(answer.value)
    #expect(value <= 40 && 40 - value <= 1)
  }

  @Test func `all conditions have to be met`() throws {
    let both = SolveQuestion(
      find: .highest, tolerance: 0.5,
      conditions: [SweepCondition(employment, .atLeast, 70), SweepCondition(employment, .atMost, 90)])
    let answer = SolveSearch(both, levels: [0, 20, 40, 60]).answer { values in
      values.map { value in
        let mean = MeanInterval([99 - value, 101 - value])
        return SolveSearch.Trial(value: value, means: [mean, mean])
      }
    }
    // 100 - 20 = 80 meets both, 60 does not: the edge of the first condition is 30.
    #expect(abs(try #require(answer.value) - 30) <= 0.5)
  }
}
