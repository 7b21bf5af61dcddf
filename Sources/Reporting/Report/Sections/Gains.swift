import Experiments
import Scenarios
import Sensitivity

extension RunReport {
  /// Who gains and who loses of single persons, each against the life of the same person without the reform.
  func gains() throws -> HTML {
    let heading = "Winners and losers, person by person"
    guard tables.contains("gain_loss") else { return gainsMissing(heading) }
    let rows = try gainRows()
    guard let years = rows.map(\.years).max() else { return gainsMissing(heading) }
    let shown = rows.filter { $0.years == years }
    let figures =
      [gainFigure(shown.filter { $0.dimension == "all" }, years)]
      + (hasMany
        ? Self.dimensions.map { gainComparison(shown, years, $0) }
        : experiment.reforms.flatMap { reform in
          Self.dimensions.map { dimension in
            gainFigure(
              shown.filter { $0.dimension == dimension && $0.reform == reform.name }, years, reform, dimension
            )
          }
        })
    return section(
      heading,
      [
        "Each person's income over \(NumberText.whole(years)) years, counted for the size of the household, with the "
          + "reform against the same person's without it. Where a person works is partly luck, and a reform stirs the "
          + "luck of all: the placebos show how many would “lose” if nothing but luck changed. Only what goes beyond "
          + "them is the reform's doing."
      ], figures.compactMap(\.self))
  }

  private func gainsMissing(_ heading: String) -> HTML {
    guard !experiment.reforms.isEmpty else { return .nothing }
    return .element(
      "section", [],
      [
        .element("h2", [], [.text(heading)]),
        .element(
          "p", [],
          [
            .text(
              "These runs did not follow single persons, so nothing can be said about them; a scenario asks for it with the key ‘gains’."
            )
          ]),
      ])
  }

  private struct GainRow {
    let reform: String
    let years: Int
    let dimension: String
    let group: String
    /// From losing much to gaining much, in percent.
    let shares: [Double]
    /// Of the share that loses much.
    let interval: Interval?

    var key: String { "gain/\(reform)/\(years)/\(dimension)/\(group)" }
  }

  private static let dimensions = ["decile", "age", "occupation"]

  private static let classes = [
    "lose over 5 %", "lose up to 5 %", "no change", "gain up to 5 %", "gain over 5 %",
  ]

  private static let gainColumns = ["lose_much", "lose", "same", "gain", "gain_much"]

  private var gainQuery: String {
    """
    SELECT reform, years, dimension, "group", \(Self.gainColumns.joined(separator: ", ")), lose_much_se, replications
    FROM gain_loss WHERE run_set = \(experiment.number) AND measure = 'income'
    ORDER BY reform, years, dimension, CAST("group" AS INTEGER), "group"
    """
  }

  private func gainRows() throws -> [GainRow] {
    try data.query.rows(gainQuery).compactMap { row in
      guard let years = row[1].number else { return nil }
      let shares = row[4..<9].map { ($0.number ?? .nan) * 100 }
      return GainRow(
        reform: row[0].words, years: Int(years), dimension: row[2].words, group: row[3].words,
        shares: Array(shares),
        interval: row[9].number.flatMap { error in
          row[10].number.flatMap { Self.interval(shares[0], error: error * 100, pairs: Int($0)) }
        })
    }
  }

  private static func interval(_ mean: Double, error: Double, pairs: Int) -> Interval? {
    guard pairs > 1 else { return nil }
    let half = StudentT.value(confidence: Estimate.confidence, degrees: pairs - 1) * error
    return Interval(low: max(0, mean - half), high: mean + half, confidence: Estimate.confidence)
  }

  /// Rows of five classes: of all persons by case, or of one reform by group.
  private func gainFigure(
    _ rows: [GainRow], _ years: Int, _ reform: ReportExperiment.Variant? = nil, _ dimension: String = "all"
  ) -> ReportFigure? {
    guard !rows.isEmpty else { return nil }
    // Of many groups those with most losers, the others are in the table.
    let limit = 10
    let drawn = rows.count <= limit ? rows : Array(rows.sorted { $0.shares[0] > $1.shares[0] }.prefix(limit))
    var table = ReportTable(["Group"] + ReportTable.heads(Self.classes[0]) + Self.classes.dropFirst())
    let named = rows.map { (row: $0, name: reform == nil ? caseName($0.reform) : groupName($0, dimension)) }
    for (row, name) in named {
      let ends = [("low", row.interval?.low), ("high", row.interval?.high)]
      table.add(
        [.text(name), .number(row.shares[0], decimals: 1, key: row.key + "/lose_much/mean")]
          + ends.map { .number($1, decimals: 1, key: "\(row.key)/lose_much/\($0)") }
          + zip(Self.gainColumns, row.shares).dropFirst().map {
            .number($1, decimals: 1, key: "\(row.key)/\($0)/mean")
          })
    }
    let bars = drawn.map { row in
      let name = reform == nil ? caseName(row.reform) : groupName(row, dimension)
      var sum = 0.0
      let spans = row.shares.enumerated().map { index, share in
        defer { sum += share }
        return RowChart.Span(
          from: sum, to: sum + share, style: "g\(index)", text: NumberText.fixed(share, decimals: 0))
      }
      return RowChart.Row(
        label: name, spans: spans, isApart: reform == nil && row.reform.hasPrefix(ReportExperiment.placebo))
    }
    let suffix = reform.map { ", “\($0.label)”" } ?? ""
    return ReportFigure(
      name: "gains-\(reform?.name ?? "all")-\(dimension)",
      title: reform == nil ? allTitle(rows, years) : groupTitle(named.map { ($0.name, $0.row) }, reform),
      subtitle: "Percent of persons by the change of their income over \(NumberText.whole(years)) years"
        + (reform == nil
          ? ", all persons" : ", by \(Self.name(of: dimension))")
        + (rows.count > limit ? ", the \(limit) with most losers" : "") + suffix,
      content: .chart(
        RowChart(
          rows: bars, number: ChartNumber(unit: "%"), axis: "Percent of persons",
          key: Self.classes.enumerated().map { RowChart.Key(style: "g\($0)", label: $1) },
          mustInclude: [0, 100]), table),
      isWide: reform == nil, sql: gainQuery)
  }

  /// Who loses much, by group, under all reforms and under the placebos.
  private func gainComparison(_ rows: [GainRow], _ years: Int, _ dimension: String) -> ReportFigure? {
    let rows = rows.filter { $0.dimension == dimension }
    // Of many groups those with most losers.
    let sizes = Dictionary(grouping: rows, by: \.group).mapValues { $0.map { $0.shares[0] }.max() ?? 0 }
    let largest = sizes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(
      dimension == "occupation" ? 5 : 10
    ).map(\.key)
    var groups: [String] = []
    for row in rows where largest.contains(row.group) && !groups.contains(row.group) {
      groups.append(row.group)
    }
    let cases =
      experiment.reforms.map(\.name)
      + Set(rows.map(\.reform)).filter { $0.hasPrefix(ReportExperiment.placebo) }.sorted()
    let reforms = rows.filter { !$0.reform.hasPrefix(ReportExperiment.placebo) && largest.contains($0.group) }
    guard let most = reforms.max(by: { $0.shares[0] < $1.shares[0] }) else { return nil }
    let lines = cases.map { name in
      ComparisonTable.Row(
        name: caseName(name),
        cells: groups.map { group in
          rows.first { $0.reform == name && $0.group == group }.map {
            ComparisonTable.Cell(
              mean: $0.shares[0], interval: $0.interval, key: $0.key + "/lose_much", decimals: 1)
          }
        })
    }
    return ReportFigure(
      name: "gains-\(dimension)",
      title:
        "Most lose over 5 percent under “\(caseName(most.reform))” \(Self.among(groupName(most, dimension), dimension)): \(losers(most))",
      subtitle:
        "Percent of persons who lose over 5 percent of their income over \(NumberText.whole(years)) years, with its 95 "
        + "percent interval, by \(Self.name(of: dimension))"
        + (sizes.count > groups.count ? ", the \(groups.count) with most losers" : ""),
      content: .comparison(
        ComparisonTable(
          rowHead: "Case", columns: groups.map { name(of: $0, dimension) }, rows: lines, isColoured: false)),
      isWide: true, sql: gainQuery)
  }

  /// `in tenth 6`, `at ages 16-24`.
  private static func among(_ group: String, _ dimension: String) -> String {
    switch dimension {
    case "decile": "in tenth \(group)"
    case "age": "at ages \(group)"
    default: "in “\(group)”"
    }
  }

  /// Groups are those at the start, before anything could change them.
  private static func name(of dimension: String) -> String {
    (dimension == "decile" ? "tenth" : dimension) + " at the start"
  }

  private func caseName(_ reform: String) -> String {
    switch reform {
    case "placebo_one_cent": "Placebo: one cent a month"
    case "placebo_other_luck": "Placebo: other luck only"
    default: experiment.variants.first { $0.name == reform }?.label ?? reform
    }
  }

  private func groupName(_ row: GainRow, _ dimension: String) -> String { name(of: row.group, dimension) }

  private func name(of group: String, _ dimension: String) -> String {
    switch dimension {
    case "decile": Self.tenth(group)
    case "occupation": occupationNames[group] ?? group
    default: group
    }
  }

  /// `3.2 percent (2.9 to 3.5)` of those who lose much.
  private func losers(_ row: GainRow) -> Prose {
    func number(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(row.key)/lose_much/\(end)", value: value, decimals: 1)
    }
    guard let interval = row.interval else {
      return "\(number(row.shares[0], "mean")) percent in one pair of runs"
    }
    return
      "\(number(row.shares[0], "mean")) percent (\(number(interval.low, "low")) to \(number(interval.high, "high")))"
  }

  /// Those who lose much under the reform that makes most of them, and under the placebo beside it.
  private func allTitle(_ rows: [GainRow], _ years: Int) -> Prose {
    let reforms = rows.filter { !$0.reform.hasPrefix(ReportExperiment.placebo) }
    guard let most = reforms.max(by: { $0.shares[0] < $1.shares[0] }) else { return "Winners and losers" }
    let luck =
      rows.first { $0.reform == "placebo_other_luck" } ?? rows.first { $0.reform == "placebo_one_cent" }
    let beside: Prose = luck.map { "; luck alone makes \(losers($0))" } ?? ""
    return
      "\(caseName(most.reform)): \(losers(most)) lose over 5 percent of their income over "
      + "\(NumberText.whole(years)) years" + beside
  }

  private func groupTitle(_ rows: [(name: String, row: GainRow)], _ reform: ReportExperiment.Variant?)
    -> Prose
  {
    guard let reform, let most = rows.max(by: { $0.row.shares[0] < $1.row.shares[0] }) else {
      return "Groups"
    }
    return
      "\(reform.label): most who lose over 5 percent are \(Self.among(most.name, most.row.dimension)): \(losers(most.row))"
  }

  /// Titles of occupations by their codes.
  var occupationNames: [String: String] {
    let rows = experiment.resolved?.rows("economy.tables.occupations.rows") ?? []
    return Dictionary(
      rows.compactMap { row in row["code"].flatMap { code in row["title"].map { (code, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }
}
