import Experiments
import Scenarios

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
    pieces.append(section("Where the differences come from", Self.sobolNote, shown.compactMap(sobol)))
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

  /// Each quantity: what it is, between which values it lies, and where in the scenario it stands.
  private var ranges: HTML? {
    guard !data.factors.isEmpty else { return nil }
    let entries = data.factors.enumerated().map { index, factor -> HTML in
      let meaning = Explain.meaning(of: factor.path).map { "\($0). " } ?? ""
      let role = factor.isLever ? "Somebody chooses it." : "It is not known."
      return .list([
        .element("dt", [], [.text(factor.label)]),
        .element(
          "dd", [],
          [
            .text("\(meaning)\(reach(index)). \(role)"),
            .element("span", "range", HTML.path(factor.path)),
          ]),
      ])
    }
    return .element(
      "section", [],
      [.element("h2", [], [.text("What was varied")]), .element("dl", "facts", .list(entries))])
  }

  /// `From 0 to 1000 USD a month`, or the words that a factor takes.
  private func reach(_ factor: Int) -> String {
    let settings = data.runs.map { $0.settings[factor] }
    let numbers = settings.compactMap(\.number)
    guard numbers.count == settings.count, let least = numbers.min(), let most = numbers.max() else {
      var words: [String] = []
      for setting in settings where !words.contains(setting.words) { words.append(setting.words) }
      let more = words.count > 6 ? [Prose(NumberText.whole(words.count - 6) + " others")] : []
      return "One of " + Prose.list(words.prefix(6).map { Prose($0) } + more).text
    }
    let unit = data.unit(ofFactor: factor)
    return "From \(ReportTable.brief(least)) to \(ReportTable.brief(most))" + (unit.isEmpty ? "" : " " + unit)
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
