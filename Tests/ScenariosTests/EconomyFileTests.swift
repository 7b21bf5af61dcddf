import Economy
import Policies
import Testing

@testable import Scenarios

struct EconomyFileTests {
  @Test("The United States are read with all entries, tables and sources")
  func unitedStates() throws {
    let economy = try EconomyFile.load(Fixture.unitedStates)
    let calibration = economy.calibration
    #expect(calibration.name == "United States")
    #expect(calibration.currency == "USD")
    #expect(calibration.occupations.count == 22)
    #expect(calibration.industries.count == 10)
    #expect(calibration.governmentStaffing.count == 22)
    #expect(calibration.mobility.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0.count == 22 })
    #expect(calibration.mobility.indices.allSatisfy { calibration.mobility[$0][$0] == 0 })
    for entry in Calibration.entries { #expect(economy.sources[entry.spec.key] != nil, "\(entry.spec.key)") }
    for table in TableReading.names { #expect(economy.sources["tables.\(table)"] != nil, "\(table)") }
    #expect(economy.standing.policies.count == Registry.policies.count)
  }

  @Test("Office occupations hold a third of jobs and are half exposed")
  func exposure() throws {
    let occupations = try EconomyFile.load(Fixture.unitedStates).calibration.occupations
    let office = occupations.filter(\.isOffice)
    let jobs = office.map(\.employmentShare).reduce(0, +)
    let exposed = office.map { $0.employmentShare * $0.exposureBeta }.reduce(0, +)
    #expect(abs(occupations.map(\.employmentShare).reduce(0, +) - 1) < 1e-12)
    #expect(abs(jobs - 0.340) < 0.001)
    #expect(abs(exposed / jobs - 0.498) < 0.001)
  }

  @Test("A missing entry is reported in its group, with what is expected there")
  func missingEntry() throws {
    let text = try Fixture.economy(replacing: "    slope: {value: 0.002", with: "    slop: {value: 0.002")
    let complaint = Fixture.complaint(economy: text.text)
    #expect(
      complaint.contains(
        "us.yaml:\(text.line):5: error: missing key 'slope' in parameters.wages\n"))
    #expect(complaint.hasSuffix("\n  expected a number from 0 to 0.05 (1/month)"))
    #expect(complaint.hasPrefix("us.yaml:\(text.line):5: error: unknown key 'slop' in parameters.wages\n"))
    #expect(complaint.contains("\n  did you mean 'slope'?\n"))
  }

  @Test("Every number needs a source")
  func sources() throws {
    let bare = try Fixture.economy(replacing: "growth: {value: 0.004, source: ", with: "growth: 0.004 # ")
    #expect(
      Fixture.complaint(economy: bare.text).hasPrefix(
        "us.yaml:\(bare.line):13: error: parameters.population.growth is '0.004'\n"))
    #expect(Fixture.complaint(economy: bare.text).hasSuffix("  expected {value: …, source: \"…\"}"))
    let without = try Fixture.economy(
      replacing: "growth: {value: 0.004, source: ", with: "growth: {value: 0.004} # ")
    #expect(
      Fixture.complaint(economy: without.text).hasPrefix(
        "us.yaml:\(without.line):13: error: missing key 'source' in parameters.population.growth\n"))
    #expect(
      Fixture.complaint(economy: without.text).hasSuffix(
        "  expected where the number comes from, or the word prior"))
  }

  @Test(
    "What is wrong with tables is said",
    arguments: [
      (
        "employment_share: 0.06912", "employment_share: 0.16912",
        "occupations employment_share sums to 1.10001, not to 1"
      ),
      ("- code: 13-0000", "- code: 11-0000", "'11-0000' stands twice in tables.occupations"),
      ("[54550, ", "[", "tables.occupations.rows[0].wage_quantiles has 4 quantiles\n"),
      ("[54550, ", "[84550, ", "tables.occupations.rows[0].wage_quantiles do not rise\n"),
      ("exposure_alpha: 0.1628", "exposure_alpha: 0.9", "exposure_alpha is above exposure_beta\n"),
      ("exposure_alpha: 0.1628", "exposure_alpha: 1.9", "exposure_alpha is out of bounds: 1.9\n"),
      ("storable: true", "storable: on", "tables.industries.rows[0].storable is 'on'\n"),
      ("      - [0, ", "      - [0, 0, ", "tables.mobility.rows[0] has 23 occupations\n"),
      ("      - [0, ", "      - [0.5, ", "tables.mobility.rows[0] is not 0 on the diagonal\n"),
      ("    row: [", "    row: [1, ", "tables.government_staffing.row has 23 occupations\n"),
      ("  mobility:", "  mobilty:", "missing key 'mobility' in tables\n"),
      ("  mobility:", "  mobilty:", "unknown key 'mobilty' in tables\n"),
      ("- key: construction", "- key: resources", "'resources' stands twice in tables.industries\n"),
    ])
  func tables(piece: String, other: String, expected: String) throws {
    let text = try Fixture.economy(replacing: piece, with: other).text
    #expect(Fixture.complaint(economy: text).contains(expected))
  }

  @Test(
    "What is wrong with the head is said",
    arguments: [
      ("currency: USD", "currency: dollars", "currency is 'dollars'\n"),
      ("economy: United States\n", "", "missing key 'economy'\n"),
      ("tables:", "table:", "missing key 'tables'\n"),
      ("parameters:\n", "parameters: 3\nmore:\n", "parameters is '3'\n"),
    ])
  func head(piece: String, other: String, expected: String) throws {
    let text = try Fixture.economy(replacing: piece, with: other).text
    #expect(Fixture.complaint(economy: text).contains(expected))
  }

  @Test("Shares and rows that miss their sum a little are scaled to it, once and for all")
  func scaling() throws {
    let list = ListReading(findings: Findings())
    let once = try #require(list.scaled([0.3334, 0.3334, 0.3334], to: 1, within: 1e-3, at: "", .file("")))
    #expect(abs(once.reduce(0, +) - 1) < 1e-15)
    #expect(list.scaled(once, to: 1, within: 1e-3, at: "", .file("")) == once)
    #expect(list.scaled([0.5, 0.4], to: 1, within: 1e-3, at: "", .file("")) == nil)
  }

  @Test("The rules between entries name entries that exist")
  func rules() {
    let keys = Set(Calibration.entries.map(\.spec.key))
    for (low, high) in Consistency.ordered {
      #expect(keys.contains(low) && keys.contains(high), "\(low), \(high)")
    }
    for key in Consistency.shares.joined() { #expect(keys.contains(key), "\(key)") }
  }
}
