/// The lines before the rows of a population file.
struct PopulationHeader {
  var households = 0
  var persons = 0
  var occupations: [String] = []

  init(_ lines: inout LineReader) throws(PopulationError) {
    let path = lines.path
    guard let first = try lines.next()?.prefixText(200), first.hasPrefix(PopulationFile.signature) else {
      throw .notAPopulationFile(path)
    }
    let found = first.dropFirst(PopulationFile.signature.count).trimmingSpaces
    guard found == String(PopulationFile.version) else { throw .unsupportedVersion(path, found: found) }
    while let line = try lines.next()?.text {
      guard line.hasPrefix("# ") else {
        guard line == PopulationFile.columns.joined(separator: ",") else {
          throw .malformed(
            path, line: lines.lineNumber, column: "header", found: line,
            expected: "'\(PopulationFile.columns.joined(separator: ","))'")
        }
        guard households > 0, persons >= households else {
          throw .malformed(
            path, line: lines.lineNumber, column: "header", found: line,
            expected: "lines '# households N' and '# persons N' before it")
        }
        return
      }
      let words = line.dropFirst(2).split(separator: " ")
      switch words.first {
      case "households":
        households = try Self.count(words, path: path, line: lines.lineNumber)
      case "persons":
        persons = try Self.count(words, path: path, line: lines.lineNumber)
      case "occupations":
        occupations = words.dropFirst().map { String($0) }
      default:
        break
      }
    }
    throw .truncated(path, detail: "its header has no end")
  }

  private static func count(
    _ words: [Substring], path: String, line: Int
  ) throws(PopulationError) -> Int {
    guard words.count == 2, let count = Int(words[1]), count > 0 else {
      throw .malformed(
        path, line: line, column: String(words[0]), found: words.dropFirst().joined(separator: " "),
        expected: "a whole number above 0")
    }
    return count
  }
}

extension UnsafeRawBufferPointer {
  /// The first bytes as text.
  fileprivate func prefixText(_ length: Int) -> String {
    UnsafeRawBufferPointer(rebasing: self[0..<Swift.min(length, count)]).text
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
