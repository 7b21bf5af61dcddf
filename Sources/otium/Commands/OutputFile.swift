import Foundation

/// A file that a command writes whole.
enum OutputFile {
  /// Writes a text, and the folders above it that are missing. What stood there is replaced only by the whole text.
  static func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let posix = underlying.flatMap { $0.domain == NSPOSIXErrorDomain ? $0.code : nil }
      let reason =
        posix.map { String(cString: strerror(Int32($0))) } ?? "its folder cannot be made or written"
      throw Failure(.cannotCreate, "'\(path)' cannot be written: \(reason)")
    }
  }
}
