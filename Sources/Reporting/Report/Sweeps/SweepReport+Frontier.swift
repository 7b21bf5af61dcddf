import Experiments

extension SweepReport {
  static let frontierNote: Prose =
    "Each dot is a setting, by two of its outcomes. No setting is better in both than those on the line."

  /// Whether less of an indicator is better, where nearly all would say so.
  private static let isLessBetter: [String: Bool] = [
    "unemployment_rate": true, "poverty_rate": true, "poverty_gap": true, "gini_disposable": true,
    "gini_wealth": true, "government_debt_to_gdp": true, "price_level": true,
    "long_term_unemployment_rate": true,
    "gdp_real": false, "consumption_real": false, "wage_mean_real": false, "employment_rate": false,
    "productivity": false, "labour_share": false,
  ]

  var frontier: ReportFigure? {
    let judged = data.outputs.indices.compactMap { index in
      Self.isLessBetter[data.outputs[index].measure.name].map { (output: index, isLess: $0) }
    }
    guard judged.count > 1, data.points > 2 else { return nil }
    let (across, upwards) = (judged[0], judged[1])
    let points = Set(data.runs.map(\.point)).sorted()
    let places = points.compactMap { point -> (point: Int, x: Double, y: Double)? in
      guard let x = data.mean(across.output, where: { data.runs[$0].point == point }),
        let y = data.mean(upwards.output, where: { data.runs[$0].point == point })
      else { return nil }
      return (point, x.mean, y.mean)
    }
    guard places.count > 2 else { return nil }
    let (xSign, ySign) = (across.isLess ? 1.0 : -1.0, upwards.isLess ? 1.0 : -1.0)
    let best = places.indices.filter { one in
      !places.contains { other in
        xSign * other.x <= xSign * places[one].x && ySign * other.y <= ySign * places[one].y
          && (other.x != places[one].x || other.y != places[one].y)
      }
    }.sorted { places[$0].x < places[$1].x }
    let (xMeasure, yMeasure) = (data.outputs[across.output].measure, data.outputs[upwards.output].measure)
    var table = ReportTable(
      ["Point"] + data.factors.map(\.label) + [xMeasure.label, yMeasure.label, "On the line"])
    for (index, place) in places.enumerated() {
      let settings = data.runs.first { $0.point == place.point }?.settings ?? []
      // Of many settings those on the line; the query has all.
      guard best.contains(index) || places.count <= 30 else { continue }
      let key = { (output: Int) in "point/\(data.outputs[output].name)/\(place.point)/mean" }
      table.add(
        [.text(NumberText.whole(place.point))]
          + settings.map { .text($0.number.map(ReportTable.digits) ?? $0.words) }
          + [
            .number(place.x, decimals: 3, key: key(across.output)),
            .number(place.y, decimals: 3, key: key(upwards.output)),
            .text(best.contains(index) ? "yes" : "no"),
          ])
    }
    let label = { (point: Int) -> String in
      let settings = data.runs.first { $0.point == point }?.settings ?? []
      return settings.prefix(2).map { $0.number.map(ReportTable.brief) ?? $0.words }.joined(separator: ", ")
    }
    return ReportFigure(
      name: "frontier",
      title: Prose(
        "\(NumberText.whole(best.count)) of \(NumberText.whole(places.count)) settings are not beaten in both "
          + "\(Finding.lowered(xMeasure.label)) and \(Finding.lowered(yMeasure.label))"),
      subtitle: "Means over replications at each setting; labels: "
        + data.factors.prefix(2).map(\.label).joined(separator: ", "),
      content: .chart(
        ScatterChart(
          points: places.enumerated().map { index, place in
            ScatterChart.Point(
              x: place.x, y: place.y, label: best.contains(index) ? label(place.point) : "",
              style: best.contains(index) ? "dot s0" : "dot s5 pale")
          },
          across: ScatterChart.Axis(
            label:
              "\(xMeasure.label), \(data.unit(across.output)), \(across.isLess ? "less" : "more") is better",
            number: data.number(across.output)),
          upwards: ScatterChart.Axis(
            label:
              "\(yMeasure.label), \(data.unit(upwards.output)), \(upwards.isLess ? "less" : "more") is better",
            number: data.number(upwards.output)), frontier: best), table),
      isWide: true, sql: data.sql,
      note: "Points are means over few runs: chance moves them, and with them the line.")
  }
}
