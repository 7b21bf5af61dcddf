import Economy

/// Reads `baseline:` and `reforms:`, each on top of what it inherits.
struct VariantReading {
  let findings: Findings
  let law: LawReading

  /// A variant before its policies are built.
  struct Variant {
    var name: String
    var label: String
    var law: Law
    /// Where its closure is stated; nil where that is the economy's.
    var closure: ScenarioError.Place?
  }

  /// The baseline first, then the reforms in the file's order.
  func read(_ fields: Fields, _ shared: Law) -> [Variant] {
    let variants = variants(fields, shared)
    for place in Set(variants.compactMap(\.closure)) {
      let users = variants.filter { $0.closure == place }.map(\.law)
      Contradictions(findings: findings).check(closure: place, of: users)
    }
    return variants
  }

  private func variants(_ fields: Fields, _ shared: Law) -> [Variant] {
    var variants = [
      Variant(name: "baseline", label: "Baseline", law: shared, closure: fields["closure"]?.place)
    ]
    if let node = fields["baseline"] { read(node, at: "baseline", into: &variants[0]) }
    guard let node = fields["reforms"], let reforms = Fields(node, at: "reforms", findings) else {
      return variants
    }
    for entry in reforms.entries {
      guard ScenarioKeys.isReformName(entry.key) else {
        findings.add(
          .wrongType(
            path: "a reform's name", found: "'\(entry.key)'",
            expected: "a letter, then letters, digits, _ or -, and not baseline"), at: entry.place)
        continue
      }
      var reform = variants[0]
      (reform.name, reform.label) = (entry.key, entry.key)
      read(entry.value, at: "reforms.\(entry.key)", into: &reform)
      variants.append(reform)
    }
    return variants
  }

  private func read(_ node: YAMLNode, at path: String, into variant: inout Variant) {
    guard let fields = Fields(node, at: path, findings) else { return }
    fields.refuseUnknown(known: ScenarioKeys.variant)
    if let label = fields.text("label") { variant.label = label }
    law.read(fields, into: &variant.law)
    if let node = fields["closure"] { variant.closure = node.place }
  }
}
