/// A file's text, cut into lines as YAML counts them.
struct SourceText: Sendable {
  /// The file as messages name it.
  let name: String
  var lines: [String]

  init(name: String, text: String) {
    self.name = name
    lines = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r":
        break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default:
        line.append(scalar)
      }
      previous = scalar
    }
    lines.append(String(line))
  }

  /// The position in this text, both counted from 1.
  func place(line: Int, column: Int) -> ScenarioError.Place {
    let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    return .position(file: name, line: line, column: column, text: text)
  }

  /// The first line that says something; the place of errors about the file's content as a whole.
  var firstContent: ScenarioError.Place {
    let index = lines.firstIndex { line in
      let text = line.drop { $0 == " " }
      return !text.isEmpty && !text.hasPrefix("#")
    }
    return place(line: (index ?? 0) + 1, column: 1)
  }
}
