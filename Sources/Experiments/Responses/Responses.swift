import Economy
public import Scenarios

/// Measures how the baseline of a scenario responds to shocks.
///
/// A replication is built and burnt in once, under the standing law; then copies go on under the baseline's regime,
/// one without a shock and one under each. They share their past and their draws, so their difference is the shock's
/// effect and not chance. Replications run side by side, each on one thread; no result depends on how many do.
public struct Responses<Model: Shockable>: Sendable {
  private let scenario: Scenario
  private let codeVersion: String
  private let shocks: [Shock]
  private let threads: Int
  private let cancellation: Cancellation
  private let report: @Sendable (Progress) -> Void

  /// - Parameters:
  ///   - scenario: of which the baseline is disturbed.
  ///   - codeVersion: names the program in the result.
  ///   - shocks: what it is disturbed by.
  ///   - threads: how many replications may be simulated at a time.
  ///   - cancellation: asked after each month.
  ///   - report: called after each month of each run, from whichever thread simulated it.
  public init(
    _ scenario: Scenario, codeVersion: String, shocks: [Shock] = Shock.all, threads: Int = 1,
    cancellation: Cancellation = Cancellation(), report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    precondition(threads >= 1, "somebody has to do the work")
    precondition(scenario.months > Shock.month, "the shock is within the months")
    self.scenario = scenario
    self.codeVersion = codeVersion
    self.shocks = shocks
    self.threads = threads
    self.cancellation = cancellation
    self.report = report
  }

  /// Simulates everything. A run that fails ends it: a mean over the replications that happen to survive would be
  /// no effect of the shock.
  public func run() throws(ResponseError) -> ResponseResult {
    let runs = shocks.count + 1
    let desk = Desk(
      tasks: scenario.replications,
      months: scenario.replications * (scenario.burnInMonths + runs * scenario.months),
      runs: scenario.replications * runs, interrupted: .interrupted, cancellation: cancellation,
      report: report)
    let twins = try desk.answers(threads: threads) { replication throws(ResponseError) in
      try simulate(replication, desk)
    }
    return ResponseResult(scenario, shocks: shocks, twins: twins, codeVersion: codeVersion)
  }

  private typealias Desk = TaskDesk<ResponseResult.Twins, ResponseError>

  private func simulate(_ replication: Int, _ desk: Desk) throws(ResponseError) -> ResponseResult.Twins {
    let burntIn = try stating(replication, "the burn-in") {
      var economy = try Model(setup(replication), regime: scenario.standing)
      while economy.month < 0 { _ = try desk.step(&economy) }
      if let baseline = scenario.variants.first { economy.adopt(baseline.regime) }
      return economy
    }
    let calm = try follow(burntIn, nil, replication, desk)
    var shocked: [[MonthlyIndicators]] = []
    for shock in shocks { shocked.append(try follow(burntIn, shock, replication, desk)) }
    return ResponseResult.Twins(calm: calm, shocked: shocked)
  }

  private func setup(_ replication: Int) -> SimulationSetup {
    SimulationSetup(
      calibration: scenario.calibration, population: scenario.population, start: scenario.start,
      burnInMonths: scenario.burnInMonths, seed: scenario.seed &+ UInt64(replication),
      parallel: Parallel(threads: 1))
  }

  /// The months of a copy under a shock, or under none.
  private func follow(_ burntIn: Model, _ shock: Shock?, _ replication: Int, _ desk: Desk)
    throws(ResponseError) -> [MonthlyIndicators]
  {
    try stating(replication, shock.map { "the shock '\($0.name)'" } ?? "the run without a shock") {
      var economy = burntIn
      if let shock { economy.impulses = shock.impulses }
      defer { desk.endRun() }
      return try (0..<scenario.months).map { _ in try desk.step(&economy) }
    }
  }

  /// What the body gives; its errors say in which run they happened.
  private func stating<Value>(_ replication: Int, _ run: String, _ body: () throws -> Value)
    throws(ResponseError) -> Value
  {
    do {
      return try body()
    } catch let error as ResponseError {
      throw error
    } catch let error as EconomyError {
      throw .failed(error, run: run, replication: replication)
    } catch {
      throw .unexpected(String(describing: error), run: run, replication: replication)
    }
  }
}
