import Policies
import Testing

@testable import Economy

/// The working week and the retirement age in a country of a thousand persons.
struct WeekTests {
  private func economy(_ policy: String, _ parameters: [String: PolicyCase.Stated]) throws -> Economy {
    var economy = try World.economy(World.standing())
    economy.adopt(try World.standing(with: policy, parameters))
    return economy
  }

  private func week(_ stated: [String: Double]) throws -> Economy {
    try economy("working_hours", stated.mapValues { .number($0) })
  }

  @Test("Without compensation a shorter week takes the same share of hours and of everybody's pay")
  func uncompensated() throws {
    var (before, after) = (try week([:]), try week(["standard_week": 36, "reorganisation_gain": 0]))
    let (left, right) = (try before.step(), try after.step())
    #expect(abs(right[.averageWeeklyHours] / left[.averageWeeklyHours] - 0.9) < 0.01)
    // Whoever looked at her hours in the month, or came to another firm, works others.
    var (same, all) = (0, 0)
    for person in 0..<before.persons.count
    where before.persons.state(person) == .employed && after.persons.state(person) == .employed {
      let pay = Double(before.persons.earnings[person])
      all += 1
      if abs(Double(after.persons.earnings[person]) - 0.9 * pay) <= 1 { same += 1 }
    }
    #expect(Double(same) > 0.88 * Double(all), "\(same) of \(all)")
  }

  @Test("With full compensation pay stays, and an hour costs more: firms need more heads and ask more")
  func compensated() throws {
    var (before, after) = (
      try week([:]), try week(["standard_week": 32, "wage_compensation": 1, "reorganisation_gain": 0])
    )
    let (left, right) = (try before.step(), try after.step())
    func pay(_ month: MonthlyIndicators) -> Double { month[.wageMeanReal] * month[.priceLevel] }
    #expect(abs(pay(right) / pay(left) - 1) < 0.01)
    #expect(right[.vacancyRate] > left[.vacancyRate])
    #expect(right[.priceLevel] > left[.priceLevel])
  }

  @Test("Small firms may be left out: their staff works and earns as before")
  func exemptions() throws {
    var economy = try week(["standard_week": 32, "exempt_below": 6])
    _ = try economy.step()
    let exempt = (0..<economy.firms.count).filter { economy.firms.isExempt[$0] }
    #expect(!exempt.isEmpty && exempt.count < economy.firms.count)
    for person in 0..<economy.persons.count where economy.persons.state(person) == .employed {
      let factor = economy.firms.isExempt[Int(economy.persons.employer[person])] ? 1 : 0.8
      let pay = Double(economy.persons.wage[person]) * Double(economy.persons.hours[person]) * factor
      #expect(abs(Double(economy.persons.earnings[person]) - pay) <= 1)
    }
  }

  @Test("A lower normal age retires followers at once; a raised one keeps those without a job in the search")
  func retirement() throws {
    func retired(_ change: Double) throws -> Int {
      var economy = try economy(
        "retirement_age", ["normal_age_change": .number(change), "early_age_change": .number(change)])
      for _ in 0..<6 { _ = try economy.step() }
      return (0..<economy.persons.count).count { economy.persons.state($0) == .retired }
    }
    #expect(try retired(-36) > retired(0))
    #expect(try retired(0) >= retired(36))
    var rule = RetirementRule()
    rule.normalShift = 24
    rule.ownResponse = 0.25
    #expect(rule.dueAge(780, followsNorm: false, hasJob: true, earliest: 744) == 786)
    #expect(rule.dueAge(780, followsNorm: false, hasJob: false, earliest: 744) == 804)
    #expect(rule.dueAge(792, followsNorm: true, hasJob: true, earliest: 744) == 816)
    rule.normalShift = 0
    rule.earlyShift = 48
    #expect(rule.dueAge(744, followsNorm: false, hasJob: true, earliest: 744) == 792)
    rule.earlyShift = -24
    #expect(rule.dueAge(744, followsNorm: false, hasJob: true, earliest: 744) == 720)
    #expect(rule.dueAge(780, followsNorm: false, hasJob: true, earliest: 744) == 780)
  }
}
