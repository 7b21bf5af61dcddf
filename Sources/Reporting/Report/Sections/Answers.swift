import Experiments
import Scenarios
import Sensitivity

extension RunReport {
  /// The answer to the scenario's criterion; nil where the file does not say what it is.
  func answer() throws -> Answer? {
    let conditions = experiment.resolved?.conditions ?? []
    guard !conditions.isEmpty else { return nil }
    let rows = try conditions.flatMap { condition in
      try experiment.reforms.filter { condition.reforms.contains($0.name) }.map { try judge(condition, $0) }
    }
    // Where one case is enough, all that is said of a case stands together.
    return Answer(
      rows: rows.filter { !$0.condition.someSuffice }
        + experiment.reforms.flatMap { reform in
          rows.filter { $0.condition.someSuffice && $0.reform == reform }
        })
  }

  private func judge(_ condition: Condition, _ reform: ReportExperiment.Variant) throws -> Answer.Row {
    func row(_ title: String, _ bounds: String, _ verdict: Verdict, _ value: Prose) -> Answer.Row {
      Answer.Row(
        condition: condition, reform: reform, verdict: verdict, title: title, bounds: bounds, value: value)
    }
    switch condition.figure {
    case .feasible: return feasible(condition, reform, row)
    case .losers: return try losers(condition, reform, row)
    case .effect, .level, .highestYear, .sinceStart: break
    }
    guard let measure = data.measures([condition.indicator]).first else {
      return row(condition.indicator, "", .unclear, "this database lacks it")
    }
    let isRelative = condition.figure == .sinceStart || condition.figure == .effect && measure.isRelative
    // Conditions are stated in the database's units, figures are shown in the reader's.
    let shown = isRelative ? 100 : measure.factor
    let unit =
      isRelative ? "percent" : condition.figure == .effect ? measure.effectUnit : measure.unit
    let (title, bounds) = (title(condition, measure), bounds(condition, factor: shown, unit: unit))
    guard let estimate = try figure(condition, measure, reform.name) else {
      return row(title, bounds, .unclear, "no run is complete")
    }
    let key =
      "answer/\(condition.figure.rawValue)/\(measure.name)/\(condition.months)/\(condition.against)/\(reform.name)"
    let value = Finding.level(estimate, unit: unit, key: key, decimals: Finding.decimals(estimate))
    guard let interval = estimate.interval else { return row(title, bounds, .unclear, value) }
    let scaled = Interval(
      low: interval.low / shown, high: interval.high / shown, confidence: interval.confidence)
    return row(title, bounds, Verdict(scaled, within: condition), value)
  }

  private func title(_ condition: Condition, _ measure: ReportMeasure) -> String {
    let window = condition.months == 12 ? "" : ", last \(NumberText.whole(condition.months)) months"
    let other = experiment.variants.first { $0.name == condition.against }?.label ?? condition.against
    let against = condition.against == ReportExperiment.baseline ? "the baseline" : "“\(other)”"
    return switch condition.figure {
    case .effect: "\(measure.label)\(window), against \(against)"
    case .highestYear: "\(measure.label) in its highest year"
    case .sinceStart: "\(measure.label)\(window), against the baseline’s first year"
    default: "\(measure.label)\(window)"
    }
  }

  /// `at least 20 percent`.
  private func bounds(_ condition: Condition, factor: Double, unit: String) -> String {
    let write = { (value: Double) in
      ReportTable.digits(value * factor).replacing("-", with: "\u{2212}") + " " + unit
    }
    return [
      condition.atLeast.map { "at least " + write($0) }, condition.atMost.map { "at most " + write($0) },
    ]
    .compactMap(\.self).joined(separator: ", ")
  }

  /// The figure by replication, in the shown unit.
  private func figure(_ condition: Condition, _ measure: ReportMeasure, _ reform: String) throws -> Estimate?
  {
    let values = { (variant: String, window: String) in
      Dictionary(
        try data.query.rows(
          """
          SELECT replication, avg(\(measure.expression)) FROM monthly JOIN run USING (run_id)
          WHERE \(data.complete) AND reform = '\(variant)' AND \(window) GROUP BY run_id
          """
        ).compactMap { row in row[1].number.map { (Int(row[0].number ?? 0), $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    let end = "month >= months - \(condition.months)"
    switch condition.figure {
    case .highestYear:
      let course = try data.query.rows(
        """
        SELECT max(value) FROM (
          SELECT run_id, avg(\(measure.expression)) AS value FROM monthly JOIN run USING (run_id)
          WHERE \(data.complete) AND reform = '\(reform)' GROUP BY run_id, month / 12)
        GROUP BY run_id
        """)
      return Estimate(course.compactMap { $0[0].number.map { $0 * measure.factor } })
    case .level:
      return Estimate(try values(reform, end).sorted { $0.key < $1.key }.map { $0.value * measure.factor })
    default:
      let isStart = condition.figure == .sinceStart
      let after = try values(reform, end)
      let before = try values(
        isStart ? ReportExperiment.baseline : condition.against, isStart ? "month < 12" : end)
      return Estimate(
        after.sorted { $0.key < $1.key }.compactMap { replication, value in
          before[replication].map {
            isStart ? (value / $0 - 1) * 100 : measure.effect(after: value, before: $0)
          }
        })
    }
  }

  /// Every replication counts, those too that ended before their time. Where chance decides it is not clear.
  private func feasible(
    _ condition: Condition, _ reform: ReportExperiment.Variant,
    _ row: (String, String, Verdict, Prose) -> Answer.Row
  ) -> Answer.Row {
    let runs = experiment.runs.filter { $0.reform == reform.name && $0.status != "interrupted" }
    let good = runs.count { $0.status == "complete" && !$0.isInfeasible }
    let share = runs.isEmpty ? 0 : Double(good) / Double(runs.count)
    func count(_ value: Int, _ which: String) -> ReportNumber {
      ReportNumber(
        key: "feasible/\(reform.name)/\(which)/mean", value: Double(value), text: NumberText.whole(value))
    }
    let interval = ProportionInterval(share: share, count: max(1, runs.count))
    let meets = share >= condition.atLeast ?? 0 && share <= condition.atMost ?? 1
    func end(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "feasible/\(reform.name)/share/\(end)", value: value * 100, decimals: 0)
    }
    let range: Prose =
      "\(end(interval.low, "low")) to \(end(interval.high, "high")) percent of all that could be made"
    return row(
      "Runs whose budget can be closed", bounds(condition, factor: 100, unit: "percent of runs"),
      meets ? .yes : good == 0 ? .no : .unclear,
      "\(count(good, "good")) of \(count(runs.count, "all")) runs (\(range))")
  }

  private func losers(
    _ condition: Condition, _ reform: ReportExperiment.Variant,
    _ row: (String, String, Verdict, Prose) -> Answer.Row
  ) throws -> Answer.Row {
    let title = "Persons who surely lose over 5 percent of welfare, less those under other luck alone"
    let bounds = bounds(condition, factor: 100, unit: "percent of persons")
    guard tables.contains("gain_loss"),
      let found = try data.query.rows(
        """
        SELECT years, sure_lose_much, other_luck_sure_lose_much, persons FROM v_gain_loss
        WHERE run_set = \(experiment.number) AND reform = '\(reform.name)' AND measure = 'welfare' AND dimension = 'all'
        ORDER BY years DESC LIMIT 1
        """
      ).first, let share = found[1].number, let luck = found[2].number, let persons = found[3].number,
      persons > 0
    else { return row(title, bounds, .unclear, "these runs did not follow single persons") }
    // Persons are the sample: the spread of two shares.
    let error = ((share * (1 - share) + luck * (1 - luck)) / persons).squareRoot()
    let interval = Interval(
      low: share - luck - 1.959964 * error, high: share - luck + 1.959964 * error,
      confidence: Estimate.confidence)
    let key = "answer/losers/welfare/\(Int(found[0].number ?? 0))/placebo_other_luck/\(reform.name)"
    func number(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(key)/\(end)", value: value * 100, decimals: 2)
    }
    return row(
      title, bounds, Verdict(interval, within: condition),
      "\(number(share - luck, "mean")) percent (\(number(interval.low, "low")) to \(number(interval.high, "high")))"
    )
  }

  /// The answer, condition by condition.
  func answerSection(_ answer: Answer) -> HTML {
    let heads = ["Met", "Condition", "Case", "Figure, with its 95 percent interval"]
    return .element(
      "section", [],
      [
        .element("h2", [], [.text("The answer, condition by condition")]),
        .element(
          "p", "sub",
          .text(
            "Yes where the whole interval keeps within the bounds, no where all of it is outside, else not clear. The "
              + "answer is yes where each case meets its conditions, and, of the cases of which one is enough, one meets "
              + "all of its own. What of the criterion no condition states is not judged."
              + (answer.rows.contains { $0.condition.figure == .feasible }
                ? " Of runs whose budget can be closed, those that were made are judged: yes where their share is within "
                  + "the bounds, no where there is none; the interval says how many of all such runs it may be."
                : "")
          )),
        HTML.scrolling(
          "The answer, condition by condition",
          .element(
            "table", "answer",
            .element(
              "thead", [],
              [
                .element(
                  "tr", [], heads.map { .element("th", [HTML.Attribute("scope", "col")], [.text($0)]) })
              ]),
            .element(
              "tbody", [],
              answer.rows.map { row in
                .element(
                  "tr", [],
                  [
                    .element("td", "", .text(row.verdict.words)),
                    .element("td", "t", .text("\(row.title): \(row.bounds)")),
                    .element(
                      "td", "t",
                      .text(row.reform.label + (row.condition.someSuffice ? " (one is enough)" : ""))),
                    .element("td", "t", row.value.html),
                  ])
              }))),
      ])
  }
}
