import Designs
import Economy

/// Reads the mapping of an experiment file.
struct SweepReading {
  let findings: Findings
  let path: String
  let text: String
  let loadPopulation: ScenarioTemplate.Loader?

  static let expected = "an experiment: title, scenario, factors, design, outputs"

  /// The sweep; nil where errors were found.
  func read(_ root: YAMLNode) -> SweepFile? {
    guard let fields = Fields(root, at: "", expected: Self.expected, findings) else { return nil }
    fields.refuseUnknown(known: SweepKeys.all)
    let title = fields.requiredText("title", expected: "what reports call the experiment")
    guard let template = template(fields), let base = base(template, fields) else { return nil }
    let variants = variants(fields, base)
    let factors = FactorReading(findings: findings, reforms: Array(base.variants.map(\.name).dropFirst()))
      .read(fields)
    let design = DesignReading(findings: findings, factors: factors, path: path).read(fields)
    let outputs = OutputReading(
      findings: findings, factors: factors.map(\.factor.name), months: base.months,
      hasReform: variants.contains { $0 != base.variants[0].name }
    ).read(fields)
    let asking = QuestionReading(
      findings: findings, outputs: outputs.map(\.name),
      series: outputs.filter { if case .series = $0.summary { true } else { false } }.map(\.name),
      variants: variants)
    let (replications, precision) = asking.replications(fields)
    let questions = asking.analyses(fields)
    let goals = GoalReading(findings: findings, factors: factors.map(\.factor), asking: asking)
    let solve = goals.solve(fields, replications)
    let optimise = goals.optimise(fields)
    let experiment = Experiment(
      title: title ?? "", question: fields.text("question"), scenario: template.path,
      factors: factors.map(\.factor), design: design ?? .grid, constraints: constraints(fields),
      replications: replications, seed: UInt64(seed(fields)), outputs: outputs,
      analyses: questions.map(\.analysis))
    guard findings.errors.isEmpty else { return nil }
    let placing = SweepPlaces(root: root)
    guard let points = points(of: experiment, placing) else { return nil }
    let settings = settings(fields)
    checkEnds(of: factors, template, settings)
    guard findings.errors.isEmpty else { return nil }
    return SweepFile(
      name: FilePath.name(of: path), experiment: experiment, points: points, template: template,
      settings: settings, base: base, variants: variants, questions: questions.map(\.measure),
      solve: solve, optimise: optimise,
      precision: precision, definition: definition(root, experiment.design, base), text: text)
  }

  // MARK: Scenario

  private func template(_ fields: Fields) -> ScenarioTemplate? {
    guard let name = fields.requiredText("scenario", expected: "the path of a scenario file") else {
      return nil
    }
    let file = FilePath.resolve(name, besides: path)
    guard FilePath.exists(file) else {
      findings.add(
        .missingReference(name), at: fields.place(of: "scenario"),
        suggestion: FilePath.nearest(to: name, besides: path, endings: ["yaml", "yml"]))
      return nil
    }
    do {
      return try ScenarioTemplate(file, loadPopulation: loadPopulation)
    } catch {
      findings.add(error)
      return nil
    }
  }

  /// The values under `set`, by dotted path. Their own places are found again by `base`.
  private func settings(_ fields: Fields) -> [Overrides.Setting] {
    settingNodes(fields).map { Overrides.Setting($0.path, $0.text) }
  }

  private func settingNodes(_ fields: Fields) -> [(path: String, text: String, place: ScenarioError.Place)] {
    guard let node = fields["set"] else { return [] }
    return SweepPlaces.leaves(of: node, at: "").map { ($0.path, $0.text, $0.place) }
  }

  private func base(_ template: ScenarioTemplate, _ fields: Fields) -> Scenario? {
    if let node = fields["set"] { guard Fields(node, at: "set", findings) != nil else { return nil } }
    let nodes = settingNodes(fields)
    for node in nodes where Self.isOwn(node.path) {
      findings.add(.inconsistent(Self.ownMessage(node.path)), at: node.place)
    }
    do {
      return try template.scenario(nodes.map { Overrides.Setting($0.path, $0.text) })
    } catch {
      for error in error.errors { add(error, places: nodes.map { ($0.path, $0.place) }) }
      return nil
    }
  }

  /// An error of the scenario: where it is about a value that this file put there, at the place of that value.
  private func add(_ error: ScenarioError, places: [(path: String, place: ScenarioError.Place)]) {
    guard case .option(let option) = error.place,
      let match = places.first(where: { option.hasPrefix("--set \($0.path)=") })
    else { return findings.add(ScenarioErrors([error])) }
    findings.add(error.problem, at: match.place, suggestion: error.suggestion)
  }

  /// Whether a path of the scenario is one that the experiment states itself.
  static func isOwn(_ path: String) -> Bool { path == "seed" || path == "replications" }
  static func ownMessage(_ path: String) -> String {
    "'\(path)' of the scenario does not count here: state '\(path)' at the top level of this file"
  }

  /// The scenario has to make sense where each factor alone is at its ends. What several factors do together is
  /// seen when their point is run.
  private func checkEnds(
    of factors: [FactorReading.Reading], _ template: ScenarioTemplate, _ settings: [Overrides.Setting]
  ) {
    for reading in factors {
      for value in reading.ends {
        do {
          _ = try template.scenario(
            settings + [Overrides.Setting(reading.factor.path, value.description)])
        } catch {
          for error in error.errors { add(error, places: [(reading.factor.path, reading.place)]) }
          break
        }
      }
    }
  }

  private func variants(_ fields: Fields, _ base: Scenario) -> [String] {
    let known = base.variants.map(\.name)
    guard let node = fields["variants"] else { return known }
    let chosen = ValueReading(findings: findings).words(node, among: known, at: "variants") ?? known
    if chosen.isEmpty {
      findings.add(.inconsistent("nothing is simulated: a variant or more is needed"), at: node.place)
    }
    return chosen
  }

  private func seed(_ fields: Fields) -> Int {
    guard let node = fields["seed"], case .integer(let bounds) = ScenarioKeys.seed.kind else { return 1 }
    return ValueReading(findings: findings).integer(node, in: bounds, unit: "1", at: "seed") ?? 1
  }

  private func constraints(_ fields: Fields) -> [String] {
    guard let node = fields["where"] else { return [] }
    let items: [YAMLNode]
    if case .sequence(let list) = node.content { items = list } else { items = [node] }
    return items.compactMap { item in
      if case .scalar(let text, _) = item.content, !item.isNull { return text }
      findings.add(
        .wrongType(path: "where", found: item.inWords, expected: "a condition such as \"hours <= 40\""),
        at: item.place)
      return nil
    }
  }

  // MARK: Points

  private func points(of experiment: Experiment, _ placing: SweepPlaces) -> PointList? {
    do {
      return try experiment.points()
    } catch {
      for error in error.errors { placing.add(error, to: findings) }
      return nil
    }
  }

  /// The title, the analyses and the number of replications change no run.
  private func definition(_ root: YAMLNode, _ design: Design, _ base: Scenario) -> [SweepFact] {
    let free = [
      "title", "question", "analysis", "solve", "optimize", "replications", "scenario", "set", "variants",
    ]
    var facts = SweepPlaces.leaves(of: root, at: "").filter { leaf in
      !free.contains { leaf.path == $0 || leaf.path.hasPrefix("\($0).") || leaf.path.hasPrefix("\($0)[") }
    }.map { SweepFact($0.path, $0.text) }
    for (index, row) in design.listedRows.enumerated() {
      facts.append(SweepFact("design.rows[\(index)]", row.map(\.description).joined(separator: ",")))
    }
    if let resolved = try? YAMLFile.parse(base.resolved, name: "", expected: "", Findings()) {
      // A label changes no run either.
      facts += SweepPlaces.leaves(of: resolved, at: "scenario").filter {
        !["title", "question", "criterion", "seed", "replications"].map { "scenario.\($0)" }.contains($0.path)
          && !$0.path.hasSuffix(".label")
      }.map { SweepFact($0.path, $0.text) }
    }
    return facts
  }
}

extension Design {
  /// The rows of lists in it, which may come from other files.
  fileprivate var listedRows: [[FactorValue]] {
    switch self {
    case .list(let rows): rows
    case .crossed(let levers, let uncertainties): levers.listedRows + uncertainties.listedRows
    default: []
    }
  }
}

extension SweepFile {
  /// Reads an experiment file, its scenario and its list of points.
  ///
  /// - Throws: everything that is wrong with them, each with its place.
  public static func load(_ path: String, loadPopulation: ScenarioTemplate.Loader? = nil)
    throws(ScenarioErrors) -> SweepFile
  {
    guard FilePath.exists(path) else {
      let near = FilePath.nearest(to: path, besides: "", endings: ["yaml", "yml"])
      throw ScenarioErrors([ScenarioError(.missingFile, at: .file(path), suggestion: near)])
    }
    let text = try YAMLFile.text(of: path).lines.joined(separator: "\n")
    return try parse(text, path: path, loadPopulation: loadPopulation)
  }

  /// Reads the text of an experiment as if it stood in a file of that name.
  public static func parse(_ text: String, path: String, loadPopulation: ScenarioTemplate.Loader? = nil)
    throws(ScenarioErrors) -> SweepFile
  {
    let findings = Findings()
    let root = try YAMLFile.parse(text, name: path, expected: SweepReading.expected, findings)
    try FileKind.experiment.check(root)
    let reading = SweepReading(findings: findings, path: path, text: text, loadPopulation: loadPopulation)
    let sweep = reading.read(root)
    try findings.throwIfAny()
    guard let sweep else { preconditionFailure("an experiment without errors was not read") }
    return sweep
  }
}
