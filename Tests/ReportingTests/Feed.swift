import Economy
import Foundation
import Reporting

@testable import Experiments

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "otium-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

extension RunDescription {
  static func sample(_ variant: String, replication: Int = 0, months: Int = 24, seed: UInt64 = .max) -> Self {
    RunDescription(
      experiment: "trial", scenario: "sample", variant: variant, label: "Label of \(variant)",
      seed: seed &+ UInt64(replication), replication: replication, persons: 1_000,
      start: YearMonth(year: 2027, month: 11), months: months, economy: "Nowhere", currency: "USD",
      codeVersion: "1.0", scenarioHash: Digest.sha256("scenario: sample\n" + variant),
      resolved: "scenario: sample\n")
  }
}

extension ResultBatch {
  /// A year whose unemployment rate is `level` plus a thousandth a month, and whose poverty rate is not defined.
  static func year(_ year: Int, level: Double) -> ResultBatch {
    let months = (0..<12).map { index in
      var month = MonthlyIndicators(month: year * 12 + index)
      month[.unemploymentRate] = level + Double(month.month) / 1000
      month[.povertyRate] = .nan
      month[.giniWealth] = 0.1 + 0.2
      return month
    }
    return ResultBatch(
      months: months,
      flows: [
        FlowRow(year: year, flow: .wages, cents: 12_345), FlowRow(year: year, flow: .bequests, cents: 500),
      ],
      balances: [
        BalanceRow(year: year, instrument: .deposits, sector: .households, cents: 900),
        BalanceRow(year: year, instrument: .deposits, sector: .bank, cents: -900),
        BalanceRow(year: year, instrument: .fixedCapital, sector: .firms, cents: 777),
      ],
      distributions: [
        DistributionRow(
          month: year * 12 + 11, dimension: "decile", group: "1", measure: "wealth", value: -1.5),
        DistributionRow(
          month: year * 12 + 11, dimension: "decile", group: "2", measure: "wealth", value: .nan),
      ])
  }
}

extension ResultStore {
  static func open(_ path: String, pageLimit: Int? = nil) throws -> ResultStore {
    try ResultStore(path: path, program: "otium test", command: "otium run sample", pageLimit: pageLimit)
  }

  /// Two complete years of a baseline and a reform, in two replications; the reform's level is 10 above the
  /// baseline's in replication 0 and 20 in replication 1.
  func feed() throws {
    let runs = [0, 1].flatMap {
      [RunDescription.sample("baseline", replication: $0), .sample("ubi", replication: $0)]
    }
    for (run, identifier) in zip(runs, try begin(runs)) {
      let level = run.isBaseline ? Double(run.replication) : Double(10 + 11 * run.replication)
      for year in 0..<2 { try record(.year(year, level: level), of: identifier) }
      try end(identifier, .complete, seconds: 1.5)
    }
  }
}

/// A query's answer as rows of fields.
func rows(_ path: String, _ sql: String) throws -> [[String]] {
  var text = ""
  try Query(path).answer(sql, .csv) { text += $0 }
  return text.split(separator: "\n").dropFirst()
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}
