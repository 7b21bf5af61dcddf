import Economy
import Foundation
import Scenarios
import Testing

struct PopulationSurveyErrorTests {
  private func failure(
    _ rows: [String] = PopulationFixture.survey, header: String = PopulationFixture.header,
    economy: Calibration = PopulationFixture.economy, _ change: (String) throws -> Void = { _ in }
  ) throws -> PopulationError? {
    try PopulationFixture.withFolder { folder in
      let path = PopulationFixture.writeSurvey(rows, in: folder, header: header)
      try change(path)
      do throws(PopulationError) {
        _ = try PopulationImport.cps(from: path, calibration: economy)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `A missing survey`() throws {
    #expect(throws: PopulationError.missingFile("/nowhere/cps.csv.gz")) {
      try PopulationImport.cps(from: "/nowhere/cps.csv.gz", calibration: PopulationFixture.economy)
    }
  }

  @Test func `A survey without a column`() throws {
    let error = try failure(header: PopulationFixture.header.replacing("h_seq", with: "hh"))
    guard case .missingColumns(_, columns: ["h_seq"]) = error else {
      Issue.record("read without h_seq: \(String(describing: error))")
      return
    }
  }

  @Test func `A cell that is no number`() throws {
    let row = PopulationFixture.row(["age_head": -3])
    let error = try failure([PopulationFixture.survey[0], row])
    guard case .malformed(_, line: 3, column: "age_head", found: "-3", expected: _) = error else {
      Issue.record("read an age of -3: \(String(describing: error))")
      return
    }
  }

  @Test func `A row that is too short`() throws {
    let error = try failure([PopulationFixture.survey[0], "1,2,3"])
    guard case .malformed(_, line: 3, column: "row", found: "3", expected: "68 cells") = error else {
      Issue.record("read a row of three cells: \(String(describing: error))")
      return
    }
  }

  @Test func `A survey that breaks off`() throws {
    let error = try failure { path in
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.dropLast(12).write(to: URL(fileURLWithPath: path))
    }
    guard case .truncated = error else {
      Issue.record("read a broken survey: \(String(describing: error))")
      return
    }
  }

  @Test func `A survey without anybody`() throws {
    guard case .truncated = try failure([]) else {
      Issue.record("read an empty survey")
      return
    }
  }

  @Test func `An economy without occupations, wages or their tail`() throws {
    var economy = PopulationFixture.economy
    economy.wages.topParetoExponent = 0
    #expect(try failure(economy: economy) == .economy("wages.top_pareto_exponent must be above 0"))
    economy.occupations[1].wageQuantiles.swapAt(0, 1)
    #expect(try failure(economy: economy) == .economy("B needs five rising wage quantiles"))
    economy.occupations = []
    #expect(try failure(economy: economy) == .economy("it has no table of occupations"))
  }

  @Test func `What to do without the survey is said`() throws {
    #expect(try PopulationImport.surveyFile("my.csv.gz") == "my.csv.gz")
    let text = PopulationError.notInstalled.description
    #expect(text.contains("pip install taxcalc") && text.contains("--file"))
  }
}
