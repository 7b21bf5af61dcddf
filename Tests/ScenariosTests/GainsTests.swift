import Economy
import Testing

@testable import Policies
@testable import Scenarios

struct GainsTests {
  private func scenario(_ gains: String, reforms: String = "") throws -> Scenario {
    let head =
      "title: Test\neconomy: \(Fixture.root)/Scenarios/economies/us.yaml\nstart: 2026-01\nmonths: 120\n"
    return try Scenario.parse(head + gains + "\n" + reforms, path: "test.yaml")
  }

  @Test(
    "Nothing is asked about persons unless the file does; then windows within the months, and two placebos")
  func defaults() throws {
    #expect(try scenario("").gains == nil)
    let scenario = try scenario("gains: {}")
    let gains = try #require(scenario.gains)
    #expect(gains.valuation.windows == [60, 120])
    #expect(gains.valuation.discountRate == 0.03 && gains.sample == 1_000)
    #expect(scenario.variants.map(\.name) == ["baseline", "placebo_one_cent", "placebo_other_luck"])
    #expect(try self.scenario("gains: {placebos: false}").variants.count == 1)
    #expect(try self.scenario("gains: {windows: [30]}").gains?.valuation.windows == [120])
  }

  @Test("The resolved text reads back as the same request")
  func canonical() throws {
    let text = "gains: {windows: [1, 7], discount_rate: 0.02, equivalence: oecd_modified, sample: 5}"
    let scenario = try scenario(text)
    let again = try Scenario.parse(scenario.resolved, path: "test.yaml")
    #expect(again.gains == scenario.gains && again.resolved == scenario.resolved)
    #expect(scenario.gains?.valuation.equivalence == .oecdModified)
  }

  @Test("The one-cent placebo pays a cent more than the baseline, at every date")
  func oneCent() throws {
    let scenario = try scenario(
      "gains: {}", reforms: "baseline: {policies: {basic_income: {adult: {initially: 100, 2027-01: 200}}}}")
    func adult(_ variant: Int, _ year: Int) throws -> Double {
      let policy = scenario.variants[variant].regime.policies.compactMap { $0 as? BasicIncome }.first
      return try #require(policy).values.number("adult", at: YearMonth(year: year, month: 6))
    }
    for year in [2026, 2027] { #expect(abs(try adult(1, year) - (try adult(0, year)) - 0.01) < 1e-9) }
  }

  @Test(
    "What is wrong with the request is said",
    arguments: [
      ("gains: {windows: 5}", "a list of whole years"),
      ("gains: {windows: [10, 5]}", "a list of whole years"),
      ("gains: {windws: [5]}", "windows"),
      ("gains: {discount_rate: 2}", "from 0 to 0.2"), ("gains: {equivalence: root}", "square_root"),
      ("gains: {windows: [0]}", "from 1 to 200"),
    ])
  func errors(text: String, expected: String) throws {
    do {
      _ = try scenario(text)
      Issue.record("accepted: \(text)")
    } catch let error as ScenarioErrors {
      #expect("\(error)".contains(expected), "\(error)")
    }
  }
}
