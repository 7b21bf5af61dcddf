import Synchronization

/// Economy files that were read before: the points of a sweep share them.
final class EconomyFiles: Sendable {
  private let known = Mutex<[String: EconomyFile]>([:])

  /// The file of that path, read at the first call.
  func file(_ path: String) throws(ScenarioErrors) -> EconomyFile {
    if let file = known.withLock({ $0[path] }) { return file }
    let file = try EconomyFile.load(path)
    known.withLock { $0[path] = file }
    return file
  }
}
