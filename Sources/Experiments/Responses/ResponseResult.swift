public import Economy
public import Scenarios

/// What shocks did: the months of every replication, shocked and not.
public struct ResponseResult: Sendable {
  /// The name of the scenario of whose baseline they are.
  public let scenario: String
  /// The scenario's title.
  public let title: String
  /// The simulated country.
  public let economy: String
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
  /// The program.
  public let codeVersion: String
  /// In their order of printing.
  public let shocks: [Shock]
  /// By replication.
  public let twins: [Twins]

  /// The runs of a replication, which share their past and their draws.
  public struct Twins: Sendable {
    /// The months without a shock.
    public let calm: [MonthlyIndicators]
    /// The months under each shock, in the shocks' order.
    public let shocked: [[MonthlyIndicators]]

    /// The runs of a replication, of equally many months each.
    public init(calm: [MonthlyIndicators], shocked: [[MonthlyIndicators]]) {
      precondition(shocked.allSatisfy { $0.count == calm.count }, "twins are equally long")
      self.calm = calm
      self.shocked = shocked
    }
  }

  /// The result of a scenario's replications.
  public init(_ scenario: Scenario, shocks: [Shock], twins: [Twins], codeVersion: String) {
    precondition(twins.allSatisfy { $0.shocked.count == shocks.count }, "a run for each shock")
    self.scenario = scenario.name
    title = scenario.title
    economy = scenario.calibration.name
    persons = scenario.population.persons
    start = scenario.start
    months = scenario.months
    burnInMonths = scenario.burnInMonths
    seed = scenario.seed
    self.shocks = shocks
    self.twins = twins
    self.codeVersion = codeVersion
  }

  /// Quarters after the shock that a table shows; the first is that of the shock's month.
  public static let quarters = [1, 2, 3, 4, 6, 8, 12, 16, 20]

  /// Those of them that the months cover.
  public var quarters: [Int] { Self.quarters.filter { Shock.month + 3 * $0 <= months } }

  /// The response in a quarter after the shock, taken within each replication; nil where it is not defined.
  public func response(of measure: ResponseMeasure, to shock: Int, quarter: Int) -> Estimate? {
    let first = Shock.month + 3 * (quarter - 1)
    return response(of: measure.indicator, to: shock, in: first..<first + 3)
  }

  /// The response in a month of the scenario.
  public func response(of measure: ResponseMeasure, to shock: Int, month: Int) -> Estimate? {
    response(of: measure.indicator, to: shock, in: month..<month + 1)
  }

  /// Full years after the shock that the months cover; the first begins with the shock's month.
  public var years: Range<Int> { 1..<1 + max(0, months - Shock.month) / 12 }

  /// The response of any indicator in a year after the shock.
  public func response(of indicator: Indicator, to shock: Int, year: Int) -> Estimate? {
    let first = Shock.month + 12 * (year - 1)
    return response(of: indicator, to: shock, in: first..<first + 12)
  }

  private func response(of indicator: Indicator, to shock: Int, in months: Range<Int>) -> Estimate? {
    Estimate(twins.map { indicator.difference($0.shocked[shock][months], $0.calm[months]) })
  }

  /// Real GDP gained in the twelve months of the added purchases over what they add, one percent of the twin's real
  /// GDP; nil for shocks that add none and where the months do not cover the twelve.
  public func multiplier(of shock: Int) -> Estimate? {
    let share = shocks[shock].impulses.purchases
    let year = Shock.month..<Shock.month + Shock.purchaseMonths
    guard share != 0, year.upperBound <= months else { return nil }
    return Estimate(
      twins.map { twins in
        let calm = twins.calm[year].reduce(0) { $0 + $1[.gdpReal] }
        let shocked = twins.shocked[shock][year].reduce(0) { $0 + $1[.gdpReal] }
        return (shocked - calm) / (share * calm)
      })
  }
}
