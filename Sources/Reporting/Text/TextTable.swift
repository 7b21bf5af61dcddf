/// A table in characters: columns as wide as their widest cell, two spaces between them.
struct TextTable {
  enum Alignment { case left, right }

  let alignments: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  mutating func add(_ row: [String]) {
    precondition(row.count == alignments.count, "a cell for each column")
    rows.append(row)
  }

  /// The widths of the columns.
  var widths: [Int] {
    rows.reduce(into: Array(repeating: 0, count: alignments.count)) { widths, row in
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
  }

  /// The lines, without spaces at their ends.
  var lines: [String] {
    let widths = widths
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return alignments[column] == .left ? cell + space : space + cell
      }
      let line = cells.joined(separator: "  ")
      guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
      return String(line[...end])
    }
  }

  /// A line of strokes under each column.
  var rule: String { widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") }
}
