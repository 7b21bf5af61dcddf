import Foundation
import Testing

@testable import Reporting

/// Every figure that a report states, in titles, sentences and tables, against queries of its own that know nothing
/// of the code that made it.
struct FigureTests {
  private let small: SmallExperiment
  /// The 97.5 % quantile of Student's t with three degrees of freedom: four replications.
  static let quantile = 3.182446305

  init() throws { small = try SmallExperiment.shared.get() }

  @Test func `every figure is what a query on the database gives`() throws {
    let numbers = small.numbers
    #expect(numbers.count > 150)
    for number in numbers {
      let parts = number.key.split(separator: "/").map(String.init)
      let (subject, end) = (parts.dropLast(), parts[parts.count - 1])
      let sql = try #require(query(Array(subject)), "no query for \(number.key)")
      let row = try #require(try rows(small.path, "WITH d AS (\(sql)) \(Self.statistics)").first)
      let values = row.compactMap(Double.init)
      try #require(values.count == 3, "\(number.key): \(row)")
      let (mean, deviation, count) = (values[0], max(0, values[1]).squareRoot(), values[2])
      let half = count > 1 ? Self.quantile * deviation / count.squareRoot() : 0
      let expected = end == "low" ? mean - half : end == "high" ? mean + half : mean
      let tolerance = 1e-6 * max(1, abs(mean))
      #expect(abs(number.value - expected) <= tolerance, "\(number.key): \(number.value), not \(expected)")
    }
  }

  @Test func `what readers see is the value, rounded`() {
    for number in small.numbers {
      let text = number.text.replacing("\u{2212}", with: "-").replacing(",", with: "").replacing(
        "+", with: "")
      guard let seen = Double(text) else {
        Issue.record("'\(number.text)' is no number")
        continue
      }
      let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
      // Sentences say "falls by" in place of a minus.
      let distance = min(abs(seen - number.value), abs(seen - abs(number.value)))
      #expect(distance <= unit * 0.500001, "\(number.key): \(number.value) is written \(number.text)")
    }
  }

  @Test func `the data behind a chart are the answer to its query`() throws {
    // A chart whose file holds the rows of its query as they are: who pays whom.
    let figure = try #require(
      small.html.split(separator: "<figure ").first { $0.hasPrefix("id=\"flows-baseline\"") })
    let link = try #require(
      figure.split(separator: "data:text/csv;charset=utf-8,").last?.split(separator: "\"").first)
    let lines = try #require(String(link).removingPercentEncoding).split(separator: "\n").dropFirst()
    let sql = try #require(
      figure.split(separator: "<pre tabindex=\"0\">").last?.split(separator: "</pre>").first)
    let plain = String(sql).replacing("&gt;", with: ">").replacing("&lt;", with: "<").replacing(
      "&quot;", with: "\"")
    let answer = try rows(small.path, plain).filter { $0[0] == "baseline" }
    var sums: [String: [Double]] = [:]
    for row in answer { sums[row[2], default: []].append(Double(row[4]) ?? .nan) }
    #expect(lines.count == sums.count)
    let means = sums.values.map { $0.reduce(0, +) / Double($0.count) }.sorted()
    let stated = lines.compactMap { Double($0.split(separator: ",")[2]) }.sorted()
    // Files hold five digits.
    for (mean, value) in zip(means, stated) { #expect(abs(mean - value) <= 5e-5 * mean) }
  }

  static let statistics =
    "SELECT avg(e), CASE WHEN count(*) > 1 THEN (avg(e * e) - avg(e) * avg(e)) * count(*) / (count(*) - 1) ELSE 0 END, count(*) FROM d WHERE e IS NOT NULL"

  private let shares: Set<String> = [
    "unemployment_rate", "participation_rate", "employment_rate", "labour_share", "ai_rent_share",
    "automated_task_share", "government_debt_to_gdp", "gini_disposable", "gini_wealth", "poverty_rate",
    "inflation",
    "policy_rate", "job_finding_rate", "separation_rate", "job_to_job_rate", "long_term_unemployment_rate",
  ]
  private let totals: Set<String> = ["gdp_real", "consumption_real"]

  /// A query whose column `e` has the figure for each replication.
  private func query(_ key: [String]) -> String? {
    switch (key[0], key.count) {
    case ("value", 3): return level(key[1], key[2])
    case ("effect", 3): return effect(key[1], key[2])
    case ("decile", 4) where key[3] == "disposable_income":
      return pair(key[1], "(a / b - 1) * 100", Self.group("decile", key[2], "disposable_income"))
    case ("decile", 4):
      let (market, all) = (
        Self.group("decile", key[2], "market_income"), Self.group("decile", key[2], "disposable_income")
      )
      return """
        SELECT max(0, (\(all)) - (\(market))) / (\(all)) * 100 AS e FROM run WHERE reform = '\(key[1])'
        """
    case ("age", 4):
      let (jobs, all) = (Self.group("age", key[2], "employed"), Self.group("age", key[2], "persons"))
      return pair(key[1], "a - b", "SELECT (\(jobs)) / (\(all)) * 100")
    case ("occupation", 4): return occupation(key[1], key[2], key[3])
    case ("budget", 3): return budget(key[1])
    case ("flow", 3): return "SELECT (\(Self.stream(key[2]))) AS e FROM run WHERE reform = '\(key[1])'"
    case ("flow", 4): return pair(key[1], "coalesce(a, 0) - coalesce(b, 0)", Self.stream(key[2]))
    default: return nil
    }
  }

  private func average(_ name: String) -> String {
    let value = totals.contains(name) ? "\(name) / population" : name
    return "SELECT avg(\(value)) FROM monthly WHERE run_id = run.run_id AND month BETWEEN 24 AND 35"
  }

  private func level(_ variant: String, _ name: String) -> String {
    "SELECT (\(average(name))) * \(shares.contains(name) ? 100 : 1) AS e FROM run WHERE reform = '\(variant)'"
  }

  private func effect(_ reform: String, _ name: String) -> String {
    let change =
      shares.contains(name) ? "(a - b) * 100" : name == "average_weekly_hours" ? "a - b" : "(a / b - 1) * 100"
    return pair(reform, change, average(name))
  }

  /// A change between the two runs of each replication, of what a query of one run gives.
  private func pair(_ reform: String, _ change: String, _ value: String) -> String {
    """
    SELECT \(change) AS e FROM (SELECT replication, (\(value)) AS a FROM run WHERE reform = '\(reform)')
    JOIN (SELECT replication, (\(value)) AS b FROM run WHERE reform = 'baseline') USING (replication)
    """
  }

  private static func group(_ dimension: String, _ group: String, _ measure: String, month: Int = 35)
    -> String
  {
    """
    SELECT value FROM distribution WHERE run_id = run.run_id AND month = \(month) AND dimension = '\(dimension)'
    AND "group" = '\(group)' AND measure = '\(measure)'
    """
  }

  private func occupation(_ variant: String, _ code: String, _ what: String) -> String? {
    let last = Self.group("occupation", code, "employed")
    switch what {
    case "jobs":
      let first = Self.group("occupation", code, "employed", month: 11)
      return """
        SELECT (coalesce((\(last)), 0) / (\(first)) - 1) * 100 AS e FROM run WHERE reform = '\(variant)'
        """
    case "effect": return pair(variant, "(a / b - 1) * 100", last)
    case "unemployment_rate":
      return """
        SELECT (\(Self.group("occupation", code, "unemployment_rate"))) * 100 AS e FROM run WHERE reform = '\(variant)'
        """
    default: return nil
    }
  }

  private static let product =
    "(SELECT sum(gdp_nominal) FROM monthly WHERE run_id = run.run_id AND month BETWEEN 24 AND 35)"

  private func budget(_ reform: String) -> String {
    let lending = "('bond_sales_bank', 'bond_sales_foreign', 'open_market_purchases')"
    let side = { (side: String) in
      "(SELECT sum(cents) FROM flow WHERE run_id = run.run_id AND year = 2 AND \(side) = 'government' AND flow NOT IN \(lending))"
    }
    return pair(
      reform, "a - b", "SELECT (\(side("payee")) - \(side("payer"))) / 100.0 / \(Self.product) * 100")
  }

  private static func stream(_ pair: String) -> String {
    let ends: [Substring] = pair.split(separator: ">", maxSplits: 1)
    guard ends.count == 2 else { return "SELECT NULL" }
    return """
      SELECT sum(cents) / 100.0 / \(product) * 100 FROM flow WHERE run_id = run.run_id AND year = 2
      AND payer = '\(ends[0])' AND payee = '\(ends[1])' AND flow <> 'write_offs'
      """
  }
}
