import Economy
public import Experiments
import MeanField

/// What automation does to the mean-field labour market, as tables for the terminal.
public struct MeanFieldText {
  private let result: MeanFieldResult

  /// The tables of a result.
  public init(_ result: MeanFieldResult) { self.result = result }

  /// All lines, the last with its end.
  public var text: String {
    let own = result.variants.filter { $0.sameAs == nil }
    let blocks =
      [head] + result.variants.map(block) + [beveridge(own)]
      + own.filter { $0.hoursSaved.contains { $0 > 0 } }.map(occupations) + [notes]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let pace =
      switch result.pace {
      case .month: "in steps of a month"
      case .paper: "in steps of 6.75 weeks"
      }
    let facts =
      "Scenario \(result.scenario), \(result.economy), \(result.occupations.count) occupations, "
      + "\(result.months) months from \(result.start) \(pace), \(result.codeVersion)"
    return ["Mean-field labour market: \(result.title)"] + SummaryText.wrapped(facts, to: 100)
  }

  // MARK: Rates

  private var measures: [(label: String, decimals: Int, rate: KeyPath<MarketRates, Double>)] {
    [
      ("Unemployment rate", 2, \.unemployment),
      ("Vacancies over jobs", 2, \.vacancy),
      ("Job finding a step", 2, \.jobFinding),
      ("Separations a step", 3, \.separation),
      ("Hires into another occupation", 2, \.switching),
      ("Long-term share of unemployment", 2, \.longTerm),
    ]
  }

  private func block(_ variant: MeanFieldResult.Variant) -> [String] {
    let title =
      variant.name == "baseline" ? "Baseline: \(variant.label)" : "Reform \(variant.name): \(variant.label)"
    if let same = variant.sameAs {
      return [title, "The same machines as in \(same), so the same labour market."]
    }
    let peak = variant.peak
    var table = TextTable([.left] + Array(repeating: .right, count: 4))
    table.add(["%", "At rest", "Peak" + (peak.map { " \(date($0))" } ?? ""), "Last step", "At rest again"])
    for (label, decimals, rate) in measures {
      let cells: [MarketRates?] = [
        variant.rest, peak.map { variant.steps[$0] }, variant.steps.last, variant.newRest,
      ]
      table.add([label] + cells.map { percent($0?[keyPath: rate], decimals: decimals) })
    }
    return [title] + ruled(table)
  }

  // MARK: Unemployment and vacancies

  private func beveridge(_ variants: [MeanFieldResult.Variant]) -> [String] {
    var table = TextTable([.left] + Array(repeating: .right, count: 2 * variants.count))
    table.add(["Month"] + variants.flatMap { ["\($0.name) u", "v"] })
    table.add(["at rest"] + variants.flatMap { point($0.rest) })
    for month in stride(from: 11, to: result.months, by: 12) {
      guard let step = result.step(endedBy: month) else { continue }
      table.add([(result.start + month).description] + variants.flatMap { point($0.steps[step]) })
    }
    let loops = variants.filter { $0.peak != nil }.map { variant in
      "\(variant.name): the path runs \(variant.loopArea > 0 ? "counter-clockwise" : "clockwise")."
    }
    return ["Beveridge curve: unemployment u and vacancies v, %"] + ruled(table) + loops
  }

  private func point(_ rates: MarketRates) -> [String] {
    [percent(rates.unemployment), percent(rates.vacancy)]
  }

  // MARK: Occupations

  private func occupations(_ variant: MeanFieldResult.Variant) -> [String] {
    var table = TextTable([.left, .left] + Array(repeating: .right, count: 7))
    table.add([
      "", "Occupation", "Hours saved", "Jobs wanted", "Unemployed", "Peak", "Long-term", "Peak", "In",
    ])
    for (index, outcome) in variant.occupations.enumerated() {
      let occupation = result.occupations[index]
      let rises = outcome.longTerm.highest > outcome.longTerm.rest + 1e-9
      table.add([
        String(occupation.code.prefix(2)), shortened(occupation.title),
        percent(variant.hoursSaved[index], decimals: 1),
        percent(variant.demandChange[index], decimals: 1, signed: true),
        percent(outcome.unemployment.rest), percent(outcome.unemployment.highest),
        percent(outcome.longTerm.rest), percent(outcome.longTerm.highest),
        rises ? date(outcome.longTerm.step) : "–",
      ])
    }
    return ["By occupation, \(variant.name), %"] + ruled(table)
  }

  // MARK: Words

  private var notes: [String] {
    let path =
      switch result.pace {
      case .month: "in equal steps"
      case .paper: "along a logistic curve, over the months of the scenario's path"
      }
    let text =
      "Machines take over feasible tasks \(path), at once wherever they are feasible. The hours that are left "
      + "are shared, so that as many jobs are wanted in all as before: what is measured is the search of those "
      + "who have to move, not a lack of work. Wages, prices and policies play no part. Unemployed and "
      + "long-term unemployed (27 weeks and more) by occupation are shares of its labour force; they count "
      + "where the job was lost."
    return SummaryText.wrapped(text, to: 100)
  }

  private func shortened(_ title: String) -> String { title.count > 36 ? title.prefix(35) + "…" : title }

  private func date(_ step: Int) -> String { (result.start + result.month(ofStep: step)).description }

  private func percent(_ share: Double?, decimals: Int = 2, signed: Bool = false) -> String {
    share.map { NumberText.fixed(100 * $0, decimals: decimals, signed: signed) } ?? "–"
  }

  private func ruled(_ table: TextTable) -> [String] {
    let lines = table.lines
    return [lines[0], table.rule] + lines.dropFirst()
  }
}
