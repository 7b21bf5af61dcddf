import Economy
import Policies

/// A value that a scenario rests on, with where it comes from: what reports print, and results keep.
public struct Assumption: Sendable, Equatable {
  /// Dotted, as `--set` takes it: `assumptions.wages.slope`, `policies.pensions.replacement`.
  public let path: String
  /// The value in words; of one that changes, the first.
  public let value: String
  /// Its unit.
  public let unit: String
  /// Where it comes from; `the scenario` where the scenario states it in place of the country or the default.
  public let source: String

  /// Whether its source calls it a judgement.
  public var isPrior: Bool { source.hasPrefix("prior") }

  /// What a source is called that is the scenario's own choice.
  public static let choice = "the scenario"

  /// Every value of a scenario: the economy's entries, the law and the machines of its baseline.
  static func all(_ calibration: Calibration, _ baseline: Law, of economy: EconomyFile) -> [Assumption] {
    entries(calibration, economy) + law(baseline, economy) + machines(baseline)
  }

  private static func entries(_ calibration: Calibration, _ economy: EconomyFile) -> [Assumption] {
    Calibration.entries.map { entry in
      let value = calibration[keyPath: entry.path]
      let isStated = value != economy.calibration[keyPath: entry.path]
      return Assumption(
        path: "assumptions.\(entry.spec.key)", value: NumberText.shortest(value), unit: entry.spec.unit,
        source: isStated ? choice : economy.sources[entry.spec.key] ?? "")
    }
  }

  private static func law(_ baseline: Law, _ economy: EconomyFile) -> [Assumption] {
    zip(Registry.policies, zip(baseline.policies, economy.law.policies)).flatMap { policy, laws in
      policy.parameters.compactMap { spec in
        guard let value = laws.0[spec.key] else { return nil }
        let path = "policies.\(policy.name).\(spec.key)"
        let isStated = value != laws.1[spec.key]
        return Assumption(
          path: path, value: Explain.words(value.initial), unit: spec.unit,
          source: isStated ? choice : economy.sources[path] ?? spec.source)
      }
    }
  }

  private static func machines(_ baseline: Law) -> [Assumption] {
    AutomationPath.parameters.compactMap { spec in
      guard let value = baseline.automation[spec.key] else { return nil }
      let isStated = value.initial != spec.defaultValue
      return Assumption(
        path: "automation.\(spec.key)", value: Explain.words(value.initial), unit: spec.unit,
        source: isStated ? choice : spec.source)
    }
  }
}
