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
    let runs: String
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
          finding: try report.sentence(),
          runs: "\(NumberText.whole(experiment.completeRuns)) runs, \(experiment.replicationText), "
            + "\(NumberText.whole(experiment.persons)) persons")
      case .sweep(let report):
        return Entry(
          link: link, title: report.data.title, question: report.data.question, criterion: "",
          finding: report.headline, runs: "\(NumberText.whole(report.data.runs.count)) runs of a sweep")
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
              "Each finding is the clearest effect on how the pie is shared and on how large it is, with a 95 percent "
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
        } + [
          .element("p", [], [.element("b", [], [.text("Finding. ")]), entry.finding.capitalised.html]),
          .element("p", "sub", .text(entry.runs)),
        ])
  }
}
