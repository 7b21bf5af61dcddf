public import Economy
import Synchronization

/// A scenario file that is read once and then resolved many times, with other values each time.
public struct ScenarioTemplate: Sendable {
  /// The scenario file.
  public let path: String
  private let root: YAMLNode
  private let economies = EconomyFiles()
  private let populations: PopulationFiles?

  /// Reads a population file, from any thread.
  public typealias Loader = @Sendable (_ path: String, _ occupations: [String]) throws -> [MicrodataHousehold]

  /// - Parameters:
  ///   - path: the scenario file.
  ///   - loadPopulation: reads population files; without it a scenario that names one is refused.
  public init(_ path: String, loadPopulation: Loader? = nil) throws(ScenarioErrors) {
    let findings = Findings()
    root = try YAMLFile.read(path, expected: ScenarioReading.expected, findings)
    try FileKind.scenario.check(root)
    try findings.throwIfAny()
    self.path = path
    populations = loadPopulation.map { PopulationFiles($0) }
  }

  /// The scenario with values in place of the file's; of two for the same path the later one counts.
  public func scenario(_ settings: [Overrides.Setting]) throws(ScenarioErrors) -> Scenario {
    let findings = Findings()
    var root = root
    Overrides(settings: settings).apply(to: &root, findings)
    let loader: PopulationLoader? = populations.map { files in
      { path, occupations in try files.households(path, occupations) }
    }
    let reading = ScenarioReading(
      findings: findings, path: path, loadPopulation: loader, economies: economies)
    let scenario = reading.read(root)
    try findings.throwIfAny()
    guard var scenario else { preconditionFailure("a scenario without errors was not read") }
    // A sweep's replications differ in their persons, so that nobody is followed through them: placebos say nothing.
    scenario.variants.removeAll { $0.placebo != nil }
    return scenario
  }
}

/// Population files that were read before.
private final class PopulationFiles: Sendable {
  private let load: ScenarioTemplate.Loader
  private let known = Mutex<[[String]: [MicrodataHousehold]]>([:])

  init(_ load: @escaping ScenarioTemplate.Loader) { self.load = load }

  func households(_ path: String, _ occupations: [String]) throws -> [MicrodataHousehold] {
    let key = [path] + occupations
    if let households = known.withLock({ $0[key] }) { return households }
    let households = try load(path, occupations)
    known.withLock { $0[key] = households }
    return households
  }
}
