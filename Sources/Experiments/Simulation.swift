public import Economy

/// What a runner asks of a model: to be built, to be branched by copying, and to be stepped month by month.
public protocol Simulation: Sendable {
  /// Months since the start of the scenario; negative in the burn-in.
  var month: Int { get }

  /// Builds the opening state.
  init(_ setup: SimulationSetup, regime: Regime) throws

  /// Puts another regime in force from the coming month on.
  mutating func adopt(_ regime: Regime)

  /// Simulates one month.
  mutating func step() throws -> MonthlyIndicators

  /// The flows of the months since the last call; then the counting begins anew.
  mutating func takeFlowRows() -> [FlowRow]
  /// The balance sheet after the last step.
  func balanceRows() -> [BalanceRow]
  /// Deciles and groups after the last step.
  func distributionRows() -> [DistributionRow]
  /// Whether the closure can close the budget, as far as the run has shown.
  var budget: BudgetVerdict { get }
}

extension Simulation {
  public var budget: BudgetVerdict { BudgetVerdict() }
}

extension Economy: Simulation {}
