import Experiments
import Sensitivity

extension RunReport {
  /// An effect on a group.
  struct Effect {
    /// The group for readers.
    let name: String
    /// By which a query finds it.
    let key: String
    let estimate: Estimate
  }

  /// Bars of effects with their intervals, gains in blue and losses in vermilion, pale where chance may explain them.
  func effectRows(_ effects: [Effect], head: String, unit: String) -> (
    rows: [RowChart.Row], table: ReportTable
  ) {
    var table = ReportTable([head] + ReportTable.heads("Change, \(unit)"))
    let rows = effects.map { effect in
      let (estimate, interval) = (effect.estimate, effect.estimate.interval)
      table.add(
        [.text(effect.name)]
          + ReportTable.Cell.estimate(
            estimate, decimals: max(1, Finding.decimals(estimate)), key: effect.key))
      let style = estimate.mean < 0 ? "bar s1" : "bar s0"
      return RowChart.Row(
        label: effect.name,
        spans: [
          RowChart.Span(
            from: 0, to: estimate.mean, style: style + (estimate.isClear || interval == nil ? "" : " pale"))
        ],
        whisker: interval.map { $0.low...$0.high }, value: Finding.number(estimate.mean, 1, signed: true))
    }
    return (rows, table)
  }
}
