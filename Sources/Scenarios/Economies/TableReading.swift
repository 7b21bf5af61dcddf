import Economy

/// Reads the tables of an economy: occupations, industries, staffing of government, mobility.
struct TableReading {
  let findings: Findings
  let mustHaveSources: Bool
  private(set) var sources: [String: String] = [:]

  init(findings: Findings, mustHaveSources: Bool) {
    self.findings = findings
    self.mustHaveSources = mustHaveSources
  }

  static let names = ["occupations", "industries", "government_staffing", "mobility"]

  /// Shares and rows may miss their sum by so much, and are then scaled to it.
  static let tolerance = 1e-3

  mutating func read(_ node: YAMLNode, at path: String, into calibration: inout Calibration) {
    guard let fields = Fields(node, at: path, findings) else { return }
    fields.refuseUnknown(known: Self.names)
    if let rows = rows(of: "occupations", in: fields) {
      calibration.occupations = occupations(
        rows, at: fields.path(of: "occupations"), fields.keyPlace(of: "occupations"))
    }
    let count = calibration.occupations.count
    guard count > 0 else { return }
    if let rows = rows(of: "industries", in: fields) {
      calibration.industries = industries(
        rows, count, at: fields.path(of: "industries"), fields.keyPlace(of: "industries"))
    }
    if let table = table("government_staffing", "row", in: fields),
      let row = table.required("row", expected: "percent of jobs by occupation")
    {
      calibration.governmentStaffing = staffing(row, count, at: table.path(of: "row")) ?? []
    }
    if let table = table("mobility", "rows or moves", besides: MobilityReading.keys, in: fields) {
      calibration.mobility = MobilityReading(findings: findings).read(
        table, calibration.occupations.map(\.code), at: fields.keyPlace(of: "mobility"))
    }
  }

  // MARK: Rows

  /// The occupations; none where a row is wrong, since other tables are counted by them.
  private func occupations(
    _ nodes: [YAMLNode], at path: String, _ place: ScenarioError.Place
  ) -> [Occupation] {
    var rows = nodes.enumerated().compactMap { occupation($1, at: "\(path).rows[\($0)]") }
    guard rows.count == nodes.count else { return [] }
    refuseRepeated(rows.map(\.code), nodes.map(\.place), at: path)
    normalise(&rows, \.employmentShare, at: "\(path) employment_share", place)
    return rows
  }

  private func industries(
    _ nodes: [YAMLNode], _ count: Int, at path: String, _ place: ScenarioError.Place
  ) -> [Industry] {
    var rows = nodes.enumerated().compactMap { industry($1, count, at: "\(path).rows[\($0)]") }
    guard rows.count == nodes.count else { return [] }
    refuseRepeated(rows.map(\.key), nodes.map(\.place), at: path)
    normalise(&rows, \.employmentShare, at: "\(path) employment_share", place)
    normalise(&rows, \.investmentShare, at: "\(path) investment_share", place)
    normalise(&rows, \.governmentShare, at: "\(path) government_share", place)
    return rows
  }

  private func occupation(_ node: YAMLNode, at path: String) -> Occupation? {
    guard
      let row = Row(
        node, at: path, TableColumns.occupation, extra: ["code", "title", "wage_quantiles"], findings),
      let code = row.text("code"), let title = row.text("title"),
      let quantiles = row.list("wage_quantiles", of: TableColumns.wageQuantile, count: 5, what: "quantiles"),
      let share = row.number("employment_share"), let wage = row.number("mean_wage"),
      let alpha = row.number("exposure_alpha"), let beta = row.number("exposure_beta"),
      let office = row.flag("office")
    else { return nil }
    if zip(quantiles, quantiles.dropFirst()).contains(where: { $0 > $1 }) {
      findings.add(.inconsistent("\(path).wage_quantiles do not rise"), at: row.place(of: "wage_quantiles"))
    }
    if alpha > beta {
      findings.add(
        .inconsistent("\(path).exposure_alpha is above exposure_beta"), at: row.place(of: "exposure_alpha"))
    }
    return Occupation(
      code: code, title: title, employmentShare: share, meanWage: wage, wageQuantiles: quantiles,
      exposureAlpha: alpha, exposureBeta: beta, isOffice: office)
  }

  private func industry(_ node: YAMLNode, _ count: Int, at path: String) -> Industry? {
    guard
      let row = Row(node, at: path, TableColumns.industry, extra: ["key", "title", "staffing"], findings),
      let key = row.text("key"), let title = row.text("title"), let share = row.number("employment_share"),
      let investment = row.number("investment_share"), let government = row.number("government_share"),
      let imports = row.number("import_share"), let storable = row.flag("storable"),
      let staffing = row.fields.required("staffing", expected: "percent of jobs by occupation")
        .flatMap({ staffing($0, count, at: "\(path).staffing") })
    else { return nil }
    return Industry(
      key: key, title: title, employmentShare: share, investmentShare: investment,
      governmentShare: government, importShare: imports, isStorable: storable, staffing: staffing)
  }

  /// Percent of jobs by occupation, scaled to 100.
  private func staffing(_ node: YAMLNode, _ count: Int, at path: String) -> [Double]? {
    let list = ListReading(findings: findings)
    guard let row = list.numbers(node, of: TableColumns.staffing, count: count, what: "occupations", at: path)
    else { return nil }
    return list.scaled(row, to: 100, within: 100 * Self.tolerance, at: path, node.place)
  }

  // MARK: Tables

  /// - Parameter keys: what the table may have beside its source; the content alone where there are none.
  private mutating func table(
    _ name: String, _ content: String, besides keys: [String] = [], in fields: Fields
  ) -> Fields? {
    guard let node = fields.required(name, expected: "source and \(content)"),
      let table = Fields(node, at: fields.path(of: name), findings)
    else { return nil }
    table.refuseUnknown(known: ["source"] + (keys.isEmpty ? [content] : keys))
    let source =
      mustHaveSources
      ? table.requiredText("source", expected: EconomyReading.sourceExpected) : table.text("source")
    sources["tables.\(name)"] = source
    return table
  }

  private mutating func rows(of name: String, in fields: Fields) -> [YAMLNode]? {
    guard let table = table(name, "rows", in: fields),
      let node = table.required("rows", expected: "a list of rows")
    else { return nil }
    guard case .sequence(let rows) = node.content, !rows.isEmpty else {
      findings.add(
        .wrongType(path: table.path(of: "rows"), found: node.inWords, expected: "a list of rows"),
        at: node.place)
      return nil
    }
    return rows
  }

  /// Scales a column of shares to its sum.
  private func normalise<Item>(
    _ rows: inout [Item], _ column: WritableKeyPath<Item, Double>, at path: String,
    _ place: ScenarioError.Place
  ) {
    let list = ListReading(findings: findings)
    let shares = rows.map { $0[keyPath: column] }
    guard let scaled = list.scaled(shares, to: 1, within: Self.tolerance, at: path, place) else { return }
    for index in rows.indices { rows[index][keyPath: column] = scaled[index] }
  }

  private func refuseRepeated(_ names: [String], _ places: [ScenarioError.Place], at path: String) {
    for index in names.indices where names[..<index].contains(names[index]) {
      findings.add(.repeatedWord(names[index], path: path), at: places[index])
    }
  }
}
