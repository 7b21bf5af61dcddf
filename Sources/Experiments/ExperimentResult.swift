public import Economy
public import Scenarios

/// What an experiment was and what came out of it: all that a report at its end needs.
public struct ExperimentResult: Sendable {
  /// The scenario's name.
  public let scenario: String
  /// The scenario's title.
  public let title: String
  /// The question it asks; empty where it states none.
  public let question: String
  /// The simulated country.
  public let economy: String
  /// ISO 4217 code of the unit of money.
  public let currency: String
  /// Persons at the start of the burn-in.
  public let persons: Int
  /// Calendar month of month 0.
  public let start: YearMonth
  /// Months after the burn-in.
  public let months: Int
  /// Months before them.
  public let burnInMonths: Int
  /// Seed of replication 0.
  public let seed: UInt64
  /// Replications asked for.
  public let replications: Int
  /// The program.
  public let codeVersion: String
  /// In the order in which runs were planned.
  public let outcomes: [RunOutcome]
  /// The reforms' effects.
  public let headline: Headline
  /// Who gains and who loses; nil where it was not asked.
  public let gains: GainReport?
  /// The reforms in each sense; nil where it was not asked.
  public let decomposition: DecompositionReport?

  /// The result of a scenario's runs.
  public init(
    _ scenario: Scenario, outcomes: [RunOutcome], codeVersion: String, gains: GainReport? = nil,
    decomposition: DecompositionReport? = nil
  ) {
    self.scenario = scenario.name
    title = scenario.title
    question = scenario.question
    economy = scenario.calibration.name
    currency = scenario.calibration.currency
    persons = scenario.population.persons
    start = scenario.start
    months = scenario.months
    burnInMonths = scenario.burnInMonths
    seed = scenario.seed
    replications = scenario.replications
    self.codeVersion = codeVersion
    self.outcomes = outcomes
    self.gains = gains
    self.decomposition = decomposition
    headline = Headline(outcomes)
  }

  /// The runs that failed, with the reason.
  public var failures: [(run: RunDescription, reason: String, isInfeasible: Bool)] {
    outcomes.compactMap { outcome in
      switch outcome.ending {
      case .failed(let reason): (outcome.run, reason, false)
      case .infeasible(let reason): (outcome.run, reason, true)
      case .complete, .interrupted: nil
      }
    }
  }

  /// Complete runs whose closure could not close the budget.
  public var infeasibleBudgets: [(run: RunDescription, budget: BudgetVerdict)] {
    outcomes.filter { $0.ending == .complete && !$0.budget.isFeasible }.map { ($0.run, $0.budget) }
  }

  /// How many runs ended with all their months.
  public var completeRuns: Int { outcomes.count { $0.ending == .complete } }
  /// How many runs were stopped between two months.
  public var interruptedRuns: Int { outcomes.count { $0.ending == .interrupted } }
}
