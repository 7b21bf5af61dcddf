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
  /// Simulates one month and measures some of its indicators; a model that gains nothing by it measures all.
  mutating func step(_ scope: MeasureScope) throws -> MonthlyIndicators
  /// Begins to tell the senses of reforms apart, before the scenario's first month; nil in a model without persons.
  func beginDecomposition(_ reforms: [Regime], upTo: Sense) -> Decomposition?
  /// The same month, and what it says about the senses of the reforms.
  /// - Parameter reform: which of them the economy lives with; nil for the baseline, which comes first.
  mutating func step(_ decomposition: inout Decomposition, reform: Int?) throws -> MonthlyIndicators

  /// The flows of the months since the last call; then the counting begins anew.
  mutating func takeFlowRows() -> [FlowRow]
  /// The balance sheet after the last step.
  func balanceRows() -> [BalanceRow]
  /// Deciles and groups after the last step.
  func distributionRows() -> [DistributionRow]

  /// Whether the closure can close the budget, as far as the run has shown.
  var budget: BudgetVerdict { get }

  /// From the coming month on other luck falls to the same lives; 0 is the seed's own.
  mutating func change(luck number: Int)
  /// Who lives, and how; nobody in a model without persons.
  func lifeTraits(_ equivalence: LifeValuation.Equivalence) -> [LifeTraits]
  /// Begins to value lives from the coming month on; nil in a model without persons.
  func beginLives(_ valuation: LifeValuation, baseline: [Double]?) -> Lives?
  /// Adds the last month to the lives, where they are valued.
  func add(to lives: inout Lives?)
}

extension Simulation {
  public mutating func step(_ scope: MeasureScope) throws -> MonthlyIndicators { try step() }
  public var budget: BudgetVerdict { BudgetVerdict() }
  public mutating func change(luck number: Int) {}
  public func lifeTraits(_ equivalence: LifeValuation.Equivalence) -> [LifeTraits] { [] }
  public func beginLives(_ valuation: LifeValuation, baseline: [Double]?) -> Lives? { nil }
  public func add(to lives: inout Lives?) {}
  public func beginDecomposition(_ reforms: [Regime], upTo: Sense) -> Decomposition? { nil }
  public mutating func step(_ decomposition: inout Decomposition, reform: Int?) throws -> MonthlyIndicators {
    try step()
  }
}

extension Economy: Simulation {
  public func beginLives(_ valuation: LifeValuation, baseline: [Double]?) -> Lives? {
    Lives(valuation, at: self, baseline: baseline)
  }

  public func add(to lives: inout Lives?) { lives?.add(self) }

  public func beginDecomposition(_ reforms: [Regime], upTo: Sense) -> Decomposition? {
    Decomposition(reforms: reforms, upTo: upTo, at: self)
  }

  public mutating func step(_ decomposition: inout Decomposition, reform: Int?) throws -> MonthlyIndicators {
    if let reform { return try decomposition.step(reform: reform, &self) }
    return try decomposition.step(baseline: &self)
  }
}
