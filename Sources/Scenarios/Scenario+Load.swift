public import Economy

/// Reads a population file: its path, and the occupation codes of the economy to which its persons are to
/// point.
public typealias PopulationLoader = (_ path: String, _ occupations: [String]) throws -> [MicrodataHousehold]

extension Scenario {
  /// Reads a scenario file, its economy file and its population, with overrides on top.
  ///
  /// - Parameters:
  ///   - path: the scenario file.
  ///   - overrides: options of the command line, which win over the file.
  ///   - loadPopulation: reads population files; without it a scenario that names one is refused.
  /// - Throws: everything that is wrong with the files and the options.
  public static func load(
    _ path: String, overrides: Overrides = Overrides(), loadPopulation: PopulationLoader? = nil
  ) throws(ScenarioErrors) -> Scenario {
    guard FilePath.exists(path) else {
      let near = FilePath.nearest(to: path, besides: "", endings: ["yaml", "yml"])
      throw ScenarioErrors([ScenarioError(.missingFile, at: .file(path), suggestion: near)])
    }
    let findings = Findings()
    var root = try YAMLFile.read(path, expected: ScenarioReading.expected, findings)
    try FileKind.scenario.check(root)
    overrides.apply(to: &root, findings)
    return try read(root, path: path, findings, loadPopulation)
  }

  /// Reads scenario text as if it stood in a file of that name; the economy's path is relative to that file.
  public static func parse(
    _ text: String, path: String, overrides: Overrides = Overrides(), loadPopulation: PopulationLoader? = nil
  ) throws(ScenarioErrors) -> Scenario {
    let findings = Findings()
    var root = try YAMLFile.parse(text, name: path, expected: ScenarioReading.expected, findings)
    try FileKind.scenario.check(root)
    overrides.apply(to: &root, findings)
    return try read(root, path: path, findings, loadPopulation)
  }

  private static func read(
    _ root: YAMLNode, path: String, _ findings: Findings, _ loadPopulation: PopulationLoader?
  ) throws(ScenarioErrors) -> Scenario {
    let scenario = ScenarioReading(findings: findings, path: path, loadPopulation: loadPopulation).read(root)
    try findings.throwIfAny()
    guard let scenario else { preconditionFailure("a scenario without errors was not read") }
    return scenario
  }
}
