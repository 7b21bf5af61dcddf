import Designs
import Economy
import Scenarios

/// What a sweep will take, from a short trial on this machine.
public struct SweepEstimate: Sendable, Equatable {
  /// Months simulated in burn-ins.
  public let burnInMonths: Int
  /// Burn-ins, of which those points that share their past have one for each replication.
  public let burnIns: Int
  /// Months simulated after them.
  public let months: Int
  /// Seconds a month on one thread.
  public let secondsPerMonth: Double
  /// Bytes of the database.
  public let bytes: Int

  /// Seconds for all of it.
  /// - Parameter jobs: runs at a time.
  public func seconds(jobs: Int) -> Double {
    Double(burnInMonths + months) * secondsPerMonth / Double(max(1, jobs))
  }

  /// The estimate for a plan. Runs of equal identity are counted as if each were simulated.
  ///
  /// - Parameter trial: months to simulate for it.
  /// - Throws: what the model throws in the trial.
  public static func of<Model: Simulation>(_ plan: SweepPlan, by model: Model.Type, trial: Int = 12) throws
    -> SweepEstimate
  {
    let file = plan.file
    let scenario = try file.scenario(at: plan.points[0])
    let setup = SimulationSetup(
      calibration: scenario.calibration, population: scenario.population, start: scenario.start,
      burnInMonths: trial, seed: plan.seed(replication: 0))
    var economy = try Model(setup, regime: scenario.standing)
    let start = ContinuousClock.now
    for _ in 0..<trial { _ = try economy.step() }
    let seconds = (ContinuousClock.now - start) / .seconds(1) / Double(trial)
    let burnIns = plan.replications * pasts(of: file)
    return SweepEstimate(
      burnInMonths: burnIns * scenario.burnInMonths, burnIns: burnIns, months: plan.runs * scenario.months,
      secondsPerMonth: seconds, bytes: bytes(of: plan, months: scenario.months))
  }

  /// How many burn-ins a replication needs.
  private static func pasts(of file: SweepFile) -> Int {
    let early = file.experiment.factors.indices.filter { index in
      !file.isAfterBurnIn(file.experiment.factors[index])
    }
    guard !early.isEmpty else { return 1 }
    return Set(file.points.points.map { point in early.map { point.values[$0] } }).count
  }

  /// Rows of `run`, `final` and `point` with their indices, and of `series`: about ten bytes a number.
  private static func bytes(of plan: SweepPlan, months: Int) -> Int {
    let outputs = SweepOutputs(plan.file.experiment.outputs)
    let rows = (0..<months).count { month in outputs.courses.contains { month.isMultiple(of: $0.every ?? 1) }
    }
    let perRun = 270 + 10 * outputs.numbers.count + rows * (8 + 10 * outputs.courses.count)
    return 100_000 + plan.runs * perRun + plan.points.count * (10 + 10 * plan.file.experiment.factors.count)
  }
}
