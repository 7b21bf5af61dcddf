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

  mutating func read(_ node: YAMLNode, into calibration: inout Calibration) {
    guard let fields = Fields(node, at: "tables", findings) else { return }
    fields.refuseUnknown(known: Self.names)
    if let rows = rows(of: "occupations", in: fields) {
      let places = rows.map(\.place)
      calibration.occupations = rows.enumerated().compactMap { occupation($1, at: "tables.occupations[\($0)]") }
      guard calibration.occupations.count == rows.count else { return }
      refuseRepeated(calibration.occupations.map(\.code), places, at: "tables.occupations")
      normalise(&calibration.occupations, \.employmentShare, "employment_share", fields["occupations"])
    }
    let count = calibration.occupations.count
    if let rows = rows(of: "industries", in: fields) {
      let places = rows.map(\.place)
      calibration.industries = rows.enumerated().compactMap { industry($1, count, at: "tables.industries[\($0)]") }
      if calibration.industries.count == rows.count {
        refuseRepeated(calibration.industries.map(\.key), places, at: "tables.industries")
        normalise(&calibration.industries, \.employmentShare, "employment_share", fields["industries"])
        normalise(&calibration.industries, \.investmentShare, "investment_share", fields["industries"])
        normalise(&calibration.industries, \.governmentShare, "government_share", fields["industries"])
      }
    }
    if let table = table("government_staffing", "row", in: fields),
      let row = table.required("row", expected: "percent of jobs by occupation")
    {
      calibration.governmentStaffing = staffing(row, count, at: "tables.government_staffing.row") ?? []
    }
    if let rows = rows(of: "mobility", in: fields) { calibration.mobility = mobility(rows, count, fields) }
  }

  // MARK: Rows

  private func occupation(_ node: YAMLNode, at path: String) -> Occupation? {
    guard let row = Row(node, at: path, TableColumns.occupation, extra: ["code", "title", "wage_quantiles"], findings),
      let code = row.text("code"), let title = row.text("title"),
      let quantiles = row.list("wage_quantiles", of: TableColumns.wageQuantile, count: 5, what: "quantiles"),
      let share = row.number("employment_share"), let wage = row.number("mean_wage"),
      let alpha = row.number("exposure_alpha"), let beta = row.number("exposure_beta"), let office = row.flag("office")
    else { return nil }
    if zip(quantiles, quantiles.dropFirst()).contains(where: { $0 > $1 }) {
      findings.add(.inconsistent("\(path).wage_quantiles do not rise"), at: row.place(of: "wage_quantiles"))
    }
    if alpha > beta {
      findings.add(.inconsistent("\(path).exposure_alpha is above exposure_beta"), at: row.place(of: "exposure_alpha"))
    }
    return Occupation(
      code: code, title: title, employmentShare: share, meanWage: wage, wageQuantiles: quantiles, exposureAlpha: alpha,
      exposureBeta: beta, isOffice: office)
  }

  private func industry(_ node: YAMLNode, _ count: Int, at path: String) -> Industry? {
    guard let row = Row(node, at: path, TableColumns.industry, extra: ["key", "title", "staffing"], findings),
      let key = row.text("key"), let title = row.text("title"), let share = row.number("employment_share"),
      let investment = row.number("investment_share"), let government = row.number("government_share"),
      let imports = row.number("import_share"), let storable = row.flag("storable"),
      let staffing = row.fields.required("staffing", expected: "percent of jobs by occupation")
        .flatMap({ staffing($0, count, at: "\(path).staffing") })
    else { return nil }
    return Industry(
      key: key, title: title, employmentShare: share, investmentShare: investment, governmentShare: government,
      importShare: imports, isStorable: storable, staffing: staffing)
  }

  /// Percent of jobs by occupation, scaled to 100.
  private func staffing(_ node: YAMLNode, _ count: Int, at path: String) -> [Double]? {
    let list = ListReading(findings: findings)
    guard let row = list.numbers(node, of: TableColumns.staffing, count: count, what: "occupations", at: path)
    else { return nil }
    return list.scaled(row, to: 100, within: 100 * Self.tolerance, at: path, node.place)
  }

  private func mobility(_ rows: [YAMLNode], _ count: Int, _ fields: Fields) -> [[Double]] {
    let list = ListReading(findings: findings)
    if rows.count != count {
      findings.add(
        .wrongLength(path: "tables.mobility.rows", found: rows.count, expected: count, what: "rows"),
        at: fields["mobility"]?.place ?? fields.place)
    }
    return rows.enumerated().compactMap { index, node in
      let path = "tables.mobility.rows[\(index)]"
      guard let row = list.numbers(node, of: TableColumns.mobility, count: count, what: "occupations", at: path)
      else { return nil }
      if row.indices.contains(index), row[index] != 0 {
        findings.add(.inconsistent("\(path) is not 0 on the diagonal"), at: node.place)
      }
      return list.scaled(row, to: 1, within: Self.tolerance, at: path, node.place)
    }
  }

  // MARK: Tables

  private mutating func table(_ name: String, _ content: String, in fields: Fields) -> Fields? {
    guard let node = fields.required(name, expected: "source and \(content)"),
      let table = Fields(node, at: fields.path(of: name), findings)
    else { return nil }
    table.refuseUnknown(known: ["source", content])
    let source =
      mustHaveSources
      ? table.requiredText("source", expected: EconomyReading.sourceExpected) : table.text("source")
    sources[table.path] = source
    return table
  }

  private mutating func rows(of name: String, in fields: Fields) -> [YAMLNode]? {
    guard let table = table(name, "rows", in: fields), let node = table.required("rows", expected: "a list of rows")
    else { return nil }
    guard case .sequence(let rows) = node.content, !rows.isEmpty else {
      findings.add(
        .wrongType(path: table.path(of: "rows"), found: node.inWords, expected: "a list of rows"), at: node.place)
      return nil
    }
    return rows
  }

  private func normalise<Item>(
    _ rows: inout [Item], _ column: WritableKeyPath<Item, Double>, _ key: String, _ table: YAMLNode?
  ) {
    guard let table else { return }
    let path = (Item.self == Occupation.self ? "tables.occupations" : "tables.industries") + " \(key)"
    let values = rows.map { $0[keyPath: column] }
    let list = ListReading(findings: findings)
    guard let scaled = list.scaled(values, to: 1, within: Self.tolerance, at: path, table.place) else { return }
    for index in rows.indices { rows[index][keyPath: column] = scaled[index] }
  }

  private func refuseRepeated(_ names: [String], _ places: [ScenarioError.Place], at path: String) {
    for index in names.indices where names[..<index].contains(names[index]) {
      findings.add(.repeatedWord(names[index], path: path), at: places[index])
    }
  }
}
