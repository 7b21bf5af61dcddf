import Experiments

extension RunReport {
  /// Market income and what taxes and transfers make of it, by tenth.
  func sources(_ groups: ReportData.Groups) -> [ReportFigure] {
    guard hasMany else { return experiment.variants.compactMap { sources(groups, $0) } }
    return [experiment.variants.first.flatMap { sources(groups, $0) }, transferComparison(groups)]
      .compactMap(\.self)
  }

  private func sources(_ groups: ReportData.Groups, _ variant: ReportExperiment.Variant) -> ReportFigure? {
    var table = ReportTable(
      ["Tenth"] + ReportTable.heads("Market income") + ReportTable.heads("Taxes and transfers"))
    let rows = groups.names.compactMap { group -> RowChart.Row? in
      guard let market = groups.mean(variant.name, group, "market_income"),
        let disposable = groups.mean(variant.name, group, "disposable_income"),
        let transfers = transfers(groups, variant.name, group)
      else { return nil }
      let key = "sources/\(variant.name)/\(group)"
      table.add(
        [.text(Self.tenth(group))]
          + ReportTable.Cell.estimate(market, decimals: 0, key: key + "/market_income")
          + ReportTable.Cell.estimate(transfers, decimals: 0, key: key + "/transfers"))
      return Self.row(Self.tenth(group), market: market.mean, disposable: disposable.mean)
    }
    guard rows.count > 1, let poorest = groups.names.first,
      let received = groups.estimate({ share(groups, variant.name, poorest, $0) })
    else { return nil }
    let level = Finding.level(
      received, unit: "percent", key: "decile/\(variant.name)/\(poorest)/transfer_share",
      decimals: Finding.decimals(received))
    return ReportFigure(
      name: "sources-\(variant.name)",
      title: "\(variant.label): the poorest tenth gets \(level) of its income from transfers",
      subtitle:
        "Mean income per equivalent person at the prices of the start, \(experiment.currency) a month, month "
        + "\(experiment.months), by tenth",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(),
          axis: "\(experiment.currency) a month; at the right: disposable income",
          key: [
            RowChart.Key(style: "bar s0", label: "from work and wealth, kept"),
            RowChart.Key(style: "bar s2", label: "net transfers received"),
            RowChart.Key(style: "bar s1 pale", label: "net taxes paid"),
          ]), table),
      isWide: false, sql: groups.sql,
      note: "An equivalent person: the household's income over the square root of its members. "
        + Self.taxNote)
  }

  private static func row(_ name: String, market: Double, disposable: Double) -> RowChart.Row {
    RowChart.Row(
      label: name,
      spans: disposable >= market
        ? [
          RowChart.Span(from: 0, to: market, style: "bar s0"),
          RowChart.Span(from: market, to: disposable, style: "bar s2"),
        ]
        : [
          RowChart.Span(from: 0, to: disposable, style: "bar s0"),
          RowChart.Span(from: disposable, to: market, style: "bar s1 pale"),
        ],
      value: NumberText.fixed(disposable, decimals: 0))
  }

  private static let taxNote = "Taxes on consumption are in prices, and not in here."

  /// What a tenth receives less what it pays, a month.
  private func transfers(_ groups: ReportData.Groups, _ variant: String, _ group: String) -> Estimate? {
    groups.estimate { transfers(groups, variant, group, $0) }
  }

  private func transfers(_ groups: ReportData.Groups, _ variant: String, _ group: String, _ replication: Int)
    -> Double?
  {
    guard let market = groups.value(variant, group, "market_income", replication),
      let disposable = groups.value(variant, group, "disposable_income", replication)
    else { return nil }
    return disposable - market
  }

  private func share(_ groups: ReportData.Groups, _ variant: String, _ group: String, _ replication: Int)
    -> Double?
  {
    guard let received = transfers(groups, variant, group, replication),
      let disposable = groups.value(variant, group, "disposable_income", replication), disposable > 0
    else { return nil }
    return max(0, received) / disposable * 100
  }

  private func transferComparison(_ groups: ReportData.Groups) -> ReportFigure? {
    let key = { (reform: String, group: String) in "sources/\(reform)/\(group)/transfers_change" }
    return comparison(
      "sources",
      subtitle:
        "Change of what each tenth receives from the government less what it pays, \(experiment.currency) a month per "
        + "equivalent person at the prices of the start, month \(experiment.months)",
      columns: groups.names.map { (Self.tenth($0), $0) }, sql: groups.sql, note: Self.taxNote, key: key,
      estimate: { reform, group in
        groups.estimate { replication in
          guard let after = transfers(groups, reform, group, replication),
            let before = transfers(groups, ReportExperiment.baseline, group, replication)
          else { return nil }
          return after - before
        }
      },
      title: { reform, tenth, effect in
        with(
          reform, effect,
          Finding.sentence(
            "Net transfer of tenth \(tenth.key)", effect, unit: "\(experiment.currency) a month",
            key: key(reform.name, tenth.key)))
      })
  }
}
