import Experiments
import Sensitivity

extension RunReport {
  /// Who gains and who loses, by groups of people.
  func distribution() throws -> HTML {
    guard tables.contains("distribution"), !experiment.reforms.isEmpty else { return .nothing }
    let deciles = try data.groups("decile", measures: "'disposable_income', 'market_income'")
    guard !deciles.names.isEmpty else { return .nothing }
    let ages = try data.groups("age", measures: "'employed', 'persons'")
    let figures = experiment.reforms.flatMap { reform in
      [decileFigure(deciles, reform), ageFigure(ages, reform)].compactMap(\.self)
    }
    let introduction: Prose =
      "Tenths are of all persons by the income of their household, counted for its size, at the end of each run: who "
      + "is in a tenth may differ with and without the reform."
    return .list([
      section("Who gains and who loses", [introduction], figures),
      section("What people live on", [], try sources(deciles)),
    ])
  }

  /// The name of a tenth.
  static func tenth(_ group: String) -> String {
    switch group {
    case "1": "1, poorest"
    case "10": "10, richest"
    default: group
    }
  }

  private func suffix(_ reform: ReportExperiment.Variant) -> String {
    experiment.reforms.count == 1 ? "" : ", \(reform.label)"
  }

  private func decileFigure(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure?
  {
    let effects = groups.names.compactMap { group in
      groups.relativeEffect(reform.name, group, "disposable_income").map { (group: group, effect: $0) }
    }
    guard let first = effects.first, let last = effects.last, effects.count > 1 else { return nil }
    let key = { (group: String) in "decile/\(reform.name)/\(group)/disposable_income" }
    let title: Prose =
      Finding.sentence("Income of the poorest tenth", first.effect, unit: "percent", key: key(first.group))
      .capitalised
      + ", " + Finding.sentence("that of the richest", last.effect, unit: "percent", key: key(last.group))
    let (rows, table) = effectRows(
      effects.map { (Self.tenth($0.group), $0.effect) }, head: "Tenth", unit: "percent")
    return ReportFigure(
      name: "decile-\(reform.name)", title: title,
      subtitle:
        "Change in mean disposable income, percent of the baseline, month \(experiment.months), by tenth"
        + suffix(reform),
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%", isSigned: true), axis: "Lines: 95 percent intervals"),
      isWide: false, table: table, sql: groups.sql)
  }

  private func ageFigure(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    let effects = groups.names.filter { $0 != "0-15" }.compactMap { group in
      groups.estimate { replication -> Double? in
        let share = { (variant: String) -> Double? in
          guard let employed = groups.value(variant, group, "employed", replication),
            let persons = groups.value(variant, group, "persons", replication), persons > 0
          else { return nil }
          return employed / persons * 100
        }
        guard let after = share(reform.name), let before = share(ReportExperiment.baseline) else {
          return nil
        }
        return after - before
      }.map { (group: group, effect: $0) }
    }
    guard let most = effects.max(by: { abs($0.effect.mean) < abs($1.effect.mean) }) else { return nil }
    let title = Finding.sentence(
      "Employment at ages \(most.group)", most.effect, unit: "percentage points",
      key: "age/\(reform.name)/\(most.group)/employment"
    ).capitalised
    let (rows, table) = effectRows(effects.map { ($0.group, $0.effect) }, head: "Age", unit: "points")
    return ReportFigure(
      name: "age-\(reform.name)", title: title,
      subtitle:
        "Change in the share of persons with a job, percentage points, month \(experiment.months), by age"
        + suffix(reform),
      chart: RowChart(
        rows: rows, number: ChartNumber(isSigned: true),
        axis: "Percentage points. Lines: 95 percent intervals"),
      isWide: false, table: table, sql: groups.sql)
  }

  /// Bars of effects with their intervals, gains in blue and losses in vermilion.
  func effectRows(_ effects: [(name: String, effect: Estimate)], head: String, unit: String) -> (
    rows: [RowChart.Row], table: ReportTable
  ) {
    var table = ReportTable([head, "Change, \(unit)", "95 % interval from", "to", "Replications"])
    let rows = effects.map { name, effect in
      let decimals = max(1, Finding.decimals(effect))
      let interval = effect.interval
      table.add([
        .text(name), .number(effect.mean, decimals: decimals), .optional(interval?.low, decimals: decimals),
        .optional(interval?.high, decimals: decimals), .number(Double(effect.count), decimals: 0),
      ])
      let style = effect.mean < 0 ? "bar s1" : "bar s0"
      return RowChart.Row(
        label: name,
        spans: [
          RowChart.Span(
            from: 0, to: effect.mean, style: style + (effect.isClear || interval == nil ? "" : " pale"))
        ],
        whisker: interval.map { $0.low...$0.high }, value: Finding.number(effect.mean, 1, signed: true))
    }
    return (rows, table)
  }

  /// Market income and what taxes and transfers make of it, by tenth.
  private func sources(_ groups: ReportData.Groups) throws -> [ReportFigure] {
    experiment.variants.compactMap { variant in
      let means = groups.names.compactMap { group -> (String, Double, Double)? in
        guard let market = groups.mean(variant.name, group, "market_income"),
          let disposable = groups.mean(variant.name, group, "disposable_income")
        else { return nil }
        return (group, market.mean, disposable.mean)
      }
      guard let first = means.first, means.count > 1 else { return nil }
      var table = ReportTable(["Tenth", "Market income", "Taxes and transfers", "Disposable income"])
      let rows = means.map { group, market, disposable in
        let transfers = disposable - market
        table.add([
          .text(Self.tenth(group)), .number(market, decimals: 0), .number(transfers, decimals: 0),
          .number(disposable, decimals: 0),
        ])
        return RowChart.Row(
          label: Self.tenth(group),
          spans: transfers >= 0
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
      let received = groups.estimate { replication -> Double? in
        guard let market = groups.value(variant.name, first.0, "market_income", replication),
          let disposable = groups.value(variant.name, first.0, "disposable_income", replication),
          disposable > 0
        else { return nil }
        return max(0, disposable - market) / disposable * 100
      }
      guard let received else { return nil }
      let share = Finding.level(
        received, unit: "percent", key: "decile/\(variant.name)/\(first.0)/transfer_share", decimals: 0)
      return ReportFigure(
        name: "sources-\(variant.name)",
        title: "\(variant.label): the poorest tenth gets \(share) of its income from transfers",
        subtitle:
          "Mean income per equivalent person, \(experiment.currency) a month, month \(experiment.months), by tenth",
        chart: RowChart(
          rows: rows, number: ChartNumber(),
          axis: "\(experiment.currency) a month; at the right: disposable income",
          key: [
            RowChart.Key(style: "bar s0", label: "from work and wealth, kept"),
            RowChart.Key(style: "bar s2", label: "net transfers received"),
            RowChart.Key(style: "bar s1 pale", label: "net taxes paid"),
          ]),
        isWide: false, table: table, sql: groups.sql)
    }
  }
}
