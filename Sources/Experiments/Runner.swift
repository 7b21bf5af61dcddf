import Dispatch
public import Economy
public import Scenarios

/// Carries out an experiment: every replication of a scenario's baseline and reforms.
///
/// With `gains` all replications have the persons of the first seed and differ in luck: only then can the same person
/// be followed through them. They are built and burnt in once.
///
/// A replication is built and burnt in once, under the standing law; a copy of that economy then goes on under
/// each variant with the same seed. So baseline and reform share their past and their draws, and their
/// difference is the reform's effect and not chance.
///
/// Replications run side by side; threads left over go to the economies. No result depends on either.
public struct Runner<Model: Simulation>: Sendable {
  let scenario: Scenario
  let plan: [RunDescription]
  let threads: Int
  let sink: any ResultSink
  let cancellation: Cancellation
  let report: @Sendable (Progress) -> Void
  /// Nil where nothing is asked about single persons.
  let gains: GainBook?
  /// Nil where reforms are not told apart by senses.
  let decompositions: DecompositionBook?

  /// - Parameters:
  ///   - scenario: what to simulate.
  ///   - experiment: name under which the results are kept.
  ///   - codeVersion: names the program in the results.
  ///   - threads: how many threads may work at a time.
  ///   - sink: where the results go.
  ///   - cancellation: asked after each month.
  ///   - upTo: the last sense in which the reforms' effects are stated; before `dynamic` no reform is simulated.
  ///   - report: called after each month of each run, from whichever thread simulated it.
  public init(
    _ scenario: Scenario, experiment: String, codeVersion: String, threads: Int = 1, sink: any ResultSink,
    decomposing upTo: Sense? = nil,
    cancellation: Cancellation = Cancellation(), report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    precondition(threads >= 1, "somebody has to do the work")
    decompositions = upTo.map { DecompositionBook(scenario, upTo: $0) }
    var scenario = scenario
    if let upTo, upTo != .dynamic { scenario.variants.removeSubrange(1...) }
    self.scenario = scenario
    self.plan = RunDescription.plan(scenario, experiment: experiment, codeVersion: codeVersion)
    self.threads = threads
    self.sink = sink
    self.cancellation = cancellation
    self.report = report
    gains = GainBook(scenario)
  }

  /// Who gains and who loses, after `run`; nil where nothing is asked about single persons, or nobody could be compared.
  public var gainReport: GainReport? { gains?.report() }

  /// The reforms in each sense, after `run`; nil where that is not asked, or no replication is complete.
  public var decomposition: DecompositionReport? { decompositions?.report }

  /// Simulates everything and returns the outcomes in the plan's order. A run that fails does not stop the
  /// others; books that do not balance, and results that cannot be kept, stop everything.
  public func run() throws -> [RunOutcome] {
    let identifiers = try sink.begin(plan)
    let workers = max(1, min(threads, scenario.replications))
    let workshop = Workshop(self, identifiers: identifiers, threadsPerEconomy: max(1, threads / workers))
    if workers == 1 {
      workshop.work()
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in workshop.work() }
    }
    let outcomes = try workshop.outcomes()
    if let gains = gainReport, let first = plan.first {
      do { try sink.keep(gains, of: identifiers) } catch {
        throw ExperimentError.resultsLost(error, run: first)
      }
    }
    if let decomposition, let first = plan.first {
      do { try sink.keep(decomposition, of: identifiers) } catch {
        throw ExperimentError.resultsLost(error, run: first)
      }
    }
    return outcomes
  }
}
