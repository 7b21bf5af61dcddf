import Foundation

/// A report: one file of HTML that needs no network and no script.
public struct ReportPage {
  private let title: String
  private let body: HTML

  /// The report of a results database.
  /// - Parameters:
  ///   - path: the database, which stays as it is.
  ///   - experiment: the name of an experiment, of which the latest counts; nil for the latest of all.
  ///   - program: name and version of the program that writes the report.
  /// - Throws: `ReportError`.
  public init(_ path: String, experiment: String? = nil, program: String) throws {
    let query = try Query(path)
    let tables = Set(try query.rows("SELECT name FROM sqlite_schema").map { $0[0].words })
    guard tables.isSuperset(of: ["run_set", "run", "monthly", "indicator"]) else {
      throw ReportError(
        .unsuitable,
        "'\(path)' is not a results database of otium: 'otium run' makes one, 'otium report' reads it")
    }
    let facts = try ReportExperiment.read(query, named: experiment, path: path)
    let report = RunReport(
      data: try ReportData(query, facts), path: path, program: program, tables: tables)
    title = facts.title
    body = try report.body()
  }

  /// The file.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="color-scheme" content="light dark">
    <title>\(ChartText.escaped(title))</title>
    <style>
    \(ReportStyle.sheet)
    </style>
    </head>
    <body>
    \(body.text)</body>
    </html>

    """
  }
}
