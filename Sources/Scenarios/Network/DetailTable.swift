/// Wage percentiles and exposure of detailed occupations, to describe the nodes of a network.
///
/// A node is described by the detailed occupations whose codes begin like its own, its final zeros left out: `11-1010`
/// by `11-1011`, `53-1000` by `53-1041` and others, `13-2051` by itself. They are averaged by employment: percentiles
/// of a mixture lie further apart than that, but means and the order of nodes are kept.
struct DetailTable {
  static let quantiles = ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"]
  static let exposure = ["human_alpha", "human_beta"]

  struct Row {
    let code: String
    let employment: Double
    let meanWage: Double?
    let quantiles: [Double]?
    /// Alpha and beta.
    let exposure: [Double]?
  }

  let rows: [Row]

  /// Adds to a node what the table knows of it.
  func describe(_ node: inout OccupationNetwork.Node) {
    var beginning = Substring(node.code)
    while beginning.last == "0" { beginning.removeLast() }
    let mine = rows.filter { $0.code.hasPrefix(beginning) && $0.employment > 0 }
    let waged = mine.compactMap { row -> (employment: Double, relative: [Double])? in
      guard let wage = row.meanWage, let quantiles = row.quantiles else { return nil }
      return (row.employment * wage, quantiles.map { $0 / wage })
    }
    // Weighted by the wage bill, relative percentiles average to percentiles over the mean wage.
    if let means = Self.mean(waged.map { ($0.employment, $0.relative) }) { node.relativeQuantiles = means }
    if let means = Self.mean(mine.compactMap { row in row.exposure.map { (row.employment, $0) } }) {
      node.exposure = .init(alpha: min(means[0], means[1]), beta: means[1])
    }
  }

  private static func mean(_ rows: [(weight: Double, values: [Double])]) -> [Double]? {
    let sum = rows.reduce(0) { $0 + $1.weight }
    guard let first = rows.first, sum > 0 else { return nil }
    return first.values.indices.map { index in
      rows.reduce(0) { $0 + $1.weight * $1.values[index] } / sum
    }
  }
}
