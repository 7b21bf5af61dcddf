import Foundation
import Testing

@testable import TaskGrowth

struct TaskEconomyTests {
  static let elasticities = [0.25, 0.5, 0.9, 1, 1.5, 3]
  /// None lies on the border of the regions for the shares below, where the wage has a kink.
  static let ratios = [0.3, 1.2, 2.5, 8]

  private func economy(_ capital: Double, _ share: Double, _ substitution: Double, labour: Double = 1)
    -> TaskEconomy
  {
    TaskEconomy(capital: capital, labour: labour, automatedShare: share, substitution: substitution)
  }

  /// Ten tasks, of which two, five or nine are automated: with the ratios of capital both regions.
  @Test(
    "Output is the most that any allocation of capital and labour to tasks yields", arguments: elasticities,
    ratios)
  func output(substitution: Double, capital: Double) {
    for automated in [2, 5, 9] {
      let numerical = NumericalEconomy(
        capital: capital, labour: 1, automated: automated, tasks: 10, substitution: substitution)
      let exact = economy(capital, Double(automated) / 10, substitution)
      #expect(abs(numerical.output / exact.output - 1) < 1e-6, "\(automated) of 10 tasks")
    }
  }

  @Test(
    "Wage and return are what a little more of a factor adds to the highest output", arguments: elasticities,
    ratios)
  func prices(substitution: Double, capital: Double) {
    for automated in [1, 3, 4] {
      func most(_ capital: Double, _ labour: Double) -> Double {
        NumericalEconomy(
          capital: capital, labour: labour, automated: automated, tasks: 5, substitution: substitution
        ).output
      }
      let exact = economy(capital, Double(automated) / 5, substitution)
      #expect(abs(slope { most(capital, 1 + $0) } - exact.wage) < 1e-6 * exact.wage)
      #expect(abs(slope { most(capital * (1 + $0), 1) } / capital - exact.capitalReturn) < 1e-6)
    }
  }

  /// At 0, from differences whose error is of fourth order (Richardson).
  private func slope(_ function: (Double) -> Double) -> Double {
    let step = 1e-3
    let wide = (function(2 * step) - function(-2 * step)) / (4 * step)
    let narrow = (function(step) - function(-step)) / (2 * step)
    return (4 * narrow - wide) / 3
  }

  @Test("Factors earn all of output, labour no less than capital", arguments: elasticities, ratios)
  func exhaustion(substitution: Double, capital: Double) {
    for share in [0, 0.01, 0.2, 0.5, 0.77, 0.99, 1] {
      let economy = economy(capital, share, substitution)
      #expect(abs((economy.wage + economy.capitalReturn * capital) / economy.output - 1) < 1e-12)
      #expect(economy.wage > 1 - 1e-12 && economy.capitalReturn < 1 + 1e-12)
      #expect(economy.isLabourScarce == (economy.capitalReturn < economy.wage))
    }
  }

  @Test("Where capital can do more than its share of tasks all factors are alike", arguments: elasticities)
  func abundance(substitution: Double) {
    let economy = economy(3, 0.75, substitution)
    #expect(economy.output == 4 && economy.wage == 1 && economy.capitalReturn == 1)
    #expect(economy.labourShare == 0.25)
    // No jump at the border.
    let scarce = self.economy(3, 0.75 - 1e-9, substitution)
    #expect(abs(scarce.output - 4) < 1e-8 && abs(scarce.wage - 1) < 1e-7)
  }

  @Test("Nothing automated leaves capital idle", arguments: elasticities)
  func human(substitution: Double) {
    let economy = economy(5, 0, substitution, labour: 2)
    #expect(economy.output == 2 && economy.wage == 1 && economy.capitalReturn == 0)
  }

  @Test("Close to an elasticity of 1 nothing jumps, close to 0 nothing overflows")
  func limits() {
    let exact = economy(4, 0.3, 1)
    #expect(abs(exact.output - pow(4 / 0.3, 0.3) * pow(1 / 0.7, 0.7)) < 1e-14)
    for distance in [1e-12, 1e-8, 1e-5] {
      for substitution in [1 - distance, 1 + distance] {
        let near = economy(4, 0.3, substitution)
        #expect(abs(near.output - exact.output) < 10 * distance + 1e-14)
        #expect(abs(near.wage - exact.wage) < 10 * distance + 1e-14)
      }
    }
    // In fixed proportions output is what the scarce factor allows, and it earns all of it.
    let fixed = economy(4, 0.3, 1e-4)
    #expect(abs(fixed.output - 1 / 0.7) < 1e-3)
    #expect(abs(fixed.labourShare - 1) < 1e-3)
  }
}
