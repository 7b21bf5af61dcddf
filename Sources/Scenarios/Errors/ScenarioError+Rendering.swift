extension ScenarioError: CustomStringConvertible {
  /// The error as a compiler would print it: place and message, the source line with a caret, what was
  /// expected, what may have been meant.
  public var description: String {
    var lines: [String]
    switch place {
    case .file(let file):
      lines = ["\(file): error: \(problem.message)"]
    case .option(let option):
      lines = ["error: \(option): \(problem.message)"]
    case .position(let file, let line, let column, let text):
      let number = String(line)
      let margin = String(repeating: " ", count: number.count)
      let (excerpt, caret) = Self.excerpt(of: text, around: column)
      lines = [
        "\(file):\(line):\(column): error: \(problem.message)",
        "  \(number) | \(excerpt)",
        "  \(margin) | \(caret)^",
      ]
    }
    if let expectation = problem.expectation { lines.append("  expected \(expectation)") }
    if let suggestion { lines.append("  did you mean '\(suggestion)'?") }
    return lines.joined(separator: "\n")
  }

  /// The line, of which long ones are cut around the column, and what stands before the caret below it.
  private static func excerpt(of text: String, around column: Int) -> (text: String, beforeCaret: String) {
    let width = 100
    let scalars = Array(text.unicodeScalars)
    let start = scalars.count <= width ? 0 : max(0, min(column - 1 - width / 2, scalars.count - width))
    let end = min(scalars.count, start + width)
    let head = start > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    let before = scalars[min(start, end)..<max(start, min(end, column - 1))].map { $0 == "\t" ? "\t" : " " }
    let missing = max(0, column - 1 - scalars.count)
    return (
      head + String(String.UnicodeScalarView(scalars[start..<end])) + tail,
      String(repeating: " ", count: head.count) + before.joined() + String(repeating: " ", count: missing)
    )
  }
}

extension ScenarioErrors: CustomStringConvertible {
  /// The errors, one after the other; of very many the first hundred.
  public var description: String {
    let most = 100
    let text = errors.prefix(most).map(\.description).joined(separator: "\n")
    return errors.count <= most ? text : "\(text)\nand \(errors.count - most) more errors"
  }
}

extension ScenarioError.Problem {
  /// One line that says what is wrong.
  public var message: String {
    switch self {
    case .missingFile: "no such file"
    case .missingReference(let path): "no such file: \(path)"
    case .isDirectory: "this is a directory, not a file"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .empty: "the file is empty"
    case .wrongKind(let kind, let wanted): "this is \(kind.inWords), not \(wanted.inWords): \(kind.use)"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .notUTF8: "the file is not UTF-8 text"
    case .controlCharacter(let code):
      "the control character U+\(hexadecimal(code)) does not belong into a text file"
    case .tab: "a tab in the indentation"
    case .syntax(let text): "not YAML: \(text)"
    case .tooDeep(let limit): "nested more than \(limit) levels deep"
    case .tooManyValues(let limit): "more than \(limit) values, counting each use of an alias"
    case .keyNotAWord: "a list, a mapping or an alias as a key"
    case .tagged: "tags are not supported"

    case .duplicateKey(let key, let path, let line):
      "duplicate key '\(key)'\(inPath(path))" + (line.map { ", first in line \($0)" } ?? "")
    case .unknownKey(let key, let path, _): "unknown key '\(key)'\(inPath(path))"
    case .mergeKey: "merge keys (<<) are not supported"
    case .missingKey(let key, let path, _): "missing key '\(key)'\(inPath(path))"

    case .wrongType(let path, let found, _): "\(subject(path)) is \(found)"
    case .outOfBounds(let path, let value, _): "\(subject(path)) is out of bounds: \(value)"
    case .unknownWord(let word, let path, _): "unknown word '\(word)' for \(subject(path))"
    case .repeatedWord(let word, let path): "'\(word)' stands twice in \(subject(path))"
    case .wrongSum(let path, let sum, let expected):
      "\(subject(path)) sums to \(NumberText.rounded(sum)), not to \(NumberText.shortest(expected))"
    case .wrongLength(let path, let found, _, let what):
      "\(subject(path)) has \(found) \(what)"
    case .inconsistent(let text): text
    case .population(let path, let reason): "\(subject(path)): \(reason)"

    case .badDate(let text, let path): "'\(text)' is no month, in \(subject(path))"
    case .dateOrder(let date, let path, let previous):
      "\(date) does not follow \(previous), in \(subject(path))"
    case .dateBeforeStart(let date, let path, let start):
      "\(date) lies before the start, \(start), in \(subject(path))"
    case .notDated(let path): "\(subject(path)) cannot change at dates"
    case .noDates(let path): "\(subject(path)) names no month"

    case .unknownPath(let path): "there is nothing to be set at '\(path)'"
    case .unknownReform(let name, _): "there is no reform '\(name)'"
    case .malformedOption(let text): text
    }
  }

  /// What should have stood there, to follow the word "expected"; nil where the message says all.
  public var expectation: String? {
    switch self {
    case .empty(let expected): expected
    case .syntax(let text): Self.advice(on: text)
    case .tab: "blanks"
    case .keyNotAWord: "a word"
    case .mergeKey: "the keys themselves; reforms inherit the baseline anyway"
    case .tagged: "the value alone"
    case .missingKey(_, _, let expected): expected
    case .wrongType(_, _, let expected): expected
    case .outOfBounds(_, _, let expected): expected
    case .wrongLength(_, _, let expected, let what): "\(expected) \(what)"
    case .badDate: "YYYY-MM"
    case .dateOrder: "months in rising order"
    case .notDated: "one value"
    case .noDates: "a value, or months with values such as {2027-01: 1}"
    case .unknownKey(_, _, let known), .unknownWord(_, _, let known), .unknownReform(_, let known):
      known.isEmpty || known.count > 12 ? nil : "one of " + known.joined(separator: ", ")
    default: nil
    }
  }

  /// What most often lies behind a complaint of the parser.
  private static func advice(on complaint: String) -> String? {
    switch complaint {
    case let text where text.contains("mapping values are not allowed"):
      "a colon after the key above, equal indentation, and quotes around texts that contain ': '"
    case let text where text.contains("could not find expected ':'"): "a colon after each key"
    case let text where text.contains("cannot start any token"):
      "quotes around texts that start with @, ` or %"
    case let text where text.contains("undefined alias"): "quotes around texts that start with *"
    case let text where text.contains("found another document"): "one document, without --- inside"
    case let text where text.contains("expected <block end>"),
      let text where text.contains("did not find expected key"):
      "equal indentation of all keys of a group"
    default: nil
    }
  }

  private func inPath(_ path: String) -> String { path.isEmpty ? "" : " in \(path)" }
  private func subject(_ path: String) -> String { path.isEmpty ? "the file" : path }
  private func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
