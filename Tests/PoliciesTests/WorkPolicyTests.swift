import Policies
import Testing

@testable import Economy

/// Guaranteed jobs, courses, notice and compensation in a country of a thousand persons.
struct WorkPolicyTests {
  private func economy(_ laws: [String: [String: PolicyCase.Stated]]) throws -> Economy {
    let standing = try World.standing()
    var regime = standing
    regime.automation = AloneTests.machines
    regime.policies = try standing.policies.map { policy in
      let name = type(of: policy).name
      return try laws[name].map { try PolicyCase.policy(name, $0) } ?? policy
    }
    var economy = try World.economy(standing)
    economy.adopt(regime)
    return economy
  }

  private func heads(_ economy: Economy, _ state: LabourState) -> [Int] {
    (0..<economy.persons.count).filter { economy.persons.state($0) == state }
  }

  @Test(
    "Guaranteed jobs take in the unemployed up to their capacity, are paid their wage and count as employment"
  )
  func guaranteed() throws {
    var economy = try economy([
      "job_guarantee": [
        "capacity": .number(0.03), "eligibility": .number(2), "wage": .number(0.6), "hours": .number(32),
      ]
    ])
    for _ in 0..<12 { _ = try economy.step() }
    let workers = heads(economy, .publicJob)
    #expect(!workers.isEmpty && workers.map(Int32.init) == economy.guaranteed)
    #expect(workers.count <= Int(0.03 * Double(economy.counts.workforce)) + 1)
    let last = try economy.step()
    for person in heads(economy, .publicJob) {
      #expect(economy.persons.earnings[person] == Int64(economy.rules.guarantee.pay))
      #expect(economy.persons.employer[person] == -1)
    }
    #expect(last[.guaranteedJobs] > 0 && last[.guaranteedJobs] <= 0.032)
  }

  @Test("A guaranteed job that pays less than not working is left alone, unless the law leaves no choice")
  func voluntary() throws {
    func workers(_ isVoluntary: Bool) throws -> Int {
      var economy = try economy([
        "job_guarantee": [
          "capacity": .number(0.2), "eligibility": .number(1), "wage": .number(0.01),
          "voluntary": .flag(isVoluntary),
        ]
      ])
      for _ in 0..<6 { _ = try economy.step() }
      return heads(economy, .publicJob).count
    }
    let (free, bound) = (try workers(true), try workers(false))
    #expect(bound > 10)
    #expect(free < bound / 2)
  }

  @Test("When the guarantee ends, its workers look for a job like others")
  func endsOfGuarantee() throws {
    var economy = try economy([
      "job_guarantee": [
        "capacity": .dated(["initially": 0.1, "2026-07": 0]), "eligibility": .number(1),
        "voluntary": .flag(false),
      ]
    ])
    for _ in 0..<6 { _ = try economy.step() }
    #expect(!heads(economy, .publicJob).isEmpty)
    _ = try economy.step()
    #expect(heads(economy, .publicJob).isEmpty && economy.guaranteed.isEmpty)
  }

  @Test(
    "A course keeps people from searching, and those who finish move to an occupation where more are sought")
  func courses() throws {
    var economy = try economy([
      "retraining": [
        "places": .number(0.05), "months": .number(3), "who": .word("laid_off"), "eligibility": .number(0),
        "success": .number(1), "largest_rise": .number(10),
      ]
    ])
    var moved = 0
    for _ in 0..<18 {
      let before = economy
      economy.detach()
      _ = try economy.step()
      for row in before.trainees {
        let person = Int(row)
        let isInCourse = economy.trainees.contains(row)
        if isInCourse { #expect(economy.persons.state(person) == .unemployed) }
        if !isInCourse && economy.persons.state(person) == .unemployed
          && economy.persons.occupation[person] != before.persons.occupation[person]
        {
          moved += 1
        }
      }
      #expect(economy.trainees.count <= Int(0.05 * Double(economy.counts.workforce)) + 1)
    }
    #expect(moved > 3)
  }

  @Test(
    "Under notice nobody is laid off in the months after an adoption; those who lose the job later are displaced"
  )
  func notice() throws {
    func displaced(_ notice: Double, months: Int) throws -> Int {
      var economy = try economy(["pacing": ["notice": .number(notice)]])
      for _ in 0..<months { _ = try economy.step() }
      return economy.counts.displacedEver
    }
    #expect(try displaced(0, months: 6) > 0)
    #expect(try displaced(60, months: 6) == 0)
  }

  @Test("A tenth of the quota takes about a tenth of the jobs")
  func quota() throws {
    func automated(_ quota: Double) throws -> Double {
      var economy = try economy(["pacing": ["quota": .number(quota)]])
      var last = try economy.step()
      for _ in 0..<11 { last = try economy.step() }
      return last[.automatedTaskShare]
    }
    let (wide, narrow) = (try automated(0.1), try automated(0.01))
    #expect(narrow > 0 && narrow < wide / 5)
  }

  @Test(
    "Those whom machines displace are compensated for their loss, and firms pay the part they are charged")
  func compensated() throws {
    var economy = try economy([
      "compensation": ["share": .number(0.8), "adopters_pay": .number(1), "requires_search": .flag(false)]
    ])
    var (paid, charged): (Int64, Int64) = (0, 0)
    for _ in 0..<12 {
      _ = economy.takeFlowRows()
      _ = try economy.step()
      let rows = economy.takeFlowRows()
      paid += rows.first { $0.flow == .compensation }?.cents ?? 0
      charged += rows.first { $0.flow == .compensationLevy }?.cents ?? 0
    }
    #expect(paid > 0 && charged == paid)
    #expect(economy.counts.displacedEver > 0)
  }

  @Test("Any set of modules makes one reform, and its books balance to the cent")
  func composed() throws {
    var economy = try economy([
      "job_guarantee": ["capacity": .number(0.05)], "retraining": ["places": .number(0.02)],
      "compensation": ["share": .number(0.7), "adopters_pay": .number(0.5)],
      "wage_insurance": ["share": .number(0.5)], "basic_income": ["adult": .number(200)],
      "dividend_fund": ["rent_share": .number(0.3), "equity_levy": .number(0.02), "payout": .number(0.04)],
      "pacing": ["quota": .number(0.03), "auctioned": .number(1), "notice": .number(2)],
      "robot_tax": ["rate": .number(0.2)], "ai_tax": ["rate": .number(0.2)],
      "working_hours": ["standard_week": .number(36)], "wealth_tax": ["rate": .number(0.01)],
      "negative_income_tax": ["adult": .number(200)], "retirement_age": ["normal_age_change": .number(-12)],
    ])
    // A month whose books miss one cent throws.
    for _ in 0..<24 { #expect(try economy.step()[.auditResidualCents] == 0) }
  }
}
