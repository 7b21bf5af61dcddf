import Experiments
import Sensitivity

extension RunReport {
  /// A table of the headline indicators.
  func keyFigures() throws -> HTML {
    let measures = data.measures(data.headlines)
    let finals = try data.finals(measures)
    let reforms = experiment.reforms
    let heads = ["", "Baseline"] + (reforms.count == 1 ? ["Reform", "Effect"] : reforms.map(\.label))
    let head = HTML.element(
      "tr", [],
      heads.enumerated().map { index, text in
        .element(
          "th",
          [
            HTML.Attribute("scope", "col"),
            HTML.Attribute("class", index == 0 ? "" : index == 2 && reforms.count == 1 ? "n extra" : "n"),
          ],
          [.text(text)])
      })
    let rows = measures.compactMap { measure -> HTML? in
      guard let baseline = finals.value(measure, ReportExperiment.baseline) else { return nil }
      var cells = [self.head(measure), value(measure, baseline, ReportExperiment.baseline)]
      for reform in reforms {
        if reforms.count == 1 {
          cells.append(
            finals.value(measure, reform.name).map { value(measure, $0, reform.name, style: "n extra") }
              ?? .element("td", "n extra", .text("–")))
        }
        cells.append(effect(measure, finals.effect(measure, reform.name), reform.name))
      }
      return .element("tr", [], cells)
    }
    let caption =
      reforms.isEmpty
      ? "Means over the last twelve months and over the replications, with their 95 percent intervals."
      : "Means over the last twelve months and over the replications, with their 95 percent intervals; "
        + "“unclear” marks effects that chance alone may explain."
    return .element(
      "section", [],
      [
        .element("h2", [], [.text("Key figures")]), .element("p", "sub", .text(caption)),
        .element(
          "div",
          [
            HTML.Attribute("class", "scroll"), HTML.Attribute("tabindex", "0"),
            HTML.Attribute("role", "region"), HTML.Attribute("aria-label", "Key figures"),
          ],
          [
            .element(
              "table", "key", .element("thead", [], [head]), .element("tbody", [], rows))
          ]),
        .element(
          "details", [],
          [
            .element("summary", [], [.text("Query and definitions")]),
            .element("pre", [HTML.Attribute("tabindex", "0")], [.text(finals.sql)]),
            .element(
              "dl", "facts",
              .list(
                measures.map { measure in
                  .list([
                    .element("dt", [], [.text(measure.label)]),
                    .element("dd", [], [.text(measure.definition + ".")]),
                  ])
                })),
          ]),
      ])
  }

  private func head(_ measure: ReportMeasure) -> HTML {
    .element(
      "th", [HTML.Attribute("scope", "row")],
      [.text(measure.label), .element("span", "range", .text(measure.unit))])
  }

  private func value(_ measure: ReportMeasure, _ estimate: Estimate, _ variant: String, style: String = "n")
    -> HTML
  {
    let key = "value/\(variant)/\(measure.name)"
    let decimals = measure.decimals(magnitude: estimate.mean.magnitude)
    let text = { (value: Double) in Finding.number(value, decimals) }
    let mean = ReportNumber(key: key + "/mean", value: estimate.mean, text: text(estimate.mean))
    guard let interval = estimate.interval else { return .element("td", style, mean.html) }
    let range: Prose =
      "\(ReportNumber(key: key + "/low", value: interval.low, text: text(interval.low))) to \(ReportNumber(key: key + "/high", value: interval.high, text: text(interval.high)))"
    return .element("td", style, mean.html, .element("span", "range", range.html))
  }

  private func effect(_ measure: ReportMeasure, _ estimate: Estimate?, _ reform: String) -> HTML {
    guard let estimate else { return .element("td", "n", .text("–")) }
    let key = "effect/\(reform)/\(measure.name)"
    guard estimate.mean != 0 || estimate.deviation ?? 0 != 0 else {
      return .element("td", "n", .text("none"))
    }
    let decimals = Finding.decimals(estimate)
    let mean = ReportNumber(
      key: key + "/mean", value: estimate.mean, text: Finding.number(estimate.mean, decimals, signed: true))
    let unit = "\u{A0}" + measure.shortEffectUnit
    let range: HTML =
      estimate.interval.map { interval in
        let low = ReportNumber(
          key: key + "/low", value: interval.low, text: Finding.number(interval.low, decimals, signed: true))
        let high = ReportNumber(
          key: key + "/high", value: interval.high,
          text: Finding.number(interval.high, decimals, signed: true))
        let words: Prose = "\(low) to \(high)\(estimate.isClear ? "" : ", unclear")"
        return .element("span", "range", words.html)
      } ?? .element("span", "range", .text("one run"))
    return .element("td", "n", mean.html, .text(unit), range)
  }
}
