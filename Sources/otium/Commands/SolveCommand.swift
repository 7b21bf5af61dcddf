import ArgumentParser
import Designs
import Economy
import Experiments
import Reporting
import Scenarios

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Find the value of a lever that meets conditions.",
    discussion: """
      The experiment file has one factor and says under 'solve' which end of its range is wanted and what has to be met \
      there. The answer is a value with an interval, or 'infeasible'. The same command resumes. 'otium sweep' of the \
      same file runs its whole grid.

        otium solve Scenarios/sweeps/affordable-ubi.yaml
      """)

  @OptionGroup var options: SearchOptions

  @Option(help: "How to print the answer.")
  var format: AnswerFormat = .table

  func run() throws {
    let file = try SweepFile.loadOrFail(options.file)
    guard let question = file.solve else {
      throw Failure(
        .badData, "'\(options.file)' does not say what to solve: see Documentation/Sweeps.md on 'solve'")
    }
    let report = try options.session(file, ending: "solve") { session in
      SolveReport(file, question, try session.evaluator.solve(question), database: session.path)
    }
    try format.write(report.text, report.json)
  }
}
