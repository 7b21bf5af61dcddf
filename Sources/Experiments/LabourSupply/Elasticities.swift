import Economy
public import Scenarios

/// Measures labour supply inside the model at several curvatures of utility.
///
/// For each curvature and replication an economy is built, with tastes solved anew from the same elasticities, burnt in
/// under the standing law and simulated for the scenario's first month under the baseline; then everybody of working
/// age is asked what she would choose at other net wages and incomes. Prices, jobs and other people stay as they are.
public struct Elasticities: Sendable {
  private let scenario: Scenario
  private let codeVersion: String
  private let curvatures: [Double]
  private let threads: Int
  private let cancellation: Cancellation
  private let report: @Sendable (Progress) -> Void

  /// The range of the prior for the curvature.
  public static let curvatures = [0.2, 0.35, 0.5, 1, 1.5]

  /// - Parameters:
  ///   - scenario: of which the baseline is measured.
  ///   - codeVersion: names the program in the result.
  ///   - curvatures: each below one over the elasticity of hours.
  ///   - threads: how many economies may be simulated at a time.
  ///   - cancellation: asked after each month.
  ///   - report: called after each month, from whichever thread simulated it.
  public init(
    _ scenario: Scenario, codeVersion: String, curvatures: [Double], threads: Int = 1,
    cancellation: Cancellation = Cancellation(), report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    precondition(threads >= 1, "somebody has to do the work")
    self.scenario = scenario
    self.codeVersion = codeVersion
    self.curvatures = curvatures
    self.threads = threads
    self.cancellation = cancellation
    self.report = report
  }

  /// Simulates everything; the first failure in the order of curvatures and replications ends it.
  public func run() throws(ResponseError) -> ElasticityResult {
    let tasks = curvatures.flatMap { curvature in (0..<scenario.replications).map { (curvature, $0) } }
    let desk = Desk(
      tasks: tasks.count, months: tasks.count * (scenario.burnInMonths + 1), runs: tasks.count,
      interrupted: .interrupted, cancellation: cancellation, report: report)
    let answers = try desk.answers(threads: threads) { task throws(ResponseError) in
      let (curvature, replication) = tasks[task]
      return try measure(curvature, replication, desk)
    }
    let replications = scenario.replications
    return ElasticityResult(
      scenario,
      measured: curvatures.enumerated().map { index, curvature in
        ElasticityResult.Measured(
          curvature: curvature,
          replications: Array(answers[index * replications..<(index + 1) * replications]))
      }, codeVersion: codeVersion)
  }

  private typealias Desk = TaskDesk<[LabourSupplyResponse], ResponseError>

  private func measure(_ curvature: Double, _ replication: Int, _ desk: Desk) throws(ResponseError)
    -> [LabourSupplyResponse]
  {
    let run = "the economy of curvature \(curvature)"
    defer { desk.endRun() }
    do {
      var calibration = scenario.calibration
      calibration.labourSupply.curvature = curvature
      var economy = try Economy(
        SimulationSetup(
          calibration: calibration, population: scenario.population, start: scenario.start,
          burnInMonths: scenario.burnInMonths, seed: scenario.seed &+ UInt64(replication)),
        regime: scenario.standing)
      while economy.month <= 0 {
        if economy.month == 0, let baseline = scenario.variants.first { economy.adopt(baseline.regime) }
        _ = try desk.step(&economy)
      }
      return economy.labourSupplyResponse()
    } catch let error as ResponseError {
      throw error
    } catch let error as EconomyError {
      throw .failed(error, run: run, replication: replication)
    } catch {
      throw .unexpected(String(describing: error), run: run, replication: replication)
    }
  }
}
