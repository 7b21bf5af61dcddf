import Foundation

/// A folder on this machine's own disk for files in the making. It goes away with its owner, unless it is kept.
final class Scratch {
  let path: String
  private var isKept = false

  /// - Parameter folder: where to make it; nil for the machine's folder for such things (`TMPDIR`).
  init(in folder: String? = nil) throws {
    path = (folder ?? NSTemporaryDirectory()) + "/otium-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, "'\(path)' cannot be created: \(error.localizedDescription)")
    }
  }

  /// Leaves it where it is, because nobody else has what is in it.
  func keep() { isKept = true }

  deinit { if !isKept { try? FileManager.default.removeItem(atPath: path) } }
}
