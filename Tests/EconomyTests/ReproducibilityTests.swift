import Testing

@testable import Economy

/// Equal setups and regimes give equal bits.
struct ReproducibilityTests {
  struct Cut: Sendable, CustomTestStringConvertible {
    let threads: Int
    let chunk: Int
    var testDescription: String { "\(threads) threads, chunks of \(chunk)" }
  }

  struct Run {
    let months: [MonthlyIndicators]
    let economy: Economy
  }

  /// A year of burn-in and a year with machines, so that every mechanism has worked.
  private static func run(_ parallel: Parallel, seed: UInt64 = 1) throws -> Run {
    var economy = try World.economy(persons: 3_000, burnIn: 6, seed: seed, parallel: parallel)
    var months = try economy.months(6)
    let regimes = try World.regimes(World.automation)
    economy.adopt(try #require(regimes["baseline"]))
    months += try economy.months(9)
    return Run(months: months, economy: economy)
  }

  private static let reference = Result { try run(Parallel(threads: 1, chunk: 16_384)) }

  private func expectSame(_ run: Run, _ other: Run) {
    #expect(run.months.bits == other.months.bits)
    #expect(differingColumns(run.economy.persons, other.economy.persons) == [])
    #expect(differingColumns(run.economy.households, other.economy.households) == [])
    #expect(differingColumns(run.economy.firms, other.economy.firms) == [])
    #expect(differingColumns(run.economy.ledger, other.economy.ledger) == [])
  }

  static let cuts = [1, 2, 7].flatMap { threads in
    [64, 1_024, 16_384].map { Cut(threads: threads, chunk: $0) }
  }

  @Test("Threads and chunks reach no bit of the results", arguments: cuts)
  func threads(cut: Cut) throws {
    expectSame(
      try Self.run(Parallel(threads: cut.threads, chunk: cut.chunk)), try Self.reference.get())
  }

  @Test("What is measured changes nothing but what is measured")
  func scope() throws {
    var whole = try World.economy(persons: 1_000, burnIn: 2)
    var part = whole
    for month in 0..<6 {
      let all = try whole.step()
      let some = try part.step(month < 5 ? .withoutDistribution : .all)
      for indicator in Indicator.allCases {
        let isLeftOut = month < 5 && indicator.isOfDistribution
        #expect(isLeftOut ? some[indicator].isNaN : some[indicator].bitPattern == all[indicator].bitPattern)
      }
    }
    #expect(differingColumns(whole.ledger, part.ledger) == [])
    #expect(Indicator.allCases.filter(\.isOfDistribution).count == 7)
  }

  @Test("The comparison covers the columns and sees one bit")
  func comparison() throws {
    let run = try Self.reference.get()
    var other = run.economy
    other.detach()
    #expect(columnCount(other.persons) > 20 && columnCount(other.households) > 10)
    #expect(columnCount(other.firms) > 20 && columnCount(other.ledger) == 5)
    other.persons.wage[7] = other.persons.wage[7].nextUp
    other.ledger.householdDeposits[3] += 1
    #expect(differingColumns(run.economy.persons, other.persons) == ["wage"])
    #expect(differingColumns(run.economy.ledger, other.ledger) == ["householdDeposits"])
    #expect(run.months[8][.automatedTaskShare] > 0)
  }

  @Test("The same seed gives the same run, another seed another")
  func seeds() throws {
    let run = try Self.run(Parallel(), seed: 2)
    expectSame(run, try Self.run(Parallel(), seed: 2))
    let other = try Self.reference.get()
    for (month, otherMonth) in zip(run.months, other.months) {
      #expect(month[.gdpReal] != otherMonth[.gdpReal])
    }
    #expect(differingColumns(run.economy.persons, other.economy.persons).contains("rank"))
  }

  @Test(
    "A copy is a snapshot: what the original goes through does not reach it, and it goes the same way later")
  func branch() throws {
    var economy = try World.settledEconomy()
    let snapshot = economy
    let persons = economy.persons.age.array
    let deposits = economy.ledger.householdDeposits.array
    let first = try economy.months(6)
    #expect(snapshot.month == 0 && economy.month == 6)
    #expect(snapshot.persons.age.array == persons)
    #expect(snapshot.ledger.householdDeposits.array == deposits)
    #expect(economy.ledger.householdDeposits.array != deposits)
    var again = snapshot
    #expect(try again.months(6).bits == first.bits)
    #expect(differingColumns(again.persons, economy.persons) == [])
    #expect(differingColumns(again.firms, economy.firms) == [])
  }

  /// Each policy of nothing, on top of the law and the machines of the baseline.
  static let nothings = [
    "basic_income: {child: 0, adult: 0, senior: 0}",
    "basic_income: {adult: 0, phase_in: 24, taxable: true, replaces: [pensions, minimum_income]}",
    "ai_tax: {rate: 0}",
    "pacing: {quota: 1}",
    "minimum_wage: {amount: 0}",
  ]

  @Test("A reform of nothing is the baseline, bit by bit", arguments: nothings)
  func nothing(policy: String) throws {
    let regimes = try World.regimes(
      World.automation + "reforms:\n  nothing:\n    policies:\n      \(policy)\n")
    let start = try World.settledEconomy()
    func run(_ name: String) throws -> Run {
      var economy = start
      economy.adopt(try #require(regimes[name]))
      return Run(months: try economy.months(24), economy: economy)
    }
    expectSame(try run("baseline"), try run("nothing"))
  }

  @Test("A reform of one cent is not the baseline")
  func oneCent() throws {
    let regimes = try World.regimes(
      "reforms:\n  cent:\n    policies:\n      basic_income: {adult: 0.01}\n")
    var (baseline, reform) = (try World.settledEconomy(), try World.settledEconomy())
    baseline.adopt(try #require(regimes["baseline"]))
    reform.adopt(try #require(regimes["cent"]))
    #expect(try baseline.months(3).bits != reform.months(3).bits)
  }
}
