import Foundation
import Testing

@testable import Reporting

/// Queries of a run database that know nothing of the code that made the figures of its report: one for each kind of
/// figure, with a column `e` that has the figure's value in each replication.
struct FigureQueries {
  let path: String
  private let units: [String: String]
  private let months: Int

  init(_ path: String) throws {
    self.path = path
    units = Dictionary(
      uniqueKeysWithValues: try rows(path, "SELECT name, unit FROM indicator").map { ($0[0], $0[1]) })
    months = Int(try rows(path, "SELECT max(months) FROM run")[0][0]) ?? 0
  }

  private var last: Int { months - 1 }

  /// The values of a figure, a replication each.
  func values(_ key: [String]) throws -> [Double] {
    let sql = try #require(query(key), "no query for \(key.joined(separator: "/"))")
    return try rows(path, sql).compactMap { Double($0[0]) }
  }

  private func query(_ key: [String]) -> String? {
    switch (key[0], key.count) {
    case ("value", 3): of(key[1], "\(average(key[2])) * \(factor(key[2]))")
    case ("effect", 3): effect(key[1], key[2])
    case ("path", 4), ("year", 4):
      of(key[1], "\(average(key[2], year: Int(key[3]) ?? -1)) * \(factor(key[2]))")
    case ("decile", 4): decile(key[1], key[2], key[3])
    case ("sources", 4): sources(key[1], key[2], key[3])
    case ("age", 4):
      pair(key[1], "a - b", "100 * \(group("age", key[2], "employed")) / \(group("age", key[2], "persons"))")
    case ("occupation", 4): occupation(key[1], key[2], key[3])
    case ("budget", 3): pair(key[1], "a - b", budget(key[2]))
    case ("budget-level", 3): of(key[1], budget(key[2]))
    case ("sense", 4):
      """
      SELECT \(key[3])_cents / 100.0 / person_months AS e FROM v_decomposition WHERE reform = '\(key[1])'
        AND "group" = '\(key[2])' AND dimension = '\(key[2] == "balance" ? "budget" : "decile")'
      """
    case ("flow", 3): of(key[1], stream(key[2]))
    case ("answer", 6): answer(key[1], key[2], Int(key[3]) ?? 0, key[4], key[5])
    case ("feasible", 3):
      "SELECT count(*) AS e FROM run WHERE reform = '\(key[1])'"
        + (key[2] == "good" ? " AND status = 'complete' AND coalesce(feasible, 1) = 1" : "")
    case ("flow", 4): pair(key[1], "a - b", "coalesce(\(stream(key[2])), 0)")
    default: nil
    }
  }

  private func of(_ variant: String, _ value: String) -> String {
    "SELECT \(value) AS e FROM run WHERE status = 'complete' AND reform = '\(variant)'"
  }

  /// A change between the two runs of each replication.
  private func pair(_ reform: String, _ change: String, _ value: String) -> String {
    """
    SELECT \(change) AS e FROM (SELECT replication, \(value) AS a FROM run WHERE status = 'complete' AND reform = '\(reform)')
    JOIN (SELECT replication, \(value) AS b FROM run WHERE status = 'complete' AND reform = 'baseline') USING (replication)
    """
  }

  private func factor(_ name: String) -> Int {
    ["fraction", "years of GDP"].contains(units[name] ?? "") ? 100 : 1
  }

  /// A mean over the last twelve months, or over a year; totals by person.
  private func average(_ name: String, year: Int? = nil) -> String {
    let isTotal = ["gdp_real", "consumption_real"].contains(name)
    let window = year.map { "month BETWEEN \($0 * 12) AND \($0 * 12 + 11)" } ?? "month > \(months - 13)"
    return """
      (SELECT avg(\(isTotal ? "\(name) / population" : name)) FROM monthly WHERE monthly.run_id = run.run_id AND \(window))
      """
  }

  private func effect(_ reform: String, _ name: String) -> String {
    let unit = units[name] ?? ""
    let isRelative = unit.hasPrefix("currency") || unit == "index"
    return pair(reform, isRelative ? "(a / b - 1) * 100" : "(a - b) * \(factor(name))", average(name))
  }

  /// A figure of a criterion.
  private func answer(_ figure: String, _ name: String, _ window: Int, _ against: String, _ reform: String)
    -> String?
  {
    let isTotal = ["gdp_real", "consumption_real"].contains(name)
    let value = isTotal ? "\(name) / population" : name
    let mean = { (months: String) in
      "(SELECT avg(\(value)) FROM monthly WHERE monthly.run_id = run.run_id AND \(months))"
    }
    let unit = units[name] ?? ""
    let isRelative = unit.hasPrefix("currency") || unit == "index"
    let end = mean("month > \(months - window - 1)")
    return switch figure {
    case "effect":
      pair(reform, isRelative ? "(a / b - 1) * 100" : "(a - b) * \(factor(name))", end).replacing(
        "reform = 'baseline'", with: "reform = '\(against)'")
    case "level": of(reform, "\(end) * \(factor(name))")
    case "highest_year":
      of(
        reform,
        "(SELECT max(v) FROM (SELECT avg(\(value)) AS v FROM monthly WHERE monthly.run_id = run.run_id GROUP BY month / 12)) * \(factor(name))"
      )
    case "since_start":
      "SELECT (\(end) / (SELECT avg(\(value)) FROM monthly JOIN run AS first USING (run_id) WHERE first.reform = 'baseline' AND first.replication = run.replication AND month < 12) - 1) * 100 AS e FROM run WHERE status = 'complete' AND reform = '\(reform)'"
    default: nil
    }
  }

  private func group(_ dimension: String, _ group: String, _ measure: String, month: Int? = nil) -> String {
    """
    (SELECT value FROM distribution WHERE run_id = run.run_id AND month = \(month ?? last)
    AND dimension = '\(dimension)' AND "group" = '\(group)' AND measure = '\(measure)')
    """
  }

  private var prices: String {
    "(SELECT price_level FROM monthly WHERE run_id = run.run_id AND month = \(last))"
  }

  private func decile(_ variant: String, _ tenth: String, _ what: String) -> String {
    let (market, all) = (group("decile", tenth, "market_income"), group("decile", tenth, "disposable_income"))
    return what == "transfer_share"
      ? of(variant, "max(0, \(all) - \(market)) / \(all) * 100")
      : pair(variant, "(a / b - 1) * 100", "\(all) / \(prices)")
  }

  private func sources(_ variant: String, _ tenth: String, _ what: String) -> String {
    let (market, all) = (group("decile", tenth, "market_income"), group("decile", tenth, "disposable_income"))
    return switch what {
    case "market_income": of(variant, "\(market) / \(prices)")
    case "transfers": of(variant, "(\(all) - \(market)) / \(prices)")
    default: pair(variant, "a - b", "(\(all) - \(market)) / \(prices)")
    }
  }

  private func occupation(_ variant: String, _ code: String, _ what: String) -> String? {
    let end = group("occupation", code, "employed")
    return switch what {
    case "jobs":
      of(variant, "(coalesce(\(end), 0) / \(group("occupation", code, "employed", month: 11)) - 1) * 100")
    case "effect": pair(variant, "(a / b - 1) * 100", end)
    case "unemployment_rate": of(variant, "\(group("occupation", code, "unemployment_rate")) * 100")
    default: nil
    }
  }

  private var year: Int { months / 12 - 1 }
  private var product: String {
    "(SELECT sum(gdp_nominal) FROM monthly WHERE run_id = run.run_id AND month / 12 = \(year))"
  }

  /// An item of the budget, or the balance, in percent of GDP.
  private func budget(_ item: String) -> String {
    let which =
      item == "balance"
      ? "flow NOT IN ('bond_sales_bank', 'bond_sales_foreign', 'open_market_purchases')" : "flow = '\(item)'"
    return """
      (SELECT coalesce(sum(CASE 'government' WHEN payee THEN cents WHEN payer THEN -cents END), 0)
      FROM flow WHERE run_id = run.run_id AND year = \(year) AND \(which) AND payer <> payee) / 100.0 / \(product) * 100
      """
  }

  private func stream(_ pair: String) -> String {
    let ends: [Substring] = pair.split(separator: ">", maxSplits: 1)
    guard ends.count == 2 else { return "NULL" }
    return """
      (SELECT sum(cents) / 100.0 / \(product) * 100 FROM flow WHERE run_id = run.run_id AND year = \(year)
      AND payer = '\(ends[0])' AND payee = '\(ends[1])' AND flow <> 'write_offs')
      """
  }
}
