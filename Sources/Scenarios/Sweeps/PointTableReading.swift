import Designs

/// Reads a list of points from comma-separated text: a line with the factors' names in any order, then a line a
/// point.
struct PointTableReading {
  let findings: Findings
  let factors: [FactorReading.Reading]

  /// A cell with its place.
  private typealias Cell = YAMLNode

  /// The rows, in the order of the factors; nil where there are errors.
  func read(_ source: SourceText) -> [[FactorValue]]? {
    let lines = source.lines.enumerated().filter { !$1.allSatisfy(\.isWhitespace) && !$1.hasPrefix("#") }
    guard let head = lines.first else {
      findings.add(
        .empty(expected: "a line with the factors' names, then a line a point"), at: .file(source.name))
      return nil
    }
    let names = cells(of: head.element, line: head.offset + 1, source)
    guard let columns = columns(names, source.place(line: head.offset + 1, column: 1)) else { return nil }
    let reading = FactorValueReading(findings: findings)
    let before = findings.errors.count
    let rows = lines.dropFirst().map { line -> [FactorValue] in
      let cells = cells(of: line.element, line: line.offset + 1, source)
      guard cells.count == names.count else {
        findings.add(
          .wrongLength(path: "the line", found: cells.count, expected: names.count, what: "values"),
          at: source.place(line: line.offset + 1, column: 1))
        return []
      }
      return zip(columns, factors).compactMap { reading.value(cells[$0], of: $1.spec, at: $1.factor.name) }
    }
    return findings.errors.count == before ? rows : nil
  }

  /// The column of each factor.
  private func columns(_ names: [Cell], _ place: ScenarioError.Place) -> [Int]? {
    let known = factors.map(\.factor.name)
    var columns: [String: Int] = [:]
    let before = findings.errors.count
    for (index, cell) in names.enumerated() {
      guard case .scalar(let name, _) = cell.content else { continue }
      if !known.contains(name) {
        findings.add(
          .unknownWord(name, path: "the first line", known: known), at: cell.place,
          suggestion: findings.suggestion(for: name, among: known))
      } else if columns.updateValue(index, forKey: name) != nil {
        findings.add(.repeatedWord(name, path: "the first line"), at: cell.place)
      }
    }
    for name in known where columns[name] == nil {
      findings.add(.inconsistent("the factor '\(name)' has no column"), at: place)
    }
    return findings.errors.count == before ? known.compactMap { columns[$0] } : nil
  }

  private func cells(of line: String, line number: Int, _ source: SourceText) -> [Cell] {
    var column = 1
    return line.split(separator: ",", omittingEmptySubsequences: false).map { piece in
      let blanks = piece.prefix(while: \.isWhitespace).count
      let place = source.place(line: number, column: column + blanks)
      column += piece.unicodeScalars.count + 1
      let text = String(piece.dropFirst(blanks).reversed().drop(while: \.isWhitespace).reversed())
      return Cell(content: .scalar(text, isPlain: true), place: place)
    }
  }
}
