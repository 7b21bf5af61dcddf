import Experiments

extension ReportData {
  /// Values by variant, group and replication, for some measures.
  struct Groups {
    let sql: String
    /// In the order of the database.
    fileprivate(set) var names: [String] = []
    private var values: [Key: Double] = [:]
    private var replications: Set<Int> = []

    private struct Key: Hashable {
      let variant: String
      let group: String
      let measure: String
      let replication: Int
    }

    init(sql: String) { self.sql = sql }

    fileprivate mutating func add(
      _ variant: String, _ group: String, _ measure: String, _ replication: Int, _ value: Double
    ) {
      if !names.contains(group) { names.append(group) }
      replications.insert(replication)
      values[Key(variant: variant, group: group, measure: measure, replication: replication)] = value
    }

    func value(_ variant: String, _ group: String, _ measure: String, _ replication: Int) -> Double? {
      values[Key(variant: variant, group: group, measure: measure, replication: replication)]
    }

    /// A function of each replication, where it is defined.
    func estimate(_ of: (Int) -> Double?) -> Estimate? {
      Estimate(replications.sorted().compactMap(of))
    }

    /// The mean of a measure.
    func mean(_ variant: String, _ group: String, _ measure: String) -> Estimate? {
      estimate { value(variant, group, measure, $0) }
    }

    /// The change that a reform makes to a measure, in percent of the baseline, within each replication.
    func relativeEffect(_ reform: String, _ group: String, _ measure: String) -> Estimate? {
      estimate { replication in
        guard let after = value(reform, group, measure, replication),
          let before = value(ReportExperiment.baseline, group, measure, replication), before != 0
        else { return nil }
        return (after / before - 1) * 100
      }
    }
  }

  /// Groups of persons or households at the end of each complete run.
  /// - Parameters:
  ///   - measures: SQL for a list of names, as `'persons', 'employed'`.
  ///   - isMoney: whether they are sums of money, which are given at the prices of the scenario's start: prices differ
  ///     between reforms, and fall where machines make goods cheap.
  func groups(_ dimension: String, measures: String, isMoney: Bool = false) throws -> Groups {
    let order = dimension == "decile" ? "CAST(\"group\" AS INTEGER)" : "\"group\""
    let sql = """
      SELECT reform, replication, "group", measure, value\(isMoney ? " / price_level AS value" : "")
      FROM distribution JOIN run USING (run_id)\(isMoney ? " JOIN monthly USING (run_id, month)" : "")
      WHERE \(complete) AND month = months - 1
        AND dimension = '\(dimension)' AND measure IN (\(measures))
      ORDER BY run_id, \(order), measure
      """
    return try read(sql)
  }

  /// Rows of variant, replication, group, measure and value.
  func read(_ sql: String) throws -> Groups {
    var groups = Groups(sql: sql)
    for row in try query.rows(sql) {
      guard let replication = row[1].number, let value = row[4].number else { continue }
      groups.add(row[0].words, row[2].words, row[3].words, Int(replication), value)
    }
    return groups
  }

  /// The last full year of the runs, from 0; nil where they are shorter.
  var lastYear: Int? { experiment.months >= 12 ? experiment.months / 12 - 1 : nil }

  /// Its name for readers.
  var lastYearName: String { String(time.first + (lastYear ?? 0)) }
}
