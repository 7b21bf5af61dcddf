public import Economy
import Scenarios
import Synchronization

/// Collects the decompositions of replications.
final class DecompositionBook: Sendable {
  private let reforms: [Scenario.Variant]
  private let upTo: Sense
  private let decompositions = Mutex<[Int: Decomposition]>([:])

  init(_ scenario: Scenario, upTo: Sense) {
    reforms = Array(scenario.variants.dropFirst())
    self.upTo = upTo
  }

  /// An empty decomposition for a replication; nil in a model without persons.
  /// - Parameter model: from which its baseline and reforms branch.
  func begin(_ model: some Simulation) -> Decomposition? {
    model.beginDecomposition(reforms.map(\.regime), upTo: upTo)
  }

  func add(_ decomposition: Decomposition, replication: Int) {
    decompositions.withLock { $0[replication] = decomposition }
  }

  var report: DecompositionReport? {
    let replications = decompositions.withLock { $0.sorted { $0.key < $1.key } }
    guard let months = replications.first?.value.months, !reforms.isEmpty else { return nil }
    let rows = reforms.indices.filter { reforms[$0].placebo == nil }.flatMap { reform in
      replications.flatMap { replication, decomposition in
        DecompositionReport.rows(
          decomposition, reform: reform, name: reforms[reform].name, replication: replication)
      }
    }
    return DecompositionReport(months: months, upTo: upTo, rows: rows)
  }
}
