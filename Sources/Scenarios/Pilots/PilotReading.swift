import Economy

/// Reads `pilot:`.
struct PilotReading {
  let findings: Findings
  let law: LawReading
  /// The scenario's persons and first month.
  let persons: Int
  let start: YearMonth

  /// The section with its law, and the same as canonical YAML; nil where something is wrong.
  func read(_ node: YAMLNode, _ baseline: Law) -> (pilot: ScenarioPilot, canonical: CanonicalYAML)? {
    let path = ScenarioKeys.pilot.key
    guard let fields = Fields(node, at: path, findings) else { return nil }
    var values = Law.defaults(PilotDesign.parameters)
    GroupReading(findings: findings).read(node, PilotDesign.parameters, besides: PilotKeys.others, at: path) {
      spec, node, _, path in
      values[spec.key] =
        ValueReading(findings: findings).value(node, of: spec, at: path).map { Dated($0) }
        ?? values[spec.key]
    }
    var own = baseline
    law.read(fields, into: &own)
    let published = fields[PilotKeys.published.key].map {
      figures($0, at: fields.path(of: PilotKeys.published.key))
    }
    let design = PilotDesign(ParameterValues(PilotDesign.parameters, stated: values), at: start)
    check(design, values, fields)
    guard findings.errors.isEmpty else { return nil }
    let pilot = ScenarioPilot(design: design, policies: own.regime.policies, published: published ?? [])
    return (pilot, canonical(values, own, pilot.published))
  }

  /// What must hold between the values.
  private func check(_ design: PilotDesign, _ values: Law.Values, _ fields: Fields) {
    func refuse(_ text: String, _ key: String) {
      findings.add(.inconsistent(text), at: fields.place(of: key))
    }
    let drawn = design.treated + design.control
    // There are fewer households and firms than persons; how many are eligible only the draw can tell.
    if drawn > persons {
      refuse("\(drawn) treated and control \(design.unit.rawValue) of a population of \(persons)", "treated")
    }
    if design.unit == .firms, design.transfer != 0 { refuse("firms get no transfer", "transfer") }
    if design.unit == .firms, design.grouping != .none { refuse("firms have no groups", "by") }
    if design.estimator == .difference, design.control == 0 {
      refuse("the estimator 'difference' needs a control group", "estimator")
    }
    func stated(_ key: String) -> Double {
      if case .number(let number)? = values[key]?.initial { number } else { 0 }
    }
    if stated("eligible.age_from") > stated("eligible.age_to") {
      refuse("eligible.age_from is above eligible.age_to", "eligible")
    }
    if stated("window.from") > stated("months")
      || (stated("window.to") != 0 && stated("window.to") < stated("window.from"))
    {
      refuse("the window holds no month of the pilot", "window")
    }
  }

  // MARK: Published figures

  private func figures(_ node: YAMLNode, at path: String) -> [ScenarioPilot.Published] {
    guard case .sequence(let items) = node.content else {
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: "a list of published figures"), at: node.place)
      return []
    }
    return items.compactMap { figure($0, at: path) }
  }

  private func figure(_ node: YAMLNode, at path: String) -> ScenarioPilot.Published? {
    guard let fields = Fields(node, at: path, findings) else { return nil }
    fields.refuseUnknown(known: PilotKeys.figure)
    let outcome = fields.required("outcome", expected: "what the effect is stated in").flatMap {
      ValueReading(findings: findings).word(
        $0, among: PilotOutcome.allCases.map(\.rawValue), at: fields.path(of: "outcome"))
    }.flatMap(PilotOutcome.init)
    let result = fields.requiredText("result", expected: "the figure in words")
    let source = fields.requiredText("source", expected: "where it was published")
    guard let accepted = band(fields), let outcome, let result, let source else { return nil }
    return ScenarioPilot.Published(
      outcome: outcome, group: fields.text("group") ?? "", result: result, accepted: accepted, source: source,
      missed: fields.text("missed") ?? "")
  }

  private func band(_ fields: Fields) -> ClosedRange<Double>? {
    let expected = "the band that counts as the same: [lowest, highest]"
    guard let node = fields.required("accepted", expected: expected) else { return nil }
    let path = fields.path(of: "accepted")
    guard case .sequence(let items) = node.content, items.count == 2 else {
      findings.add(.wrongType(path: path, found: node.inWords, expected: expected), at: node.place)
      return nil
    }
    let bounds = items.compactMap {
      ValueReading(findings: findings).number($0, in: -1e12...1e12, unit: "", at: path)
    }
    guard bounds.count == 2 else { return nil }
    guard bounds[0] <= bounds[1] else {
      findings.add(.inconsistent("the band's first number is above its second"), at: node.place)
      return nil
    }
    return bounds[0]...bounds[1]
  }

  private func canonical(_ values: Law.Values, _ law: Law, _ published: [ScenarioPilot.Published])
    -> CanonicalYAML
  {
    guard case .mapping(var entries) = CanonicalValues.group(PilotDesign.parameters, values) else {
      return .mapping([])
    }
    entries.append((PilotKeys.policies.key, CanonicalValues.policies(law)))
    if !published.isEmpty {
      let figures = published.map { figure -> CanonicalYAML in
        let texts = [
          ("outcome", figure.outcome.rawValue), ("group", figure.group), ("result", figure.result),
          ("source", figure.source), ("missed", figure.missed),
        ]
        let band = [figure.accepted.lowerBound, figure.accepted.upperBound]
        return CanonicalYAML.mapping(
          texts.filter { !$1.isEmpty }.map { (key: $0, value: .text($1)) }
            + [(key: "accepted", value: .list(band.map { .number($0) }))])
      }
      entries.append((PilotKeys.published.key, .list(figures)))
    }
    return .mapping(entries)
  }
}
