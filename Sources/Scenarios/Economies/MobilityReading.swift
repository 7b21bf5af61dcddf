import Economy

/// Reads where those go who leave their occupation: as rows of shares in the order of the occupations, or as moves,
/// `{43-0000: {41-0000: 0.6, 11-0000: 0.4}}`, for networks in which few of all moves are made.
struct MobilityReading {
  let findings: Findings

  static let keys = ["rows", "moves"]
  static let meaning = "Share of leavers who go to each occupation, by code; nobody leaves what is left out"

  /// The matrix; rows with errors are left out.
  func read(_ table: Fields, _ codes: [String], at place: ScenarioError.Place) -> [[Double]] {
    if let node = table["moves"] { return moves(node, codes, at: table.path(of: "moves")) }
    guard let node = table.required("rows", expected: "a list of rows, or moves by occupation") else {
      return []
    }
    guard case .sequence(let rows) = node.content, !rows.isEmpty else {
      findings.add(
        .wrongType(path: table.path(of: "rows"), found: node.inWords, expected: "a list of rows"),
        at: node.place)
      return []
    }
    if rows.count != codes.count {
      findings.add(
        .wrongLength(path: table.path(of: "rows"), found: rows.count, expected: codes.count, what: "rows"),
        at: place)
    }
    let list = ListReading(findings: findings)
    return rows.enumerated().compactMap { index, node in
      let path = "\(table.path(of: "rows"))[\(index)]"
      guard
        let row = list.numbers(
          node, of: TableColumns.mobility, count: codes.count, what: "occupations", at: path)
      else { return nil }
      return checked(row, index, at: path, node.place)
    }
  }

  private func moves(_ node: YAMLNode, _ codes: [String], at path: String) -> [[Double]] {
    var rows = codes.map { _ in [Double](repeating: 0, count: codes.count) }
    guard let fields = Fields(node, at: path, findings) else { return [] }
    let index = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    func find(_ entry: YAMLNode.Entry, in fields: Fields) -> Int? {
      if let occupation = index[entry.key] { return occupation }
      fields.report(entry, known: codes)
      return nil
    }
    for entry in fields.entries {
      guard let origin = find(entry, in: fields),
        let leavers = Fields(entry.value, at: fields.path(of: entry.key), findings)
      else { continue }
      for move in leavers.entries {
        guard let destination = find(move, in: leavers),
          let value = ValueReading(findings: findings).value(
            move.value, of: TableColumns.mobility, at: leavers.path(of: move.key)),
          case .number(let share) = value
        else { continue }
        rows[origin][destination] = share
      }
      rows[origin] = checked(rows[origin], origin, at: leavers.path, entry.place) ?? rows[origin]
    }
    return rows
  }

  /// A row that sums to 1, or to nothing where nobody leaves, without the occupation itself.
  private func checked(_ row: [Double], _ index: Int, at path: String, _ place: ScenarioError.Place)
    -> [Double]?
  {
    if row.indices.contains(index), row[index] != 0 {
      findings.add(.inconsistent("\(path) is not 0 on the diagonal"), at: place)
    }
    if row.allSatisfy({ $0 == 0 }) { return row }
    return ListReading(findings: findings).scaled(row, to: 1, within: TableReading.tolerance, at: path, place)
  }
}
