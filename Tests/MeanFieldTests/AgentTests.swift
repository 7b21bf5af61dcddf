import Testing

@testable import MeanField

/// Persons and heads under the same rules agree within 0.3 percentage points for 200,000 persons.
struct AgentTests {
  static let persons = 200_000
  static let bound = 0.003

  private func mean(_ months: some Collection<MarketRates>, _ rate: KeyPath<MarketRates, Double>) -> Double {
    months.reduce(0) { $0 + $1[keyPath: rate] } / Double(months.count)
  }

  private func compare(
    _ name: String, _ rate: KeyPath<MarketRates, Double>, _ agents: some Collection<MarketRates>,
    _ twin: some Collection<MarketRates>
  ) {
    let (persons, heads) = (mean(agents, rate), mean(twin, rate))
    #expect(abs(persons - heads) < Self.bound, "\(name): \(persons) of persons, \(heads) of heads")
  }

  /// Stocks year by year. Job finding over all years: that of one year has a standard error of 0.15 points
  /// from the draws alone, with 8,800 persons unemployed.
  private func compareYears(_ agents: [MarketRates], _ twin: [MarketRates]) {
    for year in 0..<agents.count / 12 {
      let months = year * 12..<year * 12 + 12
      compare("unemployment in year \(year)", \.unemployment, agents[months], twin[months])
      compare("vacancies in year \(year)", \.vacancy, agents[months], twin[months])
    }
    compare("job finding", \.jobFinding, agents, twin)
  }

  /// Both markets over the same targets, in a labour force of 200,000.
  private func run(
    _ rules: MarketRules, seed: UInt64, months: Int, target: ([Double], Int) -> [Double]
  ) throws -> (agents: [MarketRates], twin: [MarketRates]) {
    let heads = try UnitedStates.heads().map { $0 * Double(Self.persons) }
    let before = rules.targetAtRest(heads: heads)
    var twin = MeanFieldMarket.atRest(network: try UnitedStates.network(), rules: rules, heads: heads)
    var agents = AgentMarket(twin, persons: Self.persons, seed: seed)
    var result: (agents: [MarketRates], twin: [MarketRates]) = ([], [])
    for month in 0..<months {
      let wanted = target(before, month)
      result.agents.append(agents.step(target: wanted))
      let flows = twin.step(target: wanted)
      result.twin.append(twin.rates(flows))
    }
    return result
  }

  @Test("At rest persons and heads agree", arguments: [UInt64(1), 2])
  func rest(seed: UInt64) throws {
    let (agents, twin) = try run(.monthly, seed: seed, months: 132) { before, _ in before }
    let months = 12..<132
    compare("unemployment", \.unemployment, agents[months], twin[months])
    compare("vacancies", \.vacancy, agents[months], twin[months])
    compare("job finding", \.jobFinding, agents[months], twin[months])
    compare("separations", \.separation, agents[months], twin[months])
    compare("changes of occupation", \.switching, agents[months], twin[months])
  }

  @Test("In a slump and after it persons and heads agree")
  func slump() throws {
    let (agents, twin) = try run(.monthly, seed: 3, months: 120) { before, month in
      before.map { $0 * (month < 24 || month >= 60 ? 1 : 0.95) }
    }
    #expect(try #require(twin.map(\.unemployment).max()) > 0.07)
    compareYears(agents, twin)
  }

  @Test("Where work moves to other occupations persons and heads agree")
  func shift() throws {
    let exposure = try UnitedStates.exposure()
    let (agents, twin) = try run(.monthly, seed: 4, months: 120) { before, month in
      AutomationDemand.target(before: before, hoursSaved: exposure.map { $0 * min(1, Double(month) / 60) })
    }
    compareYears(agents, twin)
  }
}
