import Designs
import Economy

/// Reads `factors:`. What a factor may be follows from the declaration of the parameter that its path leads to.
struct FactorReading {
  let findings: Findings
  /// The reforms of the scenario.
  let reforms: [String]

  /// A factor with what is needed to check it further.
  struct Reading {
    let factor: Factor
    let spec: ParameterSpec
    let place: ScenarioError.Place

    /// The lowest and the highest value, or all that are listed.
    var ends: [FactorValue] {
      switch factor.distribution {
      case .values(let values, _): values
      case .uniform(let low, let high), .logUniform(let low, let high), .triangular(let low, _, let high),
        .normal(_, _, let low, let high):
        [.number(low), .number(high)]
      case .wholeNumbers(let low, let high): [.number(Double(low)), .number(Double(high))]
      case nil: []
      }
    }
  }

  /// The factors in the file's order, but those with errors.
  func read(_ fields: Fields) -> [Reading] {
    guard let node = fields.required("factors", expected: "what is varied, by name"),
      let factors = Fields(node, at: "factors", findings)
    else { return [] }
    return factors.entries.compactMap(factor)
  }

  private func factor(_ entry: YAMLNode.Entry) -> Reading? {
    let key = "factors.\(entry.key)"
    guard
      let fields = Fields(entry.value, at: key, expected: "a mapping with path and range or values", findings)
    else { return nil }
    fields.refuseUnknown(known: SweepKeys.factor)
    if SweepKeys.columns.contains(entry.key.lowercased()) {
      findings.add(
        .inconsistent("'\(entry.key)' is a column of the results: another name is needed"), at: entry.place)
    }
    guard let path = fields.requiredText("path", expected: "the value that it varies, as --set takes it"),
      let spec = spec(at: path, fields)
    else { return nil }
    let role =
      fields["role"].flatMap {
        ValueReading(findings: findings).word(
          $0, among: Factor.Role.allCases.map(\.rawValue), at: "\(key).role")
      }.flatMap(Factor.Role.init) ?? .uncertainty
    if let unit = fields.text("unit"), unit != spec.unit {
      findings.add(
        .wrongType(path: "\(key).unit", found: "'\(unit)'", expected: "'\(spec.unit)', the unit of \(path)"),
        at: fields.place(of: "unit"))
    }
    let levels = fields["levels"].flatMap {
      ValueReading(findings: findings).integer($0, in: 1...1_000_000, unit: "1", at: "\(key).levels")
    }
    let factor = Factor(
      name: entry.key, path: path, unit: spec.unit, role: role,
      distribution: DistributionReading(findings: findings, spec: spec, fields: fields).read(), levels: levels
    )
    return Reading(factor: factor, spec: spec, place: fields.place(of: "path"))
  }

  /// The declaration that a path leads to. Months, and the names of variants, stand outside of it.
  private func spec(at path: String, _ fields: Fields) -> ParameterSpec? {
    let place = fields.place(of: "path")
    if SweepReading.isOwn(path) {
      findings.add(.inconsistent(SweepReading.ownMessage(path)), at: place)
      return nil
    }
    var levels = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var prefix: [String] = []
    if levels.first == ScenarioKeys.baseline.key {
      prefix = Array(levels.prefix(1))
    } else if levels.first == ScenarioKeys.reforms.key {
      prefix = Array(levels.prefix(2))
      guard levels.count > 1, reforms.contains(levels[1]) else {
        let name = levels.count > 1 ? levels[1] : ""
        findings.add(
          .unknownReform(name, known: reforms), at: place,
          suggestion: findings.suggestion(for: name, among: reforms))
        return nil
      }
    }
    levels.removeFirst(prefix.count)
    let isDated = levels.count > 1 && DatedReading.isDate(levels[levels.count - 1])
    if isDated { levels.removeLast() }
    let bare = levels.joined(separator: ".")
    if bare == ScenarioKeys.closure.key { return Self.closure }
    if let spec = Catalogue.items.first(where: { $0.path == bare })?.spec {
      guard !isDated || spec.isDated else {
        findings.add(.notDated(path: bare), at: place)
        return nil
      }
      return spec
    }
    let near = Catalogue.nearest(to: bare).map { (prefix + [$0]).joined(separator: ".") }
    findings.add(.unknownPath(path), at: place, suggestion: near == path ? nil : near)
    return nil
  }

  /// The closure as a whole: one instrument.
  private static let closure = ParameterSpec(
    "closure", ScenarioKeys.closure.meaning, unit: "word", .choice(Closure.weights.map(\.key)),
    default: nil,
    source: "choice of the scenario", dated: false)
}
