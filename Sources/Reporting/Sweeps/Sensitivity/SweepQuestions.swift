import Designs
import GRDB
import Scenarios

/// The questions of an experiment, as its database keeps them.
enum SweepQuestions {
  /// Replaces the questions by those of an experiment: they change no run.
  static func store(_ file: SweepFile, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM question")
    for (index, (analysis, measure)) in zip(file.experiment.analyses, file.questions).enumerated() {
      let (side, limit) = words(analysis)
      try db.execute(
        sql: "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          index, analysis.name, measure.output, measure.variant, measure.isEffect ? "effect" : "level", side,
          limit,
        ])
    }
  }

  private static func words(_ analysis: Analysis) -> (side: String?, limit: Double?) {
    switch analysis {
    case .prim(_, let threshold), .satisficing(_, let threshold):
      switch threshold {
      case .above(let limit): ("above", limit)
      case .below(let limit): ("below", limit)
      }
    case .regret(_, let isMoreBetter): (isMoreBetter ? "more" : "less", nil)
    case .sobol, .morris, .regression: (nil, nil)
    }
  }

  /// The questions; those that the design is made for where none are stored.
  static func all(_ db: Database) throws -> [SensitivityQuestion] {
    let stored = try Row.fetchAll(db, sql: "SELECT * FROM question ORDER BY position").compactMap { row in
      analysis(row).map { analysis in
        SensitivityQuestion(
          analysis: analysis,
          measure: SweepMeasure(
            output: row["output"], variant: row["reform"], isEffect: row["of"] == "effect"))
      }
    }
    return stored.isEmpty ? try usual(db) : stored
  }

  private static func analysis(_ row: Row) -> Analysis? {
    let output: String = row["output"]
    let limit: Double = row["threshold"] ?? .nan
    let side: String? = row["side"]
    let threshold: Analysis.Threshold = side == "above" ? .above(limit) : .below(limit)
    switch row["analysis"] as String {
    case "sobol": return .sobol(output: output)
    case "morris": return .morris(output: output)
    case "regression": return .regression(output: output)
    case "prim": return .prim(output: output, threshold: threshold)
    case "regret": return .regret(output: output, isMoreBetter: side == "more")
    case "satisficing": return .satisficing(output: output, threshold: threshold)
    default: return nil
    }
  }

  private static func usual(_ db: Database) throws -> [SensitivityQuestion] {
    let design = try String.fetchOne(db, sql: "SELECT design FROM sweep") ?? ""
    let outputs = try String.fetchAll(
      db, sql: "SELECT name FROM output WHERE kept NOT LIKE 'every%' ORDER BY position")
    let variants = try String.fetchAll(db, sql: "SELECT reform FROM run GROUP BY reform ORDER BY min(run_id)")
    let hasBaseline = variants.contains("baseline")
    return variants.flatMap { variant in
      outputs.map { output in
        let analysis: Analysis =
          switch design {
          case "saltelli": .sobol(output: output)
          case "morris": .morris(output: output)
          default: .regression(output: output)
          }
        return SensitivityQuestion(
          analysis: analysis,
          measure: SweepMeasure(
            output: output, variant: variant, isEffect: hasBaseline && variant != "baseline"))
      }
    }
  }
}
