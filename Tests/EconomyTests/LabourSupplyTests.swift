import Testing

@testable import Economy

/// The choice of hours and of taking part, against closed forms and against its calibration.
struct LabourSupplyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let curvature: Double
    let elasticity: Double
    /// Share of her work in what her household consumes.
    let labourShare: Double
    var testDescription: String { "curvature \(curvature), elasticity \(elasticity), share \(labourShare)" }
  }

  static let cases = [0.2, 0.35, 0.5, 1, 1.5].flatMap { curvature in
    [0.3, 0.8].map { Case(curvature: curvature, elasticity: 0.33, labourShare: $0) }
  }

  /// A person who works the standard week at a consumption of 1, and the hours she chooses at other offers.
  private func hours(_ own: Case, _ offer: Offer) -> Double {
    let choice = Choice(
      curvature: own.curvature, inverseFrisch: 1 / own.elasticity - own.curvature * own.labourShare, unit: 1)
    // The weight at which the first-order condition holds at hours 1 and consumption 1.
    let leisure = logarithm(own.labourShare)
    return choice.hours(leisure: leisure, marginal: offer.marginal, without: offer.without, slope: offer.gain)
  }

  private func offer(_ own: Case) -> Offer {
    Offer(without: 1 - own.labourShare, with: 1, marginal: own.labourShare, needs: 1)
  }

  @Test("The compensated elasticity of hours is 1 / (1/e + y S)", arguments: cases)
  func hicks(own: Case) {
    let offer = offer(own)
    func compensated(_ factor: Double) -> Double {
      hours(own, offer.at(netWage: factor).adding((1 - factor) * offer.gain))
    }
    #expect(abs(hours(own, offer) - 1) < 1e-9)
    let step = 1e-4
    let elasticity = (compensated(1 + step) - compensated(1 - step)) / (2 * step)
    #expect(abs(elasticity - own.elasticity) < 1e-6)
  }

  @Test("What is earned less per unit of other income is y S e_H", arguments: cases)
  func income(own: Case) {
    let offer = offer(own)
    let step = 1e-4
    let effect =
      offer.gain * (hours(own, offer.adding(step)) - hours(own, offer.adding(-step))) / (2 * step)
    #expect(abs(effect + own.curvature * own.labourShare * own.elasticity) < 1e-6)
  }

  @Test("Gain in utility goes over into the logarithm at a curvature of 1")
  func logarithmic() {
    let choices = [1 - 1e-6, 1, 1 + 1e-6].map { Choice(curvature: $0, inverseFrisch: 3, unit: 1) }
    let gains = choices.map { $0.gain(without: 0.5, with: 1.5) }
    #expect(abs(gains[0] - gains[1]) < 1e-5)
    #expect(abs(gains[2] - gains[1]) < 1e-5)
    #expect(abs(gains[1] - logarithm(3)) < 1e-12)
  }

  @Test("At the start the population responds as the calibration says")
  func calibrated() throws {
    var economy = try World.economy(persons: 20_000)
    _ = try economy.step()
    let all = try #require(economy.labourSupplyResponse().first)
    let supply = economy.calibration.labourSupply
    #expect(abs(all.hours - supply.hicksianElasticity) < 0.01)
    #expect(abs(all.incomeEffect - all.closedForm) < 0.02)
    #expect(abs(all.participation - supply.participation) < 0.02)
    #expect(all.wholeIncomeEffect < all.incomeEffect)
  }

  @Test("Whom health limits and who has a small child takes part as often as the calibration says")
  func groups() throws {
    var economy = try World.economy(persons: 20_000)
    _ = try economy.step()
    let supply = economy.calibration.labourSupply
    let answers = Dictionary(
      uniqueKeysWithValues: economy.labourSupplyResponse().map { ($0.group, $0) })
    let (limited, mothers, all) = (
      try #require(answers["limited by health"]), try #require(answers["mothers of a child under six"]),
      try #require(answers["all"])
    )
    #expect((0.04...0.16).contains(Double(limited.persons) / Double(all.persons)))
    #expect(abs(limited.participation / all.participation - supply.limitedParticipation) < 0.1)
    #expect(abs(mothers.participation / all.participation - supply.mothersParticipation) < 0.1)
  }

  @Test("The share limited by health is that of the calibration at 20 and at 60")
  func limits() throws {
    let supply = try World.calibration().labourSupply
    #expect(supply.limitAge(rank: supply.limitedAtTwenty / 2) == 0)
    #expect(abs(supply.limitAge(rank: supply.limitedAtSixty) - 60) < 1e-9)
    #expect(supply.limitAge(rank: 1) > 100)
  }

  @Test("Measuring changes nothing")
  func innocent() throws {
    let economy = try World.settledEconomy()
    var measured = economy
    _ = measured.labourSupplyResponse()
    var plain = economy
    let (one, other) = (try measured.months(3), try plain.months(3))
    #expect(one.bits == other.bits)
  }
}
