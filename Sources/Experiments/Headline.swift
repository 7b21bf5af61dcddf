public import Economy

/// The table at the end of an experiment: the headline indicators under the baseline and each reform, as means
/// over the last months of the horizon, and the reforms' effects, paired by replication.
///
/// Only complete runs count, and only replications in which both runs of a pair are complete count for an
/// effect.
public struct Headline: Sendable, Equatable {
  /// Months over which each run's values are averaged: the last ones.
  public let months: Int
  /// Complete baseline runs.
  public let baselineRuns: Int
  /// In the order of `Indicator`.
  public let rows: [Row]
  /// In the scenario's order.
  public let reforms: [Reform]

  /// A reform as the table's heads name it.
  public struct Reform: Sendable, Equatable {
    /// The reform's key.
    public let name: String
    /// The reform's name for readers.
    public let label: String
    /// Complete runs of it.
    public let runs: Int

    /// A reform of that many complete runs.
    public init(name: String, label: String, runs: Int) {
      self.name = name
      self.label = label
      self.runs = runs
    }
  }

  /// An indicator.
  public struct Row: Sendable, Equatable {
    /// Which one.
    public let indicator: Indicator
    /// Its value in the baseline; nil where no run has one.
    public let baseline: Estimate?
    /// Its value under each reform, in the reforms' order.
    public let reforms: [Cell]
  }

  /// An indicator under a reform.
  public struct Cell: Sendable, Equatable {
    /// Its value; nil where no run has one.
    public let value: Estimate?
    /// Reform less baseline, the difference taken within each replication; nil where no pair has one.
    public let effect: Estimate?
    /// The effect over the baseline's mean in the same replications; nil where that is 0.
    public let relativeEffect: Double?

    /// A cell of the table.
    public init(value: Estimate?, effect: Estimate?, relativeEffect: Double?) {
      self.value = value
      self.effect = effect
      self.relativeEffect = relativeEffect
    }
  }

  /// - Parameters:
  ///   - outcomes: the runs of one scenario.
  ///   - indicators: the rows; those flagged as headlines by default.
  public init(
    _ outcomes: [RunOutcome], indicators: [Indicator] = Indicator.allCases.filter(\.spec.isHeadline)
  ) {
    let complete = outcomes.filter { $0.ending == .complete }
    var names: [(name: String, label: String)] = []
    for run in outcomes.map(\.run).filter({ !$0.isBaseline && !$0.isPlacebo }) {
      let isNew = !names.contains { $0.name == run.variant }
      if isNew { names.append((run.variant, run.label)) }
    }
    let baseline = complete.filter(\.run.isBaseline)
    let reforms = names.map { name in complete.filter { $0.run.variant == name.name } }

    months = complete.map(\.lastMonths.count).max() ?? 0
    baselineRuns = baseline.count
    self.reforms = zip(names, reforms).map { Reform(name: $0.name, label: $0.label, runs: $1.count) }
    rows = indicators.map { indicator in
      Row(
        indicator: indicator,
        baseline: Estimate(baseline.map { $0.mean(of: indicator) }),
        reforms: reforms.map { Self.cell(indicator, reform: $0, baseline: baseline) })
    }
  }

  private static func cell(_ indicator: Indicator, reform: [RunOutcome], baseline: [RunOutcome]) -> Cell {
    let pairs = reform.compactMap { run in
      baseline.first { $0.run.replication == run.run.replication }
        .map { (before: $0.mean(of: indicator), after: run.mean(of: indicator)) }
    }.filter { $0.before.isFinite && $0.after.isFinite }
    let effect = Estimate(pairs.map { $0.after - $0.before })
    let before = Estimate(pairs.map(\.before))
    return Cell(
      value: Estimate(reform.map { $0.mean(of: indicator) }), effect: effect,
      relativeEffect: effect.flatMap { effect in
        before.flatMap { $0.mean == 0 ? nil : effect.mean / abs($0.mean) }
      })
  }
}

extension RunOutcome {
  /// The mean of an indicator over the last months in which it is defined; NaN where it is in none.
  public func mean(of indicator: Indicator) -> Double {
    Estimate(lastMonths.map { $0[indicator] })?.mean ?? .nan
  }
}
