/// Which occupations each industry and the government employ: rough patterns fitted to both margins, the jobs by
/// occupation and the jobs by industry (iterative proportional fitting).
struct StaffingTable: Sendable {
  /// Shares of heads by industry and occupation; the last row is the government's. Each row sums to one.
  let heads: [[Double]]
  /// Shares of efficiency units: heads weighted by the occupation's relative wage.
  let efficiencyUnits: [[Double]]

  init(_ calibration: Calibration, efficiency: [Double]) {
    let total = calibration.industries.reduce(0) { $0 + $1.employmentShare }
    let publicJobs = calibration.government.publicJobs
    let rows = calibration.industries.map { $0.employmentShare / total * (1 - publicJobs) } + [publicJobs]
    let patterns = calibration.industries.map(\.staffing) + [calibration.governmentStaffing]
    let columns = calibration.occupations.map(\.employmentShare)
    var table = zip(patterns, rows).map { pattern, row in
      let sum = pattern.reduce(0, +)
      return pattern.map { $0 / sum * row }
    }
    for _ in 0..<200 {
      for column in columns.indices {
        let sum = table.reduce(0) { $0 + $1[column] }
        for row in table.indices { table[row][column] *= columns[column] / sum }
      }
      for row in table.indices {
        let sum = table[row].reduce(0, +)
        for column in columns.indices { table[row][column] *= rows[row] / sum }
      }
    }
    func normalised(_ row: [Double]) -> [Double] {
      let sum = row.reduce(0, +)
      return row.map { $0 / sum }
    }
    heads = table.map(normalised)
    efficiencyUnits = heads.map { row in normalised(zip(row, efficiency).map { $0 * $1 }) }
  }
}
