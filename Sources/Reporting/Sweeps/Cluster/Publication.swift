import Experiments
import Foundation

/// How files come into a folder that several machines share: whole, or not at all.
enum Publication {
  /// Copies a file to a name in another folder. It is on that folder's disk before anybody can see it under the
  /// name; what stood there is replaced.
  static func publish(_ file: String, as target: String) throws(ReportError) {
    let folder = FilePath.directory(of: target)
    // Another machine may be at the same at this moment.
    let draft = "\(folder)/.\(FilePath.last(of: target)).\(UUID().uuidString)"
    do {
      try FileManager.default.copyItem(atPath: file, toPath: draft)
      try synchronise(draft, O_RDWR)
      guard rename(draft, target) == 0 else { throw POSIXError.current }
      try synchronise(folder, O_RDONLY | O_DIRECTORY)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw ReportError(.inputOutput, "'\(target)' cannot be written: \(reason(error))")
    }
  }

  /// Waits until what was written to a file, or to a folder's list of names, is on the disk.
  private static func synchronise(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError.current }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXError.current }
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? POSIXError { return String(cString: strerror(error.code.rawValue)) }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
  }

  /// The SHA-256 of a file; nil where it cannot be read.
  static func digest(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    return try? Digest.sha256 { try handle.read(upToCount: 1 << 20).map { [UInt8]($0) } }
  }
}

extension POSIXError {
  fileprivate static var current: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

/// Parts of a file's name.
enum FilePath {
  static func directory(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }
  static func last(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
