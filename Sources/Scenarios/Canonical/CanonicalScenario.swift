import Economy
import Policies

/// A resolved scenario as YAML: nothing is left to defaults or to other files, and equal scenarios give equal
/// text. It is a scenario file itself and reads back as the same scenario, unless its population comes from a
/// file, of which it holds a digest only.
struct CanonicalScenario {
  let scenario: Scenario
  /// The law of the economy file.
  let standing: Law
  let variants: [VariantReading.Variant]
  /// The pilot's section; nil without one.
  let pilot: CanonicalYAML?

  var text: String {
    let baseline = variants[0]
    let reforms = variants.dropFirst().map { (key: $0.name, value: variant($0)) }
    let texts = [("question", scenario.question), ("criterion", scenario.criterion)].filter { !$1.isEmpty }
    var entries: [(key: String, value: CanonicalYAML)] = [("title", .text(scenario.title))]
    entries += texts.map { (key: $0, value: .text($1)) }
    entries += [
      ("economy", CanonicalEconomy(calibration: scenario.calibration, standing: standing).yaml),
      ("population", population),
      ("start", .text(scenario.start.description)),
      ("months", .number(Double(scenario.months))),
      ("burn_in", .number(Double(scenario.burnInMonths))),
      ("seed", .number(Double(scenario.seed))),
      ("replications", .number(Double(scenario.replications))),
    ]
    if let gains = scenario.gains { entries.append(("gains", Self.yaml(gains))) }
    if !scenario.answer.isEmpty {
      entries.append((ScenarioKeys.answer.key, AnswerReading.yaml(scenario.answer)))
    }
    entries += [
      ("baseline", variant(baseline)),
      ("reforms", .mapping(Array(reforms))),
    ]
    if let pilot { entries.append((ScenarioKeys.pilot.key, pilot)) }
    return CanonicalYAML.mapping(entries).rendered
  }

  private static func yaml(_ gains: Gains) -> CanonicalYAML {
    let valuation = gains.valuation
    return .mapping([
      (GainsReading.windows.key, .list(valuation.windows.map { .number(Double($0 / 12)) })),
      (GainsReading.discountRate.key, .number(valuation.discountRate)),
      (GainsReading.equivalence.key, .text(valuation.equivalence.rawValue)),
      (GainsReading.unemploymentCost.key, .number(valuation.unemploymentCost)),
      (GainsReading.sample.key, .number(Double(gains.sample))),
      (GainsReading.placebos.key, .flag(gains.hasPlacebos)),
    ])
  }

  /// What the burn-in depends on, but for the seed.
  var past: String {
    CanonicalYAML.mapping([
      ("economy", CanonicalEconomy(calibration: scenario.calibration, standing: standing).yaml),
      ("population", population),
      ("start", .text(scenario.start.description)),
      ("burn_in", .number(Double(scenario.burnInMonths))),
    ]).rendered
  }

  /// A variant without its label, which changes nothing.
  func law(of variant: VariantReading.Variant) -> String {
    CanonicalYAML.mapping(lawEntries(of: variant)).rendered
  }

  private func variant(_ variant: VariantReading.Variant) -> CanonicalYAML {
    .mapping([("label", .text(variant.label))] + lawEntries(of: variant))
  }

  private func lawEntries(of variant: VariantReading.Variant) -> [(key: String, value: CanonicalYAML)] {
    [
      ("policies", CanonicalValues.policies(variant.law)),
      ("automation", automation(variant.law)),
      ("closure", CanonicalValues.group(Closure.parameters, variant.law.closure)),
    ]
  }

  private func automation(_ law: Law) -> CanonicalYAML {
    let group = CanonicalValues.group(AutomationPath.parameters, law.automation)
    guard let path = law.occupationPath, case .mapping(let entries) = group else { return group }
    let table = zip(scenario.calibration.occupations, path.points).filter { !$1.isEmpty }.map {
      occupation, points in
      (
        key: occupation.code,
        value: CanonicalYAML.mapping(
          points.map { (key: $0.month.description, value: CanonicalYAML.number($0.share)) })
      )
    }
    return .mapping([(key: AutomationKeys.path.key, value: .mapping(table))] + entries)
  }

  private var population: CanonicalYAML {
    switch scenario.population {
    case .synthetic(let persons): .mapping([("persons", .number(Double(persons)))])
    case .microdata(let households, let persons):
      .mapping([
        ("persons", .number(Double(persons))), ("households", .number(Double(households.count))),
        ("digest", .text(PopulationDigest.digest(of: households))),
      ])
    }
  }
}

/// The values of parameters as YAML, nested by the levels of their keys.
enum CanonicalValues {
  static func policies(_ law: Law) -> CanonicalYAML {
    .mapping(zip(Registry.policies, law.policies).map { ($0.name, group($0.parameters, $1)) })
  }

  /// - Precondition: every parameter has a value.
  static func group(_ specs: [ParameterSpec], _ values: Law.Values) -> CanonicalYAML {
    nested(specs.compactMap { spec in values[spec.key].map { (spec.key, dated($0)) } })
  }

  /// Keys with dots as mappings in mappings, in the order in which they come.
  static func nested(_ values: [(key: String, value: CanonicalYAML)]) -> CanonicalYAML {
    var entries: [(key: String, value: CanonicalYAML)] = []
    var groups: [String: [(key: String, value: CanonicalYAML)]] = [:]
    for (key, value) in values {
      guard let dot = key.firstIndex(of: ".") else {
        entries.append((key, value))
        continue
      }
      let group = String(key[..<dot])
      if groups[group] == nil { entries.append((group, .mapping([]))) }
      groups[group, default: []].append((String(key[key.index(after: dot)...]), value))
    }
    return .mapping(entries.map { entry in groups[entry.key].map { (entry.key, nested($0)) } ?? entry })
  }

  private static func dated(_ values: Dated<ParameterValue>) -> CanonicalYAML {
    guard !values.isConstant else { return value(values.initial) }
    let steps = values.steps.map { (key: $0.month.description, value: value($0.value)) }
    return .mapping([(DatedReading.initialKey, value(values.initial))] + steps)
  }

  private static func value(_ value: ParameterValue) -> CanonicalYAML {
    switch value {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .choice(let word): .text(word)
    case .choices(let words): .list(words.map { .text($0) })
    }
  }
}
