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
      experiment.reforms.isEmpty || hasMany
      ? [levels(groups), budgetComparison(groups)] : experiment.reforms.map { waterfall(groups, $0) }
    return section("The government's budget", [], figures.compactMap(\.self))
  }

  private static let balance = "balance"
  private static func key(_ reform: String, _ flow: String) -> String { "budget/\(reform)/\(flow)" }
  private static let itemNote =
    "Each item is divided by the GDP of its own case, so that items also move when GDP does."

  /// An item in percent of GDP, or the balance: the sum of all that is received less all that is paid.
  private func value(_ groups: ReportData.Groups, _ variant: String, _ flow: String, _ replication: Int)
    -> Double?
  {
    guard flow == Self.balance else { return groups.value(variant, flow, "share", replication) ?? 0 }
    let shares = groups.names.compactMap { groups.value(variant, $0, "share", replication) }
    return shares.isEmpty ? nil : shares.reduce(0, +)
  }

  private func balance(_ groups: ReportData.Groups, _ variant: String) -> Estimate? {
    groups.estimate { value(groups, variant, Self.balance, $0) }
  }

  private func change(_ groups: ReportData.Groups, _ reform: String, _ flow: String) -> Estimate? {
    groups.estimate { replication in
      guard balanceExists(groups, reform, replication),
        let after = value(groups, reform, flow, replication),
        let before = value(groups, ReportExperiment.baseline, flow, replication)
      else { return nil }
      return after - before
    }
  }

  /// Whether the run is there: a flow that it lacks is nothing, a run that failed is not known.
  private func balanceExists(_ groups: ReportData.Groups, _ variant: String, _ replication: Int) -> Bool {
    groups.names.contains { groups.value(variant, $0, "share", replication) != nil }
  }

  private func waterfall(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    guard let before = balance(groups, ReportExperiment.baseline), let after = balance(groups, reform.name),
      let difference = change(groups, reform.name, Self.balance)
    else { return nil }
    let changes = groups.names.compactMap { flow in
      change(groups, reform.name, flow).map { (flow: flow, change: $0) }
    }.sorted { abs($0.change.mean) > abs($1.change.mean) }
    let rest = changes.dropFirst(8).reduce(0) { $0 + $1.change.mean }
    var table = ReportTable(["Item"] + ReportTable.heads("Change of the balance, percent of GDP"))
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
    for (flow, change) in changes.prefix(8) { step(FlowNames.flow(flow), change.mean) }
    if changes.count > 8 { step("All other", rest) }
    rows.append(total("Balance, reform", after.mean))
    for (flow, change) in changes {
      table.add(
        [.text(FlowNames.flow(flow))]
          + ReportTable.Cell.estimate(change, decimals: 3, key: Self.key(reform.name, flow)))
    }
    return ReportFigure(
      name: "budget-\(reform.name)",
      title: Finding.sentence(
        "The government's balance", difference, unit: "percent of GDP",
        key: Self.key(reform.name, Self.balance)
      ).capitalised,
      subtitle:
        "Government's receipts less payments, percent of GDP, \(data.lastYearName): from the baseline to "
        + "“\(reform.label)”",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%"),
          axis: "Percent of GDP. Blue adds to the balance, orange takes from it"), table),
      isWide: false, sql: groups.sql, note: Self.itemNote)
  }

  private func total(_ name: String, _ value: Double) -> RowChart.Row {
    RowChart.Row(
      label: name, spans: [RowChart.Span(from: 0, to: value, style: "bar s5")],
      value: Finding.number(value, 2, signed: true), isApart: true)
  }

  private func budgetComparison(_ groups: ReportData.Groups) -> ReportFigure? {
    let sizes = groups.names.map { flow in
      (
        flow: flow,
        size: experiment.reforms.compactMap { change(groups, $0.name, flow)?.mean.magnitude }.max() ?? 0
      )
    }.sorted { $0.size > $1.size }
    let columns =
      [Column("Balance", Self.balance)] + sizes.prefix(6).map { Column(FlowNames.flow($0.flow), $0.flow) }
    return comparison(
      "budget",
      subtitle:
        "Change of the government's receipts less payments, percent of GDP, \(data.lastYearName): the balance, and the "
        + "items that move most (a payment that rises counts as less)",
      columns: columns, sql: groups.sql, note: Self.itemNote, key: Self.key,
      estimate: { change(groups, $0, $1) },
      title: { reform, item, effect in
        with(
          reform, effect,
          Finding.sentence(
            item.label, effect, unit: "percent of GDP in the balance", key: Self.key(reform.name, item.key)))
      })
  }

  /// Receipts and payments of the baseline, the largest first.
  private func levels(_ groups: ReportData.Groups) -> ReportFigure? {
    let baseline = ReportExperiment.baseline
    guard let balance = balance(groups, baseline) else { return nil }
    let items = groups.names.compactMap { flow in
      groups.mean(baseline, flow, "share").map { (flow: flow, share: $0) }
    }.filter { abs($0.share.mean) >= 0.01 }
    let sorted =
      items.filter { $0.share.mean > 0 }.sorted { $0.share.mean > $1.share.mean }
      + items.filter { $0.share.mean < 0 }.sorted { $0.share.mean < $1.share.mean }
    var table = ReportTable(["Item"] + ReportTable.heads("Percent of GDP"))
    var sum = 0.0
    var rows: [RowChart.Row] = []
    for (flow, share) in sorted {
      table.add(
        [.text(FlowNames.flow(flow))]
          + ReportTable.Cell.estimate(share, decimals: 2, key: "budget-level/\(baseline)/\(flow)"))
      rows.append(
        RowChart.Row(
          label: FlowNames.flow(flow),
          spans: [
            RowChart.Span(from: sum, to: sum + share.mean, style: share.mean < 0 ? "bar s1" : "bar s0")
          ], value: Finding.number(share.mean, 1, signed: true)))
      sum += share.mean
    }
    rows.append(total("Balance", balance.mean))
    let level = Finding.level(
      balance, unit: "percent of GDP", key: "budget-level/\(baseline)/balance", decimals: 1)
    return ReportFigure(
      name: "budget-\(baseline)", title: "Baseline: the government's balance is \(level)",
      subtitle: "Government's receipts less payments, percent of GDP, \(data.lastYearName)",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%"), axis: "Percent of GDP. Blue is received, orange is paid"
        ),
        table),
      isWide: false, sql: groups.sql)
  }
}
