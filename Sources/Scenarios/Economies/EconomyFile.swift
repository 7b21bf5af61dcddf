public import Economy
import Policies

/// An economy file: the figures of one country, each with its source, and its standing law.
public struct EconomyFile: Sendable {
  /// The file as it was named.
  public let path: String
  /// Its numbers and tables.
  public let calibration: Calibration
  /// Where each number comes from, by dotted path: `wages.slope`, `policies.basic_income.adult`,
  /// `tables.mobility`.
  public let sources: [String: String]
  let law: Law

  /// The law of the country as it stands, with a quiet automation path.
  public var standing: Regime { law.regime }

  /// Reads and checks an economy file; throws everything that is wrong with it.
  public static func load(_ path: String) throws(ScenarioErrors) -> EconomyFile {
    let findings = Findings()
    let root = try YAMLFile.read(path, expected: EconomyReading.expected, findings)
    try FileKind.economy.check(root)
    var reading = EconomyReading(findings: findings, mustHaveSources: true)
    let economy = reading.read(root, path: path)
    try findings.throwIfAny()
    guard let economy else { preconditionFailure("an economy without errors was not read") }
    return economy
  }
}
