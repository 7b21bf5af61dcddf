import Economy
import Policies

/// Reads what a scenario, its baseline or a reform says about policies, automation and closure, on top of
/// what held before.
struct LawReading {
  let findings: Findings
  let start: YearMonth?
  /// Codes of the economy's occupations, for tables by occupation; the scenario file, besides which they lie.
  let occupations: [String]
  let file: String

  /// The keys of a section that this reads.
  static let keys = ["policies", "automation", "closure"]

  /// Changes the law by the three keys of a section, each of which may be missing.
  func read(_ fields: Fields, into law: inout Law) {
    if let node = fields["policies"] { readPolicies(node, at: fields.path(of: "policies"), into: &law) }
    if let node = fields["automation"] {
      readAutomation(node, at: fields.path(of: "automation"), into: &law)
    }
    if let node = fields["closure"] { readClosure(node, at: fields.path(of: "closure"), into: &law.closure) }
  }

  private func readPolicies(_ node: YAMLNode, at path: String, into law: inout Law) {
    guard let fields = Fields(node, at: path, findings) else { return }
    let names = Registry.policies.map { $0.name }
    fields.refuseUnknown(known: names)
    for (index, policy) in Registry.policies.enumerated() {
      guard let node = fields[policy.name] else { continue }
      readGroup(node, policy.parameters, at: fields.path(of: policy.name), into: &law.policies[index])
      if policy.name == DividendFund.name {
        Contradictions(findings: findings).check(fund: node.place, in: law)
      }
      if let start {
        Contradictions(findings: findings).check(
          phaseIn: policy, node, at: fields.path(of: policy.name), law.policies[index], start: start)
      }
    }
  }

  /// A preset states the whole section: what it does not name has its default, whatever was inherited. The keys
  /// beside it override it, wherever they stand.
  private func readAutomation(_ node: YAMLNode, at path: String, into law: inout Law) {
    let (preset, table) = (AutomationKeys.preset.key, AutomationKeys.path.key)
    var entries: [YAMLNode.Entry] = []
    if case .mapping(let stated) = node.content { entries = stated }
    if let stated = entries.last(where: { $0.key == preset }),
      let name = ValueReading(findings: findings).word(
        stated.value, among: AutomationPreset.all.map(\.name), at: "\(path).\(preset)"),
      let preset = AutomationPreset.named(name)
    {
      law.automation = Law.defaults(AutomationPath.parameters)
      for setting in preset.settings { law.automation[setting.key] = Dated(setting.value) }
      law.occupationPath = nil
    }
    if entries.contains(where: { AutomationKeys.frontiers.contains($0.key) }) { law.occupationPath = nil }
    if let stated = entries.last(where: { $0.key == table }), !occupations.isEmpty {
      law.occupationPath = OccupationPathReading(findings: findings, start: start, occupations: occupations)
        .read(stated.value, at: "\(path).\(table)", besides: file)
    }
    readGroup(node, AutomationPath.parameters, besides: [preset, table], at: path, into: &law.automation)
  }

  private func readGroup(
    _ node: YAMLNode, _ specs: [ParameterSpec], besides others: [String] = [], at path: String,
    into values: inout Law.Values
  ) {
    let dated = DatedReading(findings: findings, start: start)
    var stated: Law.Values = [:]
    GroupReading(findings: findings).read(node, specs, besides: others, at: path) { spec, node, _, path in
      stated[spec.key] = dated.values(node, of: spec, inheriting: values[spec.key], at: path)
    }
    values.merge(stated) { $1 }
  }

  /// A word is one instrument alone. Weights are stated together: those not named are 0.
  private func readClosure(_ node: YAMLNode, at path: String, into values: inout Law.Values) {
    let instruments = Closure.weights.map(\.key)
    var closure = Law.defaults(Closure.parameters)
    for instrument in instruments { closure[instrument] = Dated(.number(0)) }
    if case .mapping = node.content {
      let count = findings.errors.count
      var sum = 0.0
      GroupReading(findings: findings).read(node, Closure.parameters, at: path) { spec, node, _, path in
        guard instruments.contains(spec.key) else {
          let dated = DatedReading(findings: findings, start: start)
          closure[spec.key] = dated.values(node, of: spec, inheriting: closure[spec.key], at: path)
          return
        }
        guard let value = ValueReading(findings: findings).value(node, of: spec, at: path) else { return }
        closure[spec.key] = Dated(value)
        if case .number(let weight) = value { sum += weight }
      }
      guard findings.errors.count == count else { return }
      guard abs(sum - 1) <= 1e-6 else {
        return findings.add(.wrongSum(path: path, sum: sum, expected: 1), at: node.place)
      }
    } else {
      guard let word = ValueReading(findings: findings).word(node, among: instruments, at: path) else {
        return
      }
      closure[word] = Dated(.number(1))
    }
    values = closure
  }
}
