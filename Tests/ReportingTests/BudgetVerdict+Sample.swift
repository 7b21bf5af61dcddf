@testable import Economy

extension BudgetVerdict {
  /// A budget that a tax on earnings cannot close.
  static func infeasible(since month: Int, gap: Double, revenue: Double, rate: Double) -> BudgetVerdict {
    var verdict = BudgetVerdict()
    verdict.infeasibleSince = month
    verdict.gap = gap
    verdict.instrument = .labourTax
    verdict.mostRevenue = revenue
    verdict.rateAtMost = rate
    return verdict
  }
}
