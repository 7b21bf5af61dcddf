import Experiments
import Sensitivity

extension RunReport {
  /// What the government receives and pays, as steps from one balance to the other.
  func budget() throws -> HTML {
    guard tables.contains("flow"), let year = data.lastYear else { return .nothing }
    let excluded = FlowNames.financing.map { "'\($0)'" }.joined(separator: ", ")
    let groups = try data.read(
      """
      SELECT reform, replication, flow, 'share' AS measure,
        CASE payee WHEN 'government' THEN 1 ELSE -1 END * cents / 100.0 /
          (SELECT 12 * avg(gdp_nominal) FROM monthly
            WHERE monthly.run_id = run.run_id AND month / 12 = flow.year) * 100 AS percent
      FROM flow JOIN run USING (run_id)
      WHERE \(data.complete) AND year = \(year)
        AND (payer = 'government') <> (payee = 'government') AND flow NOT IN (\(excluded))
      ORDER BY run_id, flow
      """)
    guard !groups.names.isEmpty else { return .nothing }
    let figures =
      experiment.reforms.isEmpty
      ? [levels(groups)] : experiment.reforms.map { waterfall(groups, $0) }
    return section("The government's budget", [], figures.compactMap(\.self))
  }

  /// The balance in percent of GDP: the sum of all that is received less all that is paid.
  private func balance(_ groups: ReportData.Groups, _ variant: String) -> Estimate? {
    groups.estimate { replication in
      let shares = groups.names.compactMap { groups.value(variant, $0, "share", replication) }
      return shares.isEmpty ? nil : shares.reduce(0, +)
    }
  }

  private func waterfall(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    let baseline = ReportExperiment.baseline
    guard let before = balance(groups, baseline), let after = balance(groups, reform.name) else { return nil }
    let changes = groups.names.compactMap { flow in
      groups.estimate { replication in
        (groups.value(reform.name, flow, "share", replication) ?? 0)
          - (groups.value(baseline, flow, "share", replication) ?? 0)
      }.map { (name: FlowNames.flow(flow), change: $0) }
    }.sorted { abs($0.change.mean) > abs($1.change.mean) }
    let shown = changes.prefix(8)
    let rest = changes.dropFirst(8).reduce(0) { $0 + $1.change.mean }

    var table = ReportTable(["Item", "Change of the balance, percent of GDP", "95 % interval from", "to"])
    var rows = [total("Balance, baseline", before.mean)]
    var sum = before.mean
    func step(_ name: String, _ change: Double) {
      rows.append(
        RowChart.Row(
          label: name,
          spans: [RowChart.Span(from: sum, to: sum + change, style: change < 0 ? "bar s1" : "bar s0")],
          value: Finding.number(change, 2, signed: true)))
      sum += change
    }
    for (name, change) in shown { step(name, change.mean) }
    if changes.count > 8 { step("All other", rest) }
    rows.append(total("Balance, reform", after.mean))
    for (name, change) in changes {
      table.add([
        .text(name), .number(change.mean, decimals: 3), .optional(change.interval?.low, decimals: 3),
        .optional(change.interval?.high, decimals: 3),
      ])
    }
    let difference = groups.estimate { replication in
      let sums = [reform.name, baseline].map { variant in
        groups.names.reduce(0) { $0 + (groups.value(variant, $1, "share", replication) ?? 0) }
      }
      return sums[0] - sums[1]
    }
    let title: Prose =
      difference.map {
        Finding.sentence(
          "The government's balance", $0, unit: "percent of GDP", key: "budget/\(reform.name)/balance"
        ).capitalised
      } ?? "The government's balance"
    return ReportFigure(
      name: "budget-\(reform.name)", title: title,
      subtitle:
        "Government's receipts less payments, percent of GDP, \(data.lastYearName): from the baseline to "
        + "“\(reform.label)”",
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%"),
        axis: "Percent of GDP. Blue adds to the balance, orange takes from it"),
      isWide: false, table: table, sql: groups.sql,
      note: "Each item is divided by the GDP of its own case, so that items also move when GDP does.")
  }

  private func total(_ name: String, _ value: Double) -> RowChart.Row {
    RowChart.Row(
      label: name, spans: [RowChart.Span(from: 0, to: value, style: "bar s5")],
      value: Finding.number(value, 2, signed: true), isApart: true)
  }

  /// Receipts and payments of the baseline, the largest first.
  private func levels(_ groups: ReportData.Groups) -> ReportFigure? {
    let baseline = ReportExperiment.baseline
    guard let balance = balance(groups, baseline) else { return nil }
    let items = groups.names.compactMap { flow in
      groups.mean(baseline, flow, "share").map { (name: FlowNames.flow(flow), share: $0) }
    }.filter { abs($0.share.mean) >= 0.01 }
    let sorted =
      items.filter { $0.share.mean > 0 }.sorted { $0.share.mean > $1.share.mean }
      + items.filter { $0.share.mean < 0 }.sorted { $0.share.mean < $1.share.mean }
    var table = ReportTable(["Item", "Percent of GDP", "95 % interval from", "to"])
    var sum = 0.0
    var rows: [RowChart.Row] = []
    for (name, share) in sorted {
      table.add([
        .text(name), .number(share.mean, decimals: 2), .optional(share.interval?.low, decimals: 2),
        .optional(share.interval?.high, decimals: 2),
      ])
      rows.append(
        RowChart.Row(
          label: name,
          spans: [
            RowChart.Span(from: sum, to: sum + share.mean, style: share.mean < 0 ? "bar s1" : "bar s0")
          ], value: Finding.number(share.mean, 1, signed: true)))
      sum += share.mean
    }
    rows.append(total("Balance", balance.mean))
    let level = Finding.level(
      balance, unit: "percent of GDP", key: "budget/\(baseline)/balance", decimals: 1)
    return ReportFigure(
      name: "budget-\(baseline)", title: "The government's balance is \(level)",
      subtitle: "Government's receipts less payments, percent of GDP, \(data.lastYearName)",
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%"), axis: "Percent of GDP. Blue is received, orange is paid"),
      isWide: false, table: table, sql: groups.sql)
  }
}
