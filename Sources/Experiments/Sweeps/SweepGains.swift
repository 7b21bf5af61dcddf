import Designs
import Economy
import Scenarios

/// What a sweep asks about single persons: shares of them by what a reform brings, each against her own life in the
/// baseline's run of the same point and replication.
struct SweepGains: Sendable {
  private let outputs: [Output.Gain]

  /// Nil where nothing is asked about single persons.
  init?(_ outputs: [Output]) {
    self.outputs = outputs.compactMap(\.gain)
    if self.outputs.isEmpty { return nil }
  }

  /// How lives are valued: as the scenario says, up to the ends of the windows that are asked for.
  func valuation(_ scenario: Scenario) -> LifeValuation {
    var valuation = scenario.gains?.valuation ?? LifeValuation(windows: [])
    valuation.windows = Set(outputs.map { window($0, scenario) }).sorted()
    return valuation
  }

  private func window(_ output: Output.Gain, _ scenario: Scenario) -> Int {
    output.years.map { $0 * 12 } ?? scenario.months
  }

  /// A share for each output; NaN where there is nothing to compare with, or nobody to compare.
  func shares(_ baseline: Lives?, _ reform: Lives?, _ scenario: Scenario, _ traits: [LifeTraits]) -> [Double]
  {
    guard let baseline, let reform else { return outputs.map { _ in .nan } }
    let curvature = scenario.calibration.labourSupply.curvature
    var gains: [Int: WindowGains] = [:]
    for (before, after) in zip(baseline.windows, reform.windows) {
      gains[before.months] = WindowGains(before, after, traits: traits, curvature: curvature)
    }
    return outputs.map { output in
      guard let share = GainShare(rawValue: output.share),
        let measure = GainMeasure(rawValue: output.measure),
        let persons = gains[window(output, scenario)]?.persons.compactMap(\.self), !persons.isEmpty
      else { return .nan }
      let index = GainMeasure.allCases.firstIndex(of: measure) ?? 0
      return Double(persons.count { share.holds(GainClass($0.gains[index])) }) / Double(persons.count)
    }
  }

  /// The shares of the baseline beside itself: all are as they were.
  var ofBaseline: [Double] {
    outputs.map { GainShare(rawValue: $0.share)?.holds(.same) == true ? 1 : 0 }
  }
}
