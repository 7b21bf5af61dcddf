import Economy
import Experiments

/// The complete runs of a sweep: settings and outcomes.
struct SweepData {
  let title: String
  let question: String
  let design: String
  let points: Int
  let proposed: Int
  let codeVersion: String
  let command: String
  let factors: [Factor]
  let outputs: [Output]
  let runs: [Run]
  let planned: Int
  let failed: [(point: Int, reform: String, error: String, isInfeasible: Bool)]
  let seeds: [String]
  /// ISO 4217 code of the economy's money.
  let currency: String
  /// How runs were read.
  let sql: String

  /// What is varied.
  struct Factor {
    let name: String
    let path: String
    let unit: String
    /// Whether somebody chooses it; else it is not known.
    let isLever: Bool
    /// Its name at an axis and in a table.
    var label: String { name.replacing("_", with: " ") }
    /// Its name in sentences, where it is nobody's word but the experiment's.
    var quoted: String { "“\(label)”" }
  }

  /// What is asked.
  struct Output {
    let name: String
    let measure: ReportMeasure
    let kept: String
  }

  /// A run: less its baseline where there are reforms, else as it is.
  struct Run {
    let point: Int
    let replication: Int
    let reform: String
    let settings: [QueryValue]
    let values: [Double?]
  }

  /// Whether values are effects of a reform.
  var areEffects: Bool { runs.first.map { $0.reform != ReportExperiment.baseline } ?? false }
  /// The reform whose effects they are.
  var reform: String { runs.first?.reform ?? "" }

  init(_ query: Query, path: String) throws {
    let head = try query.rows(
      "SELECT title, question, design, points, proposed, variants, replications, code_version, command FROM sweep"
    )[0]
    let factors = try query.rows("SELECT name, path, unit, role FROM factor ORDER BY position").map {
      Factor(name: $0[0].words, path: $0[1].words, unit: $0[2].words, isLever: $0[3].words == "lever")
    }
    let all = try query.rows("SELECT name, indicator, unit, kept, definition FROM output ORDER BY position")
    let columns = Set(try query.rows("SELECT name FROM pragma_table_info('v_final')").map { $0[0].words })
    currency =
      try query.rows("SELECT value FROM definition WHERE key = 'scenario.economy.currency'").first?[0].words
      ?? "currency"
    let currency = currency
    // Points may differ in their population.
    let persons = try query.rows("SELECT value FROM definition WHERE key = 'scenario.population.persons'")
      .first?[0].words
    let isVaried = factors.contains { $0.path.hasPrefix("population") }
    let total: ReportMeasure.Total =
      persons.flatMap(Double.init).map { isVaried ? .whole : .overStart($0) } ?? .whole
    let outputs = all.filter { columns.contains($0[0].words) }.map { row in
      Output(
        name: row[0].words,
        measure: ReportMeasure(
          name: row[1].words, label: Self.label(row[0].words, of: row[1].words, in: all), unit: row[2].words,
          definition: row[4].words, currency: currency, total: total),
        kept: row[3].words)
    }
    let names = (factors.map(\.name) + outputs.map(\.name)).map { "\"\($0)\"" }.joined(separator: ", ")
    let reforms = try query.rows("SELECT DISTINCT reform FROM v_effect ORDER BY run_id").map { $0[0].words }
    let sql =
      reforms.isEmpty
      ? "SELECT point, replication, reform, \(names) FROM v_final ORDER BY run_id"
      : "SELECT point, replication, reform, \(names) FROM v_effect WHERE reform = '\(reforms[0])' ORDER BY run_id"
    runs = try query.rows(sql).map { row in
      Run(
        point: Int(row[0].number ?? 0), replication: Int(row[1].number ?? 0), reform: row[2].words,
        settings: Array(row[3..<3 + factors.count]), values: row[(3 + factors.count)...].map(\.number))
    }
    guard !runs.isEmpty else {
      throw ReportError(.query, "no run of the sweep in '\(path)' is complete: there is nothing to report")
    }
    (self.factors, self.outputs, self.sql) = (factors, outputs, sql)
    (title, question, design) = (head[0].words, head[1].words, head[2].words)
    (points, proposed) = (Int(head[3].number ?? 0), Int(head[4].number ?? 0))
    planned = points * Int(head[5].number ?? 1) * Int(head[6].number ?? 1)
    (codeVersion, command) = (head[7].words, head[8].words)
    failed = try query.rows(
      "SELECT point, reform, error, feasible FROM run WHERE status <> 'complete' ORDER BY run_id"
    )
    .map { (Int($0[0].number ?? 0), $0[1].words, $0[2].words, $0[3].number == 0) }
    seeds = try query.rows("SELECT DISTINCT seed FROM run ORDER BY length(seed), seed").map { $0[0].words }
  }

  /// What an output is called: as its indicator, with its own name where several are taken from one.
  private static func label(_ output: String, of indicator: String, in outputs: [[QueryValue]]) -> String {
    let own = output.replacing("_", with: " ")
    guard let spec = Indicator(name: indicator)?.spec else {
      return own.prefix(1).uppercased() + own.dropFirst()
    }
    let isAlone = outputs.count { $0[1].words == indicator } == 1
    return isAlone ? spec.label : "\(spec.label) (\(own))"
  }

  /// Stands under each chart.
  var source: String {
    let range =
      seeds.count > 1 ? "seeds \(seeds[0]) to \(seeds[seeds.count - 1])" : "seed \(seeds.first ?? "")"
    return
      "Source: \(codeVersion), \(NumberText.whole(runs.count)) runs at \(NumberText.whole(points)) points, \(range)."
      + (failed.isEmpty ? "" : " \(failed.count) runs failed and are left out.")
  }
}

extension SweepData {
  /// A factor's values in groups: each by itself where they are few, else fifths of its range.
  struct Levels {
    let names: [String]
    /// The group of each run; nil where it has none.
    let group: [Int?]
  }

  func levels(_ factor: Int) -> Levels {
    let words = runs.map { $0.settings[factor].words }
    let numbers = runs.map { $0.settings[factor].number }
    var distinct: [String] = []
    for word in words where !distinct.contains(word) && distinct.count <= 9 { distinct.append(word) }
    if distinct.count <= 9 {
      if numbers.allSatisfy({ $0 != nil }) { distinct.sort { (Double($0) ?? 0) < (Double($1) ?? 0) } }
      let names = distinct.map { Double($0).map(ReportTable.digits) ?? $0 }
      return Levels(names: names, group: words.map { distinct.firstIndex(of: $0) })
    }
    let known = numbers.compactMap(\.self)
    guard let least = known.min(), let most = known.max(), most > least else {
      return Levels(names: [], group: words.map { _ in nil })
    }
    let count = 5
    let edge = { (index: Int) in least + (most - least) * Double(index) / Double(count) }
    let decimals = most - least >= 50 ? 0 : most - least >= 5 ? 1 : most - least >= 0.5 ? 2 : 3
    return Levels(
      names: (0..<count).map {
        "\(Finding.number(edge($0), decimals)) to \(Finding.number(edge($0 + 1), decimals))"
      },
      group: numbers.map { number in
        number.map { min(count - 1, Int(($0 - least) / (most - least) * Double(count))) }
      })
  }

  /// Values of an output in the shown unit that are independent of each other, for the runs that a condition picks.
  /// All points of a replication share their chance: where there are several replications, each gives one value, its
  /// mean; else each run gives one.
  func values(_ output: Int, where picks: (Int) -> Bool) -> [Int: Double] {
    let factor = outputs[output].measure.factor
    let isPaired = Set(runs.map(\.replication)).count >= 3
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for index in runs.indices where picks(index) {
      guard let value = runs[index].values[output] else { continue }
      let (sum, count) = sums[isPaired ? runs[index].replication : index, default: (0, 0)]
      sums[isPaired ? runs[index].replication : index] = (sum + value * factor, count + 1)
    }
    return sums.mapValues { $0.sum / $0.count }
  }

  /// The mean of such values.
  func mean(_ output: Int, where picks: (Int) -> Bool) -> Estimate? {
    Estimate(values(output, where: picks).sorted { $0.key < $1.key }.map(\.value))
  }

  /// The unit of an output's values.
  func unit(_ output: Int) -> String {
    let measure = outputs[output].measure
    return areEffects && measure.factor == 100 ? "percentage points" : measure.unit
  }

  /// The unit of a factor, in words; empty for pure numbers and for words.
  func unit(ofFactor factor: Int) -> String {
    let unit = factors[factor].unit
    guard !["1", "flag", "word", "words"].contains(unit) else { return "" }
    return unit.replacing("currency", with: currency).replacing("/", with: " a ")
  }

  /// How an output's values stand on an axis.
  func number(_ output: Int) -> ChartNumber {
    ChartNumber(unit: areEffects ? "" : outputs[output].measure.tick, isSigned: areEffects)
  }
}
