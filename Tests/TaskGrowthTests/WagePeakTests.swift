import Foundation
import Testing

@testable import TaskGrowth

struct WagePeakTests {
  static let elasticities = [0.1, 0.5, 0.8, 1, 1.0000001, 1.3, 2, 5, 20]
  static let ratios = [0.1, 1, 3, 30]

  private func wage(_ capital: Double, _ share: Double, _ substitution: Double) -> Double {
    TaskEconomy(capital: capital, labour: 1, automatedShare: share, substitution: substitution).wage
  }

  @Test("The wage is highest at the peak", arguments: elasticities, ratios)
  func maximum(substitution: Double, capital: Double) {
    let peak = TaskEconomy.wagePeak(capitalPerLabour: capital, substitution: substitution)
    let border = capital / (1 + capital)
    #expect(peak > 0 && peak < border)
    // A grid finds the neighbourhood, golden section the place, as far as a flat top can be told apart.
    let grid = (1..<2_000).map { border * Double($0) / 2_000 }
    let best = grid.indices.max {
      wage(capital, grid[$0], substitution) < wage(capital, grid[$1], substitution)
    }!
    var (low, high) = (best > 0 ? grid[best - 1] : 0, best < grid.count - 1 ? grid[best + 1] : border)
    let golden = (5.0.squareRoot() - 1) / 2
    while high - low > 1e-9 {
      let (first, second) = (high - golden * (high - low), low + golden * (high - low))
      if wage(capital, first, substitution) < wage(capital, second, substitution) {
        low = first
      } else {
        high = second
      }
    }
    #expect(abs((low + high) / 2 - peak) < 1e-6)
    #expect(grid.allSatisfy { wage(capital, $0, substitution) <= wage(capital, peak, substitution) })
  }

  @Test("The wage rises up to the peak and falls from there", arguments: elasticities, ratios)
  func hump(substitution: Double, capital: Double) {
    let peak = TaskEconomy.wagePeak(capitalPerLabour: capital, substitution: substitution)
    let border = capital / (1 + capital)
    let up = (0...100).map { wage(capital, peak * Double($0) / 100, substitution) }
    let down = (0...100).map { wage(capital, peak + (border - peak) * Double($0) / 100, substitution) }
    #expect(zip(up, up.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(down, down.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("It has a closed form for elasticities of a half, one and two", arguments: ratios)
  func closedForms(capital: Double) {
    func odds(_ substitution: Double) -> Double {
      let peak = TaskEconomy.wagePeak(capitalPerLabour: capital, substitution: substitution)
      return peak / (1 - peak)
    }
    let root = (1 + capital).squareRoot()
    #expect(abs(odds(0.5) / (root - 1) - 1) < 1e-12)
    #expect(abs(odds(2) / ((root - 1) * (root - 1) / capital) - 1) < 1e-12)
    #expect(abs(odds(1) * exp(odds(1)) / (capital / exp(1)) - 1) < 1e-12)
  }

  @Test("More capital per head puts the peak off", arguments: elasticities)
  func capital(substitution: Double) {
    let peaks = Self.ratios.map { TaskEconomy.wagePeak(capitalPerLabour: $0, substitution: substitution) }
    #expect(zip(peaks, peaks.dropFirst()).allSatisfy { $0 < $1 })
  }
}
