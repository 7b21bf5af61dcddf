public import Economy

/// Where the results of an experiment go. A runner calls it from several threads.
public protocol ResultSink: Sendable {
  /// Registers the runs of an experiment before the first of them starts and gives each an identifier, in the
  /// same order. Identifiers thus do not depend on which thread gets where first.
  func begin(_ runs: [RunDescription]) throws -> [RunIdentifier]

  /// Keeps what a run has produced since the last call: all of it or, where it throws, nothing.
  func record(_ batch: ResultBatch, of run: RunIdentifier) throws

  /// Notes how a run ended.
  func end(_ run: RunIdentifier, _ ending: Ending, seconds: Double) throws

  /// Notes whether the closure of a complete run could close its budget.
  func note(_ budget: BudgetVerdict, of run: RunIdentifier) throws

  /// Keeps who gains and who loses, after the end of all runs.
  func keep(_ gains: GainReport, of runs: [RunIdentifier]) throws

  /// Keeps what the reforms do in each sense, after the end of all runs.
  func keep(_ decomposition: DecompositionReport, of runs: [RunIdentifier]) throws
}

extension ResultSink {
  public func note(_ budget: BudgetVerdict, of run: RunIdentifier) throws {}
  public func keep(_ gains: GainReport, of runs: [RunIdentifier]) throws {}
  public func keep(_ decomposition: DecompositionReport, of runs: [RunIdentifier]) throws {}
}

/// A run as its sink knows it.
public struct RunIdentifier: Sendable, Hashable {
  /// The number by which the sink finds it.
  public let number: Int64

  /// A run of that number.
  public init(_ number: Int64) { self.number = number }
}

/// What a run produces in a stretch of time, at most a year.
public struct ResultBatch: Sendable, Equatable {
  /// The indicators of successive months.
  public var months: [MonthlyIndicators]
  /// The year's flows, where the stretch ends a year.
  public var flows: [FlowRow]
  /// The year's closing balance sheet, where the stretch ends a year.
  public var balances: [BalanceRow]
  /// Deciles and groups in the stretch's last month, where it ends a year or the run.
  public var distributions: [DistributionRow]

  /// A batch; empty by default.
  public init(
    months: [MonthlyIndicators] = [], flows: [FlowRow] = [], balances: [BalanceRow] = [],
    distributions: [DistributionRow] = []
  ) {
    self.months = months
    self.flows = flows
    self.balances = balances
    self.distributions = distributions
  }
}

/// How a run ended.
public enum Ending: Sendable, Equatable {
  /// All its months were simulated.
  case complete
  /// An error stopped it.
  case failed(String)
  /// The economy left the range in which the model's rules mean anything: a finding about the scenario, not a
  /// fault. Sinks keep it as a failure.
  case infeasible(String)
  /// The user, or an error elsewhere, stopped it between two months.
  case interrupted
}
