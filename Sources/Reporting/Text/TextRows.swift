/// Rows of texts in the forms in which queries answer, for commands whose rows come from no database.
public struct TextRows: Sendable {
  private let columns: [String]
  private let rows: [[String]]

  /// Rows of as many texts as there are columns.
  public init(_ columns: [String], _ rows: [[String]]) {
    (self.columns, self.rows) = (columns, rows)
  }

  /// All of them. A text that is a number stays a text: nothing is rounded.
  public func text(_ format: QueryFormat) throws -> String {
    let box = Box()
    var writer: any RowWriter = format.writer(columns) { box.text += $0 }
    for row in rows { try writer.write(row.map { .text($0) }) }
    try writer.finish()
    return box.text
  }

  /// What the writers, which may outlive a call, write to.
  private final class Box { var text = "" }
}
