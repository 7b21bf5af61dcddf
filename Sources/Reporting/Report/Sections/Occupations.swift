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
          OR month = months - 1 AND measure IN ('employed', 'unemployment_rate'))
      ORDER BY run_id, "group", measure
      """)
    guard !ends.names.isEmpty else { return .nothing }
    let figures =
      [change(ends, exposed)]
      + (hasMany ? [jobsComparison(ends, exposed)] : experiment.reforms.map { effect(ends, exposed, $0) })
      + [unemployment(ends, exposed)]
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
      changes.map {
        Effect(
          name: $0.occupation.title, key: "occupation/\(baseline)/\($0.occupation.code)/jobs",
          estimate: $0.change)
      }, name: "jobs-\(baseline)",
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
    let sentence = effectTitle(
      reform.name, clearest.occupation.code, clearest.occupation.title, clearest.effect)
    return jobs(
      effects.map {
        Effect(
          name: $0.occupation.title, key: Self.effectKey(reform.name, $0.occupation.code), estimate: $0.effect
        )
      }, name: "jobs-\(reform.name)",
      title: "\(reform.label): \(sentence.lowered)",
      subtitle: "Change in persons with a job, percent of the baseline, month \(experiment.months)",
      sql: ends.sql)
  }

  private static func effectKey(_ reform: String, _ code: String) -> String {
    "occupation/\(reform)/\(code)/effect"
  }

  private func effectTitle(_ reform: String, _ code: String, _ title: String, _ effect: Estimate) -> Prose {
    Finding.sentence(
      "The number of jobs in “\(title)”", effect, unit: "percent", key: Self.effectKey(reform, code))
  }

  private func jobsComparison(_ ends: ReportData.Groups, _ exposed: Exposed) -> ReportFigure? {
    comparison(
      "jobs",
      subtitle:
        "Change in persons with a job, percent of the baseline, month \(experiment.months), in the five occupations "
        + "that are most exposed",
      columns: exposed.prefix(5).map { ($0.title, $0.code) }, sql: ends.sql, key: Self.effectKey,
      estimate: { ends.relativeEffect($0, $1, "employed_last") },
      title: { reform, occupation, effect in
        with(reform, effect, effectTitle(reform.name, occupation.key, occupation.label, effect))
      })
  }

  private func jobs(
    _ changes: [Effect], name: String, title: Prose, subtitle: String, sql: String
  ) -> ReportFigure {
    let (rows, table) = effectRows(changes, head: "Occupation", unit: "percent")
    return ReportFigure(
      name: name, title: title, subtitle: subtitle,
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%", isSigned: true),
          axis: "Lines: 95 percent intervals; pale bars may be chance"), table),
      isWide: false, sql: sql)
  }

  /// Where the unemployed last worked: with and without the reform, or in the baseline alone.
  private func unemployment(_ ends: ReportData.Groups, _ exposed: Exposed) -> ReportFigure? {
    let variants = hasMany ? Array(experiment.variants.prefix(1)) : experiment.variants
    let key = { (variant: String, code: String) in "occupation/\(variant)/\(code)/unemployment_rate" }
    let rate = { (variant: String, code: String) -> Estimate? in
      ends.estimate { ends.value(variant, code, "unemployment_rate_last", $0).map { $0 * 100 } }
    }
    var table = ReportTable(
      ["Occupation", "Exposure, percent"] + variants.flatMap { ReportTable.heads($0.short) })
    let rows = exposed.compactMap { occupation -> RowChart.Row? in
      let rates = variants.map { rate($0.name, occupation.code) }
      guard rates.contains(where: { $0 != nil }) else { return nil }
      let cells = zip(variants, rates).flatMap { variant, rate -> [ReportTable.Cell] in
        guard let rate else { return [.text("–"), .text(""), .text("")] }
        return ReportTable.Cell.estimate(rate, decimals: 2, key: key(variant.name, occupation.code))
      }
      table.add([.text(occupation.title), .text(Finding.number(occupation.exposure * 100, 0))] + cells)
      let dots = rates.enumerated().compactMap { index, rate in
        rate.map { RowChart.Dot(value: $0.mean, style: "dot \(ChartStyle.series(index))") }
      }
      return RowChart.Row(
        label: occupation.title, dots: dots,
        value: rates.compactMap { $0.map { NumberText.fixed($0.mean, decimals: 1) } }.joined(
          separator: " | "))
    }
    let baseline = ReportExperiment.baseline
    let rates = exposed.compactMap { occupation in
      rate(baseline, occupation.code).map { (occupation: occupation, rate: $0) }
    }
    guard rows.count > 1, let highest = rates.max(by: { $0.rate.mean < $1.rate.mean }) else { return nil }
    let level = Finding.level(
      highest.rate, unit: "percent", key: key(baseline, highest.occupation.code), decimals: 1)
    return ReportFigure(
      name: "occupation-unemployment",
      title: "Baseline: unemployment is highest among people of “\(highest.occupation.title)”: \(level)",
      subtitle: "Unemployed over labour force, percent, month \(experiment.months), by last occupation",
      content: .chart(
        RowChart(
          rows: rows, number: ChartNumber(unit: "%"), axis: "Percent of the occupation's labour force",
          key: variants.enumerated().map {
            RowChart.Key(style: "dot \(ChartStyle.series($0))", label: $1.label)
          }), table),
      isWide: false, sql: ends.sql)
  }
}
