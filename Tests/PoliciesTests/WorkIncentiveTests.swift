import Policies
import Testing

@testable import Economy

/// What policies do to the gain from work.
struct WorkIncentiveTests {
  private func offers(_ name: String, _ parameters: [String: PolicyCase.Stated]) throws -> [Offer] {
    var economy = try World.economy(World.standing())
    economy.detach()
    let people = (0..<economy.persons.count).filter {
      [.employed, .unemployed, .inactive].contains(economy.persons.state($0))
    }
    #expect(people.count > 300)
    return economy.offers(
      people.map { Int32($0) }, policies: [try PolicyCase.policy(name, parameters)], rules: Rules())
  }

  private func none() throws -> [Offer] { try offers("corporate_tax", [:]) }

  @Test("A basic income raises every state of work by the same amount: no substitution effect")
  func lumpSum() throws {
    let economy = try World.economy(World.standing())
    let policy = try PolicyCase.policy(
      "basic_income", ["adult": .number(700), "senior": .number(700), "indexation": .word("none")])
    let person = try #require((0..<economy.persons.count).first { economy.persons.state($0) == .employed })
    var quotes = Quotes()
    quotes.person = Array(repeating: Int32(person), count: 4)
    quotes.earnings = [0, 100_000, 400_000, 2_000_000]
    quotes.taxable = quotes.earnings
    quotes.household = quotes.earnings.map { $0 + 50_000 }
    policy.quote(&quotes, economy, economy.calendar)
    for (household, earnings) in zip(quotes.household, quotes.earnings) {
      #expect(household - earnings - 50_000 == 70_000)
    }
    #expect(quotes.taxable == quotes.earnings)
  }

  @Test(
    "A basic income leaves what work brings as it was, for everybody; only the income without work is higher")
  func gains() throws {
    let (with, without) = (
      try offers("basic_income", ["child": .number(700), "adult": .number(700), "senior": .number(700)]),
      try none()
    )
    for row in without.indices {
      #expect(abs(with[row].marginal - without[row].marginal) < 1e-9)
      let (gain, before) = (with[row].with - with[row].without, without[row].with - without[row].without)
      // Households that have less than nothing are lifted to the least income the choice knows.
      if without[row].without > 0.01 { #expect(abs(gain - before) < 1e-9) }
      #expect(with[row].without > without[row].without)
    }
  }

  @Test("A means-tested minimum takes part of what work brings where it is paid, and never adds to it")
  func taper() throws {
    let (with, without) = (
      try offers("minimum_income", ["guarantee": .number(0.5), "taper": .number(0.6)]), try none()
    )
    var lower = 0
    for row in without.indices {
      #expect(with[row].marginal <= without[row].marginal + 1e-9)
      if with[row].marginal < 0.5 * without[row].marginal { lower += 1 }
    }
    #expect(lower > 0)
  }

  @Test("A flat contribution takes the same share of every wage")
  func contributions() throws {
    let (with, without) = (try offers("contributions", ["employee": .number(0.2)]), try none())
    for row in without.indices {
      #expect(abs(with[row].marginal / without[row].marginal - 0.8) < 1e-6)
    }
  }
}
