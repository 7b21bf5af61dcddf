import Designs
import Experiments
import GRDB
public import Scenarios
import Sensitivity

extension SweepFile {
  /// The seeds of its replications, in words.
  var seeds: String {
    let (first, count) = (experiment.seed, UInt64(experiment.replications.most))
    return count == 1 ? "seed \(first)" : "seeds \(first) to \(first &+ count - 1)"
  }
}

/// The table at the end of a sweep, from what its database holds.
///
/// Few points are shown one by one with the mean over their replications; of many the outcomes' distribution over
/// the points.
public struct SweepSummary {
  /// Points that are shown one by one.
  static let mostPoints = 24

  private let file: SweepFile
  private let path: String

  /// The summary of a sweep whose database is at a path.
  public init(_ file: SweepFile, database path: String) {
    self.file = file
    self.path = path
  }

  /// All lines, the last with its end.
  public func text() throws(ReportError) -> String {
    do {
      let queue = try DatabaseFile.reader(path)
      defer { try? queue.close() }
      return try queue.read { db in try text(db) }
    } catch {
      throw ReportError(error, path: path)
    }
  }

  private func text(_ db: Database) throws -> String {
    let counts = try Row.fetchOne(
      db, sql: "SELECT sum(status = 'complete'), sum(status = 'failed') FROM run")
    let complete = counts?[0] as Int? ?? 0
    let failed = counts?[1] as Int? ?? 0
    var lines = [file.experiment.title, ""]
    if let question = file.experiment.question { lines += SummaryText.wrapped(question, to: 90) + [""] }
    lines.append(
      "\(NumberText.whole(file.points.points.count)) points (\(file.experiment.design.name)), "
        + "\(NumberText.whole(complete)) complete runs, \(NumberText.whole(failed)) failed")
    lines.append("")
    for variant in file.variants {
      if file.variants.count > 1 { lines.append(variant == "baseline" ? "Baseline" : "Reform \(variant)") }
      lines += file.points.points.count <= Self.mostPoints ? try points(variant, db) : try spread(variant, db)
      lines.append("")
    }
    lines.append("Database: \(path)")
    return lines.joined(separator: "\n") + "\n"
  }

  private var numbers: [String] { SweepOutputs(file.experiment.outputs).numbers.map(\.name) }

  /// A line a point: its settings, and each outcome with its standard error.
  private func points(_ variant: String, _ db: Database) throws -> [String] {
    let factors = file.experiment.factors.map(\.name)
    var table = TextTable(
      Array(repeating: .right, count: 2 + factors.count + numbers.count))
    table.add(["point"] + factors + ["runs"] + numbers)
    for point in file.points.points {
      let cells = try numbers.map { output in
        let measure = SweepMeasure(output: output, variant: variant)
        let values = try SweepValues.byReplication(db, measure, point: point.ordinal).compactMap(\.self)
        return (values.count, Self.mean(values))
      }
      let runs =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM v_final WHERE point = ? AND reform = ?",
          arguments: [point.ordinal, variant]) ?? 0
      table.add(
        [String(point.ordinal)] + point.values.map { $0.number.map(Self.short) ?? $0.description }
          + [String(runs)] + cells.map(\.1))
    }
    var lines = table.lines
    lines.insert(table.rule, at: 1)
    return lines
  }

  private static func mean(_ values: [Double]) -> String {
    guard let interval = MeanInterval(values) else { return values.first.map(short) ?? "–" }
    return "\(short(interval.mean)) ± \(short(interval.halfWidth))"
  }

  /// A line an outcome: its distribution over the points.
  private func spread(_ variant: String, _ db: Database) throws -> [String] {
    var table = TextTable([.left] + Array(repeating: .right, count: 7))
    table.add(["output", "points", "mean", "least", "5 %", "median", "95 %", "most"])
    for output in numbers {
      let values = try SweepValues.means(db, SweepMeasure(output: output, variant: variant)).values.sorted()
      guard !values.isEmpty else {
        table.add([output, "0"] + Array(repeating: "–", count: 6))
        continue
      }
      let at = { (share: Double) in values[Int((share * Double(values.count - 1)).rounded())] }
      let mean = values.reduce(0, +) / Double(values.count)
      table.add(
        [output, NumberText.whole(values.count)]
          + [mean, at(0), at(0.05), at(0.5), at(0.95), at(1)].map(Self.short))
    }
    var lines = table.lines
    lines.insert(table.rule, at: 1)
    return lines
  }

  /// Four significant digits or so; whole numbers as such.
  static func short(_ value: Double) -> String {
    let decimals =
      switch value.magnitude {
      case _ where value == value.rounded(): 0
      case 1_000...: 0
      case 100...: 1
      case 10...: 2
      case 1...: 3
      default: 4
      }
    return NumberText.fixed(value, decimals: decimals)
  }
}
