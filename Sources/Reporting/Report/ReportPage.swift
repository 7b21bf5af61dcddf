import Foundation

/// A report: one file of HTML that needs no network. Its one script saves tables as CSV; all else works without it.
public struct ReportPage {
  private let title: String
  let body: HTML

  /// The report of a results database or a sweep.
  /// - Parameters:
  ///   - path: the database, which stays as it is.
  ///   - experiment: the name of an experiment, of which the latest counts; nil for the latest of all.
  ///   - program: name and version of the program that writes the report.
  /// - Throws: `ReportError`.
  public init(_ path: String, experiment: String? = nil, program: String) throws {
    switch try ReportSubject(path, experiment: experiment, program: program) {
    case .runs(let report): (title, body) = (report.experiment.title, try report.body())
    case .sweep(let report): (title, body) = (report.data.title, report.body())
    }
  }

  /// The file.
  public var html: String { PageFrame.html(title: title, body: body) }
}

/// What a database can be reported as.
enum ReportSubject {
  case runs(RunReport)
  case sweep(SweepReport)

  init(_ path: String, experiment: String?, program: String) throws {
    let query = try Query(path)
    let tables = Set(try query.rows("SELECT name FROM sqlite_schema").map { $0[0].words })
    if tables.isSuperset(of: ["sweep", "factor", "output", "v_final"]) {
      if let experiment {
        throw ReportError(
          .query, "'\(path)' holds one sweep: --experiment \(experiment) has no meaning for it")
      }
      self = .sweep(SweepReport(data: try SweepData(query, path: path), path: path, program: program))
      return
    }
    guard tables.isSuperset(of: ["run_set", "run", "monthly", "indicator"]) else {
      throw ReportError(
        .unsuitable,
        "'\(path)' is not a database of otium: 'otium run' and 'otium sweep' make those that 'otium report' reads"
      )
    }
    let facts = try ReportExperiment.read(query, named: experiment, path: path)
    self = .runs(
      RunReport(data: try ReportData(query, facts), path: path, program: program, tables: tables))
  }
}

/// What every page begins and ends with.
enum PageFrame {
  static func html(title: String, body: HTML) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src \(ReportScript.source)">
    <meta name="color-scheme" content="light dark">
    <title>\(ChartText.escaped(title))</title>
    <style>
    \(ReportStyle.sheet)
    </style>
    </head>
    <body>
    \(body.text)<script>\(ReportScript.text)</script>
    </body>
    </html>

    """
  }
}
