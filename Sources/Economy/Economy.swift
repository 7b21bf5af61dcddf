/// A whole economy as a value: a copy is a snapshot that may go on under another regime.
public struct Economy: Sendable {
  public let setup: SimulationSetup
  public internal(set) var regime: Regime
  /// Months since the start of the scenario; negative in the burn-in.
  public internal(set) var month: Int

  /// Builds the population and the opening balance sheet. The burn-in is simulated by `step` like any month.
  public init(_ setup: SimulationSetup, regime: Regime) throws {
    self.setup = setup
    self.regime = regime
    month = -setup.burnInMonths
  }

  /// Puts another regime in force from the coming month on.
  public mutating func adopt(_ regime: Regime) { self.regime = regime }

  /// Simulates one month.
  public mutating func step() throws -> MonthlyIndicators {
    defer { month += 1 }
    return MonthlyIndicators(month: month)
  }

  /// The flows of the year that ended with the last step.
  public func flowRows() -> [FlowRow] { [] }
  /// The balance sheet after the last step.
  public func balanceRows() -> [BalanceRow] { [] }
  /// Deciles and groups after the last step.
  public func distributionRows() -> [DistributionRow] { [] }
}
