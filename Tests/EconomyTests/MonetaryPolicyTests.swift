import Testing

@testable import Economy

struct MonetaryPolicyTests {
  private func rate(
    inflation: Double, byMachines: Double = 0, lookThrough: Double = 1, response: Double = 1
  ) throws -> Double {
    var setup = try World.settledEconomy().setup
    setup.calibration.centralBank.lookThrough = lookThrough
    var economy = try Economy(setup, regime: try World.settledEconomy().regime)
    economy.nation.policyRate = 0.04
    economy.nation.monthlyInflation = Array(repeating: inflation / 12, count: 12)
    economy.nation.monthlyAutomationSaving = Array(repeating: byMachines / 12, count: 12)
    economy.rules.policyRateResponse = response
    economy.month = 12
    economy.setPolicyRate()
    return economy.nation.policyRate
  }

  @Test("Disinflation by machines is looked through: the bank sets the rate that it would set without it")
  func looksThrough() throws {
    let without = try rate(inflation: 0.02)
    #expect(abs(try rate(inflation: -0.01, byMachines: 0.03) - without) < 1e-12)
    #expect(try rate(inflation: -0.01, byMachines: 0.03, lookThrough: 0) < without - 0.004)
    #expect(try rate(inflation: -0.01) == rate(inflation: -0.01, byMachines: 0.03, lookThrough: 0))
  }

  @Test("A bank that does not respond leaves its rate alone, one that does half goes half of the way")
  func responds() throws {
    let full = try rate(inflation: 0.08)
    #expect(full > 0.041)
    #expect(try rate(inflation: 0.08, response: 0) == 0.04)
    #expect(abs(try rate(inflation: 0.08, response: 0.5) - (full + 0.04) / 2) < 1e-12)
  }
}
