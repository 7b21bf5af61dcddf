import Economy
import Foundation
import Policies

@testable import Scenarios

/// Small economies for tests.
enum World {
  /// The package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The first month of every scenario here.
  static let start = YearMonth(year: 2026, month: 1)

  private static let file = Result {
    try EconomyFile.load(root + "/Scenarios/economies/us.yaml")
  }

  /// The shipped economy.
  static func unitedStates() throws -> EconomyFile { try file.get() }

  /// Its figures.
  static func calibration() throws -> Calibration { try file.get().calibration }

  /// A small United States before its first month.
  static func economy(
    persons: Int = 2_000, burnIn: Int = 12, seed: UInt64 = 1, parallel: Parallel = Parallel(),
    regime: Regime? = nil
  ) throws -> Economy {
    let file = try unitedStates()
    let setup = SimulationSetup(
      calibration: file.calibration, population: .synthetic(persons: persons), start: start,
      burnInMonths: burnIn, seed: seed, parallel: parallel)
    return try Economy(setup, regime: regime ?? file.standing)
  }

  private static let settled = Result {
    var economy = try World.economy()
    _ = try economy.months(12)
    return economy
  }

  /// 2,000 persons at the start of the scenario, after a year under the standing law. Every call gives a copy.
  static func settledEconomy() throws -> Economy { try settled.get() }

  /// The regimes of a scenario by name, from the lines that follow the heading of the file.
  static func regimes(_ body: String) throws -> [String: Regime] {
    let head = "title: Test\neconomy: \(root)/Scenarios/economies/us.yaml\nstart: 2026-01\n"
    let scenario = try Scenario.parse(head + body, path: "test.yaml")
    return Dictionary(uniqueKeysWithValues: scenario.variants.map { ($0.name, $0.regime) })
  }

  /// Machines that take over half of office work and of work by hand within a year and a half, so that a short run sees
  /// all of it, with every mechanism at work that is off by default.
  static let automation = """
    automation:
      feasible_office_share: 0.5
      feasible_within_months: 18
      initial_cost: 0.5
      adoption_innovation: 0.1
      reinstatement_routing: augmentation
      renewal: 0.0117
      robot_share: 0.5
      robot_within_months: 18
      robot_cost: 0.5
      competition: logit
      research_share: 0.3

    """
}

extension Economy {
  /// Simulates some months.
  mutating func months(_ count: Int) throws -> [MonthlyIndicators] {
    try (0..<count).map { _ in try step() }
  }
}
