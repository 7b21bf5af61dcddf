/// A piece of an expression and where it begins.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    /// Text in quotes.
    case word(String)
    /// An operator, a bracket or a comma.
    case sign(String)
    case end
  }

  let kind: Kind
  /// Counted in characters from 1.
  let column: Int

  /// The piece as messages show it.
  var text: String {
    switch kind {
    case .number(let number): FactorValue.number(number).description
    case .name(let name): name
    case .word(let word): "'\(word)'"
    case .sign(let sign): sign
    case .end: ""
    }
  }
}

/// Cuts an expression into pieces.
struct Tokens {
  /// Words that mean something in an expression, so that no factor can be called so.
  static let reserved = ["and", "or", "not", "true", "false"] + Node.Function.allCases.map(\.rawValue)

  private static let longSigns = ["<=", ">=", "==", "!=", "&&", "||"]
  private static let signs = "<>=!+-*/(),"

  private let characters: [Character]
  private var position = 0

  private init(_ text: String) { characters = Array(text) }

  /// All pieces, the last of which is the end.
  static func of(_ text: String) throws(ConstraintError) -> [Token] {
    var reader = Tokens(text)
    var tokens: [Token] = []
    repeat {
      tokens.append(try reader.next())
    } while tokens.last?.kind != .end
    return tokens
  }

  /// A letter of the Latin alphabet or an underscore.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// A letter or a digit.
  static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar)
  }

  private mutating func next() throws(ConstraintError) -> Token {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    let column = position + 1
    guard position < characters.count else { return Token(kind: .end, column: column) }
    let first = characters[position]
    let kind: Token.Kind
    if first == "'" || first == "\"" {
      kind = try .word(quoted(by: first))
    } else if first.isWholeNumber || first == "." {
      kind = try .number(number())
    } else if Self.allScalars(first, Self.isLetter) {
      kind = .name(take { Self.allScalars($0, Self.isPartOfName) })
    } else {
      kind = try .sign(sign())
    }
    return Token(kind: kind, column: column)
  }

  private static func allScalars(_ character: Character, _ test: (Unicode.Scalar) -> Bool) -> Bool {
    character.unicodeScalars.allSatisfy(test)
  }

  private mutating func take(while test: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, test(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func quoted(by quote: Character) throws(ConstraintError) -> String {
    let start = position
    position += 1
    let word = take { $0 != quote }
    guard position < characters.count else { throw ConstraintError(.unterminatedText, column: start + 1) }
    position += 1
    return word
  }

  /// A plain decimal number. What else hangs on to it (`010`, `1_000`, `0x10`) is refused with it.
  private mutating func number() throws(ConstraintError) -> Double {
    let start = position
    var text = take { Self.allScalars($0, Self.isPartOfName) || $0 == "." }
    // The sign of a power of ten belongs to the number.
    if let last = text.last, "eE".contains(last), position < characters.count,
      "+-".contains(characters[position])
    {
      text.append(characters[position])
      position += 1
      text += take { Self.allScalars($0, Self.isPartOfName) }
    }
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }
    let isPadded = text.count > 1 && text.hasPrefix("0") && text.dropFirst().first?.isNumber == true
    guard isPlain, !isPadded, let value = Double(text), value.isFinite else {
      let found = text.isEmpty ? String(characters[start]) : text
      throw ConstraintError(.wrongNumber(found), column: start + 1)
    }
    return value
  }

  private mutating func sign() throws(ConstraintError) -> String {
    let pair = String(characters[position..<min(position + 2, characters.count)])
    if Self.longSigns.contains(pair) {
      position += 2
      return pair
    }
    guard Self.signs.contains(characters[position]) else {
      throw ConstraintError(.unknownCharacter(String(characters[position])), column: position + 1)
    }
    position += 1
    return String(characters[position - 1])
  }
}
