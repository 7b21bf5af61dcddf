import Scenarios

extension RunReport {
  /// What was assumed: what the scenario chose, and what is a judgement; all the rest behind a fold.
  func assumptions() throws -> HTML {
    guard tables.contains("assumption") else { return .nothing }
    let sql = """
      SELECT path, value, unit, source, is_prior FROM assumption
      WHERE run_set = \(experiment.number) ORDER BY position
      """
    let rows = try data.query.rows(sql).map { row in
      Row(
        path: row[0].words, value: row[1].words, unit: row[2].words, source: row[3].words,
        isPrior: row[4].number == 1)
    }
    guard !rows.isEmpty else { return .nothing }
    let (choices, priors) = (rows.filter { $0.source == "the scenario" }, rows.filter(\.isPrior))
    let others = rows.count - choices.count - priors.count
    return .element(
      "section", [],
      [
        .element("h2", [], [.text("What was assumed")]),
        .element(
          "p", [],
          [
            .text(
              "Of \(NumberText.whole(rows.count)) values of the baseline, the scenario chose "
                + "\(NumberText.whole(choices.count)), \(NumberText.whole(priors.count)) are judgements (“priors”), "
                + "and \(NumberText.whole(others)) have a source in law, statistics or the literature. "
                + "‘otium explain PATH’ says what each means.")
          ]),
        table(choices, "What the scenario chose", isOpen: true), reformTable,
        table(priors, "The judgements", isOpen: false),
        table(rows.filter { !$0.isPrior && $0.source != "the scenario" }, "All other values", isOpen: false),
        .element(
          "p", "sub",
          .text(
            "Validation: the page Documentation/Validation.md of the program’s repository holds the model against published figures and says where it misses them."
          )),
        .element(
          "details", [],
          [
            .element("summary", [], [.text("Query")]), HTML.query(sql),
          ]),
      ])
  }

  private struct Row {
    let path: String
    let value: String
    let unit: String
    let source: String
    let isPrior: Bool
  }

  private func table(_ rows: [Row], _ title: String, isOpen: Bool) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    // What is open to the eye says what it is; behind a fold there are hundreds, which ‘otium explain’ tells.
    var table = ReportTable(["Value of", "", "Unit", "Source"] + (isOpen ? ["What it is"] : []))
    for row in rows {
      // Units of pure numbers and words say nothing.
      let unit = ["1", "flag", "word", "words"].contains(row.unit) ? "" : row.unit
      table.add(
        [.text(row.path), .text(row.value), .text(unit), .text(row.source)]
          + (isOpen ? [.text(Explain.meaning(of: row.path) ?? "")] : []))
    }
    return fold("\(title) (\(NumberText.whole(rows.count)))", table.html, isOpen: isOpen)
  }

  private func fold(_ title: String, _ content: HTML, isOpen: Bool) -> HTML {
    .element(
      "details", isOpen ? [HTML.Attribute("open", "")] : [],
      [
        .element("summary", [], [.text(title)]), HTML.scrolling(title, content),
      ])
  }

  /// What each reform changes in the law, the machines and the closure of the baseline.
  private var reformTable: HTML {
    guard let resolved = experiment.resolved, !experiment.reforms.isEmpty else { return .nothing }
    var table = ReportTable(["Reform", "Value of", "Baseline", "Reform", "What it is"])
    let before = Dictionary(resolved.leaves("baseline"), uniquingKeysWith: { first, _ in first })
    for reform in experiment.reforms {
      let changes = resolved.leaves("reforms.\(reform.name)").filter { $0 != "label" && before[$0] != $1 }
      for (place, change) in changes.enumerated() {
        let (path, value) = change
        table.add([
          .text(place == 0 ? reform.label : ""), .text(path), .text(before[path] ?? ""), .text(value),
          .text(Explain.meaning(of: path) ?? ""),
        ])
      }
    }
    return table.rows.isEmpty ? .nothing : fold("What the reforms change", table.html, isOpen: true)
  }
}
