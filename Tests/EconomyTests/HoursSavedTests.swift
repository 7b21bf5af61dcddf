import Testing

@testable import Economy

struct HoursSavedTests {
  private func path(_ stated: [String: Double]) -> AutomationPath {
    AutomationPath(
      ParameterValues(AutomationPath.parameters, stated: stated.mapValues { Dated(.number($0)) }))
  }

  @Test(
    "Offices save the stated share of tasks, and of those the hours that AI saves",
    arguments: [0.1, 0.3, 0.5])
  func offices(share: Double) throws {
    let occupations = try World.calibration().occupations
    let path = path([
      "feasible_office_share": share, "feasible_within_months": 60, "automate_share": 0.5,
      "augmented_time_saved": 0.4,
    ])
    let saved = path.hoursSaved(in: occupations, month: 60, date: World.start + 60)
    let office = occupations.indices.filter { occupations[$0].isOffice }
    let jobs = office.reduce(0) { $0 + occupations[$1].employmentShare }
    let mean = office.reduce(0) { $0 + occupations[$1].employmentShare / jobs * saved[$1] }
    #expect(abs(mean - share * 0.7) < 1e-9)
  }

  @Test("Hours are saved from the first month on, more each month until the path is complete")
  func rise() throws {
    let occupations = try World.calibration().occupations
    let path = path(["feasible_office_share": 0.5, "feasible_within_months": 24])
    let months = (0..<36).map { path.hoursSaved(in: occupations, month: $0, date: World.start + $0) }
    let all = months.map { $0.reduce(0, +) }
    #expect(all[0] > 0)
    #expect(zip(all, all.dropFirst()).prefix(23).allSatisfy { $0 < $1 })
    #expect(months[23...].allSatisfy { $0 == months[23] })
  }

  @Test("Other occupations follow by their share, and nothing is saved without automation")
  func others() throws {
    let occupations = try World.calibration().occupations
    func saved(_ stated: [String: Double]) -> [Double] {
      path(stated).hoursSaved(in: occupations, month: 120, date: World.start + 120)
    }
    #expect(saved([:]).allSatisfy { $0 == 0 })
    let (all, none) = (
      saved(["feasible_office_share": 0.5, "other_occupations": 1]),
      saved(["feasible_office_share": 0.5, "other_occupations": 0])
    )
    for (index, occupation) in occupations.enumerated() {
      #expect(none[index] == (occupation.isOffice ? all[index] : 0))
    }
  }
}
