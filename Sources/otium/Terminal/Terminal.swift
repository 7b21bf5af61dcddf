import Foundation

/// One of the program's streams, and what it can show.
struct Terminal: Sendable {
  static let standardOutput = Terminal(descriptor: 1)
  static let standardError = Terminal(descriptor: 2)

  private let descriptor: Int32
  /// Whether a person reads it, rather than a file or a program.
  let isInteractive: Bool
  /// Whether it may have colours and bold letters: see https://no-color.org.
  let isStyled: Bool

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    let environment = ProcessInfo.processInfo.environment
    isInteractive = isatty(descriptor) == 1
    isStyled = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes at once, without a buffer. Nothing can be done where that fails.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      start += count
    }
  }

  /// The text in bold letters.
  func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text with each `error:` in red.
  func markingErrors(_ text: String) -> String {
    guard isStyled else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let range = line.range(of: "error: ") else { return String(line) }
      return line[..<range.lowerBound] + "\u{1B}[31merror:\u{1B}[0m " + line[range.upperBound...]
    }.joined(separator: "\n")
  }
}
