/// Reads an expression by descent, a function for each level of binding, and checks kinds on the way.
struct ConstraintParser {
  /// A factor as expressions know it.
  struct Name {
    let name: String
    let kind: FactorValue.Kind
    /// The words that it can be.
    let words: [String]

    init(_ factor: Factor, values: [FactorValue]) {
      var values = values
      if case .values(let listed, _)? = factor.distribution { values = listed }
      name = factor.name
      kind = factor.distribution?.kind ?? values.first?.kind ?? .number
      words = kind == .word ? values.map(\.description) : []
    }
  }

  /// An expression with its kind and where it begins.
  private struct Part {
    let node: Node
    let kind: FactorValue.Kind
    let column: Int
  }

  /// Levels of brackets and signs: more than anybody writes, few enough for the stack of a thread.
  static let deepest = 100
  /// Pieces of an expression, for the same reason: a sum of many terms is a deep tree too.
  static let longest = 1_000

  private let names: [Name]
  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  /// The expression, which must be true or false.
  static func read(_ text: String, over names: [Name]) throws(ConstraintError) -> Node {
    let tokens = try Tokens.of(text)
    if tokens.count > longest {
      throw ConstraintError(.tooLong(limit: longest), column: tokens[longest].column)
    }
    var parser = ConstraintParser(names: names, tokens: tokens)
    let whole = try parser.either()
    let rest = parser.token
    guard rest.kind == .end else {
      throw ConstraintError(.unexpected(rest.text, expected: "an operator or the end"), column: rest.column)
    }
    return try Self.flag(whole)
  }

  private init(names: [Name], tokens: [Token]) {
    self.names = names
    self.tokens = tokens
  }

  private var token: Token { tokens[min(position, tokens.count - 1)] }

  /// The sign or name that stands next, if it is one of these; then it is passed.
  private mutating func accept(_ wanted: String...) -> Token? {
    let token = token
    switch token.kind {
    case .sign(let text) where wanted.contains(text): break
    case .name(let text) where wanted.contains(text): break
    default: return nil
    }
    position += 1
    return token
  }

  private mutating func expect(_ sign: String) throws(ConstraintError) {
    guard accept(sign) != nil else {
      throw ConstraintError(.unexpected(token.text, expected: "'\(sign)'"), column: token.column)
    }
  }

  private static func flag(_ part: Part) throws(ConstraintError) -> Node { try of(.flag, part) }

  private static func of(_ kind: FactorValue.Kind, _ part: Part) throws(ConstraintError) -> Node {
    guard part.kind == kind else {
      throw ConstraintError(.wrongKind(part.kind, expected: kind), column: part.column)
    }
    return part.node
  }

  private mutating func either() throws(ConstraintError) -> Part {
    var left = try both()
    while accept("or", "||") != nil {
      let right = try both()
      left = Part(
        node: .either(try Self.flag(left), try Self.flag(right)), kind: .flag, column: left.column)
    }
    return left
  }

  private mutating func both() throws(ConstraintError) -> Part {
    var left = try negation()
    while accept("and", "&&") != nil {
      let right = try negation()
      left = Part(node: .both(try Self.flag(left), try Self.flag(right)), kind: .flag, column: left.column)
    }
    return left
  }

  private mutating func negation() throws(ConstraintError) -> Part {
    guard let sign = accept("not", "!") else { return try comparison() }
    let part = try deeper { (parser) throws(ConstraintError) in try parser.negation() }
    return Part(node: .not(try Self.flag(part)), kind: .flag, column: sign.column)
  }

  private static let comparisons = ["<", "<=", ">", ">=", "==", "!=", "="]

  private mutating func comparison() throws(ConstraintError) -> Part {
    let left = try sum()
    guard let sign = accept("<", "<=", ">", ">=", "==", "!=", "=") else { return left }
    let right = try sum()
    if case .sign(let text) = token.kind, Self.comparisons.contains(text) {
      throw ConstraintError(.chainedComparison, column: token.column)
    }
    let operation = Node.Comparison(rawValue: sign.text == "=" ? "==" : sign.text) ?? .equal
    guard left.kind == right.kind else {
      throw ConstraintError(.notComparable(left.kind, right.kind), column: sign.column)
    }
    guard left.kind == .number || !operation.isOrder else {
      throw ConstraintError(.noOrder(left.kind), column: sign.column)
    }
    try checkWords(left, right)
    try checkWords(right, left)
    return Part(
      node: .comparison(operation, left.node, right.node, kind: left.kind, column: sign.column), kind: .flag,
      column: left.column)
  }

  /// A word that a factor never is would make a condition that always or never holds: a slip of the pen.
  private func checkWords(_ factor: Part, _ other: Part) throws(ConstraintError) {
    guard case .factor(let index) = factor.node, case .word(let word) = other.node else { return }
    guard !names[index].words.contains(word) else { return }
    throw ConstraintError(.unknownWord(word, known: names[index].words), column: other.column)
  }

  private mutating func sum() throws(ConstraintError) -> Part {
    var left = try product()
    while let sign = accept("+", "-") { left = try arithmetic(left, sign, try product()) }
    return left
  }

  private mutating func product() throws(ConstraintError) -> Part {
    var left = try signed()
    while let sign = accept("*", "/") { left = try arithmetic(left, sign, try signed()) }
    return left
  }

  private func arithmetic(_ left: Part, _ sign: Token, _ right: Part) throws(ConstraintError) -> Part {
    let operation = Node.Arithmetic(rawValue: sign.text) ?? .sum
    let node = Node.arithmetic(operation, try Self.of(.number, left), try Self.of(.number, right))
    return Part(node: node, kind: .number, column: left.column)
  }

  private mutating func signed() throws(ConstraintError) -> Part {
    guard let sign = accept("-", "+") else { return try primary() }
    let part = try deeper { (parser) throws(ConstraintError) in try parser.signed() }
    let node = try Self.of(.number, part)
    return Part(node: sign.text == "-" ? .negative(node) : node, kind: .number, column: sign.column)
  }

  private mutating func primary() throws(ConstraintError) -> Part {
    let token = token
    position += 1
    switch token.kind {
    case .number(let number): return Part(node: .number(number), kind: .number, column: token.column)
    case .word(let word): return Part(node: .word(word), kind: .word, column: token.column)
    case .name("true"): return Part(node: .flag(true), kind: .flag, column: token.column)
    case .name("false"): return Part(node: .flag(false), kind: .flag, column: token.column)
    case .name(let name):
      if let function = Node.Function(rawValue: name) { return try call(function, at: token.column) }
      return try factor(name, at: token.column)
    case .sign("("):
      let part = try deeper { (parser) throws(ConstraintError) in try parser.either() }
      try expect(")")
      return Part(node: part.node, kind: part.kind, column: token.column)
    default:
      let expected = "a number, a factor or a bracket"
      throw ConstraintError(.unexpected(token.text, expected: expected), column: token.column)
    }
  }

  private func factor(_ name: String, at column: Int) throws(ConstraintError) -> Part {
    if Tokens.reserved.contains(name) {
      throw ConstraintError(.unexpected(name, expected: "a number, a factor or a bracket"), column: column)
    }
    guard let index = names.firstIndex(where: { $0.name == name }) else {
      throw ConstraintError(.unknownName(name, known: names.map(\.name)), column: column)
    }
    return Part(node: .factor(index), kind: names[index].kind, column: column)
  }

  private mutating func call(_ function: Node.Function, at column: Int) throws(ConstraintError) -> Part {
    try expect("(")
    var arguments: [Node] = []
    repeat {
      let part = try deeper { (parser) throws(ConstraintError) in try parser.sum() }
      arguments.append(try Self.of(.number, part))
    } while accept(",") != nil
    try expect(")")
    guard function.arguments.map({ $0 == arguments.count }) ?? (arguments.count > 1) else {
      let expected = function.arguments == 1 ? "one number" : "two numbers or more"
      throw ConstraintError(
        .wrongArguments(function: function.rawValue, found: arguments.count, expected: expected),
        column: column)
    }
    return Part(node: .function(function, arguments), kind: .number, column: column)
  }

  /// What is nested is read one level down, and refused where it goes too deep.
  private mutating func deeper(_ read: (inout Self) throws(ConstraintError) -> Part) throws(ConstraintError)
    -> Part
  {
    guard depth < Self.deepest else {
      throw ConstraintError(.tooDeep(limit: Self.deepest), column: token.column)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
