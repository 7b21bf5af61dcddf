import Economy
import Experiments
import Foundation
import Scenarios
import Sensitivity
import Testing

@testable import Reporting

/// The report of a sweep, on the shipped grid.
struct SweepReportTests {
  private static let made = Result { try Made("\(SmallExperiment.root)/Scenarios/sweeps/ubi-grid.yaml") }
  private let made: Made

  init() throws { made = try Self.made.get() }

  private struct Made {
    let folder: TemporaryFolder
    let path: String
    let html: String
    let numbers: [ReportNumber]

    init(_ file: String) throws {
      folder = try TemporaryFolder()
      path = folder.file("sweep.sqlite")
      let file = try SweepFile.load(file)
      let plan = SweepPlan(file, codeVersion: "otium test")
      let store = try SweepStore(path: path, plan: plan, command: "otium sweep ubi-grid.yaml")
      _ = try SweepRunner<Economy>(
        plan, jobs: 2, mostFailures: .max, sink: store, cancellation: Cancellation()
      ) { _ in }.run()
      try store.close()
      let page = try ReportPage(path, program: "otium test")
      (html, numbers) = (page.html, page.body.numbers)
    }
  }

  @Test func `it has what matters most, coloured tables, a frontier, and how to get it again`() {
    for part in [
      "What matters most", "id=\"tornado-unemployment\"", "id=\"heat-gini\"", "id=\"frontier\"",
      "USD a month. Somebody chooses it.", "It is not known.", "policies.<wbr>basic_income.<wbr>adult",
      "48 of 48", "otium sweep ubi-grid.yaml", "They are no forecast",
    ] { #expect(made.html.contains(part), "\(part)") }
    #expect(made.html.utf8.count < 300_000 && !made.html.contains("http:"))
  }

  @Test func `no text of its drawings is cut, and none covers another`() throws {
    let drawings = SmallExperiment.drawings(made.html)
    #expect(drawings.count >= 6)
    for svg in drawings { try TextBox.check(svg) }
  }

  /// By the estimators' definitions: S = mean(f(B) (f(AB) - f(A))) / V, T = mean((f(A) - f(AB))^2) / 2 V.
  @Test func `shares of the variance are those of the runs`() throws {
    let folder = try TemporaryFolder()
    let file = """
      title: Shares
      scenario: \(SmallExperiment.root)/Scenarios/baseline.yaml
      set: {population: 1000, months: 12, burn_in: 6}
      factors:
        benefit: {path: policies.basic_income.adult, range: [0, 1000]}
        week: {path: policies.working_hours.standard_week, range: [28, 40]}
      design: {kind: saltelli, rows: 4}
      replications: 1
      seed: 1
      outputs: {unemployment: unemployment_rate, gini: gini_disposable, gdp: gdp_real}
      """
    try file.write(toFile: folder.file("few.yaml"), atomically: true, encoding: .utf8)
    let made = try Made(folder.file("few.yaml"))
    let shares = made.numbers.filter { $0.key.hasPrefix("sobol/") && $0.key.hasSuffix("/mean") }
    #expect(shares.count == 3 * (2 * 2 + 1))
    let ends = made.numbers.filter { $0.key.hasPrefix("sobol/") && !$0.key.hasSuffix("/mean") }
    #expect(ends.count == 3 * (2 * 2 * 2 + 2))
    let factors = try rows(made.path, "SELECT name FROM factor ORDER BY position").map { $0[0] }
    for number in shares {
      let parts = number.key.split(separator: "/").map(String.init)
      let place = try #require(factors.firstIndex(of: parts[2]))
      let outputs = try rows(made.path, "SELECT \(parts[1]) FROM v_final ORDER BY point").compactMap {
        Double($0[0])
      }
      let starts = stride(from: 0, to: outputs.count, by: factors.count + 2)
      let both = starts.flatMap { [outputs[$0], outputs[$0 + 1]] }
      let mean = both.reduce(0, +) / Double(both.count)
      let variance = both.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(both.count)
      let terms = starts.map { start in
        let (a, b, mixed) = (
          outputs[start] - mean, outputs[start + 1] - mean, outputs[start + 2 + place] - mean
        )
        return parts[3] == "first" ? b * (mixed - a) : (a - mixed) * (a - mixed) / 2
      }
      let expected = terms.reduce(0, +) / Double(terms.count) / variance * 100
      #expect(
        abs(number.value - expected) < 1e-6 * max(1, abs(expected)),
        "\(number.key): \(number.value), not \(expected)")
    }
    for number in ends {
      let parts = number.key.split(separator: "/").map(String.init)
      let place = try #require(factors.firstIndex(of: parts[2]))
      let outputs = try rows(made.path, "SELECT \(parts[1]) * 100 FROM v_final ORDER BY point").map {
        Double($0[0])
      }
      let factor = try SobolIndices(outputs: outputs, factors: factors.count).factors[place]
      let interval = (parts[3] == "first" ? factor.first : factor.total).interval
      let expected = (parts[4] == "low" ? interval.low : interval.high) * 100
      #expect(abs(number.value - expected) < 1e-6, "\(number.key): \(number.value), not \(expected)")
    }
    for svg in SmallExperiment.drawings(made.html) { try TextBox.check(svg) }

    // Totals are shown per person of the start.
    let third = try #require(made.numbers.first { $0.key == "third/benefit/gdp/low/mean" })
    let edge = "(SELECT min(benefit) + (max(benefit) - min(benefit)) / 3.0 FROM point)"
    let total = try rows(made.path, "SELECT avg(gdp) FROM v_final WHERE benefit <= \(edge)")[0][0]
    #expect(abs(third.value - (Double(total) ?? 0) / 1_000) < 1e-6)
    #expect(made.html.contains("Real GDP, USD a month per person at the start"))
  }

  @Test func `every figure is what a query on the database gives`() throws {
    #expect(made.numbers.count > 100)
    for number in made.numbers {
      let parts = number.key.split(separator: "/").map(String.init)
      let sql = try #require(query(parts), "no query for \(number.key)")
      let values = try rows(made.path, sql).compactMap { Double($0[0]) }
      let expected = try #require(FigureTests.expected(values, parts[parts.count - 1]), "\(number.key)")
      #expect(
        abs(number.value - expected) < 1e-6 * max(1, abs(expected)),
        "\(number.key): \(number.value), not \(expected)")
    }
  }

  private func query(_ key: [String]) -> String? {
    switch key[0] {
    case "swing": swing(key[1], key[2])
    case "third": third(key[1], key[2], key[3])
    case "cell": cell(key[1], Int(key[2]) ?? -1, Int(key[3]) ?? -1)
    case "point": "SELECT avg(\(key[1])) * 100 AS e FROM v_final WHERE point = \(key[2]) GROUP BY replication"
    default: nil
    }
  }

  private func third(_ factor: String, _ output: String, _ end: String) -> String {
    let edge =
      "(SELECT min(\(factor)) + (max(\(factor)) - min(\(factor))) * \(end == "low" ? 1 : 2) / 3.0 FROM point)"
    let picks = end == "low" ? "<= \(edge) + 1e-9" : ">= \(edge) - 1e-9"
    return "SELECT avg(\(output)) * 100 AS e FROM v_final WHERE \(factor) \(picks) GROUP BY replication"
  }

  /// High less low, replication by replication.
  private func swing(_ factor: String, _ output: String) -> String {
    let third = "(SELECT min(\(factor)) + (max(\(factor)) - min(\(factor))) * SHARE / 3.0 FROM point)"
    return """
      SELECT (avg(CASE WHEN \(factor) >= \(third.replacing("SHARE", with: "2")) - 1e-9 THEN \(output) END)
        - avg(CASE WHEN \(factor) <= \(third.replacing("SHARE", with: "1")) + 1e-9 THEN \(output) END)) * 100 AS e
      FROM v_final GROUP BY replication
      """
  }

  private func cell(_ output: String, _ row: Int, _ column: Int) -> String {
    """
    SELECT avg(\(output)) * 100 AS e FROM v_final
    WHERE benefit = (SELECT DISTINCT benefit FROM point ORDER BY 1 LIMIT 1 OFFSET \(row))
      AND machines = (SELECT DISTINCT machines FROM point ORDER BY 1 LIMIT 1 OFFSET \(column))
    GROUP BY replication
    """
  }
}
