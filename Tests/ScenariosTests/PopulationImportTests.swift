import Economy
import Scenarios
import Testing

struct PopulationImportTests {
  private let economy = PopulationFixture.economy

  private func imported(
    _ rows: [String] = PopulationFixture.survey, money: ImportedPopulation.Money = .survey
  ) throws -> ImportedPopulation {
    try PopulationFixture.withFolder { folder in
      try PopulationImport.cps(
        from: PopulationFixture.writeSurvey(rows, in: folder), calibration: economy, money: money)
    }
  }

  @Test func `Units of one household come together, the householder first`() throws {
    let households = try imported().households
    #expect(households.map { $0.members.count } == [6, 2, 3, 2])
    #expect(households.map(\.weight) == [110, 200, 100, 50])
    #expect(households[2].members[0].age == 70)
    #expect(households[0].members[5].age == 19)
  }

  /// Survey and import. Units' weights are 100 and 160, 200, 100 and 100, 50, and 50 for the child alone;
  /// households' weights 110, 200, 100 and 50.
  static let totals: [(name: String, survey: Double, imported: Double)] = [
    ("Tax units", 760, 670),
    ("Households", 500, 460),
    ("Persons", 1_560, 1_460),
    ("Persons of known age", 1_510, 1_460),
    ("Wages and salaries", 17_800_000, 18_350_000),
    ("Business and farm income", -50_000, -50_000),
    ("Earnings without losses", 18_250_000, 18_800_000),
    ("Social security", 7_200_000, 7_200_000),
    ("Pensions and annuities", 2_000_000, 2_000_000),
    ("Both kinds of pensions", 9_200_000, 9_200_000),
    ("Interest and dividends", 42_000, 46_200),
  ]

  @Test(arguments: totals) func `Amounts and persons add up`(
    name: String, survey: Double, imported: Double
  ) throws {
    let row = try #require(try self.imported().report.row(name))
    #expect(abs(row.reference - survey) < 1e-6)
    #expect(abs(row.imported - imported) < 1e-6)
  }

  @Test func `Children are spread over their age classes`() throws {
    let households = try imported().households
    let ages = households[0].members.map(\.age)
    #expect((13...16).contains(ages[2]) && (6...12).contains(ages[3]) && (0...5).contains(ages[4]))
    #expect(households[3].members.map(\.age) == [50, 17])
    let dependant = households[2].members[1]
    #expect((21...52).contains(dependant.age) && dependant.earnings == 0)
  }

  @Test func `Siblings of one class are spread evenly over it`() throws {
    let rows = (0..<200).map { index in
      PopulationFixture.row([
        "FLPDYR": 2014, "h_seq": index, "a_lineno": 1, "s006": 100, "MARS": 4, "XTOT": 7, "age_head": 35,
        "n21": 1, "nu06": 6, "nu13": 6, "nu18": 6, "n24": 6, "e00200p": 20_000,
      ])
    }
    for household in try imported(rows).households {
      #expect(household.members.dropFirst().map(\.age) == [5, 4, 3, 2, 1, 0])
    }
  }

  @Test func `Spouses are of opposite sex, singles half and half`() throws {
    let rows = (0..<1000).map { index in
      PopulationFixture.row([
        "FLPDYR": 2014, "h_seq": index, "a_lineno": 1, "s006": 100, "MARS": 1 + index % 2,
        "XTOT": 1 + index % 2, "age_head": 45, "age_spouse": index % 2 == 0 ? 0 : 44, "n21": 1 + index % 2,
        "e00200p": 30_000,
      ])
    }
    let households = try imported(rows).households
    for household in households where household.members.count == 2 {
      #expect(household.members[0].isFemale != household.members[1].isFemale)
    }
    let women = households.count { $0.members.count == 1 && $0.members[0].isFemale }
    #expect((220...280).contains(women))
  }

  @Test func `Pensions go to those of the age, else to those without earnings`() throws {
    let households = try imported().households
    #expect(households[1].members.map(\.pension) == [40_000, 0])
    let young = PopulationFixture.row([
      "FLPDYR": 2014, "h_seq": 1, "a_lineno": 1, "s006": 100, "MARS": 2, "XTOT": 2, "age_head": 40,
      "age_spouse": 41, "n21": 2, "e00200p": 20_000, "e02400": 9_000,
    ])
    #expect(try imported([young]).households[0].members.map(\.pension) == [0, 9_000])
  }

  @Test func `The survey's open age classes follow mortality`() throws {
    let rows = (0..<600).map { index in
      PopulationFixture.row([
        "FLPDYR": 2014, "h_seq": index, "a_lineno": 1, "s006": 100, "MARS": 1, "XTOT": 1,
        "age_head": index < 300 ? 80 : 85, "n21": 1, "e00200p": 10_000,
      ])
    }
    let ages = try imported(rows).households.map { $0.members[0].age }
    #expect(Set(ages[..<300]) == Set(80...84))
    #expect(ages[300...].allSatisfy { (85...110).contains($0) })
    #expect(ages[300...].count { $0 < 90 } > ages[300...].count { $0 >= 90 })
  }

  @Test func `Only persons of working age have occupations`() throws {
    for member in try imported().households.flatMap(\.members) {
      #expect(member.age < 16 ? member.occupation == -1 : (0..<3).contains(member.occupation))
    }
  }

  @Test func `Occupation shares are the economy file's, and pay rises with the table's`() throws {
    let rows = (0..<3000).map { index in
      // Earnings from 2,000 to 200,000, most in the middle.
      let rank = (Double(index) + 0.5) / 3000
      let wage = 30_000 * (rank / (1 - rank)).squareRoot()
      return PopulationFixture.row([
        "FLPDYR": 2014, "h_seq": index, "a_lineno": 1, "s006": 100, "MARS": 1, "XTOT": 1, "age_head": 40,
        "n21": 1, "e00200p": Int(wage),
      ])
    }
    let report = try imported(rows).report
    for occupation in economy.occupations {
      let row = try #require(report.row("\(occupation.code) \(occupation.title)"))
      #expect(abs(row.difference) < 0.2)
    }
    let means = try economy.occupations.map { try #require(report.row("\($0.code) mean")).imported }
    #expect(means[0] > 1.5 * means[1] && means[1] > means[2])
  }

  @Test func `The same survey gives the same population`() throws {
    #expect(try imported().households == imported().households)
  }

  @Test func `Amounts can be brought to the economy's wages`() throws {
    let survey = try imported()
    let scaled = try imported(money: .economy)
    #expect(scaled.wageFactor == survey.wageFactor)
    #expect(scaled.report == survey.report)
    for (one, other) in zip(survey.households, scaled.households) {
      #expect(other.capitalIncome == one.capitalIncome * survey.wageFactor)
      #expect(other.weight == one.weight)
      for (member, other) in zip(one.members, other.members) {
        #expect(other.earnings == member.earnings * survey.wageFactor)
        #expect(other.pension == member.pension * survey.wageFactor)
        #expect(other.occupation == member.occupation && other.age == member.age)
      }
    }
  }

  @Test func `The report's columns are aligned`() throws {
    let lines = try imported().report.description.split(separator: "\n")
    let rows = lines.filter { $0.hasSuffix("%") || $0.hasSuffix("pp") }
    #expect(rows.count == 15 + 6 + 3 + 3)
    let ends = Set(rows.map { $0.hasSuffix("pp") ? $0.count : $0.count + 1 })
    #expect(ends.count == 1)
  }
}
