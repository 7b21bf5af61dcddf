import Foundation
import Yams

/// Reads YAML files into nodes with places, within limits, and says where a file is no such thing.
enum YAMLFile {
  /// Largest file in bytes.
  static let largestFile = 1 << 20
  /// Deepest nesting of lists and mappings.
  static let deepestNesting = 24
  /// Most values, counting each use of an alias.
  static let mostValues = 100_000

  /// Reads a file whose top level must be a mapping.
  /// - Parameters:
  ///   - expected: what such a file holds, for the message about an empty one.
  ///   - findings: takes errors that leave something to read on, such as duplicate keys.
  static func read(_ path: String, expected: String, _ findings: Findings) throws(ScenarioErrors) -> YAMLNode
  {
    let bytes = try contents(of: path)
    let text = try decode(bytes, name: path)
    return try parse(text, name: path, expected: expected, findings)
  }

  /// The text of any file of words and numbers, within the same limits.
  static func text(of path: String) throws(ScenarioErrors) -> SourceText {
    SourceText(name: path, text: try decode(try contents(of: path), name: path))
  }

  /// Reads YAML text as if it stood in a file of that name; its top level must be a mapping.
  static func parse(
    _ text: String, name: String, expected: String, _ findings: Findings
  ) throws(ScenarioErrors) -> YAMLNode {
    let source = SourceText(name: name, text: text)
    guard let node = try compose(source, findings), !node.isNull else {
      throw ScenarioErrors(.empty(expected: expected), at: .file(name))
    }
    guard case .mapping = node.content else {
      throw ScenarioErrors(
        .wrongType(path: "", found: node.inWords, expected: expected), at: source.firstContent)
    }
    return node
  }

  /// Reads the value of an option, which is the place of all its errors.
  static func value(_ text: String, place: ScenarioError.Place) throws(ScenarioErrors) -> YAMLNode {
    let findings = Findings()
    do {
      let node = try compose(SourceText(name: "", text: text), findings)
      try findings.throwIfAny()
      return (node ?? YAMLNode(content: .scalar("", isPlain: true), place: place)).moved(to: place)
    } catch {
      throw ScenarioErrors(
        error.errors.map { ScenarioError($0.problem, at: place, suggestion: $0.suggestion) })
    }
  }

  /// The document of a text; nil where there is none.
  private static func compose(_ source: SourceText, _ findings: Findings) throws(ScenarioErrors) -> YAMLNode?
  {
    try refuseTabs(in: source)
    try refuseAliasesInKeys(in: source)
    var masked = MaskedKeys(source: source)
    guard let root = try masked.compose(findings) else { return nil }
    var conversion = YAMLConversion(source: source, masked: masked, findings: findings)
    return try conversion.convert(root, depth: 0)
  }

  private static func contents(of path: String) throws(ScenarioErrors) -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw ScenarioErrors(.missingFile, at: .file(path))
    }
    guard !isDirectory.boolValue else { throw ScenarioErrors(.isDirectory, at: .file(path)) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ScenarioErrors(.unreadable(reason: "permission denied"), at: .file(path))
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    do {
      // In pieces: a pipe gives what it has, and an endless one is left after the limit.
      while bytes.count <= largestFile, let piece = try file.read(upToCount: largestFile + 1 - bytes.count),
        !piece.isEmpty
      {
        bytes += piece
      }
    } catch {
      throw ScenarioErrors(.unreadable(reason: error.localizedDescription), at: .file(path))
    }
    guard bytes.count <= largestFile else {
      throw ScenarioErrors(.tooLarge(limit: largestFile), at: .file(path))
    }
    return bytes
  }

  /// The bytes as text; anything but plain UTF-8 text is refused with its place.
  static func decode(_ bytes: [UInt8], name: String) throws(ScenarioErrors) -> String {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    var line = 1
    var column = 1
    func place() -> ScenarioError.Place {
      let start = text.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
      return .position(file: name, line: line, column: column, text: String(text[start...]))
    }
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput:
        return String(text)
      case .error:
        throw ScenarioErrors(.notUTF8, at: place())
      case .scalarValue(let scalar):
        if scalar.value < 32 ? !["\t", "\n", "\r"].contains(scalar) : scalar.value == 127 {
          throw ScenarioErrors(.controlCharacter(scalar.value), at: place())
        }
        if scalar == "\u{FEFF}", text.isEmpty { continue }
        text.append(scalar)
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 1) }
      }
    }
  }

  private static func refuseTabs(in source: SourceText) throws(ScenarioErrors) {
    let findings = Findings()
    for (index, line) in source.lines.enumerated() {
      let indentation = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
      guard let tab = indentation.firstIndex(of: "\t"), indentation.count < line.unicodeScalars.count else {
        continue
      }
      guard line.unicodeScalars.dropFirst(indentation.count).first != "#" else { continue }
      let column = line.unicodeScalars.distance(from: line.unicodeScalars.startIndex, to: tab) + 1
      findings.add(.tab, at: source.place(line: index + 1, column: column))
    }
    try findings.throwIfAny()
  }

  /// Keys are compared while a file is composed, and a key that holds aliases of lists of aliases takes for
  /// ever to compare. No scenario needs one, so a file with aliases may have none of the forms in which such
  /// a key is written.
  private static func refuseAliasesInKeys(in source: SourceText) throws(ScenarioErrors) {
    guard source.lines.contains(where: { $0.contains("*") }) else { return }
    for (index, line) in source.lines.enumerated() where line.drop(while: { $0 == " " }).first != "#" {
      let forms = [
        line.firstMatch(of: /^[\s\-]*[?](\s|$)/)?.range, line.firstMatch(of: /[\[{,]\s*[?](\s|$)/)?.range,
        line.firstMatch(of: /[*][^\s,:*\[\]{}]+\s*:(\s|$)/)?.range, line.firstMatch(of: /[\]}]\s*:/)?.range,
      ]
      guard let range = forms.compactMap({ $0 }).first else { continue }
      let column = line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound) + 1
      throw ScenarioErrors(.keyNotAWord, at: source.place(line: index + 1, column: column))
    }
  }
}
