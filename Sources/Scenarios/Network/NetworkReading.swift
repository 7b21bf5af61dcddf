import Economy

/// Reads `network:` of a scenario: tables of occupations finer than the economy file's, and of moves between them.
struct NetworkReading {
  let findings: Findings
  /// The scenario file, besides which tables lie.
  let file: String

  static let moves = (
    key: "moves",
    meaning: "Table of moves: columns from, to, p; p of those in `from` are in `to` a year later"
  )
  static let occupations = (
    key: "occupations",
    meaning:
      "Table of occupations: columns OCC_CODE, OCC_TITLE, TOT_EMP, A_MEAN, as the Occupational Employment "
      + "and Wage Statistics name them"
  )
  static let details = (
    key: "details",
    meaning:
      "Table of detailed occupations with wage percentiles and exposure: columns soc, TOT_EMP, A_MEAN, A_PCT10, "
      + "A_PCT25, A_MEDIAN, A_PCT75, A_PCT90, human_alpha, human_beta; cells may be empty"
  )
  static let keys = [moves, occupations, details]

  /// By how much the shares of a row may miss 1; published tables are rounded. They are then scaled.
  static let tolerance = 0.01

  /// The economy with the network's occupations; nil, and errors, where a table is wrong.
  func read(_ node: YAMLNode, _ calibration: Calibration) -> Calibration? {
    guard let fields = Fields(node, at: "network", expected: "tables of moves and occupations", findings)
    else {
      return nil
    }
    fields.refuseUnknown(known: Self.keys.map(\.key))
    guard let occupations = fields.required(Self.occupations.key, expected: "the path of a table"),
      let moves = fields.required(Self.moves.key, expected: "the path of a table"),
      var nodes = readNodes(occupations, calibration)
    else { return nil }
    if let details = fields[Self.details.key] {
      guard let table = readDetails(details) else { return nil }
      for index in nodes.indices { table.describe(&nodes[index]) }
    }
    guard let leavers = readMoves(moves, nodes) else { return nil }
    return calibration.refined(by: OccupationNetwork(nodes: nodes, leavers: leavers))
  }

  // MARK: Occupations

  private func readNodes(_ node: YAMLNode, _ calibration: Calibration) -> [OccupationNetwork.Node]? {
    guard
      let table = TableFile.read(
        node, at: "network.occupations", besides: file,
        required: ["OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEAN"], findings)
    else { return nil }
    let groups = calibration.occupations.map { Self.group(of: $0.code) }
    var nodes: [OccupationNetwork.Node] = []
    var known: Set<String> = []
    for row in table.rows {
      guard let code = row["OCC_CODE"], let title = row["OCC_TITLE"]?.text,
        let employment = row["TOT_EMP"]?.number(1...1e12, unit: "persons", at: "TOT_EMP", findings),
        let wage = row["A_MEAN"]?.number(1...1e9, unit: "currency/year", at: "A_MEAN", findings)
      else { continue }
      guard known.insert(code.text).inserted else {
        findings.add(.repeatedWord(code.text, path: "OCC_CODE"), at: code.place)
        continue
      }
      guard let group = groups.firstIndex(of: Self.group(of: code.text)) else {
        findings.add(
          .inconsistent("no occupation of the economy begins with '\(Self.group(of: code.text))'"),
          at: code.place)
        continue
      }
      nodes.append(
        .init(code: code.text, title: title, employment: employment, meanWage: wage, group: group))
    }
    guard nodes.count == table.rows.count else { return nil }
    guard nodes.count <= Occupation.most else {
      findings.add(
        .inconsistent("\(nodes.count) occupations are more than the \(Occupation.most) that the model holds"),
        at: table.place)
      return nil
    }
    let empty = groups.indices.filter { group in !nodes.contains { $0.group == group } }
    for group in empty {
      findings.add(
        .inconsistent("no row belongs to the economy's occupation \(calibration.occupations[group].code)"),
        at: table.place)
    }
    return empty.isEmpty ? nodes : nil
  }

  /// What a code says of the group: all before the dash, `43` of `43-4051`.
  private static func group(of code: String) -> Substring { code.prefix { $0 != "-" } }

  // MARK: Moves

  private func readMoves(_ node: YAMLNode, _ nodes: [OccupationNetwork.Node]) -> [[OccupationNetwork.Leaver]]?
  {
    guard
      let table = TableFile.read(
        node, at: "network.moves", besides: file, required: ["from", "to", "p"], findings)
    else { return nil }
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.code, $0) })
    func find(_ cell: TableFile.Cell) -> Int? {
      if let node = index[cell.text] { return node }
      findings.add(
        .unknownWord(cell.text, path: "an occupation", known: nodes.map(\.code)), at: cell.place,
        suggestion: findings.suggestion(for: cell.text, among: nodes.map(\.code)))
      return nil
    }
    var sums = [Double](repeating: 0, count: nodes.count)
    var places = [ScenarioError.Place?](repeating: nil, count: nodes.count)
    var leavers = [[OccupationNetwork.Leaver]](repeating: [], count: nodes.count)
    var seen: Set<[Int]> = []
    var isWhole = true
    for row in table.rows {
      guard let from = row["from"].flatMap(find), let cell = row["to"], let to = find(cell),
        let share = row["p"]?.number(0...1, unit: "share", at: "p", findings)
      else {
        isWhole = false
        continue
      }
      guard seen.insert([from, to]).inserted else {
        findings.add(.repeatedWord(cell.text, path: "the moves from \(nodes[from].code)"), at: cell.place)
        isWhole = false
        continue
      }
      places[from] = places[from] ?? row["from"]?.place
      sums[from] += share
      if from != to && share > 0 { leavers[from].append(.init(node: to, weight: share)) }
    }
    guard isWhole else { return nil }
    for node in nodes.indices where abs(sums[node] - 1) > Self.tolerance {
      isWhole = false
      if let place = places[node] {
        findings.add(
          .wrongSum(path: "the moves from \(nodes[node].code)", sum: sums[node], expected: 1), at: place)
      } else {
        findings.add(
          .missingKey(nodes[node].code, path: "the moves", expected: "at least the share who stay"),
          at: table.place)
      }
    }
    return isWhole ? leavers : nil
  }

  // MARK: Details

  private func readDetails(_ node: YAMLNode) -> DetailTable? {
    guard
      let table = TableFile.read(
        node, at: "network.details", besides: file,
        required: ["soc", "TOT_EMP", "A_MEAN"] + DetailTable.quantiles,
        optional: DetailTable.exposure, findings)
    else { return nil }
    var isWhole = true
    func number(
      _ row: [String: TableFile.Cell], _ column: String, _ bounds: ClosedRange<Double>, _ unit: String
    )
      -> Double?
    {
      guard let cell = row[column], !cell.text.isEmpty else { return nil }
      let value = cell.number(bounds, unit: unit, at: column, findings)
      if value == nil { isWhole = false }
      return value
    }
    let rows = table.rows.compactMap { row -> DetailTable.Row? in
      guard let employment = number(row, "TOT_EMP", 0...1e12, "persons") else { return nil }
      let quantiles = DetailTable.quantiles.compactMap { number(row, $0, 1...1e9, "currency/year") }
      let exposure = DetailTable.exposure.compactMap { number(row, $0, 0...1, "share") }
      return DetailTable.Row(
        code: row["soc"]?.text ?? "", employment: employment,
        meanWage: number(row, "A_MEAN", 1...1e9, "currency/year"),
        quantiles: quantiles.count == DetailTable.quantiles.count ? quantiles : nil,
        exposure: exposure.count == 2 ? exposure : nil)
    }
    return isWhole ? DetailTable(rows: rows) : nil
  }
}
