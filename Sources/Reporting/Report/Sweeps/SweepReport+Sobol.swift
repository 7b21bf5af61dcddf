import Designs
import Experiments
import Sensitivity

extension SweepReport {
  static let sobolNote: Prose =
    "How much of an outcome's differences between settings comes from a quantity: alone (dark), and together with the "
    + "others (pale); these are Sobol's first and total indices. Shares with others may add up to more than all, where "
    + "quantities work together. A single share below 0 or above 100 percent is error of the estimate."

  /// Shares of an output's variance, for designs that are laid out for them.
  func sobol(_ output: Int) -> ReportFigure? {
    guard data.design == "saltelli" else { return nil }
    let byPoint = Dictionary(grouping: data.runs, by: \.point)
    let measure = data.outputs[output].measure
    let outcomes = (0..<data.proposed).map { point -> Double? in
      let values = (byPoint[point] ?? []).compactMap { $0.values[output] }
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) * measure.factor
    }
    guard let indices = try? SobolIndices(outputs: outcomes, factors: data.factors.count) else { return nil }
    let shares = zip(data.factors, indices.factors).sorted { $0.1.total.value > $1.1.total.value }
    var table = ReportTable(["Quantity"] + ReportTable.heads("Alone") + ReportTable.heads("With others"))
    func number(
      _ factor: SweepData.Factor, _ order: String, _ end: String, _ value: Double, decimals: Int = 0
    )
      -> ReportNumber
    {
      ReportNumber(
        key: "sobol/\(data.outputs[output].name)/\(factor.name)/\(order)/\(end)", value: value * 100,
        decimals: decimals)
    }
    let rows = shares.map { factor, shares in
      table.add(
        [.text(factor.label)]
          + [("first", shares.first), ("total", shares.total)].flatMap { order, share -> [ReportTable.Cell] in
            [("mean", share.value), ("low", share.interval.low), ("high", share.interval.high)].map {
              .number(number(factor, order, $0, $1, decimals: 1))
            }
          })
      let (alone, all) = (max(0, shares.first.value) * 100, max(0, shares.total.value) * 100)
      return RowChart.Row(
        label: factor.label,
        spans: [
          RowChart.Span(from: 0, to: max(alone, all), style: "bar s0 pale"),
          RowChart.Span(from: 0, to: alone, style: "bar s0"),
        ],
        whisker: max(0, shares.total.interval.low) * 100...max(0, shares.total.interval.high) * 100,
        value: "\(Finding.number(alone, 0)) | \(Finding.number(all, 0))")
    }
    guard let most = shares.first else { return nil }
    let (factor, total) = (most.0, most.1.total)
    let low = number(factor, "total", "low", total.interval.low)
    let high = number(factor, "total", "high", total.interval.high)
    let title: Prose =
      "\(factor.quoted) has a part, alone or with others, in \(number(factor, "total", "mean", total.value)) percent "
      + "(\(low) to \(high)) of how \(Finding.lowered(measure.label)) differs between settings"
    return ReportFigure(
      name: "sobol-\(data.outputs[output].name)", title: title.capitalised,
      subtitle: "Share of the variance of \(Finding.lowered(measure.label)) between settings, percent",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%"),
          axis: "Lines: 95 percent intervals of the part with others. At the right: alone | with others",
          key: [
            RowChart.Key(style: "bar s0", label: "alone"),
            RowChart.Key(style: "bar s0 pale", label: "with others"),
          ]), table),
      isWide: false, sql: data.sql,
      note: indices.isConverged(within: 0.05)
        ? "" : "Not converged: intervals are wider than 5 points. Take more rows.")
  }
}
