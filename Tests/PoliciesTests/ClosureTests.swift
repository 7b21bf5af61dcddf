import Policies
import Testing

@testable import Economy

/// How the budget is closed, and what is said where it cannot be.
struct ClosureTests {
  private func closure(_ weights: [String: Double]) -> Closure {
    let none = Closure.Instrument.allCases.reduce(into: [:]) { $0[$1.rawValue] = 0.0 }
    return Closure(
      ParameterValues(
        Closure.parameters, stated: none.merging(weights) { $1 }.mapValues { Dated(.number($0)) }))
  }

  private func economy(
    _ weights: [String: Double], _ laws: [String: [String: PolicyCase.Stated]] = [:]
  ) throws -> Economy {
    let standing = try World.standing()
    var regime = standing
    regime.closure = closure(weights)
    regime.automation = AloneTests.machines
    regime.policies = try standing.policies.map { policy in
      let name = type(of: policy).name
      return try laws[name].map { try PolicyCase.policy(name, $0) } ?? policy
    }
    var economy = try World.economy(standing)
    economy.adopt(regime)
    return economy
  }

  private static let grants: [String: [String: PolicyCase.Stated]] = [
    "basic_income": ["adult": .number(500), "senior": .number(500)],
    "dividend_fund": ["contribution": .number(0.05)],
  ]

  @Test(
    "Each instrument moves so that a basic income is paid for",
    arguments: Closure.Instrument.allCases.filter { $0 != .deficit })
  func moves(instrument: Closure.Instrument) throws {
    var economy = try economy([instrument.rawValue: 1], Self.grants)
    let before = economy.nation
    for _ in 0..<18 { _ = try economy.step() }
    let after = economy.nation
    let isBenefit = instrument == .basicIncomeScales || instrument == .spending
    #expect((after[instrument] < before[instrument]) == isBenefit)
    for other in Closure.Instrument.allCases {
      #expect((after[other] == before[other]) == (other != instrument), "\(other)")
    }
  }

  @Test("A mix moves each instrument, and debt alone moves none")
  func mixes() throws {
    var mix = try economy(["labour_tax": 0.5, "consumption_tax": 0.25, "deficit": 0.25], Self.grants)
    var debt = try economy(["deficit": 1], Self.grants)
    let before = debt.nation
    for _ in 0..<12 { _ = (try mix.step(), try debt.step()) }
    #expect(mix.nation.labourTaxSurcharge > 0 && mix.nation.consumptionTaxSurcharge > 0)
    for instrument in Closure.Instrument.allCases {
      #expect(debt.nation[instrument] == before[instrument], "\(instrument)")
    }
    #expect(debt.budget.isFeasible)
  }

  @Test("A lower debt target asks for more revenue")
  func target() throws {
    func surcharge(_ change: Double) throws -> Double {
      var economy = try economy(["labour_tax": 1, "debt_target_change": change])
      for _ in 0..<12 { _ = try economy.step() }
      return economy.nation.labourTaxSurcharge
    }
    #expect(try surcharge(-0.6) > surcharge(0) + 0.003)
  }

  @Test(
    "A rate that cannot pay for a basic income is a result: infeasible, with the gap and the most revenue")
  func infeasible() throws {
    var economy = try economy(
      ["ai_tax": 1], ["basic_income": ["adult": .number(1_500), "senior": .number(1_500)]])
    for _ in 0..<60 where economy.budget.isFeasible { _ = try economy.step() }
    let budget = economy.budget
    #expect(!budget.isFeasible)
    #expect(budget.instrument == .aiTax)
    #expect(economy.nation.aiTaxSurcharge == 5)
    #expect(budget.gap > 0.05)
    #expect(budget.mostRevenue > 0.1 && budget.mostRevenue < 1)
    let since = try #require(budget.infeasibleSince)
    #expect(economy.month - since == BudgetVerdict.patience)
  }

  @Test(
    "Twelve months without room make a budget infeasible; eleven, or room, or a gap within the noise do not")
  func patience() {
    func verdict(months: Int, hasRoom: Bool = false, gap: Double = 0.02) -> BudgetVerdict {
      var verdict = BudgetVerdict()
      for month in 0..<months {
        verdict.note(gap: gap, hasRoom: hasRoom, revenue: 0.3, rate: 0.5, month: month)
      }
      return verdict
    }
    #expect(verdict(months: 12).infeasibleSince == 0)
    #expect(verdict(months: 11).isFeasible)
    #expect(verdict(months: 24, hasRoom: true).isFeasible)
    #expect(verdict(months: 24, gap: 0.004).isFeasible)
    #expect(abs(verdict(months: 12).mostRevenue - 0.3) < 1e-12)
    #expect(verdict(months: 12).rateAtMost == 0.5)
  }

  @Test("Taxes on capital meet less capital and less reported income")
  func capital() throws {
    var economy = try economy(["deficit": 1])
    _ = try economy.step()
    #expect(economy.wantedCapitalFactor == 1)
    #expect(economy.effectiveCorporateTax == economy.rules.corporateTax)
    let standing = economy.nation.standingRules
    economy.rules.corporateTax = standing.corporateTax + 0.2
    let left = (1 - economy.rules.corporateTax) / (1 - standing.corporateTax)
    #expect(abs(economy.wantedCapitalFactor - left.squareRoot()) < 1e-9)
    #expect(abs(economy.effectiveCorporateTax - economy.rules.corporateTax * exponential(-0.16)) < 1e-9)
    // A lower tax is no reason to report more than all.
    economy.rules.corporateTax = 0
    #expect(economy.effectiveCorporateTax == 0)
    #expect(economy.wantedCapitalFactor > 1)
  }
}
