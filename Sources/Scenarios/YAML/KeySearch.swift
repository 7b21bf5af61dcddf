/// Finds where a key of a mapping is used again, from the text alone.
struct KeySearch {
  let lines: [String]

  /// A run of characters in a line, counted from 1.
  struct Position: Equatable {
    var line: Int
    var column: Int
    var length: Int
  }

  /// The next use of the key in the mapping whose first use of it is given.
  func nextUse(of key: String, afterLine line: Int, column: Int) -> Position? {
    guard !key.isEmpty, lines.indices.contains(line - 1) else { return nil }
    let before = lines[line - 1].unicodeScalars.prefix(column - 1)
    let isBlock = before.allSatisfy { $0 == " " || $0 == "-" }
    return isBlock ? nextInBlock(key, line, column) : nextInFlow(key, line, column)
  }

  /// Keys of a block mapping start in the same column; a line that starts before it ends the mapping.
  private func nextInBlock(_ key: String, _ line: Int, _ column: Int) -> Position? {
    for index in lines.indices.dropFirst(line) {
      let scalars = Array(lines[index].unicodeScalars)
      let indentation = scalars.prefix { $0 == " " }.count
      guard indentation < scalars.count, scalars[indentation] != "#" else { continue }
      if indentation < column - 1 { return nil }
      if indentation == column - 1, let found = match(key, in: scalars, at: indentation) {
        return Position(line: index + 1, column: found.lowerBound + 1, length: found.count)
      }
    }
    return nil
  }

  /// Keys of a flow mapping follow a comma on the same level; its closing brace ends it.
  private func nextInFlow(_ key: String, _ line: Int, _ column: Int) -> Position? {
    var depth = 0
    var quote: Unicode.Scalar?
    var isKeyPlace = false
    for index in lines.indices.dropFirst(line - 1) {
      let scalars = Array(lines[index].unicodeScalars)
      for position in scalars.indices.dropFirst(index == line - 1 ? column - 1 : 0) {
        let scalar = scalars[position]
        if let open = quote {
          if scalar == open { quote = nil }
          continue
        }
        if depth == 0, isKeyPlace, scalar != " ", let found = match(key, in: scalars, at: position) {
          return Position(line: index + 1, column: found.lowerBound + 1, length: found.count)
        }
        switch scalar {
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        case "\"", "'": quote = scalar
        default: break
        }
        if depth < 0 { return nil }
        if scalar != " " { isKeyPlace = scalar == "," }
      }
    }
    return nil
  }

  /// The range of the key itself where a line has it, quoted or not, followed by a colon, at a position.
  private func match(_ key: String, in scalars: [Unicode.Scalar], at position: Int) -> Range<Int>? {
    let word = Array(key.unicodeScalars)
    let quoted = scalars[position] == "\"" || scalars[position] == "'"
    let start = position + (quoted ? 1 : 0)
    let end = start + word.count
    guard end < scalars.count, Array(scalars[start..<end]) == word else { return nil }
    var rest = scalars[end...]
    if quoted {
      guard rest.first == scalars[position] else { return nil }
      rest.removeFirst()
    }
    return rest.first { $0 != " " } == ":" ? start..<end : nil
  }
}
