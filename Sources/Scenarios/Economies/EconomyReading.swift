import Economy
import Policies

/// Reads the mapping of an economy: an economy file, or an economy written into a scenario.
struct EconomyReading {
  let findings: Findings
  /// Whether each number needs a source. The economies inside resolved scenarios have none.
  let mustHaveSources: Bool
  var calibration = Calibration()
  var sources: [String: String] = [:]

  static let expected = "an economy: economy, currency, parameters, tables, policies"
  static let keys = ["economy", "currency", "parameters", "tables", "policies"]

  init(findings: Findings, mustHaveSources: Bool) {
    self.findings = findings
    self.mustHaveSources = mustHaveSources
  }

  /// The economy; nil where its keys are beyond reading. Errors go to the findings.
  mutating func read(_ root: YAMLNode, path: String) -> EconomyFile? {
    guard let fields = Fields(root, at: "", expected: Self.expected, findings) else { return nil }
    fields.refuseUnknown(known: Self.keys)
    calibration.name = fields.requiredText("economy", expected: "the country's name") ?? ""
    calibration.currency = currency(fields)
    if let node = fields.required("parameters", expected: "the parameters of Calibration.entries, by group") {
      readParameters(node)
    }
    if let node = fields.required("tables", expected: "the tables \(TableReading.names.joined(separator: ", "))") {
      var tables = TableReading(findings: findings, mustHaveSources: mustHaveSources)
      tables.read(node, into: &calibration)
      sources.merge(tables.sources) { $1 }
    }
    var law = Law()
    readPolicies(fields["policies"], at: fields.place, into: &law)
    return EconomyFile(path: path, calibration: calibration, sources: sources, law: law)
  }

  private func currency(_ fields: Fields) -> String {
    guard let code = fields.requiredText("currency", expected: "an ISO 4217 code such as USD") else { return "" }
    let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if !isCode, let node = fields["currency"] {
      findings.add(
        .wrongType(path: "currency", found: node.inWords, expected: "an ISO 4217 code such as USD"), at: node.place)
    }
    return code
  }

  private mutating func readParameters(_ node: YAMLNode) {
    var stated: [String: ScenarioError.Place] = [:]
    var values: [String: Double] = [:]
    let entries = Calibration.entries
    var sources: [String: String] = [:]
    GroupReading(findings: findings).read(node, entries.map(\.spec), at: "parameters") { spec, node, place, path in
      stated[spec.key] = place
      guard let value = sourcedValue(node, of: spec, at: path, source: &sources[spec.key]) else { return }
      if case .number(let number) = value { values[spec.key] = number }
    }
    self.sources.merge(sources) { $1 }
    for entry in entries {
      if let value = values[entry.spec.key] { calibration[keyPath: entry.path] = value }
      if stated[entry.spec.key] == nil {
        findings.add(
          .missingKey(entry.spec.key, path: "parameters", expected: entry.spec.kind.inWords(unit: entry.spec.unit)),
          at: node.place)
      }
    }
    Consistency(findings: findings).check(values, places: stated)
  }

  private mutating func readPolicies(_ node: YAMLNode?, at place: ScenarioError.Place, into law: inout Law) {
    let names = Registry.policies.map { $0.name }
    let fields = node.flatMap { Fields($0, at: "policies", findings) }
    fields?.refuseUnknown(known: names)
    for (index, policy) in Registry.policies.enumerated() {
      let path = "policies.\(policy.name)"
      var stated: Set<String> = []
      if let node = fields?[policy.name] {
        var sources: [String: String] = [:]
        var values: Law.Values = [:]
        GroupReading(findings: findings).read(node, policy.parameters, at: path) { spec, node, _, path in
          stated.insert(spec.key)
          values[spec.key] = sourcedValue(node, of: spec, at: path, source: &sources[path]).map { Dated($0) }
        }
        law.policies[index].merge(values) { $1 }
        self.sources.merge(sources) { $1 }
      }
      for spec in policy.parameters where spec.defaultValue == nil && !stated.contains(spec.key) {
        findings.add(
          .missingKey(spec.key, path: path, expected: spec.kind.inWords(unit: spec.unit)),
          at: fields?[policy.name]?.place ?? fields?.place ?? place)
      }
    }
  }

  /// The value of `{value: 0.3, source: "…"}`; without sources the bare value will do.
  private func sourcedValue(
    _ node: YAMLNode, of spec: ParameterSpec, at path: String, source: inout String?
  ) -> ParameterValue? {
    let reading = ValueReading(findings: findings)
    guard case .mapping = node.content else {
      if mustHaveSources {
        findings.add(
          .wrongType(path: path, found: node.inWords, expected: "{value: …, source: \"…\"}"), at: node.place)
        return nil
      }
      return reading.value(node, of: spec, at: path)
    }
    guard let fields = Fields(node, at: path, findings) else { return nil }
    fields.refuseUnknown(known: ["value", "source"])
    source = mustHaveSources ? fields.requiredText("source", expected: Self.sourceExpected) : fields.text("source")
    return fields.required("value", expected: spec.kind.inWords(unit: spec.unit))
      .flatMap { reading.value($0, of: spec, at: path) }
  }

  static let sourceExpected = "where the number comes from, or the word prior"
}
