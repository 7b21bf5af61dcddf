import Dispatch
import Economy
public import Scenarios
import Synchronization

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
    let desk = Mutex(
      Desk(
        answers: Array(repeating: nil, count: tasks.count),
        progress: Progress(
          monthsDone: 0, monthsTotal: tasks.count * (scenario.burnInMonths + 1), runsDone: 0,
          runsTotal: tasks.count)))
    DispatchQueue.concurrentPerform(iterations: min(threads, tasks.count)) { _ in
      while let task = desk.withLock({ $0.next() }) {
        let (curvature, replication) = tasks[task]
        let answer = Result { () throws(ResponseError) in
          try measure(curvature, replication) {
            report(
              desk.withLock { desk in
                desk.progress.monthsDone += 1
                return desk.progress
              })
          }
        }
        desk.withLock { $0.keep(answer, task) }
      }
    }
    var answers: [[LabourSupplyResponse]] = []
    for answer in desk.withLock({ $0.answers }) { if let answer { answers.append(try answer.get()) } }
    let replications = scenario.replications
    return ElasticityResult(
      scenario,
      measured: curvatures.enumerated().map { index, curvature in
        ElasticityResult.Measured(
          curvature: curvature,
          replications: Array(answers[index * replications..<(index + 1) * replications]))
      }, codeVersion: codeVersion)
  }

  private struct Desk {
    var answers: [Result<[LabourSupplyResponse], ResponseError>?]
    var progress: Progress
    var started = 0
    var hasFailed = false

    mutating func next() -> Int? {
      guard started < answers.count, !hasFailed else { return nil }
      defer { started += 1 }
      return started
    }

    mutating func keep(_ answer: Result<[LabourSupplyResponse], ResponseError>, _ task: Int) {
      answers[task] = answer
      progress.runsDone += 1
      if case .failure = answer { hasFailed = true }
    }
  }

  private func measure(_ curvature: Double, _ replication: Int, month: () -> Void) throws(ResponseError)
    -> [LabourSupplyResponse]
  {
    let run = "the economy of curvature \(curvature)"
    do {
      var calibration = scenario.calibration
      calibration.labourSupply.curvature = curvature
      var economy = try Economy(
        SimulationSetup(
          calibration: calibration, population: scenario.population, start: scenario.start,
          burnInMonths: scenario.burnInMonths, seed: scenario.seed &+ UInt64(replication)),
        regime: scenario.standing)
      while economy.month <= 0 {
        guard !cancellation.isRequested else { throw ResponseError.interrupted }
        if economy.month == 0, let baseline = scenario.variants.first { economy.adopt(baseline.regime) }
        _ = try economy.step()
        month()
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
