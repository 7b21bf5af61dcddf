import Economy

/// Reads `path:` of `automation:`, the shares of tasks that AI can do by occupation: from a table in a file, or
/// written out as `{43-0000: {2027-01: 0.1, 2030-01: 0.5}}`.
struct OccupationPathReading {
  let findings: Findings
  /// First month of the scenario, where it is known; no month may lie before it.
  let start: YearMonth?
  /// Codes of the economy's occupations.
  let occupations: [String]

  /// The first line of a table.
  static let header = "month,occupation,feasible_share"
  static let share = ParameterSpec(
    "feasible_share", "Share of an occupation's tasks that AI can do", unit: "share", .number(0...1),
    default: nil, source: "the table", dated: false)

  /// The path; nil, and errors, where the statement is wrong.
  /// - Parameter file: the scenario file, besides which tables lie.
  func read(_ node: YAMLNode, at path: String, besides file: String) -> OccupationPath? {
    switch node.content {
    case .mapping(let entries): return read(entries, at: path, node.place)
    case .scalar(let name, _) where !node.isNull && !name.isEmpty:
      let table = FilePath.resolve(name, besides: file)
      guard FilePath.exists(table) else {
        findings.add(
          .missingReference(name), at: node.place,
          suggestion: FilePath.nearest(to: name, besides: file, endings: ["csv"]))
        return nil
      }
      do {
        return read(try YAMLFile.text(of: table))
      } catch {
        findings.add(error)
        return nil
      }
    default:
      findings.add(
        .wrongType(
          path: path, found: node.inWords,
          expected: "the path of a table, or months with shares by occupation"),
        at: node.place)
      return nil
    }
  }

  // MARK: Forms

  private func read(
    _ entries: [YAMLNode.Entry], at path: String, _ place: ScenarioError.Place
  ) -> OccupationPath? {
    var points = Points(self)
    for entry in entries {
      guard let occupation = points.occupation(entry.key, at: entry.place) else { continue }
      guard let months = Fields(entry.value, at: "\(path).\(entry.key)", findings) else {
        points.isWhole = false
        continue
      }
      for month in months.entries {
        points.add(
          month.key, month.place, occupation,
          ValueReading(findings: findings).number(
            month.value, in: 0...1, unit: Self.share.unit, at: months.path(of: month.key)), month.value.place)
      }
    }
    return points.path(emptyAt: place)
  }

  private func read(_ table: SourceText) -> OccupationPath? {
    var points = Points(self)
    var hasHeader = false
    for (index, line) in table.lines.enumerated() {
      let text = line.trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      let place = { (column: Int) in table.place(line: index + 1, column: column) }
      guard hasHeader else {
        guard text == Self.header else {
          findings.add(
            .wrongType(path: "the first line", found: "'\(YAMLNode.short(text))'", expected: Self.header),
            at: place(1))
          return nil
        }
        hasHeader = true
        continue
      }
      let cells = Cell.cells(of: line)
      guard cells.count == 3 else {
        findings.add(
          .wrongLength(path: "the row", found: cells.count, expected: 3, what: "cells"), at: place(1))
        points.isWhole = false
        continue
      }
      let node = YAMLNode(content: .scalar(cells[2].text, isPlain: true), place: place(cells[2].column))
      let share = ValueReading(findings: findings).number(
        node, in: 0...1, unit: Self.share.unit, at: Self.share.key)
      guard let occupation = points.occupation(cells[1].text, at: place(cells[1].column)) else { continue }
      points.add(cells[0].text, place(cells[0].column), occupation, share, node.place)
    }
    return points.path(emptyAt: table.firstContent)
  }

  /// A cell of a line, without the blanks around it, and the column where it begins.
  private struct Cell {
    let text: String
    let column: Int

    static func cells(of line: String) -> [Cell] {
      var column = 1
      return line.split(separator: ",", omittingEmptySubsequences: false).map { part in
        defer { column += part.unicodeScalars.count + 1 }
        return Cell(text: String(part).trimmed, column: column + part.prefix { $0 == " " }.count)
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// The points read so far, and what is wrong with them.
private struct Points {
  let reading: OccupationPathReading
  var points: [[OccupationPath.Point]]
  var isWhole = true

  init(_ reading: OccupationPathReading) {
    self.reading = reading
    points = Array(repeating: [], count: reading.occupations.count)
  }

  private var findings: Findings { reading.findings }

  mutating func occupation(_ code: String, at place: ScenarioError.Place) -> Int? {
    if let index = reading.occupations.firstIndex(of: code) { return index }
    findings.add(
      .unknownWord(code, path: "occupation", known: reading.occupations), at: place,
      suggestion: findings.suggestion(for: code, among: reading.occupations))
    isWhole = false
    return nil
  }

  /// Adds a point; nil for a share that has been found wrong.
  mutating func add(
    _ date: String, _ datePlace: ScenarioError.Place, _ occupation: Int, _ share: Double?,
    _ sharePlace: ScenarioError.Place
  ) {
    let path = "month of \(reading.occupations[occupation])"
    // A bare year is its January.
    guard let month = YearMonth(date) ?? YearMonth("\(date)-01") else {
      findings.add(.badDate(date, path: path), at: datePlace, suggestion: DatedReading.suggestion(for: date))
      isWhole = false
      return
    }
    if let start = reading.start, month < start {
      findings.add(
        .dateBeforeStart(month.description, path: path, start: start.description), at: datePlace)
      isWhole = false
    }
    if let last = points[occupation].last, month <= last.month {
      findings.add(
        .dateOrder(month.description, path: path, previous: last.month.description), at: datePlace)
      isWhole = false
    }
    guard let share else {
      isWhole = false
      return
    }
    if let last = points[occupation].last, share < last.share {
      findings.add(
        .inconsistent(
          "the feasible share of \(reading.occupations[occupation]) falls from "
            + "\(NumberText.shortest(last.share)) to \(NumberText.shortest(share))"), at: sharePlace)
      isWhole = false
    }
    points[occupation].append(.init(month: month, share: share))
  }

  /// The path, where nothing was wrong.
  func path(emptyAt place: ScenarioError.Place) -> OccupationPath? {
    guard isWhole else { return nil }
    if points.allSatisfy(\.isEmpty) {
      findings.add(.empty(expected: "a share for some month and occupation"), at: place)
      return nil
    }
    return OccupationPath(points: points)
  }
}
