import CZlib
import Foundation

/// Writes a text file compressed by gzip. The file appears under its name only when it is complete.
struct LineWriter: ~Copyable {
  let path: String
  private let partialPath: String
  private let stream: gzFile
  private var buffer: [UInt8] = []
  private var isOpen = true

  init(path: String) throws(PopulationError) {
    self.path = path
    partialPath = path + ".partial"
    guard let stream = gzopen(partialPath, "wb6") else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
    self.stream = stream
    buffer.reserveCapacity(1 << 18)
  }

  deinit {
    guard isOpen else { return }
    gzclose_w(stream)
    unlink(partialPath)
  }

  mutating func write(_ text: String) throws(PopulationError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 17 { try flush() }
  }

  /// The shortest text that reads back as the same number, whole numbers without a point.
  mutating func write(_ number: Double) throws(PopulationError) {
    let text = number.description
    try write(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  mutating func write(_ number: Int) throws(PopulationError) {
    try write(String(number))
  }

  /// Completes the file and gives it its name.
  consuming func close() throws(PopulationError) {
    try flush()
    isOpen = false
    guard gzclose_w(stream) == Z_OK, rename(partialPath, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(partialPath)
      throw .unwritable(path, reason: reason)
    }
  }

  private mutating func flush() throws(PopulationError) {
    guard !buffer.isEmpty else { return }
    guard gzwrite(stream, buffer, UInt32(buffer.count)) == Int32(buffer.count) else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
