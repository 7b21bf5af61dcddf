/// Whether a run's closure could close its budget, which is a result like any other.
///
/// A budget is infeasible when for twelve months on end no instrument of the closure has room left and the deficit is
/// above what the debt target allows. What goes with it is the Laffer maximum: the most revenue that the run has raised
/// in twelve months, and the rate at which it did.
public struct BudgetVerdict: Sendable, Equatable {
  /// Months without room after which a budget is called infeasible.
  public static let patience = 12
  /// Deficit over GDP above what is allowed that counts as a gap: below it, it is noise.
  public static let tolerance = 0.005

  /// First of the twelve months, counted from the scenario's start; nil while the budget is feasible.
  public internal(set) var infeasibleSince: Int?
  /// Deficit above what the debt target allows, smoothed over a year, over GDP.
  public internal(set) var gap = 0.0
  /// The instrument with the largest weight; nil where debt alone closes the budget.
  public internal(set) var instrument: Closure.Instrument?
  /// The most revenue of twelve months: per head, in real terms, less trend productivity, over GDP per head at the
  /// scenario's start. 0 in the first year.
  public internal(set) var mostRevenue = 0.0
  /// What the instrument stood at then: a rate, a scale, or a share of GDP.
  public internal(set) var rateAtMost = 0.0

  /// Months in a row without room.
  var exhausted = 0
  var recentRevenue: [Double] = []
  /// GDP per head of the scenario's first month, in the units of `mostRevenue`.
  var startGdp = 0.0

  public init() {}

  public var isFeasible: Bool { infeasibleSince == nil }

  /// Takes in a month.
  mutating func note(gap: Double, hasRoom: Bool, revenue: Double, rate: Double, month: Int) {
    self.gap = gap
    exhausted = !hasRoom && gap > Self.tolerance ? exhausted + 1 : 0
    if exhausted >= Self.patience && infeasibleSince == nil { infeasibleSince = month - Self.patience + 1 }
    recentRevenue.append(revenue)
    guard recentRevenue.count >= 12 else { return }
    if recentRevenue.count > 12 { recentRevenue.removeFirst() }
    let mean = recentRevenue.reduce(0, +) / 12
    if mean > mostRevenue {
      mostRevenue = mean
      rateAtMost = rate
    }
  }
}
