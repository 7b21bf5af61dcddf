import Economy
import Foundation
import Scenarios

/// The months of the shipped baseline under one seed, after its burn-in.
struct Run: Sendable {
  let months: [MonthlyIndicators]

  static let persons = 50_000
  static let years = 30
  static let seeds = 10

  func monthly(_ indicator: Indicator) -> [Double] { months.map { $0[indicator] } }

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
  static let all = Result { try simulate() }

  private static func simulate() throws -> [Run] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let scenario = try Scenario.load(root + "/Scenarios/baseline.yaml")
    let runs = Slots(count: seeds)
    DispatchQueue.concurrentPerform(iterations: seeds) { index in
      runs.set(index, Result { try run(scenario, seed: UInt64(index + 1)) })
    }
    return try runs.all.map { try $0.get() }
  }

  private static func run(_ scenario: Scenario, seed: UInt64) throws -> Run {
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: .synthetic(persons: persons), start: scenario.start,
      burnInMonths: scenario.burnInMonths, seed: seed)
    var economy = try Economy(setup, regime: scenario.standing)
    while economy.month < 0 { _ = try economy.step() }
    economy.adopt(scenario.variants[0].regime)
    return Run(months: try (0..<12 * years).map { _ in try economy.step() })
  }
}

/// Results that threads put in their places.
private final class Slots: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Result<Run, any Error>?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ result: Result<Run, any Error>) { lock.withLock { slots[index] = result } }

  var all: [Result<Run, any Error>] { lock.withLock { slots.compactMap { $0 } } }
}
