import Foundation

/// Writes a database as comma-separated files, for programs that do not read SQLite.
public struct Export {
  private let path: String

  /// The export of a database.
  public init(_ path: String) { self.path = path }

  /// Writes a file for each table and view into a folder, which is made where it is missing.
  ///
  /// Views that only turn columns into rows are left out: they would double the largest tables.
  /// - Returns: the names of the files with their number of rows.
  public func write(to folder: String) throws -> [(file: String, rows: Int)] {
    let query = try Query(path)
    let names = try query.words(
      """
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      AND name <> 'grdb_migrations' AND name NOT LIKE 'v~_%~_long' ESCAPE '~' ORDER BY name
      """)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ReportError(
        .cannotCreate, "the folder '\(folder)' cannot be created: \(error.localizedDescription)")
    }
    return try names.map { name in
      let file = "\(folder)/\(name).csv"
      guard FileManager.default.createFile(atPath: file, contents: nil),
        let handle = FileHandle(forWritingAtPath: file)
      else { throw ReportError(.cannotCreate, "'\(file)' cannot be created") }
      var lines = -1
      let quoted = name.replacing("\"", with: "\"\"")
      try query.answer("SELECT * FROM \"\(quoted)\"", .csv) { text in
        lines += 1
        do {
          try handle.write(contentsOf: Data(text.utf8))
        } catch {
          throw ReportError(.inputOutput, "'\(file)' could not be written: \(error.localizedDescription)")
        }
      }
      try handle.close()
      return (file, lines)
    }
  }
}
