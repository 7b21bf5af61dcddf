import Foundation
import Testing

@testable import Economy

/// What the adoption loop costs of a month, measured when asked for: `make bench` sets the variable.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["OTIUM_BENCH"] != nil))
struct AdoptionCostTests {
  @Test("The adoption loop's cost over that of the month, while half of office work becomes feasible")
  func share() throws {
    let persons = 100_000
    var economy = try World.economy(persons: persons, burnIn: 12)
    _ = try economy.months(12)
    let automated = try World.regimes("automation: {preset: half-of-office-tasks}\n")["baseline"]
    economy.adopt(try #require(automated))
    let clock = ContinuousClock()
    let months = 60
    var (loop, month) = (Duration.zero, Duration.zero)
    for _ in 0..<months {
      // On a copy, up to the phase; the copy is made and thrown away outside the time.
      var copy = economy
      copy.detach()
      copy.counts.reset()
      copy.advanceFrontier()
      copy.advanceRobots()
      copy.expectDemand()
      loop += clock.measure { copy.adoptAutomation() }
      month += try clock.measure { _ = try economy.step() }
    }
    func nanoseconds(_ duration: Duration) -> Double { duration / .nanoseconds(persons * months) }
    let share = 100 * (loop / month)
    print(
      String(
        format: "adoption loop: %.2f ns of %.1f ns per person and month, %.1f %%; %d persons, one thread",
        nanoseconds(loop), nanoseconds(month), share, persons))
    #expect(economy.automatedTaskShare > 0)
    #expect(share < 20)
  }
}
