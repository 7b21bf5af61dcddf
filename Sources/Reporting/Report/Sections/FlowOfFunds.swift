import Economy
import Experiments
import Sensitivity

extension RunReport {
  /// Who pays whom, in a year.
  func flowOfFunds() throws -> HTML {
    guard tables.contains("flow"), let year = data.lastYear else { return .nothing }
    let groups = try data.read(
      """
      SELECT reform, replication, payer || '>' || payee AS pair, 'share' AS measure,
        sum(cents) / 100.0 /
          (SELECT 12 * avg(gdp_nominal) FROM monthly
            WHERE monthly.run_id = run.run_id AND month / 12 = flow.year) * 100 AS percent
      FROM flow JOIN run USING (run_id)
      WHERE \(data.complete) AND year = \(year) AND payer <> payee AND flow <> 'write_offs'
      GROUP BY run_id, payer, payee ORDER BY run_id, payer, payee
      """)
    let changed =
      hasMany ? [changeComparison(groups)] : experiment.reforms.map { changes(groups, $0) }
    let figures = [matrix(groups, ReportExperiment.baseline)] + changed
    return section(
      "Who pays whom",
      [
        "Every payment of the model is booked with the one who pays and the one who receives; the sums here are all "
          + "payments between two sectors in a year, loans and bonds included, over the GDP of that year."
      ], figures.compactMap(\.self))
  }

  private func matrix(_ groups: ReportData.Groups, _ variant: String) -> ReportFigure? {
    var table = ReportTable(["Payer", "Payee"] + ReportTable.heads("Percent of GDP"))
    var shares: [String: Estimate] = [:]
    for pair in groups.names {
      guard let share = groups.mean(variant, pair, "share") else { continue }
      shares[pair] = share
      let ends = Self.ends(pair)
      table.add(
        [.text(ends.payer), .text(ends.payee)]
          + ReportTable.Cell.estimate(share, decimals: 2, key: "flow/\(variant)/\(pair)"))
    }
    guard let most = shares.max(by: { ($0.value.mean, $1.key) < ($1.value.mean, $0.key) }) else { return nil }
    let present = Sector.allCases.map(\.name).filter { sector in
      shares.contains {
        ($0.key.hasPrefix(sector + ">") || $0.key.hasSuffix(">" + sector)) && $0.value.mean >= 0.05
      }
    }
    let cells = present.map { payer in
      present.map { payee -> HeatMap.Cell? in
        guard let share = shares["\(payer)>\(payee)"], share.mean >= 0.05 else { return nil }
        return HeatMap.Cell(value: share.mean, text: NumberText.fixed(share.mean, decimals: 1))
      }
    }
    let names = present.map(FlowNames.sector)
    let level = Finding.level(
      most.value, unit: "percent of GDP", key: "flow/\(variant)/\(most.key)", decimals: 1)
    let ends = Self.ends(most.key)
    return ReportFigure(
      name: "flows-\(variant)",
      title:
        "Baseline: the largest stream is from \(Finding.lowered(ends.payer)) to \(Finding.lowered(ends.payee)): \(level)",
      subtitle: "Payments between sectors, percent of GDP, \(data.lastYearName), baseline",
      content: .chart(
        HeatMap(
          rows: names, columns: names, cells: cells, rowAxis: "Payer", columnAxis: "Payee",
          range: 0...most.value.mean, isDiverging: false), table),
      isWide: true, sql: groups.sql, note: "Streams below 0.05 percent are left out.")
  }

  private static func ends(_ pair: String) -> (payer: String, payee: String) {
    let ends = pair.split(separator: ">").map { FlowNames.sector(String($0)) }
    return (ends.first ?? "", ends.last ?? "")
  }

  private static func name(_ pair: String) -> String {
    let ends = ends(pair)
    return "\(ends.payer) to \(Finding.lowered(ends.payee))"
  }

  private static func changeKey(_ reform: String, _ pair: String) -> String {
    "flow/\(reform)/\(pair)/change"
  }

  private func change(_ groups: ReportData.Groups, _ reform: String, _ pair: String) -> Estimate? {
    groups.estimate { replication in
      // A stream that a run lacks is nothing; a run that is not there is not known.
      guard groups.names.contains(where: { groups.value(reform, $0, "share", replication) != nil }) else {
        return nil
      }
      return (groups.value(reform, pair, "share", replication) ?? 0)
        - (groups.value(ReportExperiment.baseline, pair, "share", replication) ?? 0)
    }
  }

  private func changeTitle(_ reform: String, _ pair: String, _ change: Estimate) -> Prose {
    Finding.sentence(
      "What goes from \(Finding.lowered(Self.name(pair)))", change, unit: "percent of GDP",
      key: Self.changeKey(reform, pair))
  }

  /// The streams that a reform changes most.
  private func changes(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    let changes = groups.names.compactMap { pair in
      change(groups, reform.name, pair).map { (pair: pair, change: $0) }
    }.sorted { abs($0.change.mean) > abs($1.change.mean) }
    guard let most = changes.first else { return nil }
    let (rows, table) = effectRows(
      changes.prefix(10).map {
        Effect(name: Self.name($0.pair), key: Self.changeKey(reform.name, $0.pair), estimate: $0.change)
      }, head: "From and to", unit: "percent of GDP")
    return ReportFigure(
      name: "flow-changes-\(reform.name)",
      title: changeTitle(reform.name, most.pair, most.change).capitalised,
      subtitle: "Change of payments between sectors, percent of GDP, \(data.lastYearName), the ten largest, "
        + "“\(reform.label)” less baseline",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%", isSigned: true),
          axis: "Percent of GDP. Lines: 95 percent intervals; pale bars may be chance"), table),
      isWide: false, sql: groups.sql)
  }

  private func changeComparison(_ groups: ReportData.Groups) -> ReportFigure? {
    let sizes = groups.names.map { pair in
      (
        pair: pair,
        size: experiment.reforms.compactMap { change(groups, $0.name, pair)?.mean.magnitude }.max() ?? 0
      )
    }.sorted { $0.size > $1.size }
    return comparison(
      "flow-changes",
      subtitle:
        "Change of payments between sectors, percent of GDP, \(data.lastYearName): the six streams that move most",
      columns: sizes.prefix(6).map { (Self.name($0.pair), $0.pair) }, sql: groups.sql, key: Self.changeKey,
      estimate: { change(groups, $0, $1) },
      title: { reform, stream, effect in with(reform, effect, changeTitle(reform.name, stream.key, effect)) })
  }
}
