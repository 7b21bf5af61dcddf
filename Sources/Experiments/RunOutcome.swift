public import Economy

/// What a runner tells about a run after its end.
public struct RunOutcome: Sendable {
  /// Months at the end of a run over which headlines average.
  public static let window = 12

  /// Which run.
  public let run: RunDescription
  /// How it ended.
  public let ending: Ending
  /// Months simulated.
  public let monthsDone: Int
  /// The last simulated months, at most `window`.
  public let lastMonths: [MonthlyIndicators]
  /// Whether the closure could close its budget.
  public let budget: BudgetVerdict

  /// The outcome of a run.
  public init(
    run: RunDescription, ending: Ending, monthsDone: Int, lastMonths: [MonthlyIndicators],
    budget: BudgetVerdict = BudgetVerdict()
  ) {
    self.budget = budget
    self.run = run
    self.ending = ending
    self.monthsDone = monthsDone
    self.lastMonths = lastMonths
  }
}

/// Why an experiment stopped before its end.
public enum ExperimentError: Error, Sendable {
  /// A run's books do not add up: a defect of the program, so no other result of it can be trusted either.
  case booksDoNotBalance(EconomyError, run: RunDescription)
  /// Results could not be kept.
  case resultsLost(any Error, run: RunDescription)
}

extension ExperimentError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .booksDoNotBalance(let error, let run):
      "the books do not balance (\(run.name)): \(error.message). This is a defect of the program; "
        + "the experiment was stopped"
    case .resultsLost(let error, let run): "the results of \(run.name) could not be kept: \(error)"
    }
  }
}

extension EconomyError {
  /// What happened, for the user.
  public var message: String {
    switch self {
    case .leak(let flow, let month, let cents):
      "the two sides of the flow '\(flow)' differ by \(cents) cents in month \(month)"
    case .audit(let what, let month, let cents):
      "the audit of '\(what)' misses \(cents) cents in month \(month)"
    case .diverged(let what, let month): "the economy left the model's range in month \(month): \(what)"
    case .population(let what): "the population cannot be built: \(what)"
    }
  }
}
