import Experiments

/// The figures of an experiment, each group with the query that it came from.
struct ReportData {
  let query: Query
  let experiment: ReportExperiment
  private let measures: [String: ReportMeasure]
  /// Names of the headline indicators, in order.
  let headlines: [String]

  init(_ query: Query, _ experiment: ReportExperiment) throws {
    self.query = query
    self.experiment = experiment
    let rows = try query.rows(
      "SELECT name, label, unit, definition, is_headline FROM indicator ORDER BY position")
    measures = Dictionary(
      rows.map { row in
        let measure = ReportMeasure(
          name: row[0].words, label: row[1].words, unit: row[2].words, definition: row[3].words,
          currency: experiment.currency)
        return (measure.name, measure)
      }, uniquingKeysWith: { first, _ in first })
    headlines = rows.filter { $0[4].number == 1 }.map { $0[0].words }
  }

  /// The measures of those names that the database has.
  func measures(_ names: [String]) -> [ReportMeasure] { names.compactMap { measures[$0] } }

  /// Restricts `monthly JOIN run` to the complete runs of the experiment.
  var complete: String { "run_set = \(experiment.number) AND status = 'complete'" }

  /// Values by variant, measure and replication.
  struct Finals {
    let sql: String
    fileprivate(set) var values: [String: [String: [Int: Double]]] = [:]

    /// The mean over replications, in the measure's shown unit.
    func value(_ measure: ReportMeasure, _ variant: String) -> Estimate? {
      let found = (values[variant]?[measure.name] ?? [:]).sorted { $0.key < $1.key }
      return Estimate(found.map { $0.value * measure.factor })
    }

    /// Reform less baseline within each replication, in the measure's unit of effects.
    func effect(_ measure: ReportMeasure, _ reform: String) -> Estimate? {
      let before = values[ReportExperiment.baseline]?[measure.name] ?? [:]
      let pairs = (values[reform]?[measure.name] ?? [:]).sorted { $0.key < $1.key }
      return Estimate(
        pairs.compactMap { replication, after in
          before[replication].map { measure.effect(after: after, before: $0) }
        })
    }
  }

  /// Means over the last twelve months of each complete run.
  func finals(_ measures: [ReportMeasure]) throws -> Finals {
    let columns = measures.map { "avg(\($0.expression)) AS \"\($0.name)\"" }.joined(separator: ",\n  ")
    let sql = """
      SELECT reform, replication,
        \(columns)
      FROM monthly JOIN run USING (run_id)
      WHERE \(complete) AND month >= months - 12
      GROUP BY run_id ORDER BY run_id
      """
    var finals = Finals(sql: sql)
    for row in try query.rows(sql) {
      for (measure, value) in zip(measures, row.dropFirst(2)) {
        guard let value = value.number, let replication = row[1].number else { continue }
        finals.values[row[0].words, default: [:]][measure.name, default: [:]][Int(replication)] = value
      }
    }
    return finals
  }

  /// A measure's means over full years: by variant and year, the values of the replications.
  struct Course {
    let sql: String
    fileprivate(set) var values: [String: [Int: [Double]]] = [:]

    /// In the order of years.
    func years(_ variant: String) -> [(year: Int, values: [Double])] {
      (values[variant] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
  }

  func course(_ measure: ReportMeasure) throws -> Course {
    let sql = """
      SELECT reform, month / 12 AS year, avg(\(measure.expression)) AS value
      FROM monthly JOIN run USING (run_id)
      WHERE \(complete)
      GROUP BY run_id, month / 12 HAVING count(*) = 12 ORDER BY run_id, year
      """
    var course = Course(sql: sql)
    for row in try query.rows(sql) {
      guard let year = row[1].number, let value = row[2].number else { continue }
      course.values[row[0].words, default: [:]][Int(year), default: []].append(value * measure.factor)
    }
    return course
  }

  /// The number of the first year and what years are called: calendar years where they begin in January.
  var time: (first: Int, label: String) {
    let parts = experiment.start.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, parts[1] == 1 else {
      return (1, "Year of the scenario, from \(experiment.start)")
    }
    return (parts[0], "Year")
  }
}
