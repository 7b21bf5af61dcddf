import Economy

/// Reads single values by what their parameter may hold. Scalars are judged by their text, so that none of
/// YAML's own ideas about `no`, `010` or `12:30` can change a number.
struct ValueReading {
  let findings: Findings

  /// The value, if it is one and within bounds; else an error is noted.
  func value(_ node: YAMLNode, of spec: ParameterSpec, at path: String) -> ParameterValue? {
    switch spec.kind {
    case .number(let bounds): number(node, in: bounds, unit: spec.unit, at: path).map { .number($0) }
    case .integer(let bounds):
      integer(node, in: bounds, unit: spec.unit, at: path).map { .number(Double($0)) }
    case .flag: flag(node, at: path).map { .flag($0) }
    case .choice(let words): word(node, among: words, at: path).map { .choice($0) }
    case .choices(let words): self.words(node, among: words, at: path).map { .choices($0) }
    }
  }

  /// A real number within bounds.
  func number(_ node: YAMLNode, in bounds: ClosedRange<Double>, unit: String, at path: String) -> Double? {
    let expected = ParameterKind.number(bounds).inWords(unit: unit)
    guard let number = number(node, expected: expected, at: path) else { return nil }
    guard bounds.contains(number) else {
      findings.add(
        .outOfBounds(path: path, value: NumberText.shortest(number), expected: expected), at: node.place)
      return nil
    }
    return number
  }

  /// A whole number within bounds.
  func integer(_ node: YAMLNode, in bounds: ClosedRange<Int>, unit: String, at path: String) -> Int? {
    let expected = ParameterKind.integer(bounds).inWords(unit: unit)
    guard let number = number(node, expected: expected, at: path) else { return nil }
    guard number == number.rounded() else {
      findings.add(.wrongType(path: path, found: node.inWords, expected: expected), at: node.place)
      return nil
    }
    guard let whole = Int(exactly: number), bounds.contains(whole) else {
      findings.add(
        .outOfBounds(path: path, value: NumberText.shortest(number), expected: expected), at: node.place)
      return nil
    }
    return whole
  }

  /// `true` or `false`, and no other spelling.
  func flag(_ node: YAMLNode, at path: String) -> Bool? {
    if case .scalar(let text, isPlain: true) = node.content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    var suggestion: String?
    if case .scalar(let text, _) = node.content {
      if ["yes", "on", "y", "true", "1"].contains(text.lowercased()) { suggestion = "true" }
      if ["no", "off", "n", "false", "0"].contains(text.lowercased()) { suggestion = "false" }
    }
    findings.add(
      .wrongType(path: path, found: node.inWords, expected: "true or false"), at: node.place,
      suggestion: suggestion)
    return nil
  }

  /// One of the words.
  func word(_ node: YAMLNode, among words: [String], at path: String) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull || words.contains(text) else {
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: ParameterKind.choice(words).inWords(unit: "")),
        at: node.place)
      return nil
    }
    guard words.contains(text) else {
      findings.add(
        .unknownWord(text, path: path, known: words), at: node.place,
        suggestion: findings.suggestion(for: text, among: words))
      return nil
    }
    return text
  }

  /// Some of the words as a list, each at most once; in the declared order, since it means nothing.
  func words(_ node: YAMLNode, among words: [String], at path: String) -> [String]? {
    guard case .sequence(let items) = node.content else {
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: ParameterKind.choices(words).inWords(unit: "")),
        at: node.place)
      return nil
    }
    var chosen: [String] = []
    var isWhole = true
    for item in items {
      guard let word = word(item, among: words, at: path) else {
        isWhole = false
        continue
      }
      if chosen.contains(word) {
        findings.add(.repeatedWord(word, path: path), at: item.place)
        isWhole = false
      }
      chosen.append(word)
    }
    return isWhole ? words.filter(chosen.contains) : nil
  }

  private func number(_ node: YAMLNode, expected: String, at path: String) -> Double? {
    guard case .scalar(let text, let isPlain) = node.content, isPlain, let number = NumberText.parse(text)
    else {
      var suggestion: String?
      if case .scalar(let text, _) = node.content, !node.isNull {
        suggestion = NumberText.parse(text).map(NumberText.shortest) ?? NumberText.suggestion(for: text)
      }
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: expected), at: node.place,
        suggestion: suggestion)
      return nil
    }
    return number
  }
}

extension ParameterKind {
  /// What the parameter may hold, in words for messages.
  func inWords(unit: String) -> String {
    let measure = ["", "1", "flag", "word", "words"].contains(unit) ? "" : " (\(unit))"
    switch self {
    case .number(let bounds):
      return "a number from \(NumberText.shortest(bounds.lowerBound)) to "
        + "\(NumberText.shortest(bounds.upperBound))\(measure)"
    case .integer(let bounds):
      return "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)\(measure)"
    case .flag: return "true or false"
    case .choice(let words): return "one of \(words.joined(separator: ", "))"
    case .choices(let words): return "a list of some of \(words.joined(separator: ", "))"
    }
  }
}
