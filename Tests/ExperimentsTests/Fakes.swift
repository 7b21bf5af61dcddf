import Economy
import Experiments
import Policies
import Synchronization

@testable import Scenarios

/// A model whose figures are known: unemployment is the seed, plus a thousandth a month, plus the basic income
/// of the regime in force. A basic income of 666 makes it diverge in month 5, of 667 breaks its books, of 668
/// throws what no model should throw.
struct PocketEconomy: Simulation {
  struct Surprise: Error {}

  let setup: SimulationSetup
  var month: Int
  var regime: Regime
  /// Months stepped under the standing law.
  var past = 0
  var monthsOfYear: Int64 = 0

  init(_ setup: SimulationSetup, regime: Regime) throws {
    guard setup.population.persons > 1 else { throw EconomyError.population("one person is no economy") }
    self.setup = setup
    self.regime = regime
    month = -setup.burnInMonths
  }

  private var amount: Double {
    regime.closure.values.number("deficit", at: setup.start) * 1000
  }

  mutating func adopt(_ regime: Regime) { self.regime = regime }

  mutating func step() throws -> MonthlyIndicators {
    if month < 0 { past += 1 }
    if month == 5 {
      switch amount {
      case 666: throw EconomyError.diverged(what: "prices", month: month)
      case 667: throw EconomyError.leak(flow: "basic_income", month: month, cents: 7)
      case 668: throw Surprise()
      default: break
      }
    }
    var indicators = MonthlyIndicators(month: month)
    indicators[.unemploymentRate] = Double(setup.seed) + Double(month) / 1000 + amount
    indicators[.population] = Double(past)
    indicators[.giniWealth] = .nan
    month += 1
    monthsOfYear += 1
    return indicators
  }

  /// The flow of the year is the number of its months.
  mutating func takeFlowRows() -> [FlowRow] {
    defer { monthsOfYear = 0 }
    return [FlowRow(year: month / 12 - 1, flow: .wages, cents: monthsOfYear)]
  }
  func balanceRows() -> [BalanceRow] {
    [BalanceRow(year: month / 12 - 1, instrument: .deposits, sector: .households, cents: Int64(month))]
  }
  func distributionRows() -> [DistributionRow] {
    [DistributionRow(month: month - 1, dimension: "decile", group: "1", measure: "persons", value: 1)]
  }
}

extension Scenario {
  /// A baseline and a reform for each amount.
  static func pocket(
    amounts: [Double] = [500], persons: Int = 100, months: Int = 30, burnIn: Int = 6, seed: UInt64 = 10,
    replications: Int = 1
  ) -> Scenario {
    let standing = Regime(policies: [])
    let reforms = amounts.map { amount in
      let closure = Closure(
        ParameterValues(Closure.parameters, stated: ["deficit": Dated(.number(amount / 1000))]))
      return Variant(
        name: "amount_\(Int(amount))", label: "An amount of \(Int(amount))",
        regime: Regime(policies: [], closure: closure))
    }
    return Scenario(
      name: "pocket", title: "A pocket economy", question: "", calibration: Calibration(),
      population: .synthetic(persons: persons), start: YearMonth(year: 2027, month: 1), months: months,
      burnInMonths: burnIn, seed: seed, replications: replications, standing: standing,
      variants: [Variant(name: "baseline", label: "Standing law", regime: standing)] + reforms,
      resolved: "pocket: \(amounts)\n")
  }
}

/// A sink that keeps everything in memory and may be told to refuse.
final class Notebook: ResultSink {
  struct Full: Error {}

  struct Page: Sendable {
    let run: RunDescription
    var batches: [ResultBatch] = []
    var ending: Ending?

    var months: [MonthlyIndicators] { batches.flatMap(\.months) }
  }

  private let storage = Mutex<[Page]>([])
  private let batchesToTake: Int

  init(batchesToTake: Int = .max) { self.batchesToTake = batchesToTake }

  var pages: [Page] { storage.withLock { $0 } }

  func begin(_ runs: [RunDescription]) throws -> [RunIdentifier] {
    storage.withLock { pages in
      pages = runs.map { Page(run: $0) }
      return runs.indices.map { RunIdentifier(Int64($0)) }
    }
  }

  func record(_ batch: ResultBatch, of run: RunIdentifier) throws {
    try storage.withLock { pages in
      guard pages.map(\.batches.count).reduce(0, +) < batchesToTake else { throw Full() }
      pages[Int(run.number)].batches.append(batch)
    }
  }

  func end(_ run: RunIdentifier, _ ending: Ending, seconds: Double) throws {
    storage.withLock { $0[Int(run.number)].ending = ending }
  }
}
