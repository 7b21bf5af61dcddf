import Experiments
import Scenarios

extension RunReport {
  /// How jobs move between occupations that machines can do more or less of.
  func occupations() throws -> HTML {
    let names = experiment.resolved?.rows("economy.tables.occupations.rows") ?? []
    let exposed = names.compactMap { row -> (code: String, title: String, exposure: Double)? in
      guard let code = row["code"], let title = row["title"],
        let exposure = row["exposure_beta"].flatMap(Double.init)
      else { return nil }
      return (code, title, exposure)
    }.sorted { ($0.exposure, $1.code) > ($1.exposure, $0.code) }
    guard tables.contains("distribution"), !exposed.isEmpty, experiment.months >= 24 else { return .nothing }
    let ends = try data.read(
      """
      SELECT reform, replication, "group", measure || CASE month WHEN 11 THEN '_first' ELSE '_last' END AS measure, value
      FROM distribution JOIN run USING (run_id)
      WHERE \(data.complete) AND dimension = 'occupation'
        AND (month = 11 AND measure = 'employed'
          OR month = months - 1 AND measure IN ('employed', 'unemployment_rate', 'mean_earnings'))
      ORDER BY run_id, "group", measure
      """)
    guard !ends.names.isEmpty else { return .nothing }
    let figures =
      [change(ends, exposed)] + experiment.reforms.prefix(3).map { effect(ends, exposed, $0) }
      // A page that follows single persons says more about losers than this chart does.
      + (tables.contains("gain_loss") ? [] : [unemployment(ends, exposed)])
    return section(
      "Occupations",
      [
        "Occupations are ordered by exposure: the share of their tasks that people who rated them found a language "
          + "model could speed up at least twofold. The first stand at the top."
      ], figures.compactMap(\.self))
  }

  private typealias Exposed = [(code: String, title: String, exposure: Double)]

  /// The change of jobs in the baseline.
  private func change(_ ends: ReportData.Groups, _ exposed: Exposed) -> ReportFigure? {
    let baseline = ReportExperiment.baseline
    let changes = exposed.compactMap { occupation in
      ends.estimate { replication -> Double? in
        guard let first = ends.value(baseline, occupation.code, "employed_first", replication), first > 0
        else { return nil }
        // Nobody left in an occupation has no row: that is a loss of all its jobs.
        return ((ends.value(baseline, occupation.code, "employed_last", replication) ?? 0) / first - 1) * 100
      }.map { (occupation: occupation, change: $0) }
    }
    guard let least = changes.min(by: { $0.change.mean < $1.change.mean }), changes.count > 1 else {
      return nil
    }
    let sentence = Finding.sentence(
      "The number of jobs in “\(least.occupation.title)”", least.change, unit: "percent",
      key: "occupation/\(baseline)/\(least.occupation.code)/jobs")
    return jobs(
      changes.map { ($0.occupation.title, $0.change) }, name: "jobs-\(baseline)",
      title: "Over time: \(sentence.lowered)",
      subtitle:
        "Change in persons with a job from the first year to month \(experiment.months), percent, baseline",
      sql: ends.sql)
  }

  /// What a reform does to jobs.
  private func effect(_ ends: ReportData.Groups, _ exposed: Exposed, _ reform: ReportExperiment.Variant)
    -> ReportFigure?
  {
    let effects = exposed.compactMap { occupation in
      ends.relativeEffect(reform.name, occupation.code, "employed_last").map {
        (occupation: occupation, effect: $0)
      }
    }
    // The clearest, as small occupations move most by chance.
    let sureness = { (effect: Estimate) in effect.mean.magnitude / (effect.standardError ?? 1) }
    guard let clearest = effects.max(by: { sureness($0.effect) < sureness($1.effect) }), effects.count > 1
    else { return nil }
    let sentence = Finding.sentence(
      "The number of jobs in “\(clearest.occupation.title)”", clearest.effect, unit: "percent",
      key: "occupation/\(reform.name)/\(clearest.occupation.code)/effect")
    return jobs(
      effects.map { ($0.occupation.title, $0.effect) }, name: "jobs-\(reform.name)",
      title: "\(reform.label): \(sentence.lowered)",
      subtitle: "Change in persons with a job, percent of the baseline, month \(experiment.months)",
      sql: ends.sql)
  }

  private func jobs(
    _ changes: [(name: String, effect: Estimate)], name: String, title: Prose, subtitle: String, sql: String
  ) -> ReportFigure {
    let (rows, table) = effectRows(changes, head: "Occupation", unit: "percent")
    return ReportFigure(
      name: name, title: title, subtitle: subtitle,
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%", isSigned: true),
        axis: "Lines: 95 percent intervals; pale bars may be chance"),
      isWide: false, table: table, sql: sql)
  }

  /// Where the unemployed last worked.
  private func unemployment(_ ends: ReportData.Groups, _ exposed: Exposed) -> ReportFigure? {
    var table = ReportTable(["Occupation", "Exposure, percent"] + experiment.variants.prefix(3).map(\.short))
    let rows = exposed.compactMap { occupation -> RowChart.Row? in
      let rates = experiment.variants.prefix(3).map {
        ends.mean($0.name, occupation.code, "unemployment_rate_last")?.mean
      }
      guard rates.contains(where: { $0 != nil }) else { return nil }
      table.add(
        [.text(occupation.title), .number(occupation.exposure * 100, decimals: 0)]
          + rates.map { .optional($0.map { $0 * 100 }, decimals: 2) })
      let dots = rates.enumerated().compactMap { index, rate in
        rate.map { RowChart.Dot(value: $0 * 100, style: "dot \(ChartStyle.series(index))") }
      }
      return RowChart.Row(
        label: occupation.title, dots: dots,
        value: rates.compactMap { $0.map { NumberText.fixed($0 * 100, decimals: 1) } }.joined(
          separator: " | "))
    }
    guard rows.count > 1 else { return nil }
    let key = experiment.variants.prefix(3).enumerated().map {
      RowChart.Key(style: "dot \(ChartStyle.series($0))", label: $1.label)
    }
    let baseline = ReportExperiment.baseline
    let rates = exposed.compactMap { occupation in
      ends.estimate { ends.value(baseline, occupation.code, "unemployment_rate_last", $0).map { $0 * 100 } }
        .map { (occupation: occupation, rate: $0) }
    }
    guard let highest = rates.max(by: { $0.rate.mean < $1.rate.mean }) else { return nil }
    let level = Finding.level(
      highest.rate, unit: "percent",
      key: "occupation/\(baseline)/\(highest.occupation.code)/unemployment_rate",
      decimals: 1)
    return ReportFigure(
      name: "occupation-unemployment",
      title: "Unemployment is highest among people of “\(highest.occupation.title)”: \(level)",
      subtitle: "Unemployed over labour force, percent, month \(experiment.months), by last occupation",
      chart: RowChart(
        rows: rows, number: ChartNumber(unit: "%"), axis: "Percent of the occupation's labour force", key: key
      ),
      isWide: false, table: table, sql: ends.sql)
  }
}
