import Economy
import Policies

/// Reads the mapping of an economy: an economy file, or an economy written into a scenario.
struct EconomyReading {
  let findings: Findings
  /// Whether each number needs a source. The economies inside resolved scenarios have none.
  let mustHaveSources: Bool
  /// The dotted path of the economy itself; empty in a file of its own.
  let base: String
  var calibration = Calibration()
  var sources: [String: String] = [:]

  static let expected = "an economy: economy, currency, parameters, tables, policies"
  static let keys = ["economy", "currency", "parameters", "tables", "policies"]

  init(findings: Findings, mustHaveSources: Bool, base: String = "") {
    self.findings = findings
    self.mustHaveSources = mustHaveSources
    self.base = base
  }

  /// The economy; nil where its keys are beyond reading. Errors go to the findings.
  mutating func read(_ root: YAMLNode, path: String) -> EconomyFile? {
    guard let fields = Fields(root, at: base, expected: Self.expected, findings) else { return nil }
    fields.refuseUnknown(known: Self.keys)
    calibration.name = fields.requiredText("economy", expected: "the country's name") ?? ""
    calibration.currency = currency(fields)
    if let node = fields.required("parameters", expected: "every parameter, by group") {
      readParameters(node, at: fields.path(of: "parameters"))
    }
    if let node = fields.required(
      "tables", expected: "the tables \(TableReading.names.joined(separator: ", "))")
    {
      var tables = TableReading(findings: findings, mustHaveSources: mustHaveSources)
      tables.read(node, at: fields.path(of: "tables"), into: &calibration)
      sources.merge(tables.sources) { $1 }
    }
    var law = Law()
    readPolicies(fields, into: &law)
    return EconomyFile(path: path, calibration: calibration, sources: sources, law: law)
  }

  private func currency(_ fields: Fields) -> String {
    guard let code = fields.requiredText("currency", expected: "an ISO 4217 code such as USD") else {
      return ""
    }
    let isCode =
      code.utf8.count == 3 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if !isCode, let node = fields["currency"] {
      findings.add(
        .wrongType(
          path: fields.path(of: "currency"), found: node.inWords, expected: "an ISO 4217 code such as USD"),
        at: node.place)
    }
    return code
  }

  private mutating func readParameters(_ node: YAMLNode, at path: String) {
    var stated: [String: ScenarioError.Place] = [:]
    var values: [String: Double] = [:]
    let entries = Calibration.entries
    var sources: [String: String] = [:]
    GroupReading(findings: findings).read(node, entries.map(\.spec), at: path) { spec, node, place, path in
      stated[spec.key] = place
      guard let value = sourcedValue(node, of: spec, at: path, source: &sources[spec.key]) else { return }
      if case .number(let number) = value { values[spec.key] = number }
    }
    self.sources.merge(sources) { $1 }
    for entry in entries {
      if let value = values[entry.spec.key] { calibration[keyPath: entry.path] = value }
      if stated[entry.spec.key] == nil { reportMissing(entry.spec, in: node, at: path) }
    }
    Consistency(findings: findings).check(values, places: stated)
  }

  /// Reports a parameter that is not stated at the group that lacks it.
  private func reportMissing(_ spec: ParameterSpec, in node: YAMLNode, at path: String) {
    let expected = spec.kind.inWords(unit: spec.unit)
    guard let dot = spec.key.firstIndex(of: "."), let groups = Fields(node, at: path, findings),
      let group = groups[String(spec.key[..<dot])], case .mapping = group.content
    else { return findings.add(.missingKey(spec.key, path: path, expected: expected), at: node.place) }
    let inner = spec.renamed(String(spec.key[spec.key.index(after: dot)...]))
    reportMissing(inner, in: group, at: groups.path(of: String(spec.key[..<dot])))
  }

  private mutating func readPolicies(_ economy: Fields, into law: inout Law) {
    let group = economy.path(of: "policies")
    let fields = economy["policies"].flatMap { Fields($0, at: group, findings) }
    fields?.refuseUnknown(known: Registry.policies.map { $0.name })
    for (index, policy) in Registry.policies.enumerated() {
      let path = "\(group).\(policy.name)"
      var stated: Set<String> = []
      var sources: [String: String] = [:]
      if let node = fields?[policy.name] {
        GroupReading(findings: findings).read(node, policy.parameters, at: path) { spec, node, _, path in
          stated.insert(spec.key)
          let value = sourcedValue(
            node, of: spec, at: path, source: &sources["policies.\(policy.name).\(spec.key)"])
          if let value { law.policies[index][spec.key] = Dated(value) }
        }
      }
      self.sources.merge(sources) { $1 }
      for spec in policy.parameters where spec.defaultValue == nil && !stated.contains(spec.key) {
        findings.add(
          .missingKey(spec.key, path: path, expected: spec.kind.inWords(unit: spec.unit)),
          at: fields?[policy.name]?.place ?? fields?.place ?? economy.place)
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
          .wrongType(path: path, found: node.inWords, expected: "{value: …, source: \"…\"}"),
          at: node.place)
        return nil
      }
      return reading.value(node, of: spec, at: path)
    }
    guard let fields = Fields(node, at: path, findings) else { return nil }
    fields.refuseUnknown(known: ["value", "source"])
    source =
      mustHaveSources ? fields.requiredText("source", expected: Self.sourceExpected) : fields.text("source")
    return fields.required("value", expected: spec.kind.inWords(unit: spec.unit))
      .flatMap { reading.value($0, of: spec, at: path) }
  }

  static let sourceExpected = "where the number comes from, or the word prior"
}
