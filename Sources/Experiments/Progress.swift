/// How far an experiment is.
public struct Progress: Sendable, Equatable {
  /// Simulated months of all runs, burn-ins included.
  public var monthsDone: Int
  /// Months to simulate in all.
  public var monthsTotal: Int
  /// Runs that ended, in whatever way.
  public var runsDone: Int
  /// Runs in all.
  public var runsTotal: Int

  /// The progress at a point in time.
  public init(monthsDone: Int, monthsTotal: Int, runsDone: Int, runsTotal: Int) {
    self.monthsDone = monthsDone
    self.monthsTotal = monthsTotal
    self.runsDone = runsDone
    self.runsTotal = runsTotal
  }

  /// From 0 to 1.
  public var share: Double { monthsTotal == 0 ? 1 : Double(monthsDone) / Double(monthsTotal) }
}
