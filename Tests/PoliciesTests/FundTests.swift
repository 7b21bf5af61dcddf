import Policies
import Testing

@testable import Economy

/// The sovereign fund in a country of a thousand persons.
struct FundTests {
  private func economy(_ parameters: [String: PolicyCase.Stated]) throws -> Economy {
    var regime = try World.standing(with: "dividend_fund", parameters)
    regime.automation = AloneTests.machines
    var economy = try World.economy(World.standing())
    economy.adopt(regime)
    return economy
  }

  @Test("A month's deposits are last month's with interest, and what came in less what went out, to the cent")
  func identity() throws {
    var economy = try economy([
      "rent_share": .number(0.4), "equity_levy": .number(0.3), "machine_tax_share": .number(0.5),
      "contribution": .number(0.03), "payout": .number(0.2), "owners": .word("residents"),
    ])
    var before: Int64 = 0
    for _ in 0..<30 {
      _ = economy.takeFlowRows()
      _ = try economy.step()
      let rows = economy.takeFlowRows()
      func sum(_ flows: [Flow]) -> Int64 {
        rows.filter { flows.contains($0.flow) }.reduce(0) { $0 + $1.cents }
      }
      let into = sum([
        .fundDepositInterest, .fundContribution, .fundRents, .fundDividends, .fundBankDividends,
      ])
      #expect(economy.ledger.fundDeposits == before + into - sum([.fundPayout, .fundWithdrawal]))
      #expect(economy.ledger.fundDeposits >= 0)
      before = economy.ledger.fundDeposits
    }
    #expect(before > 0)
  }

  @Test("What passes to the fund by the levy households hold no longer; no unit is lost")
  func units() throws {
    var economy = try economy(["equity_levy": .number(0.12)])
    for _ in 0..<12 { _ = try economy.step() }
    let held = economy.households.equityUnits.array.reduce(0, +)
    #expect(held + economy.nation.fund.equityUnits == EquityUnits.total)
    #expect(abs(economy.nation.fund.equityShare - (1 - power(0.99, 12))) < 1e-6)
  }

  @Test("A fund asked for more than it has pays what it has, and never runs into debt")
  func drained() throws {
    var economy = try economy(["contribution": .number(0.02), "payout": .number(1)])
    for _ in 0..<24 {
      _ = try economy.step()
      #expect(economy.ledger.fundDeposits >= 0)
    }
    // The payout rule looks at the mean of five years: with all of it paid out a year the stock stays small.
    #expect(economy.ledger.fundDeposits < Int64(0.02 * 2 * economy.nation.yearGdp))
  }

  @Test("A month's payout is a twelfth of the rule's share of the mean value, the same for every adult")
  func payout() throws {
    var economy = try economy(["contribution": .number(0.1), "payout": .number(0.06)])
    for _ in 0..<6 { _ = try economy.step() }
    let mean = economy.nation.fund.meanValue
    _ = economy.takeFlowRows()
    _ = try economy.step()
    let paid = try #require(economy.takeFlowRows().first { $0.flow == .fundPayout }).cents
    #expect(paid <= Int64(0.005 * mean) && paid > Int64(0.005 * mean) - Int64(economy.counts.adults) - 1)
    #expect(paid % Int64(economy.counts.adults) == 0)
  }
}
