import Experiments

/// The report of a sweep: what its outcomes depend on.
struct SweepReport {
  let data: SweepData
  let path: String
  let program: String

  /// Outputs that have charts; the database has all.
  private var shown: Range<Int> { 0..<min(4, data.outputs.count) }

  func body() -> HTML {
    var pieces: [HTML] = [header]
    if let key = ranges { pieces.append(key) }
    pieces.append(section("What matters most", Self.tornadoNote, shown.compactMap(tornado)))
    pieces.append(section("What the doubt comes from", Self.sobolNote, shown.compactMap(sobol)))
    pieces.append(section("Two at a time", Self.heatNote, shown.compactMap(heatMap)))
    pieces.append(section("What can be had together", Self.frontierNote, [frontier].compactMap(\.self)))
    pieces.append(provenance)
    return .element("main", [], pieces)
  }

  private func section(_ title: String, _ introduction: Prose, _ figures: [ReportFigure]) -> HTML {
    guard !figures.isEmpty else { return .nothing }
    return .element(
      "section", [],
      [
        .element("h2", [], [.text(title)]), .element("p", [], [introduction.html]),
        .element("div", "pair", .list(figures.map { $0.html(source: data.source) })),
      ])
  }

  private var header: HTML {
    var pieces: [HTML] = [
      .element("p", "kicker sub", .text(data.title)),
      .element("h1", [], [headline.capitalised.html]),
      .element("p", [], [.text(explanation)]),
    ]
    if !data.question.isEmpty {
      pieces.append(
        .element(
          "div", "card", .element("p", [], [.element("b", [], [.text("Question. ")]), .text(data.question)])))
    }
    return .element("header", [], pieces)
  }

  /// The factor that moves the first output most.
  var headline: Prose {
    guard !shown.isEmpty, let most = swings(0).first else { return Prose(data.title) }
    return swingSentence(most, 0)
  }

  private var explanation: String {
    "\(NumberText.whole(data.points)) settings of \(NumberText.whole(data.factors.count)) quantities were simulated"
      + (data.areEffects ? ", each with and without the reform; all figures are the reform's effects" : "")
      + ". Ranges in brackets cover the average with a confidence of 95 percent, judged from the runs. These are "
      + "consequences of assumptions in a model. They are no forecast."
  }

  private var ranges: HTML? {
    guard !data.factors.isEmpty else { return nil }
    var table = ReportTable(["What is varied", "Where", "Unit", "From", "To", "Role"])
    for (index, factor) in data.factors.enumerated() {
      let names = data.runs.map { $0.settings[index] }
      let numbers = names.compactMap(\.number)
      let ends =
        numbers.count == names.count
        ? [numbers.min(), numbers.max()].map { ReportTable.brief($0 ?? .nan) }
        : [names.first?.words ?? "", "and other words"]
      table.add(
        [factor.label, factor.path, factor.unit, ends[0], ends[1], factor.isLever ? "chosen" : "not known"]
          .map {
            .text($0)
          })
    }
    return .element(
      "section", [],
      [
        .element("h2", [], [.text("What was varied")]),
        HTML.scrolling("What was varied", table.html),
      ])
  }

  private var provenance: HTML {
    let complete = data.planned - data.failed.count
    var facts: [(String, String)] = [
      ("Program", data.codeVersion),
      (
        "Design",
        "\(data.design), \(NumberText.whole(data.points)) points"
          + (data.proposed > data.points
            ? " of \(NumberText.whole(data.proposed)) proposed, the others break a constraint" : "")
      ),
      (
        "Runs",
        "\(NumberText.whole(min(complete, data.planned))) of \(NumberText.whole(data.planned)) planned at most, "
          + "\(NumberText.whole(data.failed.count)) failed"
      ),
      ("Written by", program),
    ]
    if !data.seeds.isEmpty { facts.append(("Seeds", data.seeds.joined(separator: ", "))) }
    let commands = "\(data.command.isEmpty ? "otium sweep" : data.command)\notium report \(path)"
    var pieces: [HTML] = [
      .element("h2", [], [.text("Where it comes from")]),
      .element(
        "dl", "facts",
        .list(facts.map { .list([.element("dt", [], [.text($0)]), .element("dd", [], [.text($1)])]) })),
    ]
    if !data.failed.isEmpty {
      pieces.append(
        .element(
          "ul", [],
          data.failed.prefix(20).map { run in
            .element(
              "li", [],
              [
                .text(
                  "Point \(run.point), \(run.reform): \(run.isInfeasible ? "infeasible" : "failed"). \(run.error)"
                )
              ])
          }))
    }
    pieces.append(HTML.query(commands))
    return .element("section", [], pieces)
  }
}
