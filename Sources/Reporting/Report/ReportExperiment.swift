import Scenarios

/// What the runs of an experiment share, and how they ended.
struct ReportExperiment {
  /// Its number in the file.
  let number: Int
  let scenario: String
  let resolved: ResolvedText?
  let command: String
  let created: String
  let economy: String
  let currency: String
  let persons: Int
  /// Calendar month of month 0, YYYY-MM.
  let start: String
  let months: Int
  let codeVersions: [String]
  let hashes: [String]
  let runs: [Run]

  /// A run.
  struct Run {
    let reform: String
    let label: String
    let replication: Int
    let seed: String
    let status: String
    let isInfeasible: Bool
    let error: String
  }

  /// The baseline or a reform.
  struct Variant: Equatable {
    let name: String
    let label: String
    /// What charts call it: one reform is `Reform`, and the baseline `Baseline`.
    let short: String
  }

  static let baseline = "baseline"
  static let placebo = "placebo_"

  var title: String { resolved?["title"] ?? scenario }
  var question: String { resolved?["question"] ?? "" }
  var criterion: String { resolved?["criterion"] ?? "" }

  /// The baseline first.
  var variants: [Variant] {
    var names: [String] = []
    for run in runs where !names.contains(run.reform) { names.append(run.reform) }
    // Placebos, which show what chance does to single persons, are no reforms.
    let reforms = names.filter { $0 != Self.baseline && !$0.hasPrefix(Self.placebo) }
    return (names.contains(Self.baseline) ? [Self.baseline] : []).map { name in
      Variant(name: name, label: label(name), short: "Baseline")
    } + reforms.map { Variant(name: $0, label: label($0), short: reforms.count == 1 ? "Reform" : label($0)) }
  }

  var reforms: [Variant] { variants.filter { $0.name != Self.baseline } }

  private func label(_ name: String) -> String { runs.first { $0.reform == name }?.label ?? name }

  /// Complete runs in which no rate of the closure could close the budget, by case.
  var unfunded: [String] {
    byCase(runs.filter { $0.status == "complete" && $0.isInfeasible }).map { label, runs in
      "\(label), \(Self.replications(runs))"
    }
  }

  /// Whether each run of a reform reached its end with a budget that could be closed.
  func isSound(_ reform: String) -> Bool {
    runs.allSatisfy { $0.reform != reform || $0.status == "complete" && !$0.isInfeasible }
  }

  /// Runs that are not complete, by case, with the reason of the first.
  var failures: [String] {
    byCase(runs.filter { $0.status != "complete" }).map { label, runs in
      let states = Set(runs.map { $0.isInfeasible ? "infeasible" : $0.status }).sorted()
      let reason = runs[0].error.isEmpty ? "" : " The first: \(runs[0].error)."
      return "\(label), \(Self.replications(runs)): \(states.joined(separator: ", ")).\(reason)"
    }
  }

  private func byCase(_ picked: [Run]) -> [(label: String, runs: [Run])] {
    var names: [String] = []
    for run in picked where !names.contains(run.reform) { names.append(run.reform) }
    return names.map { name in (label(name), picked.filter { $0.reform == name }) }
  }

  /// `3 of the runs (replications 0, 4, 7)`.
  private static func replications(_ runs: [Run]) -> String {
    let numbers = runs.map(\.replication).sorted().map(String.init).joined(separator: ", ")
    return runs.count == 1 ? "replication \(numbers)" : "replications \(numbers)"
  }

  var completeRuns: Int { runs.count { $0.status == "complete" } }

  /// Replications that have a complete run.
  var replications: Int { Set(runs.filter { $0.status == "complete" }.map(\.replication)).count }

  /// `seeds 1 to 8`.
  var seeds: String {
    var seeds: [String] = []
    for run in runs where !seeds.contains(run.seed) { seeds.append(run.seed) }
    guard let first = seeds.first, let last = seeds.last else { return "no seed" }
    return seeds.count == 1 ? "seed \(first)" : "seeds \(first) to \(last)"
  }

  /// `8 replications (seeds 1 to 8)`.
  var replicationText: String {
    "\(NumberText.whole(replications)) replication\(replications == 1 ? "" : "s") (\(seeds))"
  }

  /// Stands under each chart.
  var source: String {
    let missing = runs.count - completeRuns
    return
      "Source: \(codeVersions.joined(separator: ", ")), \(scenario), \(seeds), \(NumberText.whole(persons)) persons."
      + (missing == 0 ? "" : " \(missing) of \(runs.count) runs are not complete and left out.")
  }
}

extension ReportExperiment {
  /// Reads an experiment.
  /// - Parameter name: of which the latest counts; nil for the latest of all.
  static func read(_ query: Query, named name: String?, path: String) throws -> ReportExperiment {
    let names = try query.rows("SELECT experiment, max(run_set) FROM run_set GROUP BY experiment ORDER BY 2")
    guard let found = names.last(where: { name == nil || $0[0].words == name }), let number = found[1].number
    else {
      throw ReportError(
        .query,
        names.isEmpty
          ? "'\(path)' holds no experiment"
          : "'\(path)' holds no experiment '\(name ?? "")'. There are: "
            + names.map { $0[0].words }.joined(separator: ", "))
    }
    let set = Int(number)
    let head = try query.rows(
      "SELECT scenario, scenario_yaml, command, created_utc FROM run_set WHERE run_set = \(set)")[0]
    let rows = try query.rows(
      """
      SELECT reform, label, replication, seed, status, feasible, error, economy, currency, persons, start, months,
        code_version, scenario_sha256
      FROM run WHERE run_set = \(set) ORDER BY run_id
      """)
    guard let first = rows.first, rows.contains(where: { $0[4].words == "complete" }) else {
      throw ReportError(
        .query,
        "no run of experiment \(set) in '\(path)' is complete: there is nothing to report. "
          + "'otium query' on its view v_incomplete says why")
    }
    return ReportExperiment(
      number: set, scenario: head[0].words, resolved: ResolvedText(head[1].words), command: head[2].words,
      created: head[3].words, economy: first[7].words, currency: first[8].words,
      persons: Int(first[9].number ?? 0), start: first[10].words, months: Int(first[11].number ?? 0),
      codeVersions: distinct(rows.map { $0[12].words }), hashes: distinct(rows.map { $0[13].words }),
      runs: rows.map(run))
  }

  private static func run(_ row: [QueryValue]) -> Run {
    Run(
      reform: row[0].words, label: row[1].words, replication: Int(row[2].number ?? 0), seed: row[3].words,
      status: row[4].words, isInfeasible: row[5].number == 0, error: row[6].words)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
