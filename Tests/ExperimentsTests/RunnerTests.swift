import Economy
import Experiments
import Scenarios
import Synchronization
import Testing

struct RunnerTests {
  private func run(
    _ scenario: Scenario, threads: Int = 1, sink: Notebook = Notebook(),
    cancellation: Cancellation = Cancellation(), report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> (pages: [Notebook.Page], outcomes: [RunOutcome]) {
    let outcomes = try Runner<PocketEconomy>(
      scenario, experiment: "test", codeVersion: "1", threads: threads, sink: sink,
      cancellation: cancellation, report: report
    ).run()
    return (sink.pages, outcomes)
  }

  @Test func `every replication runs the baseline and each reform for all months`() throws {
    let (pages, outcomes) = try run(.pocket(amounts: [500, 600], replications: 2))
    #expect(
      pages.map(\.run.name) == [
        "baseline, replication 0", "amount_500, replication 0", "amount_600, replication 0",
        "baseline, replication 1", "amount_500, replication 1", "amount_600, replication 1",
      ])
    #expect(pages.allSatisfy { $0.ending == .complete && $0.months.map(\.month) == Array(0..<30) })
    #expect(outcomes.map(\.monthsDone) == Array(repeating: 30, count: 6))
  }

  @Test func `baseline and reforms share the seed, replications do not`() throws {
    let pages = try run(.pocket(seed: .max, replications: 2)).pages
    #expect(pages.map(\.run.seed) == [.max, .max, 0, 0])
  }

  @Test func `the burn-in happens once, under the standing law, and is not recorded`() throws {
    let pages = try run(.pocket(burnIn: 6)).pages
    for page in pages {
      #expect(page.months.allSatisfy { $0.month >= 0 && $0[.population] == 6 })
    }
    #expect(pages[1].months[0][.unemploymentRate] == 10 + 500)
  }

  @Test func `results come in years with flows and balances, the last part of a year without`() throws {
    let page = try run(.pocket(months: 30)).pages[1]
    #expect(page.batches.map(\.months.count) == [12, 12, 6])
    #expect(page.batches.map(\.flows.count) == [1, 1, 0])
    #expect(page.batches.flatMap(\.flows).map(\.cents) == [12, 12])
    #expect(page.batches.map(\.balances.count) == [1, 1, 0])
    #expect(page.batches.flatMap(\.distributions).map(\.month) == [11, 23, 29])
  }

  @Test(arguments: [2, 3, 8]) func `threads change nothing`(threads: Int) throws {
    let scenario = Scenario.pocket(amounts: [500, 600], replications: 3)
    let one = try run(scenario).pages
    let many = try run(scenario, threads: threads).pages
    #expect(one.map(\.run) == many.map(\.run))
    for (left, right) in zip(one, many) {
      // Compared as bits: what is not defined is not equal to itself.
      #expect(
        left.months.map { $0.values.map(\.bitPattern) } == right.months.map { $0.values.map(\.bitPattern) })
    }
  }

  @Test func `threads that no replication needs go to the economies`() throws {
    let threads = Mutex<[Int]>([])
    struct Thrifty: Simulation {
      static let seen = Mutex<Set<Int>>([])
      var month = 0
      init(_ setup: SimulationSetup, regime: Regime) {
        Self.seen.withLock { _ = $0.insert(setup.parallel.threads) }
      }
      mutating func adopt(_ regime: Regime) {}
      mutating func step() -> MonthlyIndicators {
        defer { month += 1 }
        return MonthlyIndicators(month: month)
      }
      mutating func takeFlowRows() -> [FlowRow] { [] }
      func balanceRows() -> [BalanceRow] { [] }
      func distributionRows() -> [DistributionRow] { [] }
    }
    for replications in [1, 2, 9] {
      Thrifty.seen.withLock { $0 = [] }
      _ = try Runner<Thrifty>(
        .pocket(months: 1, replications: replications), experiment: "", codeVersion: "", threads: 4,
        sink: Notebook()
      ).run()
      threads.withLock { $0 += Thrifty.seen.withLock { $0.sorted() } }
    }
    #expect(threads.withLock { $0 } == [4, 2, 1])
  }

  @Test func `a run that diverges is infeasible and the others go on`() throws {
    let pages = try run(.pocket(amounts: [666, 500], replications: 2)).pages
    for replication in [0, 3] {
      #expect(pages[replication].ending == .complete)
      #expect(
        pages[replication + 1].ending == .infeasible("the economy left the model's range in month 5: prices"))
      #expect(pages[replication + 1].months.map(\.month) == Array(0..<5))
      #expect(pages[replication + 2].ending == .complete)
    }
  }

  @Test func `a run that throws anything else has failed and the others go on`() throws {
    let pages = try run(.pocket(amounts: [668, 500])).pages
    #expect(pages.map(\.ending) == [.complete, .failed("Surprise()"), .complete])
  }

  @Test func `books that do not balance stop everything and name the flow`() throws {
    let sink = Notebook()
    let error = #expect(throws: ExperimentError.self) {
      try run(.pocket(amounts: [667, 500], replications: 2), sink: sink)
    }
    #expect(error?.description.contains("'basic_income' differ by 7 cents in month 5") == true)
    let message = "the two sides of the flow 'basic_income' differ by 7 cents in month 5"
    #expect(
      sink.pages.map(\.ending) == [
        .complete, .failed(message), .interrupted, .interrupted, .interrupted, .interrupted,
      ])
  }

  @Test func `a population that cannot be built fails its runs`() throws {
    let pages = try run(.pocket(persons: 1)).pages
    let message = "the population cannot be built: one person is no economy"
    #expect(pages.map(\.ending) == [.failed(message), .failed(message)])
  }

  @Test func `results that cannot be kept stop everything, and no run counts as complete without them`()
    throws
  {
    let sink = Notebook(batchesToTake: 2)
    let error = #expect(throws: ExperimentError.self) { try run(.pocket(months: 30), sink: sink) }
    #expect(error?.description == "the results of baseline, replication 0 could not be kept: Full()")
    #expect(sink.pages.map(\.ending) == [.interrupted, .interrupted])
  }

  @Test func `a request to stop ends the month, keeps what exists and interrupts what is left`() throws {
    let cancellation = Cancellation()
    let pages = try run(.pocket(replications: 2), cancellation: cancellation) { progress in
      // The burn-in of 6 months, the baseline's 30 and 14 of the reform's.
      if progress.monthsDone == 50 { cancellation.request() }
    }.pages
    #expect(pages.map(\.ending) == [.complete, .interrupted, .interrupted, .interrupted])
    #expect(pages.map(\.months.count) == [30, 14, 0, 0])
  }

  @Test func `progress ends at all months and all runs`() throws {
    let last = Mutex<Progress?>(nil)
    _ = try run(.pocket(amounts: [666, 500], replications: 2), threads: 2) { progress in
      last.withLock { if $0.map({ $0.runsDone <= progress.runsDone }) ?? true { $0 = progress } }
    }
    let progress = last.withLock { $0 }
    #expect(progress == Progress(monthsDone: 192, monthsTotal: 192, runsDone: 6, runsTotal: 6))
    #expect(progress?.share == 1)
  }

  @Test func `a run is identified by the hash of the resolved scenario and the variant`() throws {
    let runs = RunDescription.plan(.pocket(replications: 2), experiment: "e", codeVersion: "1")
    #expect(runs[0].scenarioHash == Digest.sha256("pocket: [500.0]\nbaseline"))
    #expect(runs[1].scenarioHash == Digest.sha256("pocket: [500.0]\namount_500"))
    #expect(runs[0].scenarioHash == runs[2].scenarioHash)
  }

  @Test func `the digest is SHA-256`() {
    #expect(
      Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest.sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
