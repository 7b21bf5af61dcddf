import Testing

@testable import Economy

struct OccupationPathTests {
  private static let path = OccupationPath(points: [
    [.init(month: World.start + 11, share: 0.12), .init(month: World.start + 23, share: 0.36)], [],
    [.init(month: World.start, share: 0.5)],
  ])

  private func shares(_ occupation: Int, _ months: [Int]) -> [Double] {
    months.map { Self.path.share(of: occupation, at: World.start + $0, start: World.start) }
  }

  @Test("Shares rise in equal steps from nothing at the start to each point, and stay after the last")
  func interpolation() {
    let expected = [0.01, 0.06, 0.12, 0.14, 0.36, 0.36]
    #expect(zip(shares(0, [0, 5, 11, 12, 23, 99]), expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(shares(1, [0, 50]) == [0, 0])
    #expect(shares(2, [0, 50]) == [0.5, 0.5])
  }

  @Test("Firms take up what the path says, in its occupations and no others")
  func wholeEconomy() throws {
    var economy = try World.settledEconomy()
    let codes = try World.calibration().occupations.map(\.code)
    let clerks = try #require(codes.firstIndex(of: "43-0000"))
    var points = codes.map { _ in [OccupationPath.Point]() }
    points[clerks] = [.init(month: World.start + 5, share: 0.33)]
    var regime = economy.regime
    regime.automation = AutomationPath(
      ParameterValues(
        AutomationPath.parameters,
        stated: [
          "initial_cost": 0.001, "initial_cost_spread": 0, "adoption_innovation": 1, "integration_cost": 0,
          "automate_share": 1,
        ].mapValues { Dated(.number($0)) }), occupations: OccupationPath(points: points))
    economy.adopt(regime)
    _ = try economy.months(8)
    for firm in 0..<economy.firms.count {
      for occupation in codes.indices where economy.firms.mix[economy.firms.cell(firm, occupation)] > 0 {
        let automated = Double(economy.firms.automated[economy.firms.cell(firm, occupation)])
        #expect(abs(automated - (occupation == clerks ? 0.33 : 0)) <= 0.0011)
      }
    }
    #expect(regime.automation.duration(start: World.start, limit: 240) == 5)
  }
}
