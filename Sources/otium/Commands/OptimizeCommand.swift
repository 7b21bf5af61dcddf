import ArgumentParser
import Designs
import Economy
import Experiments
import Reporting
import Scenarios

struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Find the settings of levers that trade goals off best.",
    discussion: """
      The experiment file has levers only and names two or three goals under 'optimize'. The answer is the Pareto front: \
      settings of which none is better than another in all goals (NSGA-II). The number of settings is bounded by \
      population x generations. The same command resumes.

        otium optimize Scenarios/sweeps/ubi-and-hours.yaml
      """)

  @OptionGroup var options: SearchOptions

  @Option(help: "How to print the answer.")
  var format: AnswerFormat = .table

  func run() throws {
    let file = try SweepFile.loadOrFail(options.file)
    guard let question = file.optimise else {
      throw Failure(
        .badData, "'\(options.file)' does not say what to optimize: see Documentation/Sweeps.md on 'optimize'"
      )
    }
    let report = try options.session(file, ending: "optimize") { session in
      FrontReport(file, question, try session.evaluator.optimise(question), database: session.path)
    }
    try format.write(report.text, report.json)
  }
}
