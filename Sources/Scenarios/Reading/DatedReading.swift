import Economy

/// Reads a parameter that may change at dates: one value, or a map of months to values.
///
/// Before the first month the value holds that was in force without the statement: the baseline's, the law's
/// or the default. `initially` states it instead.
struct DatedReading {
  let findings: Findings
  /// First month of the scenario, where it is known; no date may lie before it.
  let start: YearMonth?

  /// The key that states the value before the first month.
  static let initialKey = "initially"

  /// Whether the last level of a path says when a value holds.
  static func isDate(_ level: String) -> Bool { YearMonth(level) != nil || level == initialKey }

  /// The parameter's values over time; nil, and errors, where the statement is wrong.
  func values(
    _ node: YAMLNode, of spec: ParameterSpec, inheriting inherited: Dated<ParameterValue>?, at path: String
  ) -> Dated<ParameterValue>? {
    guard case .mapping(let entries) = node.content else {
      return ValueReading(findings: findings).value(node, of: spec, at: path).map { Dated($0) }
    }
    guard spec.isDated else {
      findings.add(.notDated(path: path), at: node.place)
      return nil
    }
    let count = findings.errors.count
    let statement = statement(entries, of: spec, at: path)
    guard !statement.steps.isEmpty else {
      if findings.errors.count == count { findings.add(.noDates(path: path), at: node.place) }
      return nil
    }
    guard findings.errors.count == count else { return nil }
    return statement.applied(to: inherited)
  }

  private func statement(_ entries: [YAMLNode.Entry], of spec: ParameterSpec, at path: String) -> Statement {
    var statement = Statement()
    var places: [YearMonth: ScenarioError.Place] = [:]
    var previous: YearMonth?
    for entry in entries {
      let value = ValueReading(findings: findings).value(entry.value, of: spec, at: "\(path).\(entry.key)")
      if entry.key == Self.initialKey {
        statement.initial = value
        continue
      }
      guard let month = month(entry, at: path) else { continue }
      if let first = places[month] {
        findings.add(.duplicateKey(entry.key, path: path, firstLine: first.line), at: entry.place)
        continue
      }
      places[month] = entry.place
      if let previous, month < previous {
        findings.add(
          .dateOrder(month.description, path: path, previous: previous.description), at: entry.place)
        continue
      }
      previous = month
      if let value { statement.steps.append(.init(month: month, value: value)) }
    }
    return statement
  }

  private func month(_ entry: YAMLNode.Entry, at path: String) -> YearMonth? {
    guard let month = YearMonth(entry.key) else {
      findings.add(
        .badDate(entry.key, path: path), at: entry.place, suggestion: Self.suggestion(for: entry.key))
      return nil
    }
    if let start, month < start {
      findings.add(
        .dateBeforeStart(month.description, path: path, start: start.description), at: entry.place)
      return nil
    }
    return month
  }

  /// What a text that is no month may have meant: `2027`, `2027-1`, `2027-01-01`, `01/2027`, `initial`.
  static func suggestion(for text: String) -> String? {
    let numbers = text.split(whereSeparator: { "-/.".contains($0) }).map(String.init)
    guard numbers.count <= 3, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return Suggestion.nearest(to: text, among: [initialKey])
    }
    guard let year = numbers.first(where: { $0.count == 4 }), numbers.first == year || numbers.last == year
    else { return nil }
    let rest = numbers.filter { $0 != year }
    let month = rest.isEmpty ? "01" : numbers.first == year ? rest[0] : rest[rest.count - 1]
    let candidate = "\(year)-\(month.count == 1 ? "0" : "")\(month)"
    return YearMonth(candidate) == nil ? nil : candidate
  }
}

/// What a map of months says: values from months on, and perhaps one before them.
private struct Statement {
  var initial: ParameterValue?
  var steps: [Dated<ParameterValue>.Step] = []

  /// The stated months replace what was inherited from the first of them on.
  func applied(to inherited: Dated<ParameterValue>?) -> Dated<ParameterValue>? {
    guard let first = steps.first else { return nil }
    if let initial { return Dated(initial: initial, steps: steps) }
    // A parameter without a default has been stated by the economy file, or that has been reported.
    guard let inherited else { return Dated(initial: first.value, steps: steps) }
    return Dated(initial: inherited.initial, steps: inherited.steps.filter { $0.month < first.month } + steps)
  }
}
