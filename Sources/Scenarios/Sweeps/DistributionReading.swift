import Designs
import Economy

/// Reads where a factor's value may lie: `range`, or `values`.
struct DistributionReading {
  let findings: Findings
  let spec: ParameterSpec
  let fields: Fields

  static let shapes = ["uniform", "log_uniform", "triangular", "normal"]

  /// Keys that belong to one shape only.
  private static let extras: [String: [String]] = ["triangular": ["mode"], "normal": ["mean", "deviation"]]

  /// The distribution; nil where none is stated, or it has errors.
  func read() -> Distribution? {
    if let node = fields["values"] {
      for key in ["range", "distribution", "mode", "mean", "deviation"] where fields[key] != nil {
        findings.add(
          .inconsistent("'\(key)' belongs to a range, and values are listed"), at: fields.keyPlace(of: key))
      }
      return values(node)
    }
    if let node = fields["weights"] {
      findings.add(.inconsistent("weights belong to values, and none are listed"), at: node.place)
    }
    guard let node = fields["range"] else { return nil }
    guard case .sequence(let items) = node.content, items.count == 2 else {
      findings.add(
        .wrongType(path: fields.path(of: "range"), found: node.inWords, expected: "[lowest, highest]"),
        at: node.place)
      return nil
    }
    switch spec.kind {
    case .number: return range(items)
    case .integer(let bounds): return whole(items, bounds)
    default:
      findings.add(
        .wrongType(
          path: fields.path(of: "range"), found: "a range",
          expected: "values, each " + spec.kind.inWords(unit: spec.unit)), at: node.place)
      return nil
    }
  }

  private func values(_ node: YAMLNode) -> Distribution? {
    let path = fields.path(of: "values")
    guard case .sequence(let items) = node.content else {
      findings.add(.wrongType(path: path, found: node.inWords, expected: "a list"), at: node.place)
      return nil
    }
    let values = items.compactMap { FactorValueReading(findings: findings).value($0, of: spec, at: path) }
    guard values.count == items.count else { return nil }
    return .values(values, weights: fields["weights"].map(weights))
  }

  private func weights(_ node: YAMLNode) -> [Double] {
    guard case .sequence(let items) = node.content else {
      findings.add(
        .wrongType(path: fields.path(of: "weights"), found: node.inWords, expected: "a list"), at: node.place)
      return []
    }
    return items.compactMap { number($0, "weights") }
  }

  private func range(_ items: [YAMLNode]) -> Distribution? {
    let reading = ValueReading(findings: findings)
    let ends = items.compactMap { node -> Double? in
      guard case .number(let value)? = reading.value(node, of: spec, at: fields.path(of: "range")) else {
        return nil
      }
      return value
    }
    let shape =
      fields["distribution"].map { reading.word($0, among: Self.shapes, at: fields.path(of: "distribution")) }
      ?? "uniform"
    guard let shape, ends.count == 2 else { return nil }
    for (other, keys) in Self.extras.sorted(by: { $0.key < $1.key }) where other != shape {
      for key in keys where fields[key] != nil {
        findings.add(
          .inconsistent("'\(key)' belongs to a \(other) distribution"), at: fields.keyPlace(of: key))
      }
    }
    switch shape {
    case "log_uniform": return .logUniform(low: ends[0], high: ends[1])
    case "triangular":
      return required("mode").map { .triangular(low: ends[0], mode: $0, high: ends[1]) }
    case "normal":
      guard let mean = required("mean"), let deviation = required("deviation") else { return nil }
      return .normal(mean: mean, deviation: deviation, low: ends[0], high: ends[1])
    default: return .uniform(low: ends[0], high: ends[1])
    }
  }

  private func whole(_ items: [YAMLNode], _ bounds: ClosedRange<Int>) -> Distribution? {
    if let node = fields["distribution"] {
      findings.add(
        .inconsistent("a range of whole numbers has all of them alike, or state values with weights"),
        at: node.place)
    }
    let ends = items.compactMap {
      ValueReading(findings: findings).integer($0, in: bounds, unit: spec.unit, at: fields.path(of: "range"))
    }
    return ends.count == 2 ? .wholeNumbers(low: ends[0], high: ends[1]) : nil
  }

  private func required(_ key: String) -> Double? {
    fields.required(key, expected: "a number").flatMap { number($0, key) }
  }

  private func number(_ node: YAMLNode, _ key: String) -> Double? {
    ValueReading(findings: findings).number(node, in: -1e15...1e15, unit: "1", at: fields.path(of: key))
  }
}

/// Reads a single value of a factor.
struct FactorValueReading {
  let findings: Findings

  func value(_ node: YAMLNode, of spec: ParameterSpec, at path: String) -> FactorValue? {
    switch ValueReading(findings: findings).value(node, of: spec, at: path) {
    case .number(let number): return .number(number)
    case .flag(let flag): return .flag(flag)
    case .choice(let word): return .word(word)
    case .choices:
      findings.add(
        .wrongType(path: path, found: "a list", expected: "a parameter that is one number, flag or word"),
        at: node.place)
      return nil
    case nil: return nil
    }
  }
}
