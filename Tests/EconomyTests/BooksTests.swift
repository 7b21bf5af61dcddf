import Foundation
import Testing

@testable import Economy
@testable import Scenarios

/// The books of whole runs.
struct BooksTests {
  private static let folder = World.root + "/Scenarios"

  static let scenarios: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  private static let overrides = Overrides(persons: 2_000, months: 24, burnIn: 12)

  /// Deposits and accounts by sector, as the balance matrix has them.
  private func money(_ rows: [BalanceRow]) -> [Sector: Int64] {
    rows.filter { $0.instrument == .deposits || $0.instrument == .reserves }
      .reduce(into: [:]) { $0[$1.sector, default: 0] += $1.cents }
  }

  @Test("Every variant of every shipped scenario keeps its books to the cent", arguments: scenarios)
  func shipped(file: String) throws {
    let scenario = try Scenario.load("\(Self.folder)/\(file)", overrides: Self.overrides)
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: scenario.population, start: scenario.start,
      burnInMonths: scenario.burnInMonths, seed: scenario.seed)
    var burntIn = try Economy(setup, regime: scenario.standing)
    _ = try burntIn.months(scenario.burnInMonths)
    #expect(burntIn.month == 0)
    _ = burntIn.takeFlowRows()
    for variant in scenario.variants {
      var economy = burntIn
      economy.adopt(variant.regime)
      var before = money(economy.balanceRows())
      for month in 0..<scenario.months {
        let indicators = try economy.step()
        #expect(indicators.month == month)
        #expect(indicators[.auditResidualCents] == 0)
        // The audit once more, from outside: what each sector has is what it had and what the flows brought.
        let after = money(economy.balanceRows())
        let flows = economy.takeFlowRows()
        for sector in Sector.allCases {
          let inflow = flows.filter { $0.flow != .writeOffs }.reduce(Int64(0)) {
            $0 + ($1.flow.payee == sector ? $1.cents : 0) - ($1.flow.payer == sector ? $1.cents : 0)
          }
          #expect((after[sector] ?? 0) - (before[sector] ?? 0) == inflow, "\(variant.name), \(sector.name)")
        }
        before = after
      }
      #expect(economy.month == scenario.months)
    }
  }

  @Test("Every financial instrument sums to zero over the sectors; real assets are somebody's wealth")
  func balanceMatrix() throws {
    var economy = try World.settledEconomy()
    for _ in 0..<6 {
      _ = try economy.step()
      let rows = economy.balanceRows()
      for instrument in Instrument.allCases {
        let cells = rows.filter { $0.instrument == instrument }
        let sum = cells.reduce(Int64(0)) { $0 + $1.cents }
        #expect(!cells.isEmpty && cells.contains { $0.cents != 0 }, "\(instrument.name)")
        #expect(instrument.isReal ? sum > 0 : sum == 0, "\(instrument.name)")
      }
    }
  }

  @Test("Net worth of all sectors is the real assets")
  func netWorth() throws {
    var economy = try World.settledEconomy()
    _ = try economy.months(3)
    let rows = economy.balanceRows()
    let all = rows.reduce(Int64(0)) { $0 + $1.cents }
    let real = rows.filter(\.instrument.isReal).reduce(Int64(0)) { $0 + $1.cents }
    #expect(all == real && real > 0)
    // What bank and firms have belongs to somebody: their own rows of the matrix come to nothing.
    for sector in [Sector.firms, .providers, .bank, .centralBank] {
      #expect(rows.filter { $0.sector == sector }.reduce(Int64(0)) { $0 + $1.cents } == 0, "\(sector.name)")
    }
  }

  @Test("The flows of a year are those of its months, and asking for them begins a new year")
  func flowRows() throws {
    var whole = try World.settledEconomy()
    var months = whole
    _ = whole.takeFlowRows()
    _ = months.takeFlowRows()
    _ = try whole.months(6)
    var sums: [Flow: Int64] = [:]
    for _ in 0..<6 {
      _ = try months.step()
      for row in months.takeFlowRows() { sums[row.flow, default: 0] += row.cents }
    }
    let rows = whole.takeFlowRows()
    #expect(rows.map(\.flow) == Flow.allCases)
    for row in rows { #expect(row.cents == sums[row.flow], "\(row.flow.name)") }
    #expect(whole.takeFlowRows().allSatisfy { $0.cents == 0 })
  }

  /// The payments of a month up to the count of GDP.
  private func untilGdp() throws -> Economy {
    var economy = try World.settledEconomy()
    economy.detach()
    economy.counts.reset()
    economy.countLabour()
    economy.countWork()
    economy.produce()
    try economy.payIncomes()
    economy.planBudgets()
    try economy.trade()
    try economy.settleFirms()
    try economy.settleProviders()
    try economy.settleBank()
    return economy
  }

  @Test("GDP by expenditure, by production and by income agree; a cent of sales too many stops the run")
  func gdp() throws {
    var economy = try untilGdp()
    var tampered = economy
    tampered.detach()
    try economy.countGdp()
    #expect(economy.counts.gdp > 0)
    tampered.firms.sales[3] += 1
    #expect(
      throws: EconomyError.audit(
        what: "GDP by expenditure and by production", month: economy.month, cents: -1)
    ) { try tampered.countGdp() }
  }

  @Test("A wage bill that differs from what was paid shows in GDP by income")
  func gdpByIncome() throws {
    var economy = try untilGdp()
    let firm = try #require((0..<economy.firms.count).first { economy.firms.wageBill[$0] > 0 })
    economy.firms.wageBill[firm] = 0
    #expect {
      try economy.countGdp()
    } throws: { error in
      guard case .audit("GDP by expenditure and by income", _, _) = error as? EconomyError else {
        return false
      }
      return true
    }
  }

  @Test("A leak anywhere in a month stops the run with the sector's name")
  func leakInMonth() throws {
    var economy = try World.settledEconomy()
    economy.detach()
    economy.ledger.householdDeposits[0] += 1
    #expect(throws: EconomyError.audit(what: "deposits of households", month: 0, cents: 1)) {
      try economy.step()
    }
  }

  @Test("No household is ever in debt, and wallets are empty between months")
  func noDebt() throws {
    let regime = try World.regimes(World.automation)["baseline"]
    var economy = try World.settledEconomy()
    economy.adopt(try #require(regime))
    for _ in 0..<36 {
      _ = try economy.step()
      let poorest = economy.ledger.householdDeposits.array.min() ?? 0
      #expect(poorest >= 0, "month \(economy.month - 1)")
      #expect(economy.ledger.wallets.array.allSatisfy { $0 == 0 })
      #expect(economy.ledger.firmDeposits.array.allSatisfy { $0 >= 0 })
      #expect(economy.ledger.firmLoans.array.allSatisfy { $0 >= 0 })
    }
  }
}
