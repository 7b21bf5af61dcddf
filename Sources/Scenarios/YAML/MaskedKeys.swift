import Yams

/// Composes YAML that may have duplicate keys. The parser stops at the first and names the place of its first
/// use only. So the second use is looked up in the text, reported, and replaced by a word of equal length
/// from the private use area, which leaves all places as they are; then the text is composed again.
struct MaskedKeys {
  private let source: SourceText
  private var text: SourceText
  private var masks = 0
  private let mostMasks: Int

  init(source: SourceText) {
    self.source = source
    text = source
    // Composing again takes its time with large files.
    let size = source.lines.reduce(0) { $0 + $1.utf8.count + 1 }
    mostMasks = min(200, 1 + 4 * YAMLFile.largestFile / max(1, size))
  }

  /// Whether a key stands for a duplicate that has been reported.
  func isMask(_ key: String) -> Bool {
    guard let scalar = key.unicodeScalars.first else { return false }
    return (Self.firstMask..<Self.firstMask + UInt32(masks)).contains(scalar.value)
  }

  /// The document; nil where there is none.
  mutating func compose(_ findings: Findings) throws(ScenarioErrors) -> Node? {
    while true {
      do {
        return try Yams.compose(yaml: text.lines.joined(separator: "\n"), .basic, .default, .utf8)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let first = context.mark
        guard let key = keys.first, masks < mostMasks,
          let second = KeySearch(lines: text.lines).nextUse(
            of: key, afterLine: first.line, column: first.column)
        else {
          let place = source.place(line: first.line, column: first.column)
          findings.add(.duplicateKey(keys.first ?? "", path: "", firstLine: nil), at: place)
          try findings.throwIfAny()
          continue
        }
        findings.add(
          .duplicateKey(key, path: "", firstLine: first.line),
          at: source.place(line: second.line, column: second.column))
        mask(key, at: second)
      } catch let error as YamlError {
        findings.add(error.problem, at: place(of: error))
        try findings.throwIfAny()
      } catch {
        throw ScenarioErrors(.unreadable(reason: "\(error)"), at: .file(source.name))
      }
    }
  }

  private static let firstMask: UInt32 = 0xE000

  private mutating func mask(_ key: String, at position: KeySearch.Position) {
    var scalars = Array(text.lines[position.line - 1].unicodeScalars)
    let start = position.column - 1
    guard let mask = Unicode.Scalar(Self.firstMask + UInt32(masks)) else { return }
    for index in start..<start + position.length { scalars[index] = mask }
    masks += 1
    text.lines[position.line - 1] = String(String.UnicodeScalarView(scalars))
  }

  private func place(of error: YamlError) -> ScenarioError.Place {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      source.place(line: mark.line, column: mark.column)
    default: .file(source.name)
    }
  }
}

extension YamlError {
  /// The parser's complaint in one line.
  fileprivate var problem: ScenarioError.Problem {
    switch self {
    case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
      .composer(let context, let problem, _, _):
      if problem.hasPrefix("Maximum nesting level") { return .tooDeep(limit: YAMLFile.deepestNesting) }
      return .syntax(context.map { "\($0.text), \(problem)" } ?? problem)
    case .reader(let problem, _, _, _): return .syntax(problem)
    default: return .syntax("\(self)")
    }
  }
}
