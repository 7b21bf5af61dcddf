import Economy
import Foundation
import MeanField
import Scenarios
import Testing

@testable import Experiments

struct MeanFieldResultTests {
  private func result(_ scenario: String, _ pace: MeanFieldResult.Pace, months: Int = 240) throws
    -> MeanFieldResult
  {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let path = root.appendingPathComponent("Scenarios/\(scenario).yaml").path
    let scenario = try Scenario.load(path, overrides: Overrides(months: months))
    return try MeanFieldResult(scenario, pace: pace, codeVersion: "test")
  }

  @Test("Without automation the market stays at rest", arguments: MeanFieldResult.Pace.allCases)
  func quiet(pace: MeanFieldResult.Pace) throws {
    let baseline = try #require(try result("automation", pace).variants.first)
    #expect(baseline.peak == nil)
    for rates in baseline.steps + [try #require(baseline.newRest)] {
      #expect(abs(rates.unemployment - baseline.rest.unemployment) < 1e-9)
      #expect(abs(rates.vacancy - baseline.rest.vacancy) < 1e-9)
    }
    #expect(baseline.occupations.allSatisfy { $0.longTerm.highest - $0.longTerm.rest < 1e-9 })
  }

  @Test(
    "Automation raises unemployment for a while, counter-clockwise", arguments: MeanFieldResult.Pace.allCases)
  func automation(pace: MeanFieldResult.Pace) throws {
    let reform = try #require(try result("automation", pace).variants.last)
    let peak = try #require(reform.peak)
    #expect(reform.sameAs == nil)
    #expect(reform.steps[peak].unemployment > reform.rest.unemployment)
    #expect(reform.loopArea > 0)
    // Work that only moves is found again.
    let newRest = try #require(reform.newRest)
    #expect(abs(newRest.unemployment - reform.rest.unemployment) < 0.002)
    #expect(reform.demandChange.contains { $0 < 0 } && reform.demandChange.contains { $0 > 0 })
  }

  @Test("A reform with the baseline's machines has the baseline's labour market")
  func same() throws {
    let result = try result("automation-ubi", .month)
    #expect(result.variants.map(\.name) == ["baseline", "basic_income"])
    #expect(result.variants[1].sameAs == "baseline")
    #expect(result.variants[1].steps == result.variants[0].steps)
  }

  @Test("Steps lie in the months in which they end")
  func months() throws {
    let monthly = try result("baseline", .month, months: 24)
    #expect(monthly.variants[0].steps.count == 24)
    for month in 0..<24 {
      #expect(monthly.month(ofStep: month) == month && monthly.step(endedBy: month) == month)
    }
    // 24 months are 104 weeks, 15.4 steps of 6.75 weeks. The first ends in the second month, the fifteenth in
    // week 101.25, in the last.
    let paper = try result("baseline", .paper, months: 24)
    #expect(paper.variants[0].steps.count == 16)
    #expect(paper.month(ofStep: 0) == 1 && paper.month(ofStep: 14) == 23)
    #expect(paper.step(endedBy: 0) == nil && paper.step(endedBy: 1) == 0 && paper.step(endedBy: 23) == 14)
  }
}
