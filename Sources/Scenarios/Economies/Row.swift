import Economy

/// A row of a table: named cells, all of which must be there.
struct Row {
  let fields: Fields
  private let values: [String: ParameterValue]

  /// Nil where the row is no mapping. Cells that are missing or wrong are reported.
  init?(_ node: YAMLNode, at path: String, _ columns: [ParameterSpec], extra: [String], _ findings: Findings)
  {
    guard let fields = Fields(node, at: path, findings) else { return nil }
    self.fields = fields
    let names = columns.map(\.key) + extra
    fields.refuseUnknown(known: names)
    var values: [String: ParameterValue] = [:]
    for spec in columns {
      guard let cell = fields.required(spec.key, expected: spec.kind.inWords(unit: spec.unit)) else {
        continue
      }
      values[spec.key] = ValueReading(findings: findings).value(cell, of: spec, at: fields.path(of: spec.key))
    }
    self.values = values
  }

  func number(_ key: String) -> Double? {
    if case .number(let number) = values[key] { number } else { nil }
  }

  func flag(_ key: String) -> Bool? {
    if case .flag(let flag) = values[key] { flag } else { nil }
  }

  func text(_ key: String) -> String? { fields.requiredText(key, expected: "text") }

  func list(_ key: String, of spec: ParameterSpec, count: Int, what: String) -> [Double]? {
    fields.required(key, expected: "a list of \(count) numbers").flatMap {
      ListReading(findings: fields.findings).numbers(
        $0, of: spec, count: count, what: what, at: fields.path(of: key))
    }
  }

  func place(of key: String) -> ScenarioError.Place { fields.place(of: key) }
}

/// Reads lists of numbers.
struct ListReading {
  let findings: Findings

  /// So many numbers within bounds.
  func numbers(_ node: YAMLNode, of spec: ParameterSpec, count: Int, what: String, at path: String)
    -> [Double]?
  {
    guard case .sequence(let items) = node.content else {
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: "a list of \(count) numbers"), at: node.place)
      return nil
    }
    let numbers = items.enumerated().compactMap { index, item -> Double? in
      let value = ValueReading(findings: findings).value(item, of: spec, at: "\(path)[\(index)]")
      if case .number(let number) = value { return number }
      return nil
    }
    guard numbers.count == items.count else { return nil }
    guard numbers.count == count else {
      findings.add(
        .wrongLength(path: path, found: numbers.count, expected: count, what: what), at: node.place)
      return nil
    }
    return numbers
  }

  /// The numbers scaled to their sum, which they may miss a little.
  func scaled(
    _ numbers: [Double], to whole: Double, within tolerance: Double, at path: String,
    _ place: ScenarioError.Place
  ) -> [Double]? {
    let sum = numbers.reduce(0, +)
    guard abs(sum - whole) <= tolerance else {
      findings.add(.wrongSum(path: path, sum: sum, expected: whole), at: place)
      return nil
    }
    // Scaling again must change nothing, so that a resolved scenario reads back as itself.
    return abs(sum - whole) <= whole * 1e-12 ? numbers : numbers.map { $0 * (whole / sum) }
  }
}
