import Experiments

/// The report of an experiment: baseline and reforms.
struct RunReport {
  let data: ReportData
  let path: String
  let program: String
  /// Tables and views of the database: sections whose table an older one lacks are left out.
  let tables: Set<String>

  var experiment: ReportExperiment { data.experiment }

  func body() throws -> HTML {
    .element(
      "main", [],
      [
        try headline(), try answer().map(answerSection) ?? .nothing, try keyFigures(), try timePaths(),
        try distribution(), try gains(), try work(),
        try occupations(),
        try decomposition(), try budget(), try flowOfFunds(), try assumptions(), provenance,
      ])
  }

  func section(_ title: String, _ introduction: [Prose], _ figures: [ReportFigure]) -> HTML {
    guard !figures.isEmpty else { return .nothing }
    return .element(
      "section", [],
      [.element("h2", [], [.text(title)])] + introduction.map { .element("p", [], [$0.html]) }
        + [.element("div", "pair", .list(figures.map { $0.html(source: experiment.source) }))])
  }

  /// `the reform` where there is one, or its name.
  func name(of reform: ReportExperiment.Variant) -> String { reform.label }
}
