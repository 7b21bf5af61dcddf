import Economy
import Scenarios
import Testing

/// The real survey, where it is installed.
@Suite(.enabled(if: PopulationImport.locate() != nil, "taxcalc is not installed"))
struct PopulationSurveyTests {
  @Test func `Totals of the import are within one per cent of the survey's`() throws {
    let economy = try EconomyFile.load(Fixture.root + "/Scenarios/economies/us.yaml").calibration
    let population = try PopulationImport.cps(from: PopulationImport.surveyFile(nil), calibration: economy)
    let survey = try #require(population.report.tables.first)
    for row in survey.rows {
      #expect(abs(row.difference) < 1, "\(row.name)")
    }
    let earnings = population.households.reduce(0) { sum, household in
      sum + household.weight * household.members.reduce(0) { $0 + $1.earnings }
    }
    #expect(abs(earnings / 7.119e12 - 1) < 0.01)
    for occupation in economy.occupations {
      let row = try #require(population.report.row("\(occupation.code) \(occupation.title)"))
      #expect(abs(row.difference) < 0.2, "\(row.name)")
    }
    try PopulationFixture.withFolder { folder in
      try PopulationFile.write(population, to: folder + "/us.population")
      let codes = economy.occupations.map(\.code)
      let read = try PopulationFile.read(folder + "/us.population", occupations: codes)
      #expect(read == population.households)
    }
  }
}
