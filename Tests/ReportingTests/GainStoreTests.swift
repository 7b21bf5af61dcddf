import Testing

@testable import Economy
@testable import Experiments
@testable import Reporting
@testable import Scenarios

struct GainStoreTests {
  private static func row(_ reform: String, loseMuch: Double) -> GainReport.GroupRow {
    GainReport.GroupRow(
      reform: reform, years: 10, measure: .consumption, dimension: "all", group: "all", replications: 2,
      persons: 1_000, shares: [loseMuch, 0.1, 0.5, 0.2, 0.1], loseMuchError: 0.01,
      tested: GainReport.Tested(loseMuch: loseMuch / 2, lose: 0.1, gain: 0.2, gainMuch: 0.05), gain: 0.03,
      amount: 300, losses: 100, winnings: 400, worst: 1, apart: 0.2)
  }

  private static var report: GainReport {
    let traits = LifeTraits(
      row: 7, arrival: 0, age: 40, ageClass: "35-44", decile: 3, occupation: nil, householdType: "couple",
      isEmployed: true)
    return GainReport(
      request: Gains(valuation: LifeValuation(windows: [120])), persons: 1_000,
      groups: [
        row("ubi", loseMuch: 0.2), row("placebo_one_cent", loseMuch: 0.04),
        row("placebo_other_luck", loseMuch: 0.3),
      ],
      people: [
        GainReport.PersonRow(
          reform: "ubi", years: 10, traits: traits, isDisplaced: false, replications: 2, income: 1,
          consumption: 2,
          gains: [0.1, 0.2, 0.3], t: [nil, 3, 4], amounts: [5, 6, 7])
      ],
      curve: [
        GainReport.CurveRow(reform: "ubi", years: 10, measure: .consumption, replications: 1, loseMuch: 0.2)
      ])
  }

  @Test("The view has a reform's groups with the placebos' beside them")
  func view() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("results.sqlite")
    let store = try ResultStore.open(path)
    let runs = try store.begin([.sample("baseline"), .sample("ubi")])
    try store.keep(Self.report, of: runs)
    try store.close()
    let groups = try rows(
      path,
      """
      SELECT scenario, reform, lose_much, mean_gain, one_cent_lose_much, other_luck_lose_much,
        one_cent_sure_lose_much, winners_can_pay FROM v_gain_loss
      """)
    #expect(groups == [["sample", "ubi", "0.2", "0.03", "0.04", "0.3", "0.02", "1"]])
    let people = try rows(path, "SELECT person, occupation, income_t, welfare_amount FROM person_gain")
    #expect(people == [["7", "", "", "7.0"]] || people == [["7", "NULL", "NULL", "7.0"]])
    #expect(try rows(path, "SELECT sure_lose_much FROM gain_curve") == [["0.2"]])
    #expect(
      try rows(path, "SELECT count(*) FROM column_doc WHERE description = 'Indicator of another version'")
        == [["0"]])
  }
}
