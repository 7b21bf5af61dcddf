import Foundation
import Scenarios

@testable import Economy

/// The months of the shipped baseline under one seed, after its burn-in.
struct Run: Sendable {
  /// The economy as the burn-in leaves it: where runs start that differ from the baseline in one thing.
  let start: Economy
  let history: History
  /// Firms at the end of each year.
  let firms: [FirmSizes]

  /// The firms in the order of their rows; a firm that closes is replaced in its row.
  struct FirmSizes: Sendable {
    let heads: [Int]
    /// Months in the market.
    let age: [Int]

    init(_ economy: Economy) {
      let firms = economy.firms
      heads = (0..<firms.count).map { firm in
        (0..<firms.occupations).reduce(0) { $0 + Int(firms.heads[firms.cell(firm, $1)]) }
      }
      age = (0..<firms.count).map { Int(firms.age[$0]) }
    }
  }

  static let persons = 100_000
  static let years = 30
  static let seeds = 10

  func monthly(_ indicator: Indicator) -> [Double] { history.months.map { $0[indicator] } }

  func mean(_ indicator: Indicator) -> Double { monthly(indicator).mean }

  /// Means over quarters.
  func quarterly(_ indicator: Indicator) -> [Double] { monthly(indicator).means(over: 3) }

  /// Means over years.
  func yearly(_ indicator: Indicator) -> [Double] { monthly(indicator).means(over: 12) }

  /// The cycle of a quarterly series: its logarithm less the trend of the filter with the usual 1,600.
  func cycle(_ indicator: Indicator) -> [Double] {
    quarterly(indicator).map { log($0) }.cycle(smoothing: 1_600)
  }

  /// One run a seed, simulated once for all targets.
  static let all = Result {
    let scenario = try shippedBaseline()
    return try eachSeed { try Run(scenario, seed: UInt64($0 + 1)) }
  }

  /// Does something for each seed, counted from 0, on all processors.
  static func eachSeed<Value: Sendable>(_ body: @Sendable (Int) throws -> Value) throws -> [Value] {
    let slots = Slots<Value>(count: seeds)
    DispatchQueue.concurrentPerform(iterations: seeds) { index in
      slots.set(index, Result { try body(index) })
    }
    return try slots.all.map { try $0.get() }
  }

  private static func shippedBaseline() throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try Scenario.load(root + "/Scenarios/baseline.yaml")
  }

  private init(_ scenario: Scenario, seed: UInt64) throws {
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: .synthetic(persons: Self.persons), start: scenario.start,
      burnInMonths: scenario.burnInMonths, seed: seed)
    var economy = try Economy(setup, regime: scenario.standing)
    while economy.month < 0 { _ = try economy.step() }
    economy.adopt(scenario.variants[0].regime)
    start = economy
    var (history, firms) = (History(), [FirmSizes]())
    for _ in 0..<Self.years {
      try history.record(12, of: &economy)
      firms.append(FirmSizes(economy))
    }
    (self.history, self.firms) = (history, firms)
  }
}

/// Results that threads put in their places.
private final class Slots<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Result<Value, any Error>?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ result: Result<Value, any Error>) { lock.withLock { slots[index] = result } }

  var all: [Result<Value, any Error>] { lock.withLock { slots.compactMap { $0 } } }
}
