public import Experiments
import GRDB

/// Yearly means of indicators in an experiment of a results database.
public struct IndicatorHistory: Sendable {
  /// The experiment's runs in short.
  public let experiment: Experiment
  /// In the order asked for.
  public let indicators: [Named]

  /// What the runs of an experiment share, and how many of them there are.
  public struct Experiment: Sendable {
    /// Name of the scenario.
    public let scenario: String
    /// The simulated country.
    public let economy: String
    /// ISO 4217 code of the unit of money.
    public let currency: String
    /// Calendar month of month 0, YYYY-MM.
    public let start: String
    /// Persons asked for at the start.
    public let persons: Int
    /// The program.
    public let codeVersion: String
    /// Seed of the first complete replication.
    public let seed: UInt64
    /// Replications of the variant that has most complete ones.
    public let replications: Int
    /// Runs planned.
    public let runs: Int
    /// Runs with all their months: only they are read.
    public let completeRuns: Int
    fileprivate let number: Int64
  }

  /// An indicator.
  public struct Named: Sendable {
    /// Its name for readers.
    public let label: String
    /// As the database states it.
    public let unit: String
    /// The baseline first, then the reforms.
    public let variants: [Variant]
  }

  /// An indicator under the baseline or a reform.
  public struct Variant: Sendable {
    /// Its name for readers.
    public let label: String
    /// In the order of time.
    public let years: [(year: Int, value: Estimate)]
  }

  /// An indicator that the database does not have.
  public struct UnknownIndicator: Error, Sendable {
    /// What was asked for.
    public let name: String
    /// What there is.
    public let known: [String]
  }

  /// Reads a database, which stays as it is.
  /// - Parameters:
  ///   - path: the database.
  ///   - indicators: their names.
  ///   - experiment: the name of an experiment, of which the latest counts; nil for the latest of all.
  ///   - reforms: the reforms to read beside the baseline; nil for all.
  /// - Throws: `ReportError`, `UnknownIndicator`.
  public init(_ path: String, indicators: [String], experiment: String? = nil, reforms: [String]? = nil)
    throws
  {
    try DatabaseFile(path).checkReadable()
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      let queue = try DatabaseQueue(path: DatabaseFile.absolute(path), configuration: configuration)
      defer { try? queue.close() }
      (self.experiment, self.indicators) = try queue.read { db in
        guard try db.tableExists("run_set"), try db.tableExists("indicator") else {
          throw ReportError(.unsuitable, "'\(path)' is not a results database of otium")
        }
        let experiment = try Self.experiment(db, named: experiment, path: path)
        try Self.check(reforms, of: experiment, db)
        return (experiment, try indicators.map { try Self.indicator(db, $0, experiment, reforms) })
      }
    } catch let error as UnknownIndicator {
      throw error
    } catch {
      throw ReportError(error, path: path)
    }
  }

  private static func experiment(_ db: Database, named name: String?, path: String) throws -> Experiment {
    let latest = "SELECT max(run_set) FROM run_set WHERE experiment = coalesce(?, experiment)"
    guard let number = try Int64.fetchOne(db, sql: latest, arguments: [name]) else {
      let names = try String.fetchAll(db, sql: "SELECT DISTINCT experiment FROM run_set ORDER BY experiment")
      throw ReportError(
        .query,
        names.isEmpty
          ? "'\(path)' holds no experiment"
          : "'\(path)' holds no experiment '\(name ?? "")'. There are: " + names.joined(separator: ", "))
    }
    let sql = """
      SELECT scenario, economy, currency, start, persons, code_version, seed, count(*) AS complete,
        count(DISTINCT replication) AS replications, min(replication),
        (SELECT count(*) FROM run WHERE run_set = ?1) AS runs
      FROM run WHERE run_set = ?1 AND status = 'complete'
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]), row["complete"] > 0 else {
      throw ReportError(
        .query, "no run of experiment \(number) in '\(path)' is complete: nothing can be drawn")
    }
    return Experiment(
      scenario: row["scenario"], economy: row["economy"], currency: row["currency"], start: row["start"],
      persons: row["persons"], codeVersion: row["code_version"], seed: UInt64(row["seed"] as String) ?? 0,
      replications: row["replications"], runs: row["runs"], completeRuns: row["complete"], number: number)
  }

  private static func check(_ reforms: [String]?, of experiment: Experiment, _ db: Database) throws {
    let sql = "SELECT DISTINCT reform FROM run WHERE run_set = ? AND reform <> 'baseline' ORDER BY run_id"
    let known = try String.fetchAll(db, sql: sql, arguments: [experiment.number])
    guard let unknown = reforms?.first(where: { !known.contains($0) }) else { return }
    throw ReportError(
      .query, "the experiment has no reform '\(unknown)'. There are: " + known.joined(separator: ", "))
  }

  private static func indicator(
    _ db: Database, _ name: String, _ experiment: Experiment, _ reforms: [String]?
  ) throws -> Named {
    let sql = "SELECT label, unit FROM indicator WHERE name = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [name]) else {
      let known = try String.fetchAll(db, sql: "SELECT name FROM indicator ORDER BY position")
      throw UnknownIndicator(name: name, known: known)
    }
    return Named(
      label: row["label"], unit: row["unit"], variants: try variants(db, name, experiment, reforms))
  }

  private static func variants(
    _ db: Database, _ name: String, _ experiment: Experiment, _ reforms: [String]?
  ) throws -> [Variant] {
    // Years that are not full would be means over other seasons.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT reform, label, month / 12 AS year, avg(\(name.quotedDatabaseIdentifier)) AS value
        FROM monthly JOIN run USING (run_id)
        WHERE run_set = ? AND status = 'complete'
        GROUP BY run_id, month / 12 HAVING count(*) = 12
        ORDER BY run_id, year
        """, arguments: [experiment.number])
    guard !rows.isEmpty else {
      throw ReportError(.query, "the runs of scenario '\(experiment.scenario)' are shorter than a year")
    }
    var order: [(reform: String, label: String)] = []
    var values: [String: [[Double]]] = [:]
    for row in rows {
      let (reform, year): (String, Int) = (row["reform"], row["year"])
      guard reforms?.contains(reform) ?? true || reform == RunDescription.baseline else { continue }
      if values[reform] == nil { order.append((reform, row["label"])) }
      var years = values[reform, default: []]
      while years.count <= year { years.append([]) }
      years[year].append((row["value"] as Double?) ?? .nan)
      values[reform] = years
    }
    return order.map { reform, label in
      let years = values[reform, default: []].enumerated()
        .compactMap { year, values in Estimate(values).map { (year: year, value: $0) } }
      return Variant(label: label, years: years)
    }
  }
}
