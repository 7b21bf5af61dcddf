import Economy
import Policies

/// Reads the mapping of a scenario file.
struct ScenarioReading {
  let findings: Findings
  let path: String
  let loadPopulation: PopulationLoader?
  /// Where economy files are taken from; read anew each time by default.
  var economies: EconomyFiles?

  static let expected = "a scenario: title, economy, start and more"

  /// The scenario; nil where errors were found.
  func read(_ root: YAMLNode) -> Scenario? {
    guard let fields = Fields(root, at: "", expected: Self.expected, findings) else { return nil }
    fields.refuseUnknown(known: ScenarioKeys.all.map(\.key))
    let title = fields.requiredText("title", expected: "what reports call the scenario")
    let question = fields.text("question") ?? ""
    let criterion = fields.text("criterion") ?? ""
    let start = start(fields)
    let economy = economy(fields)
    var calibration = economy?.calibration ?? Calibration()
    if let node = fields["assumptions"] { assume(node, economy, into: &calibration) }
    if let node = fields["network"], economy != nil {
      refine(&calibration, by: node, fields)
    }
    let numbers = ScenarioKeys.numbers.dropFirst().map { integer(fields, $0) }
    let population = population(fields, calibration)

    var law = economy?.law ?? Law()
    let reading = LawReading(
      findings: findings, start: start, occupations: calibration.occupations.map(\.code), file: path)
    reading.read(fields, into: &law)
    let variants = VariantReading(findings: findings, law: reading).read(fields, law)
    let pilot = fields[ScenarioKeys.pilot.key].flatMap { node in
      population.flatMap { population in
        start.flatMap { start in
          PilotReading(findings: findings, law: reading, persons: population.persons, start: start)
            .read(node, variants[0].law)
        }
      }
    }
    let gains = fields[ScenarioKeys.gains.key].flatMap {
      GainsReading(findings: findings).read($0, months: numbers[0])
    }

    let answer = fields[ScenarioKeys.answer.key].flatMap {
      AnswerReading(findings: findings, reforms: variants.dropFirst().map(\.name)).read($0)
    }

    guard findings.errors.isEmpty, let title, let start, let economy, let population else { return nil }
    var scenario = Scenario(
      name: FilePath.name(of: path), title: title, question: question, criterion: criterion,
      calibration: calibration, population: population, start: start, months: numbers[0],
      burnInMonths: numbers[1],
      seed: UInt64(numbers[2]), replications: numbers[3], standing: economy.law.regime,
      variants: variants.map { Scenario.Variant(name: $0.name, label: $0.label, regime: $0.law.regime) },
      resolved: "")
    scenario.pilot = pilot?.pilot
    scenario.gains = gains
    scenario.answer = answer ?? []
    scenario.assumptions = Assumption.all(calibration, variants[0].law, of: economy)
    let canonical = CanonicalScenario(
      scenario: scenario, standing: economy.law, variants: variants, pilot: pilot?.canonical)
    scenario.resolved = canonical.text
    scenario.past = canonical.past
    for index in variants.indices { scenario.variants[index].law = canonical.law(of: variants[index]) }
    if gains?.hasPlacebos == true { scenario.variants += placebos(variants[0].law) }
    return scenario
  }

  private func placebos(_ baseline: Law) -> [Scenario.Variant] {
    Gains.Placebo.allCases.map { placebo in
      let law = placebo == .oneCent ? GainsReading.oneCent(baseline) : baseline
      return Scenario.Variant(
        name: placebo.rawValue, label: placebo.label, placebo: placebo, regime: law.regime)
    }
  }

  private func integer(_ fields: Fields, _ spec: ParameterSpec) -> Int {
    guard case .integer(let bounds) = spec.kind, case .number(let value)? = spec.defaultValue else {
      preconditionFailure("\(spec.key) is declared as a whole number with a default")
    }
    guard let node = fields[spec.key] else { return Int(value) }
    return ValueReading(findings: findings).integer(
      node, in: bounds, unit: spec.unit, at: fields.path(of: spec.key))
      ?? Int(value)
  }

  private func start(_ fields: Fields) -> YearMonth? {
    guard let node = fields.required("start", expected: "the first month, YYYY-MM") else { return nil }
    if case .scalar(let text, _) = node.content, !node.isNull {
      if let month = YearMonth(text) { return month }
      findings.add(
        .badDate(text, path: "start"), at: node.place, suggestion: DatedReading.suggestion(for: text))
    } else {
      findings.add(
        .wrongType(path: "start", found: node.inWords, expected: "the first month, YYYY-MM"), at: node.place)
    }
    return nil
  }

  private func economy(_ fields: Fields) -> EconomyFile? {
    let expected = "the path of an economy file"
    guard let node = fields.required("economy", expected: expected) else { return nil }
    if case .mapping = node.content {
      var reading = EconomyReading(findings: findings, mustHaveSources: false, base: "economy")
      return reading.read(node, path: path)
    }
    guard case .scalar(let name, _) = node.content, !node.isNull, !name.isEmpty else {
      findings.add(.wrongType(path: "economy", found: node.inWords, expected: expected), at: node.place)
      return nil
    }
    let file = FilePath.resolve(name, besides: path)
    guard FilePath.exists(file) else {
      findings.add(
        .missingReference(name), at: node.place,
        suggestion: FilePath.nearest(to: name, besides: path, endings: ["yaml", "yml"]))
      return nil
    }
    do {
      if let economies { return try economies.file(file) }
      return try EconomyFile.load(file)
    } catch {
      findings.add(error)
      return nil
    }
  }

  private func assume(_ node: YAMLNode, _ economy: EconomyFile?, into calibration: inout Calibration) {
    let entries = Calibration.entries
    var places: [String: ScenarioError.Place] = [:]
    var values: [String: Double] = [:]
    GroupReading(findings: findings).read(node, entries.map(\.spec), at: "assumptions") {
      spec, node, place, path in
      guard case .number(let value)? = ValueReading(findings: findings).value(node, of: spec, at: path) else {
        return
      }
      places[spec.key] = place
      values[spec.key] = value
    }
    for entry in entries {
      if let value = values[entry.spec.key] { calibration[keyPath: entry.path] = value }
    }
    guard economy != nil else { return }
    let all = entries.reduce(into: [String: Double]()) { $0[$1.spec.key] = calibration[keyPath: $1.path] }
    Consistency(findings: findings).check(all, places: places)
  }

  /// Puts a network's occupations in the place of the economy's.
  private func refine(_ calibration: inout Calibration, by node: YAMLNode, _ fields: Fields) {
    if let refined = NetworkReading(findings: findings, file: path).read(node, calibration) {
      calibration = refined
    }
    if let population = fields["population"], case .mapping(let entries) = population.content,
      let file = entries.last(where: { $0.key == "file" })
    {
      findings.add(
        .inconsistent("a population file says the economy file's occupations, which network replaces"),
        at: file.place)
    }
  }

  private func population(_ fields: Fields, _ calibration: Calibration) -> PopulationSource? {
    let spec = ScenarioKeys.persons
    guard let node = fields["population"], case .mapping = node.content,
      let group = Fields(node, at: "population", findings)
    else { return .synthetic(persons: integer(fields, spec)) }
    group.refuseUnknown(known: ["persons", "file"])
    let count = integer(group, spec.renamed("persons"))
    guard let file = group["file"] else { return .synthetic(persons: count) }
    guard case .scalar(let name, _) = file.content, !file.isNull, !name.isEmpty else {
      findings.add(
        .wrongType(path: "population.file", found: file.inWords, expected: "the path of a population file"),
        at: file.place)
      return nil
    }
    return microdata(name, count, calibration, file.place)
  }

  private func microdata(
    _ name: String, _ persons: Int, _ calibration: Calibration, _ place: ScenarioError.Place
  ) -> PopulationSource? {
    let file = FilePath.resolve(name, besides: path)
    guard FilePath.exists(file) else {
      findings.add(
        .missingReference(name), at: place, suggestion: FilePath.nearest(to: name, besides: path, endings: [])
      )
      return nil
    }
    guard let loadPopulation else {
      findings.add(
        .population(path: "population.file", reason: "population files are not read here"), at: place)
      return nil
    }
    do {
      let households = try loadPopulation(file, calibration.occupations.map(\.code))
      return .microdata(households, persons: persons)
    } catch {
      findings.add(.population(path: "population.file", reason: "\(error)"), at: place)
      return nil
    }
  }
}
