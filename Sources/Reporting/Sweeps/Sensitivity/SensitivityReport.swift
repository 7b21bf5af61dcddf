import Designs
import GRDB
import Scenarios
import Sensitivity

/// What a sweep says so far: the answers to the experiment's questions, from the runs that are complete.
///
/// Without questions it is asked what its design is made for: Sobol' indices for `saltelli`, elementary effects
/// for `morris`, else a regression; of all outputs, for reforms of their effects.
public struct SensitivityReport {
  private let title: String
  private let runs: String
  private let answers: [SensitivityAnswer]

  /// Reads a sweep's database and answers.
  ///
  /// - Parameters:
  ///   - path: the database; it is only read, also while a sweep writes to it.
  ///   - density: of boxes, the least share of their points that is of interest; nil for half way from the share
  ///     among all points to 1.
  /// - Throws: `ReportError` where the file holds no sweep.
  public init(database path: String, density: Double? = nil) throws(ReportError) {
    do {
      let queue = try DatabaseFile.reader(path)
      defer { try? queue.close() }
      (title, runs, answers) = try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == SweepSchema.applicationID else {
          throw ReportError(.unsuitable, "'\(path)' holds no sweep: 'otium sweep' writes one")
        }
        let sample = try SweepSample(db)
        let questions = try SweepQuestions.all(db)
        return (
          sample.title, try Self.progress(db),
          try questions.map { try Self.answer($0, sample, density: density) }
        )
      }
    } catch {
      throw ReportError(error, path: path)
    }
  }

  private static func progress(_ db: Database) throws -> String {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT sum(status = 'complete'), sum(status = 'failed'),
          (SELECT points * replications * variants FROM sweep) FROM run
        """)
    let (complete, failed, planned): (Int, Int, Int) = (row?[0] ?? 0, row?[1] ?? 0, row?[2] ?? 0)
    let missing = planned - complete - failed
    return "\(NumberText.whole(complete)) complete runs"
      + (failed > 0 ? ", \(NumberText.whole(failed)) failed" : "")
      + (missing > 0 ? ", \(NumberText.whole(missing)) not done (yet)" : "")
  }

  private static func answer(_ question: SensitivityQuestion, _ sample: SweepSample, density: Double?) throws
    -> SensitivityAnswer
  {
    var answer = SensitivityAnswer(question: question)
    let outcomes = try sample.outcomes(question.measure)
    do throws(SensitivityError) {
      switch question.analysis {
      case .sobol: try answer.sobol(sample, outcomes)
      case .morris: try answer.morris(sample, outcomes)
      case .regression: try answer.regression(sample, outcomes)
      case .prim(_, let threshold): try answer.prim(threshold, sample, outcomes, density: density)
      case .regret(_, let isMoreBetter): try answer.regret(isMoreBetter: isMoreBetter, sample, outcomes)
      case .satisficing(_, let threshold): try answer.satisficing(threshold, sample, outcomes)
      }
    } catch {
      answer.lines = ["\(question.analysis.name) of \(question.measure.label): no answer: \(error)"]
      answer.rows = []
    }
    return answer
  }

  /// All answers as text, the last line with its end.
  public var text: String {
    ([title, runs] + answers.flatMap { [""] + $0.lines }).joined(separator: "\n") + "\n"
  }

  /// All answers as one table: a row a number. Nothing is shortened.
  public func write(_ format: QueryFormat, _ output: @escaping (String) throws -> Void) throws {
    var writer: any RowWriter = format.writer(SensitivityAnswer.columns, output)
    for row in answers.flatMap(\.rows) { try writer.write(row) }
    try writer.finish()
  }

  /// Whether any question has an answer.
  public var hasAnswers: Bool { answers.contains { !$0.rows.isEmpty } }
}
