import Foundation
import Synchronization

/// The standard output: data for the user or the next program, and nothing else.
enum Output {
  private static let buffer = Mutex<[UInt8]>([])

  /// Writes text; a full disk behind a redirection is an error like any other.
  static func write(_ text: String) throws {
    let isFull = buffer.withLock { bytes in
      bytes += text.utf8
      return bytes.count > 65_536
    }
    if isFull { try flush() }
  }

  /// Writes what is still held back.
  static func flush() throws {
    try buffer.withLock { bytes in
      defer { bytes = [] }
      var start = 0
      while start < bytes.count {
        let count = bytes[start...].withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else {
          throw Failure(.inputOutput, "the output could not be written: \(String(cString: strerror(errno)))")
        }
        start += count
      }
    }
  }
}
