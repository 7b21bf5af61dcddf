import ArgumentParser
import Experiments
import Foundation

/// How a measurement that is whole or nothing works and answers.
struct MeasurementOptions: ParsableArguments {
  @Option(help: "Economies to simulate at a time (default: as many as the machine runs).")
  var threads: Int?

  @Option(help: "How to print the answer.")
  var format: AnswerFormat = .table

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws { try ScenarioOptions.check(threads: threads) }

  /// What a measurement has at hand.
  struct Session {
    let threads: Int
    let cancellation: Cancellation
    let report: @Sendable (Experiments.Progress) -> Void
  }

  /// Measures beside a progress bar, and stops at a signal.
  ///
  /// - Parameter failure: what an error means to the user; with the code for the signal that came, if any.
  func measure<Value, Problem: Error>(
    failure: (Problem, Failure.Code?) -> Failure, _ body: (Session) throws(Problem) -> Value
  ) throws -> Value {
    let cancellation = Cancellation()
    let signals = StopSignals(cancellation)
    let bar = ProgressBar(isQuiet: quiet)
    defer { bar.clear() }
    do throws(Problem) {
      return try body(
        Session(
          threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, cancellation: cancellation
        ) { bar.show($0) })
    } catch {
      bar.clear()
      throw failure(error, signals.exitCode)
    }
  }
}
