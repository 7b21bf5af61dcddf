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
    let figures = [matrix(groups, ReportExperiment.baseline)] + experiment.reforms.map { changes(groups, $0) }
    return section(
      "Who pays whom",
      [
        "Every payment of the model is booked with the one who pays and the one who receives; the sums here are all "
          + "payments between two sectors in a year, loans and bonds included, over the GDP of that year."
      ], figures.compactMap(\.self))
  }

  private func matrix(_ groups: ReportData.Groups, _ variant: String) -> ReportFigure? {
    var table = ReportTable(["Payer", "Payee", "Percent of GDP", "95 % interval from", "to"])
    var shares: [String: Estimate] = [:]
    for pair in groups.names {
      guard let share = groups.mean(variant, pair, "share") else { continue }
      shares[pair] = share
      let ends = Self.ends(pair)
      table.add([
        .text(ends.payer), .text(ends.payee), .number(share.mean, decimals: 2),
        .optional(share.interval?.low, decimals: 2), .optional(share.interval?.high, decimals: 2),
      ])
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
        "The largest stream is from \(ends.payer.lowercased()) to \(ends.payee.lowercased()): \(level)",
      subtitle: "Payments between sectors, percent of GDP, \(data.lastYearName), baseline",
      chart: HeatMap(
        rows: names, columns: names, cells: cells, rowAxis: "Payer", columnAxis: "Payee",
        range: 0...most.value.mean, isDiverging: false),
      isWide: true, table: table, sql: groups.sql, note: "Streams below 0.05 percent are left out.")
  }

  private static func ends(_ pair: String) -> (payer: String, payee: String) {
    let ends = pair.split(separator: ">").map { FlowNames.sector(String($0)) }
    return (ends.first ?? "", ends.last ?? "")
  }

  /// The streams that a reform changes most.
  private func changes(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    let changes = groups.names.compactMap { pair in
      groups.estimate { replication in
        (groups.value(reform.name, pair, "share", replication) ?? 0)
          - (groups.value(ReportExperiment.baseline, pair, "share", replication) ?? 0)
      }.map { (pair: pair, change: $0) }
    }.sorted { abs($0.change.mean) > abs($1.change.mean) }
    guard let most = changes.first else { return nil }
    let name = { (pair: String) in
      let ends = Self.ends(pair)
      return "\(ends.payer) to \(ends.payee.lowercased())"
    }
    let (rows, table) = effectRows(
      changes.prefix(10).map { (name($0.pair), $0.change) }, head: "From and to", unit: "percent of GDP")
    let title = Finding.sentence(
      "What goes from \(name(most.pair).lowercased())", most.change, unit: "percent of GDP",
      key: "flow/\(reform.name)/\(most.pair)/change")
    return ReportFigure(
      name: "flow-changes-\(reform.name)", title: title.capitalised,
      subtitle: "Change of payments between sectors, percent of GDP, \(data.lastYearName), the ten largest, "
        + "“\(reform.label)” less baseline",
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%", isSigned: true),
        axis: "Percent of GDP. Lines: 95 percent intervals; pale bars may be chance"),
      isWide: false, table: table, sql: groups.sql)
  }
}
