import Experiments
import Scenarios

extension RunReport {
  /// Reforms in the field's three senses, where the runs were made with `--decompose`: what the rules alone do, what
  /// people's choices of work add, and what the rest of the economy adds.
  func decomposition() throws -> HTML {
    guard tables.contains("v_decomposition") else { return .nothing }
    let pieces = Self.parts.map { part in
      "SELECT *, '\(part.name)' AS part, \(part.name)_cents AS cents FROM v_decomposition"
    }
    let groups = try data.read(
      """
      SELECT reform, replication, "group", part, cents / 100.0 / person_months AS money_a_head
      FROM (\(pieces.joined(separator: " UNION ALL ")))
      WHERE run_set = \(experiment.number) AND person_months > 0
        AND (dimension = 'decile' OR dimension = 'budget' AND "group" = 'balance')
      ORDER BY reform, replication, dimension, CAST("group" AS INTEGER) = 0, CAST("group" AS INTEGER), part
      """)
    guard !groups.names.isEmpty else { return .nothing }
    let months = try data.query.rows(
      "SELECT max(months) FROM decomposition WHERE run_set = \(experiment.number)")[0][0].words
    let reforms = decomposed
    let figures =
      reforms.count > 2
      ? [Self.balance, "all"].map { group in
        decomposition(
          groups, name: group, of: reforms.map { SensesRow(name: $0.label, reform: $0, group: group) },
          "\(Self.senseGroup(group)), last \(months) months")
      }
      : reforms.map { reform in
        decomposition(
          groups, name: reform.name,
          of: groups.names.map { SensesRow(name: Self.senseGroup($0), reform: reform, group: $0) },
          "“\(reform.label)”, last \(months) months")
      }
    return section(
      "By its rules, by choices, and in the whole economy",
      [
        "Rules: the reform's law on the baseline's persons, jobs, hours, wages, prices and consumption. Choices: people "
          + "choose again whether and how long to work, at the baseline's wages and prices. Markets: all else, with jobs, "
          + "wages, prices, profits and the closure. Tenths are by permanent income at the start."
      ], figures.compactMap(\.self))
  }

  /// The columns of `v_decomposition` without their ending, and what readers call them.
  private static let parts = [
    (name: "mechanical", label: "Rules"), (name: "behaviour", label: "Choices"),
    (name: "equilibrium", label: "Markets"), (name: "total", label: "All together"),
  ]
  private static let balance = "balance"

  /// A row of the table: a group of people or the budget, under a reform.
  private struct SensesRow {
    let name: String
    let reform: ReportExperiment.Variant
    let group: String

    func key(_ part: String) -> String { "sense/\(reform.name)/\(group)/\(part)" }
  }

  /// Short of the whole economy no reform has a run of its own, and the scenario alone names it.
  private var decomposed: [ReportExperiment.Variant] {
    guard experiment.reforms.isEmpty else { return experiment.reforms }
    return (experiment.resolved?.leaves("reforms") ?? []).compactMap { path, label in
      guard path.hasSuffix(".label") else { return nil }
      return ReportExperiment.Variant(name: String(path.dropLast(".label".count)), label: label, short: label)
    }
  }

  private func rank(_ row: SensesRow, _ part: String, _ groups: ReportData.Groups) -> (Int, Double) {
    groups.mean(row.reform.name, row.group, part).map(Self.rank) ?? (-1, 0)
  }

  /// What each sense adds, a row each.
  private func decomposition(
    _ groups: ReportData.Groups, name: String, of rows: [SensesRow], _ subtitle: String
  ) -> ReportFigure? {
    let parts = Self.parts.filter { part in
      rows.contains { groups.mean($0.reform.name, $0.group, part.name) != nil }
    }
    guard let last = parts.last else { return nil }
    // Of one reform the budget leads, of many the one that moves most.
    let isOfOne = rows.allSatisfy { $0.reform == rows[0].reform }
    let heading =
      isOfOne
      ? rows.first { $0.group == Self.balance }
      : rows.max { rank($0, last.name, groups) < rank($1, last.name, groups) }
    guard let heading else { return nil }
    let table = ComparisonTable(
      rowHead: isOfOne ? "" : "Reform", columns: parts.map(\.label),
      rows: rows.map { row in
        ComparisonTable.Row(
          name: row.name,
          cells: parts.map { part in
            groups.mean(row.reform.name, row.group, part.name).map {
              ComparisonTable.Cell($0, key: row.key(part.name), decimals: min(2, Finding.decimals($0)))
            }
          })
      })
    return ReportFigure(
      name: "senses-\(name)", title: title(groups, heading),
      subtitle: "\(subtitle), \(experiment.currency) a head and month against the baseline",
      content: .comparison(table), isWide: true, sql: groups.sql,
      note: "In each cell: the change and its 95 percent interval. Coloured: blue more, orange less; plain "
        + "cells may be chance. Money is that of each world.")
  }

  /// `Basic income: by its rules alone the balance falls by …; in the whole economy it …`
  private func title(_ groups: ReportData.Groups, _ row: SensesRow) -> Prose {
    func sentence(_ part: String) -> Prose? {
      groups.mean(row.reform.name, row.group, part).map {
        Finding.sentence(
          Self.senseGroup(row.group), $0, unit: "\(experiment.currency) a head and month", key: row.key(part)
        ).lowered
      }
    }
    var title: Prose = "\(row.reform.label): "
    if let rules = sentence("mechanical") { title = title + "by its rules alone " + rules }
    if let total = sentence("total") { title = title + "; in the whole economy " + total }
    return title
  }

  private static func senseGroup(_ group: String) -> String {
    switch group {
    case balance: "The government’s balance"
    case "all": "Disposable income of all"
    case "newcomers": "Newcomers"
    default: tenth(group)
    }
  }
}
