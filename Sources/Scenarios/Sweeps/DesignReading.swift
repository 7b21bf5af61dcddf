import Designs

/// Reads `design:`, a word or a mapping with `kind`.
struct DesignReading {
  let findings: Findings
  let factors: [FactorReading.Reading]
  /// The experiment file, besides which lists of points lie.
  let path: String

  static let kinds = ["grid", "list", "latin_hypercube", "sobol", "saltelli", "morris", "crossed"]

  private static let keys: [String: [String]] = [
    "grid": [], "list": ["file", "rows"], "latin_hypercube": ["points", "spread", "candidates"],
    "sobol": ["points"], "saltelli": ["rows"], "morris": ["trajectories", "levels"],
    "crossed": ["levers", "uncertainties"],
  ]

  /// The design; nil where there are errors.
  func read(_ fields: Fields) -> Design? {
    let expected = "one of \(Self.kinds.joined(separator: ", ")), or a mapping with kind and its numbers"
    return fields.required("design", expected: expected).flatMap { read($0, at: "design", factors) }
  }

  private func read(_ node: YAMLNode, at key: String, _ factors: [FactorReading.Reading]) -> Design? {
    let reading = ValueReading(findings: findings)
    if case .scalar = node.content {
      guard let kind = reading.word(node, among: Self.kinds, at: key) else { return nil }
      return design(
        kind, Fields(YAMLNode(content: .mapping([]), place: node.place), at: key, findings), factors)
    }
    guard let fields = Fields(node, at: key, findings),
      let kind = fields.required("kind", expected: "one of \(Self.kinds.joined(separator: ", "))"),
      let word = reading.word(kind, among: Self.kinds, at: "\(key).kind")
    else { return nil }
    fields.refuseUnknown(known: ["kind"] + (Self.keys[word] ?? []))
    return design(word, fields, factors)
  }

  private func design(_ kind: String, _ fields: Fields?, _ factors: [FactorReading.Reading]) -> Design? {
    guard let fields else { return nil }
    switch kind {
    case "list": return list(fields, factors)
    case "latin_hypercube":
      guard let points = count("points", fields), let spread = spread(fields) else { return nil }
      return .latinHypercube(points: points, spread: spread)
    case "sobol": return count("points", fields).map { .sobol(points: $0) }
    case "saltelli": return count("rows", fields).map { .saltelli(rows: $0) }
    case "morris":
      guard let trajectories = count("trajectories", fields) else { return nil }
      return .morris(trajectories: trajectories, levels: count("levels", fields, otherwise: 4) ?? 4)
    case "crossed":
      let halves = [("levers", Factor.Role.lever), ("uncertainties", .uncertainty)].map { key, role in
        fields.required(key, expected: "a design over the \(key)").flatMap { node in
          read(node, at: fields.path(of: key), factors.filter { $0.factor.role == role })
        }
      }
      guard let levers = halves[0], let uncertainties = halves[1] else { return nil }
      return .crossed(levers: levers, uncertainties: uncertainties)
    default: return .grid
    }
  }

  /// A whole number of a design; its own rules are checked with the points.
  private func count(_ key: String, _ fields: Fields, otherwise: Int? = nil) -> Int? {
    if otherwise != nil, fields[key] == nil { return otherwise }
    return fields.required(key, expected: "a whole number").flatMap {
      ValueReading(findings: findings).integer(
        $0, in: 1...Design.mostPoints, unit: key, at: fields.path(of: key))
    }
  }

  private func spread(_ fields: Fields) -> LatinHypercube.Spread? {
    let candidates = fields["candidates"].flatMap { _ in count("candidates", fields) }
    let spread =
      fields["spread"].map {
        ValueReading(findings: findings).word(
          $0, among: ["random", "maximin"], at: fields.path(of: "spread"))
      } ?? "random"
    guard let spread else { return nil }
    if spread == "random", fields["candidates"] != nil {
      findings.add(
        .inconsistent("'candidates' belongs to the spread 'maximin'"), at: fields.keyPlace(of: "candidates"))
    }
    return spread == "maximin" ? .maximin(candidates: candidates ?? 20) : .random
  }

  // MARK: Lists

  private func list(_ fields: Fields, _ factors: [FactorReading.Reading]) -> Design? {
    if let rows = fields["rows"] { return rowsInPlace(rows, at: fields.path(of: "rows"), factors) }
    guard let node = fields.required("file", expected: "a table of points, or rows"),
      let name = fields.text("file")
    else { return nil }
    let table = FilePath.resolve(name, besides: path)
    guard FilePath.exists(table) else {
      findings.add(
        .missingReference(name), at: node.place,
        suggestion: FilePath.nearest(to: name, besides: path, endings: ["csv"]))
      return nil
    }
    do {
      return PointTableReading(findings: findings, factors: factors).read(try YAMLFile.text(of: table))
        .map { .list(rows: $0) }
    } catch {
      findings.add(error)
      return nil
    }
  }

  private func rowsInPlace(_ node: YAMLNode, at key: String, _ factors: [FactorReading.Reading]) -> Design? {
    guard case .sequence(let items) = node.content else {
      findings.add(.wrongType(path: key, found: node.inWords, expected: "a list of lists"), at: node.place)
      return nil
    }
    let reading = FactorValueReading(findings: findings)
    let rows = items.compactMap { item -> [FactorValue]? in
      guard case .sequence(let cells) = item.content, cells.count == factors.count else {
        findings.add(
          .wrongType(path: key, found: item.inWords, expected: "a list with a value for each factor"),
          at: item.place)
        return nil
      }
      let values = zip(cells, factors).compactMap {
        reading.value($0, of: $1.spec, at: "\(key), \($1.factor.name)")
      }
      return values.count == cells.count ? values : nil
    }
    return rows.count == items.count ? .list(rows: rows) : nil
  }
}
