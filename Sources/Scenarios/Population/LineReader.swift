import CZlib
import Foundation

/// The lines of a text file, compressed by gzip or not, one at a time.
struct LineReader: ~Copyable {
  let path: String
  /// Number of the line read last, from 1.
  private(set) var lineNumber = 0

  private let stream: gzFile
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isExhausted = false

  init(path: String) throws(PopulationError) {
    guard let stream = gzopen(path, "rb") else {
      throw errno == ENOENT
        ? .missingFile(path) : .unreadable(path, reason: String(cString: strerror(errno)))
    }
    gzbuffer(stream, 1 << 18)
    self.path = path
    self.stream = stream
    buffer = .allocate(byteCount: 1 << 20, alignment: 16)
  }

  deinit {
    gzclose_r(stream)
    buffer.deallocate()
  }

  /// The next line without its end, `nil` after the last. The bytes are valid until the next call.
  mutating func next() throws(PopulationError) -> UnsafeRawBufferPointer? {
    var searched = start
    while true {
      if let newline = newline(from: searched) {
        let line = start..<newline
        start = newline + 1
        return finished(line)
      }
      guard !isExhausted else {
        guard start < end else { return nil }
        let line = start..<end
        start = end
        return finished(line)
      }
      searched = end - start
      try refill()
    }
  }

  private func newline(from position: Int) -> Int? {
    guard position < end, let base = UnsafeRawPointer(buffer.baseAddress),
      let found = memchr(base + position, Int32(UInt8(ascii: "\n")), end - position)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private mutating func finished(_ line: Range<Int>) -> UnsafeRawBufferPointer {
    lineNumber += 1
    let hasReturn = !line.isEmpty && buffer[line.upperBound - 1] == UInt8(ascii: "\r")
    let trimmed = hasReturn ? line.lowerBound..<line.upperBound - 1 : line
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[trimmed])
  }

  /// Moves the unread rest to the front of the buffer and fills what is free behind it.
  private mutating func refill() throws(PopulationError) {
    let rest = end - start
    if rest == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      buffer.deallocate()
      buffer = larger
    } else if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, rest)
    }
    start = 0
    end = rest
    let count = gzread(stream, buffer.baseAddress.map { $0 + rest }, UInt32(buffer.count - rest))
    guard count > 0 else {
      isExhausted = true
      return try checkEnd(count)
    }
    end += Int(count)
  }

  /// Tells the end of the file from a stream that breaks off or is damaged.
  private func checkEnd(_ count: Int32) throws(PopulationError) {
    var code = Z_OK
    let message = gzerror(stream, &code).map { String(cString: $0) } ?? ""
    switch code {
    case Z_OK, Z_STREAM_END:
      guard count == 0 else { throw .unreadable(path, reason: "the system reports no cause") }
    case Z_BUF_ERROR:
      throw .truncated(path, detail: "the compressed data break off after line \(lineNumber)")
    case Z_ERRNO:
      throw .unreadable(path, reason: String(cString: strerror(errno)))
    default:
      throw .unreadable(path, reason: message)
    }
  }
}
