import Economy
import Experiments
import Testing

@testable import Scenarios

/// Reforms by senses, through a whole experiment.
struct DecompositionReportTests {
  private static func run(upTo: Sense, months: Int = 14) throws -> (
    report: DecompositionReport, pages: [Notebook.Page]
  ) {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let scenario = try Scenario.parse(
      """
      title: Test
      economy: /\(root)/Scenarios/economies/us.yaml
      start: 2026-01
      population: 1000
      months: \(months)
      burn_in: 2
      replications: 2
      reforms:
        income: {policies: {basic_income: {adult: 300}}}
        benefit: {policies: {child_benefit: {amount: 0}}}
      """, path: "test.yaml")
    let sink = Notebook()
    let runner = Runner<Economy>(
      scenario, experiment: "test", codeVersion: "test", threads: 2, sink: sink, decomposing: upTo)
    _ = try runner.run()
    return (try #require(runner.decomposition), sink.pages)
  }

  @Test func `rows of every reform and replication add up over senses, flows and tenths, to the cent`() throws
  {
    let report = try Self.run(upTo: .dynamic).report
    #expect(report.months == 12)
    #expect(Set(report.rows.map { "\($0.reform) \($0.replication)" }).count == 4)
    for row in report.rows {
      let effects = try Sense.allCases.map { try #require(row.effect(of: $0)) }
      #expect(effects.reduce(0, +) == row.total && row.total == row[.dynamic].map { $0 - row.baseline })
    }
    let amounts: [(DecompositionReport.Row) -> Int64?] =
      [{ $0.baseline }] + Sense.allCases.map { sense in { $0[sense] } }
    for reform in ["income", "benefit"] {
      for replication in 0..<2 {
        let rows = report.rows.filter { $0.reform == reform && $0.replication == replication }
        for amount in amounts {
          func sum(_ dimension: DecompositionReport.Dimension, _ isOf: (String) -> Bool = { $0 != "all" })
            -> Int64
          {
            rows.filter { $0.dimension == dimension && isOf($0.group) }.reduce(0) { $0 + (amount($1) ?? 0) }
          }
          #expect(sum(.revenue) == sum(.budget) { $0 == "revenue" })
          #expect(sum(.spending) == sum(.budget) { $0 == "spending" })
          #expect(sum(.revenue) - sum(.spending) == sum(.budget) { $0 == "balance" })
          #expect(sum(.decile) == sum(.decile) { $0 == "all" })
        }
      }
    }
  }

  @Test func `before the dynamic sense no reform is simulated, and the earlier senses are the same`() throws {
    let (report, pages) = try Self.run(upTo: .static)
    #expect(pages.map(\.run.variant) == ["baseline", "baseline"])
    #expect(report.rows.allSatisfy { $0[.static] != nil && $0[.behavioural] == nil && $0[.dynamic] == nil })
    let whole = try Self.run(upTo: .dynamic).report
    for row in report.rows {
      let same = whole.rows.first {
        ($0.reform, $0.replication, $0.dimension, $0.group)
          == (row.reform, row.replication, row.dimension, row.group)
      }
      #expect(same?[.static] == row[.static] && same?.baseline == row.baseline)
    }
  }
}
