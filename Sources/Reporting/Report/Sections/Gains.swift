import Experiments
import Scenarios

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
      + experiment.reforms.prefix(2).flatMap { reform in
        ["decile", "age", "occupation"].map { dimension in
          gainFigure(
            shown.filter { $0.dimension == dimension && $0.reform == reform.name }, years, reform, dimension)
        }
      }
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
    let error: Double?
  }

  private static let classes = [
    "lose over 5 %", "lose up to 5 %", "no change", "gain up to 5 %", "gain over 5 %",
  ]

  private static let gainColumns = ["lose_much", "lose", "same", "gain", "gain_much"]

  private var gainQuery: String {
    """
    SELECT reform, years, dimension, "group", \(Self.gainColumns.joined(separator: ", ")), lose_much_se
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
        shares: Array(shares), error: row[9].number.map { $0 * 100 })
    }
  }

  /// Rows of five classes: of all persons by case, or of one reform by group.
  private func gainFigure(
    _ rows: [GainRow], _ years: Int, _ reform: ReportExperiment.Variant? = nil, _ dimension: String = "all"
  ) -> ReportFigure? {
    guard !rows.isEmpty else { return nil }
    // Of many groups those with most losers, the others are in the table.
    let limit = 10
    let drawn = rows.count <= limit ? rows : Array(rows.sorted { $0.shares[0] > $1.shares[0] }.prefix(limit))
    var table = ReportTable(["Group"] + Self.classes + ["Standard error of the first"])
    let named = rows.map { (row: $0, name: reform == nil ? caseName($0.reform) : groupName($0, dimension)) }
    for (row, name) in named {
      table.add(
        [.text(name)] + row.shares.map { .number($0, decimals: 1) } + [.optional(row.error, decimals: 2)])
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
        + (reform == nil ? ", all persons" : ", by \(dimension)")
        + (rows.count > limit ? ", the \(limit) with most losers" : "") + suffix,
      chart: RowChart(
        rows: bars, number: ChartNumber(unit: "%"), axis: "Percent of persons",
        key: Self.classes.enumerated().map { RowChart.Key(style: "g\($0)", label: $1) },
        mustInclude: [0, 100]),
      isWide: reform == nil, table: table, sql: gainQuery)
  }

  private func caseName(_ reform: String) -> String {
    switch reform {
    case "placebo_one_cent": "Placebo: one cent a month"
    case "placebo_other_luck": "Placebo: other luck only"
    default: experiment.variants.first { $0.name == reform }?.label ?? reform
    }
  }

  private func groupName(_ row: GainRow, _ dimension: String) -> String {
    switch dimension {
    case "decile": Self.tenth(row.group)
    case "occupation": occupationNames[row.group] ?? row.group
    default: row.group
    }
  }

  private static func dimensionName(_ dimension: String) -> String {
    switch dimension {
    case "decile": "tenth"
    case "age": "the ages"
    default: dimension
    }
  }

  private func share(_ value: Double, _ key: String) -> ReportNumber {
    ReportNumber(key: key, value: value, text: NumberText.fixed(value, decimals: 1))
  }

  /// Those who lose much under the reform that makes most of them, and under the placebo beside it.
  private func allTitle(_ rows: [GainRow], _ years: Int) -> Prose {
    let reforms = rows.filter { !$0.reform.hasPrefix(ReportExperiment.placebo) }
    guard let most = reforms.max(by: { $0.shares[0] < $1.shares[0] }) else { return "Winners and losers" }
    let key = { (row: GainRow) in "gain/\(row.reform)/\(row.years)/lose_much" }
    let interval = most.error.map { " (standard error \(NumberText.fixed($0, decimals: 2)))" } ?? ""
    let luck =
      rows.first { $0.reform == "placebo_other_luck" } ?? rows.first { $0.reform == "placebo_one_cent" }
    let beside: Prose = luck.map { "; luck alone makes \(share($0.shares[0], key($0))) percent" } ?? ""
    return
      "\(caseName(most.reform)): \(share(most.shares[0], key(most))) percent lose over 5 percent of their income over "
      + "\(NumberText.whole(years)) years\(interval)" + beside
  }

  private func groupTitle(_ rows: [(name: String, row: GainRow)], _ reform: ReportExperiment.Variant?)
    -> Prose
  {
    guard let reform, let most = rows.max(by: { $0.row.shares[0] < $1.row.shares[0] }) else {
      return "Groups"
    }
    let key = "gain/\(reform.name)/\(most.row.years)/\(most.row.dimension)/\(most.row.group)/lose_much"
    let interval = most.row.error.map { " (standard error \(NumberText.fixed($0, decimals: 2)))" } ?? ""
    return
      "Most who lose over 5 percent are in “\(most.name)”: \(share(most.row.shares[0], key)) percent\(interval)"
  }

  /// Titles of occupations by their codes.
  var occupationNames: [String: String] {
    let rows = experiment.resolved?.rows("economy.tables.occupations.rows") ?? []
    return Dictionary(
      rows.compactMap { row in row["code"].flatMap { code in row["title"].map { (code, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }
}
