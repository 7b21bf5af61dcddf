import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

struct AskTellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask-tell", abstract: "Simulate the settings that another program asks for, line by line.",
    discussion: """
      For optimisers and calibrators outside. The first line of the standard output is a JSON object with the factors and \
      outputs of the experiment file. Each line of the standard input asks for settings, and one line answers it:

        {"id": 1, "points": [{"benefit": 400, "machines": 0.2}]}
        {"id": 1, "results": [{"point": 0, "runs": 4, "failed": 0, "outputs": {"baseline": {"gini": {"mean": …}}}}]}

      All settings of a line are simulated side by side. Settings that were asked for before, in earlier calls too, are \
      answered from the database.
      """)

  @OptionGroup var options: SearchOptions

  func run() throws {
    let file = try SweepFile.loadOrFail(options.file)
    try options.session(file, ending: "asked") { session in
      let conversation = Conversation(file)
      try say(conversation.greeting)
      while let line = readLine() {
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        let request: Conversation.Request
        do throws(Conversation.Complaint) {
          request = try conversation.request(line)
        } catch {
          try say(conversation.complaint(error))
          continue
        }
        let ordinals = try session.evaluator.evaluate(request.points)
        try say(
          conversation.answer(request, ordinals) { try session.evaluator.values(of: $0, point: $1) })
      }
    }
  }

  private func say(_ answer: JSONValue) throws {
    try Output.write(answer.line + "\n")
    try Output.flush()
  }
}
