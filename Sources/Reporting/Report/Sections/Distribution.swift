import Experiments

extension RunReport {
  /// Who gains and who loses, by groups of people.
  func distribution() throws -> HTML {
    guard tables.contains("distribution"), !experiment.reforms.isEmpty else { return .nothing }
    let deciles = try data.groups("decile", measures: "'disposable_income', 'market_income'", isMoney: true)
    guard !deciles.names.isEmpty else { return .nothing }
    let ages = try data.groups("age", measures: "'employed', 'persons'")
    let figures =
      hasMany
      ? [decileComparison(deciles), ageComparison(ages)]
      : experiment.reforms.flatMap { [decileFigure(deciles, $0), ageFigure(ages, $0)] }
    let introduction: Prose =
      "Tenths are of all persons by the income of their household, counted for its size, at the end of each run: who "
      + "is in a tenth may differ with and without the reform. Incomes are what they buy: each case's money is divided "
      + "by its own price level, which is 1 at the start."
    return .list([
      section("Who gains and who loses", [introduction], figures.compactMap(\.self)),
      section("What people live on", [], sources(deciles)),
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

  private static let income = "disposable_income"
  private static func incomeKey(_ reform: String, _ group: String) -> String {
    "decile/\(reform)/\(group)/\(income)"
  }

  private func decileFigure(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure?
  {
    let effects = groups.names.compactMap { group in
      groups.relativeEffect(reform.name, group, Self.income).map {
        Effect(name: Self.tenth(group), key: Self.incomeKey(reform.name, group), estimate: $0)
      }
    }
    guard let first = effects.first, let last = effects.last, effects.count > 1 else { return nil }
    let title: Prose =
      Finding.sentence("Real income of the poorest tenth", first.estimate, unit: "percent", key: first.key)
      .capitalised
      + ", " + Finding.sentence("that of the richest", last.estimate, unit: "percent", key: last.key)
    let (rows, table) = effectRows(effects, head: "Tenth", unit: "percent")
    return ReportFigure(
      name: "decile-\(reform.name)", title: title,
      subtitle:
        "Change in mean disposable income in real terms, percent of the baseline, month \(experiment.months), by tenth"
        + suffix(reform),
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%", isSigned: true), axis: "Lines: 95 percent intervals"),
        table),
      isWide: false, sql: groups.sql)
  }

  private func decileComparison(_ groups: ReportData.Groups) -> ReportFigure? {
    comparison(
      "decile",
      subtitle:
        "Change in mean disposable income in real terms, percent of the baseline, month \(experiment.months), by tenth",
      columns: groups.names.map { (Self.tenth($0), $0) }, sql: groups.sql, key: Self.incomeKey,
      estimate: { groups.relativeEffect($0, $1, Self.income) },
      title: { reform, tenth, effect in
        let name =
          tenth.key == "1"
          ? "the poorest tenth" : tenth.key == "10" ? "the richest tenth" : "tenth \(tenth.key)"
        return with(
          reform, effect,
          Finding.sentence(
            "Real income of \(name)", effect, unit: "percent", key: Self.incomeKey(reform.name, tenth.key)))
      })
  }

  private static func ageKey(_ reform: String, _ group: String) -> String {
    "age/\(reform)/\(group)/employment"
  }

  /// What a reform does to the share of an age group with a job, in percentage points.
  private func ageEffect(_ groups: ReportData.Groups, _ reform: String, _ group: String) -> Estimate? {
    groups.estimate { replication -> Double? in
      let share = { (variant: String) -> Double? in
        guard let employed = groups.value(variant, group, "employed", replication),
          let persons = groups.value(variant, group, "persons", replication), persons > 0
        else { return nil }
        return employed / persons * 100
      }
      guard let after = share(reform), let before = share(ReportExperiment.baseline) else { return nil }
      return after - before
    }
  }

  private func ageTitle(_ reform: String, _ group: String, _ effect: Estimate) -> Prose {
    Finding.sentence(
      "Employment at ages \(group)", effect, unit: "percentage points", key: Self.ageKey(reform, group))
  }

  private func ageFigure(_ groups: ReportData.Groups, _ reform: ReportExperiment.Variant) -> ReportFigure? {
    let effects = groups.names.filter { $0 != "0-15" }.compactMap { group in
      ageEffect(groups, reform.name, group).map {
        Effect(name: group, key: Self.ageKey(reform.name, group), estimate: $0)
      }
    }
    guard let most = effects.max(by: { abs($0.estimate.mean) < abs($1.estimate.mean) }) else { return nil }
    let (rows, table) = effectRows(effects, head: "Age", unit: "points")
    return ReportFigure(
      name: "age-\(reform.name)", title: ageTitle(reform.name, most.name, most.estimate).capitalised,
      subtitle:
        "Change in the share of persons with a job, percentage points, month \(experiment.months), by age"
        + suffix(reform),
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(isSigned: true),
          axis: "Percentage points. Lines: 95 percent intervals"), table),
      isWide: false, sql: groups.sql)
  }

  private func ageComparison(_ groups: ReportData.Groups) -> ReportFigure? {
    comparison(
      "age",
      subtitle:
        "Change in the share of persons with a job, percentage points, month \(experiment.months), by age",
      columns: groups.names.filter { $0 != "0-15" }.map { ($0, $0) }, sql: groups.sql, key: Self.ageKey,
      estimate: { ageEffect(groups, $0, $1) },
      title: { reform, age, effect in with(reform, effect, ageTitle(reform.name, age.key, effect)) })
  }
}
