import Foundation
import Testing

@testable import Reporting

/// Every figure that a report states, in titles, sentences and tables, against queries of its own that know nothing
/// of the code that made it.
struct FigureTests {
  /// Quantiles at 97.5 % of Student's t by degrees of freedom.
  static let quantiles = [1: 12.706204736, 2: 4.302652730, 3: 3.182446305]

  @Test(arguments: SmallExperiment.Kind.allCases)
  func `every figure is what a query on the database gives`(kind: SmallExperiment.Kind) throws {
    let small = try SmallExperiment.made(kind)
    let queries = try FigureQueries(small.path)
    #expect(small.numbers.count > kind.leastNumbers, "\(small.numbers.count)")
    var answers: [[String]: [Double]] = [:]
    for number in small.numbers {
      let parts = number.key.split(separator: "/").map(String.init)
      let (subject, end) = (Array(parts.dropLast()), parts[parts.count - 1])
      let check: Check? =
        switch (parts[0], parts[1], parts.count > 2 ? parts[2] : "") {
        case ("gain", _, _): checkGain
        case ("answer", "losers", _): checkLosers
        case ("feasible", _, "share"): checkFeasible
        default: nil
        }
      if let check {
        try check(number, subject, end, small.path)
        continue
      }
      let values = try answers[subject] ?? queries.values(subject)
      answers[subject] = values
      guard let expected = Self.expected(values, end) else {
        #expect(number.value.isNaN && number.text == "–", "\(number.key): \(number.text) without a value")
        continue
      }
      let tolerance = 1e-6 * max(1, abs(expected))
      #expect(abs(number.value - expected) <= tolerance, "\(number.key): \(number.value), not \(expected)")
    }
  }

  /// A mean, an end of its 95 percent interval, or a quantile between replications.
  static func expected(_ values: [Double], _ end: String) -> Double? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    if let share = Double(end) {
      let (sorted, place) = (values.sorted(), share * (count - 1))
      let below = sorted[Int(place)]
      return below + (place - place.rounded(.down)) * (sorted[min(values.count - 1, Int(place) + 1)] - below)
    }
    guard end != "mean" else { return mean }
    guard let quantile = quantiles[values.count - 1] else { return nil }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let half = quantile * (variance / count).squareRoot()
    return end == "low" ? mean - half : mean + half
  }

  typealias Check = (ReportNumber, [String], String, String) throws -> Void

  /// Wilson's interval, whose ends are the shares p at which (p - share)² = z² p (1 - p) / n.
  private func checkFeasible(_ number: ReportNumber, _ key: [String], _ end: String, _ path: String) throws {
    let sql = """
      SELECT count(*), sum(status = 'complete' AND coalesce(feasible, 1) = 1) FROM run WHERE reform = '\(key[1])'
      """
    let counts = try #require(try rows(path, sql).first).compactMap(Double.init)
    let (n, share, p) = (counts[0], counts[1] / counts[0], number.value / 100)
    let z = 1.959964
    #expect(abs((p - share) * (p - share) - z * z * p * (1 - p) / n) < 1e-9, "\(number.key): \(number.value)")
    // At a share of 0 or 1 an end is the share itself.
    #expect(end == "low" ? p < share || share == 0 : p > share || share == 1)
  }

  /// Shares of winners and losers stand in a table of their own, which is over all replications.
  private func checkGain(_ number: ReportNumber, _ key: [String], _ end: String, _ path: String) throws {
    let sql = """
      SELECT 100 * \(key[5]), 100 * lose_much_se, replications FROM gain_loss WHERE reform = '\(key[1])'
      AND years = \(key[2]) AND dimension = '\(key[3])' AND "group" = '\(key[4])' AND measure = 'income'
      """
    let row = try #require(try rows(path, sql).first).compactMap(Double.init)
    let half = try #require(Self.quantiles[Int(row[2]) - 1]) * row[1]
    let expected = end == "low" ? max(0, row[0] - half) : end == "high" ? row[0] + half : row[0]
    #expect(abs(number.value - expected) < 1e-6, "\(number.key): \(number.value), not \(expected)")
  }

  /// Sure losers less those under other luck, by persons.
  private func checkLosers(_ number: ReportNumber, _ key: [String], _ end: String, _ path: String) throws {
    let share = { (reform: String) in
      try rows(
        path,
        "SELECT sure_lose_much, persons FROM gain_loss WHERE reform = '\(reform)' AND years = \(key[3]) AND measure = 'welfare' AND dimension = 'all'"
      )[0].compactMap(Double.init)
    }
    let (reform, luck) = (try share(key[5]), try share(key[4]))
    let spread = (reform[0] * (1 - reform[0]) + luck[0] * (1 - luck[0])) / reform[1]
    let half = 1.959964 * spread.squareRoot()
    let mean = reform[0] - luck[0]
    let expected = (end == "low" ? mean - half : end == "high" ? mean + half : mean) * 100
    #expect(abs(number.value - expected) < 1e-6, "\(number.key): \(number.value), not \(expected)")
  }

  @Test(arguments: SmallExperiment.Kind.allCases)
  func `what readers see is the value, rounded`(kind: SmallExperiment.Kind) throws {
    for number in try SmallExperiment.made(kind).numbers where number.value.isFinite {
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

  @Test(arguments: SmallExperiment.Kind.allCases)
  func `the query under a chart runs, and answers`(kind: SmallExperiment.Kind) throws {
    let small = try SmallExperiment.made(kind)
    let queries = small.html.components(separatedBy: "<pre tabindex=\"0\">SELECT").dropFirst().map { piece in
      "SELECT"
        + piece.components(separatedBy: "</pre>")[0].replacing("&gt;", with: ">").replacing("&lt;", with: "<")
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
    #expect(queries.count > 10)
    for sql in Set(queries) { #expect(try !rows(small.path, sql).isEmpty, "\(sql)") }
  }
}
