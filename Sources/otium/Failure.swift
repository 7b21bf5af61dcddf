import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

/// Why a command ends early: an exit code, and what the user is told on the standard error.
struct Failure: Error {
  enum Code: Int32 {
    case someRunsFailed = 3
    case runsMissing = 4
    case usage = 64
    case badData = 65
    case missingInput = 66
    case unavailable = 69
    case defect = 70
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case interrupted = 130
    case terminated = 143
  }

  let code: Code
  /// Whole lines; `error:` in them is marked where the terminal can.
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = "error: " + message
  }

  /// - Parameter lines: messages that say by themselves that they are errors.
  init(_ code: Code, lines: [String]) {
    self.code = code
    message = lines.joined(separator: "\n")
  }

  /// Says so and ends the program.
  func report() -> Never {
    Terminal.standardError.write(Terminal.standardError.markingErrors(message) + "\n")
    exit(code.rawValue)
  }
}

extension Failure {
  /// All that is wrong with files and options, each with its place.
  init(_ errors: ScenarioErrors) {
    message = errors.description
    code =
      errors.errors.allSatisfy(\.isMissingInput)
      ? .missingInput : errors.errors.allSatisfy(\.isAboutOption) ? .usage : .badData
  }

  init(_ error: ReportError) {
    let code: Code =
      switch error.kind {
      case .missing: .missingInput
      case .cannotCreate: .cannotCreate
      case .unsuitable, .query: .badData
      case .inputOutput: .inputOutput
      case .busy: .busy
      }
    self.init(code, error.description)
  }

  init(_ error: PopulationError) {
    let code: Code =
      switch error {
      case .missingFile, .unreadable, .notInstalled: .missingInput
      case .unwritable: .cannotCreate
      default: .badData
      }
    self.init(code, error.description)
  }

  init(_ error: ExperimentError) {
    switch error {
    case .booksDoNotBalance: self.init(.defect, error.description)
    case .resultsLost(let cause as ReportError, let run):
      let failure = Failure(cause)
      self.init(failure.code, "\(cause.description) (while keeping \(run.name))")
    case .resultsLost: self.init(.inputOutput, error.description)
    }
  }
}

extension Failure {
  /// What the outcomes of runs have to be complained about; nil where all are complete.
  /// - Parameter stop: the code for the signal that came, if any.
  init?(of result: ExperimentResult, database: String, stop: Code?) {
    let total = result.outcomes.count
    if result.interruptedRuns > 0, let stop {
      self.init(
        stop,
        "stopped: \(result.completeRuns) of \(total) runs are complete; "
          + "all months simulated so far are in '\(database)'")
    } else if let first = result.failures.first {
      self.init(
        .someRunsFailed,
        "\(result.failures.count) of \(total) runs failed; the first: \(first.run.name): \(first.reason)")
    } else {
      return nil
    }
  }
}

extension ScenarioError {
  fileprivate var isMissingInput: Bool {
    switch problem {
    case .missingFile, .missingReference, .isDirectory, .unreadable: true
    default: false
    }
  }

  fileprivate var isAboutOption: Bool {
    if case .option = place { true } else { false }
  }
}
