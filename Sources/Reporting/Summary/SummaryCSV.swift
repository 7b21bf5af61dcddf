import Economy
public import Experiments

/// The table that closes a run, for spreadsheets: a row a reform and indicator, all digits.
public struct SummaryCSV {
  private let result: ExperimentResult

  /// The rows of an experiment.
  public init(_ result: ExperimentResult) { self.result = result }

  private static let columns = [
    "reform", "indicator", "unit", "baseline_mean", "baseline_sd", "reform_mean", "reform_sd", "effect_mean",
    "effect_standard_error", "relative_effect", "replications",
  ]

  /// All lines.
  public var text: String {
    let reforms = result.headline.reforms
    let rows = result.headline.rows.flatMap { row -> [[String]] in
      let spec = row.indicator.spec
      let baseline = [number(row.baseline?.mean), number(row.baseline?.deviation)]
      guard !reforms.isEmpty else {
        let empty = Array(repeating: "", count: 5)
        return [["", spec.name, spec.unit] + baseline + empty + [String(row.baseline?.count ?? 0)]]
      }
      return zip(reforms, row.reforms).map { reform, cell in
        [reform.name, spec.name, spec.unit] + baseline + [
          number(cell.value?.mean), number(cell.value?.deviation), number(cell.effect?.mean),
          number(cell.effect?.standardError), number(cell.relativeEffect), String(cell.effect?.count ?? 0),
        ]
      }
    }
    return ([Self.columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? $0.description : nil } ?? ""
  }
}
