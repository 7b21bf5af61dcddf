import Designs
import Scenarios
import Synchronization

/// The scenarios of a sweep's points. To read one takes as long as some months of a small run, and a point's is needed
/// again for each replication; those of the first points are kept.
final class PointScenarios: Sendable {
  /// A scenario, and the SHA-256 of what its burn-in depends on.
  typealias Entry = (scenario: Scenario, past: String)

  /// Points that are kept, whatever their number: some megabytes.
  private static let room = 256

  private let file: SweepFile
  private let known = Mutex<[Int: Entry]>([:])

  init(_ file: SweepFile) { self.file = file }

  /// The scenario at a point.
  func scenario(at point: ExperimentPoint) throws(ScenarioErrors) -> Entry {
    if let entry = known.withLock({ $0[point.ordinal] }) { return entry }
    var scenario = try file.scenario(at: point)
    let past = Digest.sha256(scenario.past)
    // Texts and sources, which are most of it, are of no further use.
    scenario.resolved = ""
    scenario.past = ""
    scenario.assumptions = []
    let entry = (scenario, past)
    if file.experiment.replications.most > 1 {
      known.withLock { known in
        if known.count < Self.room { known[point.ordinal] = entry }
      }
    }
    return entry
  }
}
