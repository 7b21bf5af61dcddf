import Foundation

/// One page over several reports: the question of each, its finding, and the way to it.
public struct ReportOverview {
  private let entries: [Entry]
  private let program: String

  private struct Entry {
    let link: String
    let title: String
    let question: String
    let criterion: String
    let finding: Prose
    /// Nil where the scenario does not say what is to be judged.
    let answer: Answer?
    let runs: String
    /// Runs that are not complete or could not be funded, by case.
    let failures: [String]
  }

  /// The overview of databases whose reports lie beside each other, named like them.
  /// - Throws: `ReportError`.
  public init(_ paths: [String], program: String) throws {
    self.program = program
    entries = try paths.map { path in
      let link = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent + ".html"
      switch try ReportSubject(path, experiment: nil, program: program) {
      case .runs(let report):
        let experiment = report.experiment
        return Entry(
          link: link, title: experiment.title, question: experiment.question, criterion: experiment.criterion,
          finding: try report.sentence(), answer: try report.answer(),
          runs:
            "\(NumberText.whole(experiment.completeRuns)) of \(NumberText.whole(experiment.runs.count)) runs complete, "
            + "\(experiment.replicationText), \(NumberText.whole(experiment.persons)) persons",
          failures: experiment.failures
            + experiment.unfunded.map { "\($0): no rate of the closure could close the budget." })
      case .sweep(let report):
        return Entry(
          link: link, title: report.data.title, question: report.data.question, criterion: "",
          finding: report.headline, answer: nil,
          runs: "\(NumberText.whole(report.data.runs.count)) runs of a sweep",
          failures: report.data.failed.isEmpty
            ? [] : ["\(NumberText.whole(report.data.failed.count)) runs failed; the page names them."])
      }
    }
  }

  /// The file.
  public var html: String {
    let body = HTML.element(
      "main", [],
      [
        .element("h1", [], [.text("Questions and findings")]),
        .element(
          "p", [],
          [
            .text(
              "Each answer judges the criterion that was stated before the runs, as far as the scenario’s conditions put it into bounds. Each finding is the clearest effect on how the pie is shared and on how large it is, with a 95 percent "
                + "interval that measures chance between runs, and nothing else. These are consequences of "
                + "assumptions, many of which are judgements. They are no forecasts.")
          ]),
      ] + entries.map(Self.section) + [.element("p", "source", .text("Written by \(program)."))])
    return PageFrame.html(title: "Questions and findings", body: body)
  }

  private static func section(_ entry: Entry) -> HTML {
    let link = HTML.element("a", [HTML.Attribute("href", entry.link)], [.text(entry.title)])
    let facts = [("Question", entry.question), ("What would count as yes", entry.criterion)].filter {
      !$1.isEmpty
    }
    return .element(
      "section", [],
      [.element("h2", [], [link])]
        + facts.map { name, text in
          .element("p", [], [.element("b", [], [.text(name + ". ")]), .text(text)])
        } + [answer(entry.answer)] + [
          .element("p", [], [.element("b", [], [.text("Finding. ")]), entry.finding.capitalised.html]),
          .element("p", "sub", .text(entry.runs)),
        ] + (entry.failures.isEmpty ? [] : [failures(entry.failures)]))
  }

  /// The verdict with what decides it: what misses the criterion, or else all that meets it.
  private static func answer(_ answer: Answer?) -> HTML {
    guard let answer else { return .nothing }
    let deciding = answer.deciding
    let items = deciding.prefix(4).map { row -> HTML in
      .element(
        "li", [],
        [.text("“\(row.reform.label)”: \(row.title): "), row.value.html, .text("; asked: \(row.bounds)")])
    }
    let more = deciding.count > 4 ? [HTML.element("li", [], [.text("and \(deciding.count - 4) more")])] : []
    return .list([
      .element("p", [], [.element("b", [], [.text("Answer. ")]), .text(answer.verdict.words + ":")]),
      .element("ul", [], items + more),
    ])
  }

  private static func failures(_ failures: [String]) -> HTML {
    .element(
      "details", [],
      [
        .element("summary", [], [.text("Runs that failed or could not be funded")]),
        .element("ul", [], failures.map { .element("li", [], [.text($0)]) }),
      ])
  }
}
