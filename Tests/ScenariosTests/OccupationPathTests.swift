import Economy
import Foundation
import Testing

@testable import Scenarios

struct OccupationPathTests {
  /// Calls `body` with the folder of a table.
  private func with<Result>(_ table: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try table.write(to: folder.appendingPathComponent("path.csv"), atomically: true, encoding: .utf8)
    return try body(folder.path)
  }

  private func scenario(_ table: String, _ body: String = "automation: {path: path.csv}") throws -> Scenario {
    try with(table) { try Scenario.parse(Fixture.head + body, path: "\($0)/test.yaml") }
  }

  /// What is said about a table, without the folder.
  private func complaint(_ table: String, _ body: String = "automation: {path: path.csv}") throws -> String {
    try with(table) { folder in
      do throws(ScenarioErrors) {
        _ = try Scenario.parse(Fixture.head + body, path: "\(folder)/test.yaml")
        return ""
      } catch {
        return error.description.replacing("\(folder)/", with: "")
      }
    }
  }

  private static let table = """
    # Source: made up for this test.
    month,occupation,feasible_share
    2026-12,43-0000,0.12
    2028,43-0000,0.25
    2027-01, 15-0000, 0.5

    """

  @Test("A table gives points by occupation; a bare year is its January")
  func table() throws {
    let scenario = try scenario(Self.table)
    let path = try #require(scenario.variants[0].regime.automation.occupations)
    let codes = scenario.calibration.occupations.map(\.code)
    let clerks = try #require(codes.firstIndex(of: "43-0000"))
    let programmers = try #require(codes.firstIndex(of: "15-0000"))
    #expect(
      path.points[clerks] == [
        .init(month: YearMonth(year: 2026, month: 12), share: 0.12),
        .init(month: YearMonth(year: 2028, month: 1), share: 0.25),
      ])
    #expect(path.points[programmers].count == 1)
    #expect(path.points.count { !$0.isEmpty } == 2)
  }

  @Test("The resolved scenario holds the table and reads back as itself")
  func resolved() throws {
    let scenario = try scenario(Self.table)
    #expect(
      try Fixture.resolved("baseline.automation.path.43-0000", in: scenario)
        == "{2026-12: 0.12, 2028-01: 0.25}")
    let again = try Scenario.parse(scenario.resolved, path: "elsewhere/resolved.yaml")
    #expect(again.resolved == scenario.resolved)
    #expect(
      again.variants[0].regime.automation.occupations == scenario.variants[0].regime.automation.occupations)
  }

  @Test("A reform inherits the table until it says itself what AI can do")
  func inheritance() throws {
    let scenario = try scenario(
      Self.table,
      """
      automation: {path: path.csv}
      reforms:
        cheap: {automation: {initial_cost: 0.5}}
        share: {automation: {feasible_office_share: 0.3}}
        preset: {automation: {preset: robots}}
      """)
    #expect(scenario.variants.map { $0.regime.automation.occupations != nil } == [true, true, false, false])
  }

  @Test(
    "What is wrong with a table is said with its line",
    arguments: [
      ("month,occupation\n", "path.csv:1:1: error: the first line is 'month,occupation'"),
      ("2027-01,43-0000\n", "path.csv:2:1: error: the row has 2 cells"),
      ("2027-01,43-0000,a half\n", "path.csv:2:17: error: feasible_share is 'a half'"),
      ("2027-01,43-0000,1.5\n", "path.csv:2:17: error: feasible_share is out of bounds: 1.5"),
      ("2027-01,43-000,0.5\n", "path.csv:2:9: error: unknown word '43-000' for occupation"),
      ("2027-13,43-0000,0.5\n", "path.csv:2:1: error: '2027-13' is no month, in month of 43-0000"),
      ("2025-01,43-0000,0.5\n", "path.csv:2:1: error: 2025-01 lies before the start, 2026-01"),
      ("2027,43-0000,0.5\n2027-01,43-0000,0.6\n", "path.csv:3:1: error: 2027-01 does not follow 2027-01"),
      ("2027,43-0000,0.5\n2028,43-0000,0.4\n", "path.csv:3:14: error: the feasible share of 43-0000 falls"),
      ("# nothing\n", "path.csv:1:1: error: the file is empty"),
    ])
  func wrong(rows: String, message: String) throws {
    let header = rows.hasPrefix("month") ? "" : OccupationPathReading.header + "\n"
    #expect(try complaint(header + rows).contains(message))
  }

  @Test("A table that is not there comes with the one that was probably meant")
  func missing() throws {
    let complaint = try complaint(Self.table, "automation: {path: paht.csv}")
    #expect(complaint.contains("test.yaml:4:20: error: no such file: paht.csv"))
    #expect(complaint.hasSuffix("did you mean 'path.csv'?"))
  }
}
