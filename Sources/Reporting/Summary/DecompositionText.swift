import Economy
import Experiments

/// Reforms in the static, the behavioural and the dynamic sense, on the terminal: the budget, then the tenths, as money a
/// head and month. Means over the replications; the last column is the standard error of the total.
struct DecompositionText {
  private typealias Row = DecompositionReport.Row

  private let report: DecompositionReport
  private let currency: String

  init(_ report: DecompositionReport, currency: String) {
    self.report = report
    self.currency = currency
  }

  private var senses: [Sense] { Sense.allCases.filter { report.rows.first?[$0] != nil } }

  var lines: [String] {
    var names: [String] = []
    for row in report.rows where names.last != row.reform { names.append(row.reform) }
    return names.flatMap { reform -> [String] in
      let rows = report.rows.filter { $0.reform == reform }
      return ["", "Reform \(reform) by its rules, by choices of work, and in the whole economy; \(unit)"]
        + table("Budget", rows.filter { $0.dimension != .decile })
        + ["", "Disposable income by tenth of the start"]
        + table("Tenth", rows.filter { $0.dimension == .decile })
    } + explanation
  }

  private var unit: String { "\(currency) a head and month, last \(report.months) months" }

  /// One line a group, each an estimate over the replications; groups in which nothing is or moves are left out.
  private func table(_ title: String, _ rows: [Row]) -> [String] {
    struct Key: Hashable {
      let dimension: DecompositionReport.Dimension
      let group: String
    }
    var keys: [Key] = []
    for row in rows {
      let key = Key(dimension: row.dimension, group: row.group)
      if !keys.contains(key) { keys.append(key) }
    }
    let heads = [title, "Baseline"] + senses.map(Self.name) + ["Total", "s.e."]
    var table = TextTable([.left] + Array(repeating: .right, count: heads.count - 1))
    table.add(heads)
    for key in keys {
      let own = rows.filter { $0.dimension == key.dimension && $0.group == key.group }
      let isFlow = key.dimension == .revenue || key.dimension == .spending
      let moves = own.contains { row in row.total != 0 || senses.contains { row.effect(of: $0) != 0 } }
      guard moves || !isFlow, own.contains(where: { $0.personMonths > 0 }) else { continue }
      table.add(cells(key.group.replacing("_", with: " "), own))
    }
    let lines = table.lines
    return [lines[0], table.rule] + lines.dropFirst()
  }

  private static func name(_ sense: Sense) -> String {
    switch sense {
    case .static: "Rules"
    case .behavioural: "Choices"
    case .dynamic: "Markets"
    }
  }

  private func cells(_ name: String, _ rows: [Row]) -> [String] {
    func estimate(_ cents: (Row) -> Int64?) -> Estimate? {
      Estimate(
        rows.compactMap { row in cents(row).map { Double($0) / 100 / Double(max(1, row.personMonths)) } })
    }
    func text(_ value: Double?, signed: Bool = true) -> String {
      NumberText.fixed(value ?? .nan, decimals: 2, signed: signed)
    }
    let total = estimate(\.total)
    return [name, text(estimate(\.baseline)?.mean, signed: false)]
      + senses.map { sense in text(estimate { $0.effect(of: sense) }?.mean) }
      + [text(total?.mean), text(total?.standardError, signed: false)]
  }

  private var explanation: [String] {
    let texts = [
      "Rules: the reform's law on the baseline's persons, jobs, hours, wages, prices and consumption (static less "
        + "baseline).",
      "Choices: persons choose again whether and how long to work, at the baseline's wages and prices (behavioural "
        + "less static).",
      "Markets: all else, with jobs, wages, prices, profits and the closure (dynamic less behavioural), in the money "
        + "of each world.",
    ]
    return [""]
      + zip(Sense.allCases, texts).filter { senses.contains($0.0) }.flatMap {
        SummaryText.wrapped($0.1, to: 100)
      }
  }
}
