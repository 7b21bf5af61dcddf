import Experiments

extension RunReport {
  /// Whether reforms are too many for a chart each: then one coloured table compares them all.
  var hasMany: Bool { experiment.reforms.count > 2 }

  /// A column of a comparison: its name for readers, and its name in keys.
  typealias Column = (label: String, key: String)

  /// All reforms by some groups.
  /// - Parameters:
  ///   - key: what an effect is called, from the reform's name and the column's.
  ///   - title: the finding, from the clearest of all effects.
  func comparison(
    _ name: String, rowHead: String = "Reform", subtitle: String, columns: [Column], sql: String,
    note: String = "",
    key: (String, String) -> String, estimate: (String, String) -> Estimate?,
    title: (ReportExperiment.Variant, Column, Estimate) -> Prose
  ) -> ReportFigure? {
    let cells = experiment.reforms.map { reform in
      columns.map { column in estimate(reform.name, column.key) }
    }
    let all = zip(experiment.reforms, cells).flatMap { reform, row in
      zip(columns, row).compactMap { column, estimate in estimate.map { (reform, column, $0) } }
    }
    guard let most = all.max(by: { Self.rank($0.2) < Self.rank($1.2) }) else { return nil }
    let rows = zip(experiment.reforms, cells).map { reform, row in
      ComparisonTable.Row(
        name: reform.label,
        cells: zip(columns, row).map { column, estimate in
          estimate.map {
            ComparisonTable.Cell(
              $0, key: key(reform.name, column.key),
              decimals: $0.mean.magnitude >= 100 ? 0 : min(2, max(1, Finding.decimals($0))))
          }
        })
    }
    return ReportFigure(
      name: name, title: title(most.0, most.1, most.2), subtitle: subtitle,
      content: .comparison(ComparisonTable(rowHead: rowHead, columns: columns.map(\.label), rows: rows)),
      isWide: true, sql: sql,
      note: (note.isEmpty ? "" : note + " ")
        + "In each cell: the change and its 95 percent interval. Coloured: blue more, orange less; plain cells may be "
        + "chance.")
  }

  /// The largest effect that is clear; of none, the largest.
  static func rank(_ effect: Estimate) -> (Int, Double) {
    (effect.isClear ? 1 : 0, effect.mean.magnitude)
  }

  /// `Most with “500 USD”: income of the poorest tenth rises by …`, or that nothing is clear.
  func with(_ reform: ReportExperiment.Variant, _ effect: Estimate, _ sentence: Prose) -> Prose {
    guard effect.isClear || effect.interval == nil else {
      return sentence.capitalised + ", nor under any other reform: the largest is that of “\(reform.label)”"
    }
    return "Most with “\(reform.label)”: " + sentence.lowered
  }
}
