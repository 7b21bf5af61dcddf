import Experiments
import Sensitivity

extension RunReport {
  private static let paths = [
    "unemployment_rate", "gdp_real", "wage_mean_real", "gini_disposable", "poverty_rate",
    "government_debt_to_gdp", "labour_share", "average_weekly_hours",
  ]
  private static let flows = [
    "job_finding_rate", "separation_rate", "job_to_job_rate",
  ]
  private static let prices = ["price_level", "inflation", "policy_rate"]
  private static let machines = ["automated_task_share", "ai_rent_share"]

  /// How the economy moves over time.
  func timePaths() throws -> HTML {
    .list([
      section("How it unfolds", [Prose(bandNote)], try fans(Self.paths)),
      section("What machines do", [], try fans(Self.machines)),
      section(
        "Prices and the interest rate", [], try fans(hasMany ? Array(Self.prices.prefix(2)) : Self.prices)),
    ])
  }

  /// How people move between work and unemployment.
  func work() throws -> HTML {
    section("In and out of work", [], try fans(hasMany ? Array(Self.flows.prefix(2)) : Self.flows))
  }

  func fans(_ names: [String]) throws -> [ReportFigure] {
    let measures = data.measures(names)
    let finals = try data.finals(measures)
    return try measures.compactMap { try fan($0, finals) }
  }

  /// Bands tell how runs differ, and are as many as the runs can tell.
  private var shares: [ClosedRange<Double>] {
    guard experiment.variants.count <= 2 else { return [] }
    return switch experiment.replications {
    case 20...: [0.05...0.95, 0.2...0.8, 0.35...0.65]
    case 4...: [0...1, 0.25...0.75]
    case 2...: [0...1]
    default: []
    }
  }

  private var bandNote: String {
    let runs = NumberText.whole(experiment.replications)
    let bands =
      switch shares.count {
      case 3:
        "Bands hold the middle 30, 60 and 90 percent of \(runs) runs at each time; the line is their median."
      case 2:
        "The dark band holds the middle half of \(runs) runs at each time, the light one all of them; the line is their median."
      case 1: "The band reaches from the lowest to the highest of \(runs) runs; the line is their median."
      default:
        experiment.replications > 1
          ? "Lines are medians of \(runs) runs." : "There is one run, hence no band."
      }
    return bands
      + (hasMany
        ? " Of many cases the baseline and those that end highest and lowest have a name, the others are grey; the "
          + "tables give every case, every fifth year." : "")
      + (experiment.reforms.isEmpty
        ? ""
        : " Runs with and without the reform share their chance: their difference, which the titles state, is known "
          + "far better than either level.")
  }

  private func fan(_ measure: ReportMeasure, _ finals: ReportData.Finals) throws -> ReportFigure? {
    let course = try data.course(measure)
    let (first, label) = data.time
    let variants = experiment.variants.map { (variant: $0, years: course.years($0.name)) }
    let size = variants.flatMap { $0.years.flatMap { $0.values.map(\.magnitude) } }.max() ?? 0
    guard variants.contains(where: { $0.years.count > 1 }), size > 0 else { return nil }
    let series = variants.map { variant, years in
      LineChart.Series(
        label: variants.count > 1 ? variant.short : "",
        points: years.map { year, values in
          LineChart.Point(
            time: Double(first + year), value: Bootstrap.quantile(0.5, ofSorted: values),
            bands: shares.map {
              Bootstrap.quantile(
                $0.lowerBound, ofSorted: values)...Bootstrap.quantile($0.upperBound, ofSorted: values)
            })
        })
    }
    let panel = LineChart.Panel(
      title: measure.label, subtitle: measure.unit, number: ChartNumber(unit: measure.tick),
      time: LineChart.Time(label: label, steps: [1, 2, 5, 10, 20, 50]),
      series: LineChart.Series.highlighted(series))
    let decimals = measure.decimals(magnitude: size) + 1
    let table =
      hasMany
      ? manyYears(measure, series, decimals: decimals) : fewYears(measure, series, decimals: decimals)
    return ReportFigure(
      name: "path-\(measure.name)", title: pathTitle(measure, finals, variants[0].years),
      subtitle: "\(measure.label), \(measure.unit), yearly means", content: .chart(PanelChart(panel), table),
      isWide: false, sql: course.sql)
  }

  private func key(_ measure: ReportMeasure, _ variant: ReportExperiment.Variant, _ point: LineChart.Point)
    -> String
  {
    "path/\(variant.name)/\(measure.name)/\(Int(point.time) - data.time.first)"
  }

  /// A row a year and case, with the median and the ends of the bands.
  private func fewYears(_ measure: ReportMeasure, _ series: [LineChart.Series], decimals: Int) -> ReportTable
  {
    var table = ReportTable(
      ["Case", data.time.label, "Median"]
        + shares.flatMap { [Self.name($0.lowerBound), Self.name($0.upperBound)] })
    for (variant, series) in zip(experiment.variants, series) {
      for point in series.points {
        let key = key(measure, variant, point)
        let ends = zip(shares, point.bands).flatMap { share, band in
          [(share.lowerBound, band.lowerBound), (share.upperBound, band.upperBound)]
        }
        table.add(
          [
            .text(variant.short), .text(String(Int(point.time))),
            .number(point.value, decimals: decimals, key: key + "/0.5"),
          ] + ends.map { .number($1, decimals: decimals, key: "\(key)/\($0)") })
      }
    }
    return table
  }

  /// A row every fifth year and a column a case: medians.
  private func manyYears(_ measure: ReportMeasure, _ series: [LineChart.Series], decimals: Int) -> ReportTable
  {
    var table = ReportTable([data.time.label] + experiment.variants.map(\.short))
    let years = Set(series.flatMap { $0.points.map { Int($0.time) } }).sorted()
    for year in years where year == years.first || year == years.last || year.isMultiple(of: 5) {
      table.add(
        [.text(String(year))]
          + zip(experiment.variants, series).map { variant, series in
            guard let point = series.points.first(where: { Int($0.time) == year }) else { return .text("–") }
            return .number(point.value, decimals: decimals, key: key(measure, variant, point) + "/0.5")
          })
    }
    return table
  }

  private static func name(_ share: Double) -> String {
    switch share {
    case 0: "Lowest"
    case 1: "Highest"
    default: "\(Int((share * 100).rounded())) % of runs below"
    }
  }

  /// The effect at the end, or where the baseline goes.
  private func pathTitle(
    _ measure: ReportMeasure, _ finals: ReportData.Finals, _ years: [(year: Int, values: [Double])]
  ) -> Prose {
    let effects = experiment.reforms.compactMap { reform in
      finals.effect(measure, reform.name).map { (reform, $0) }
    }
    guard let most = effects.max(by: { Self.rank($0.1) < Self.rank($1.1) }) else {
      return change(measure, years)
    }
    let sentence = Finding.sentence(
      measure.label, most.1, unit: measure.effectUnit, key: "effect/\(most.0.name)/\(measure.name)")
    return experiment.reforms.count == 1
      ? sentence.capitalised : with(most.0, most.1, sentence)
  }

  private func change(_ measure: ReportMeasure, _ years: [(year: Int, values: [Double])]) -> Prose {
    guard let first = years.first, let last = years.last,
      let start = Estimate(first.values), let end = Estimate(last.values)
    else { return Prose(measure.label) }
    let key = "year/\(ReportExperiment.baseline)/\(measure.name)"
    func level(_ estimate: Estimate, _ year: Int, unit: String) -> Prose {
      Finding.level(
        estimate, unit: unit, key: "\(key)/\(year)",
        decimals: measure.decimals(magnitude: estimate.mean.magnitude))
    }
    return
      "\(measure.label) goes from \(level(start, first.year, unit: "")) to \(level(end, last.year, unit: measure.unit))"
  }
}
