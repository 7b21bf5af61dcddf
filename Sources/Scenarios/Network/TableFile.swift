/// A table of comma-separated text: a line of column names, then a line a row. Cells in double quotes may hold commas.
/// Columns are found by name, in any order; others are left alone.
struct TableFile {
  /// A cell without the blanks and quotes around it, and where it stands.
  struct Cell {
    let text: String
    let place: ScenarioError.Place
  }

  let name: String
  /// The first line that says something: the place of errors about the table as a whole.
  let place: ScenarioError.Place
  /// By column, those that the table lacks excepted; rows in the order of lines.
  let rows: [[String: Cell]]

  /// Reads the table that a key of a scenario names. Nil, and errors, where it is no such table.
  /// - Parameters:
  ///   - required: columns that must be there; `optional` those that may.
  ///   - scenario: the file besides which the table lies.
  static func read(
    _ node: YAMLNode, at path: String, besides scenario: String, required: [String], optional: [String] = [],
    _ findings: Findings
  ) -> TableFile? {
    guard case .scalar(let name, _) = node.content, !node.isNull, !name.isEmpty else {
      findings.add(
        .wrongType(path: path, found: node.inWords, expected: "the path of a table"), at: node.place)
      return nil
    }
    let file = FilePath.resolve(name, besides: scenario)
    guard FilePath.exists(file) else {
      findings.add(
        .missingReference(name), at: node.place,
        suggestion: FilePath.nearest(to: name, besides: scenario, endings: ["csv"]))
      return nil
    }
    do {
      return TableFile(try YAMLFile.text(of: file), required: required, optional: optional, findings)
    } catch {
      findings.add(error)
      return nil
    }
  }

  private init?(_ text: SourceText, required: [String], optional: [String], _ findings: Findings) {
    (name, place) = (text.name, text.firstContent)
    let lines = text.lines.indices.filter {
      !text.lines[$0].allSatisfy { $0 == " " } && text.lines[$0].first != "#"
    }
    guard let first = lines.first else {
      findings.add(.empty(expected: "a line of column names, then rows"), at: place)
      return nil
    }
    let header = Self.cells(of: text, line: first)
    let missing = required.filter { name in !header.contains { $0.text == name } }
    for column in missing {
      findings.add(
        .missingKey(column, path: "the first line", expected: "columns \(required.joined(separator: ", "))"),
        at: place, suggestion: findings.suggestion(for: column, among: header.map(\.text)))
    }
    guard missing.isEmpty else { return nil }
    let wanted = required + optional
    let columns = header.enumerated().filter { wanted.contains($0.element.text) }
    var rows: [[String: Cell]] = []
    for line in lines.dropFirst() {
      let cells = Self.cells(of: text, line: line)
      guard cells.count == header.count else {
        findings.add(
          .wrongLength(path: "the row", found: cells.count, expected: header.count, what: "cells"),
          at: text.place(line: line + 1, column: 1))
        return nil
      }
      rows.append(Dictionary(columns.map { ($0.element.text, cells[$0.offset]) }) { first, _ in first })
    }
    guard !rows.isEmpty else {
      findings.add(.empty(expected: "rows below the column names"), at: place)
      return nil
    }
    self.rows = rows
  }

  private static func cells(of text: SourceText, line: Int) -> [Cell] {
    var cells: [Cell] = []
    var (content, column, start, isQuoted) = ("", 1, 1, false)
    func close() {
      let trimmed = content.trimmingBlanks
      cells.append(Cell(text: trimmed, place: text.place(line: line + 1, column: start)))
    }
    for scalar in text.lines[line].unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == "," && !isQuoted {
        close()
        (content, start) = ("", column + 1)
      } else {
        content.unicodeScalars.append(scalar)
      }
      column += 1
    }
    close()
    return cells
  }
}

extension TableFile.Cell {
  /// The number that the cell states, within bounds; else an error is noted.
  func number(_ bounds: ClosedRange<Double>, unit: String, at path: String, _ findings: Findings) -> Double? {
    let node = YAMLNode(content: .scalar(text, isPlain: true), place: place)
    return ValueReading(findings: findings).number(node, in: bounds, unit: unit, at: path)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
