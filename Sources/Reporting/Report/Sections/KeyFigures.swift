import Experiments
import Sensitivity

extension RunReport {
  /// The headline indicators: a table with one reform beside the baseline, or coloured tables that compare many.
  func keyFigures() throws -> HTML {
    let measures = data.measures(data.headlines)
    let finals = try data.finals(measures)
    let reforms = experiment.reforms
    let caption =
      "Means over the last twelve months and over the replications, with their 95 percent intervals"
      + (reforms.isEmpty
        ? "."
        : hasMany
          ? "; below the baseline the effects of each reform."
          : "; “unclear” marks effects that chance alone may explain.")
    let table = hasMany ? manyFigures(measures, finals) : fewFigures(measures, finals)
    return .element(
      "section", [],
      [
        .element("h2", [], [.text("Key figures")]), .element("p", "sub", .text(caption)), table,
        .element(
          "details", [],
          [
            .element("summary", [], [.text("Query and definitions")]), HTML.query(finals.sql),
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

  /// A row an indicator.
  private func fewFigures(_ measures: [ReportMeasure], _ finals: ReportData.Finals) -> HTML {
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
    return HTML.scrolling(
      "Key figures",
      .element("table", "key", .element("thead", [], [head]), .element("tbody", [], rows)))
  }

  /// A row a reform, and as many indicators in a table as fit a page: five at most.
  private func manyFigures(_ measures: [ReportMeasure], _ finals: ReportData.Finals) -> HTML {
    let present = measures.filter { finals.value($0, ReportExperiment.baseline) != nil }
    guard !present.isEmpty else { return .nothing }
    let count = (present.count + 4) / 5
    let width = (present.count + count - 1) / count
    let tables = stride(from: 0, to: present.count, by: width).map { start in
      let group = present[start..<min(start + width, present.count)]
      let baseline = group.map { measure in
        finals.value(measure, ReportExperiment.baseline).map {
          ComparisonTable.Cell(
            $0, key: "value/\(ReportExperiment.baseline)/\(measure.name)",
            decimals: measure.decimals(magnitude: $0.mean.magnitude), isChange: false)
        }
      }
      let effects = experiment.reforms.map { reform in
        ComparisonTable.Row(
          name: reform.label,
          cells: group.map { measure in
            finals.effect(measure, reform.name).map {
              ComparisonTable.Cell(
                $0, key: "effect/\(reform.name)/\(measure.name)", decimals: Finding.decimals($0))
            }
          })
      }
      let table = ComparisonTable(
        rowHead: "", columns: group.map { "\($0.label), \($0.unit); effects in \($0.shortEffectUnit)" },
        rows: [ComparisonTable.Row(name: "Baseline", cells: baseline)] + effects, isColoured: false)
      return HTML.scrolling("Key figures", table.html)
    }
    return .list(tables)
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
    func number(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(key)/\(end)", value: value, decimals: decimals)
    }
    let mean = HTML.number(number(estimate.mean, "mean"))
    guard let interval = estimate.interval else { return .element("td", style, mean) }
    let range: Prose = "\(number(interval.low, "low")) to \(number(interval.high, "high"))"
    return .element("td", style, mean, .element("span", "range", range.html))
  }

  private func effect(_ measure: ReportMeasure, _ estimate: Estimate?, _ reform: String) -> HTML {
    guard let estimate else { return .element("td", "n", .text("–")) }
    let key = "effect/\(reform)/\(measure.name)"
    guard estimate.mean != 0 || estimate.deviation ?? 0 != 0 else {
      return .element("td", "n", .text("none"))
    }
    let decimals = Finding.decimals(estimate)
    func number(_ value: Double, _ end: String) -> ReportNumber {
      ReportNumber(key: "\(key)/\(end)", value: value, decimals: decimals, signed: true)
    }
    let range: HTML =
      estimate.interval.map { interval in
        let words: Prose =
          "\(number(interval.low, "low")) to \(number(interval.high, "high"))\(estimate.isClear ? "" : ", unclear")"
        return .element("span", "range", words.html)
      } ?? .element("span", "range", .text("one run"))
    return .element(
      "td", "n", .number(number(estimate.mean, "mean")), .text("\u{A0}" + measure.shortEffectUnit), range)
  }
}
