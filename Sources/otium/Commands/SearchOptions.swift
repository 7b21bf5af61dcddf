import ArgumentParser
import Designs
import Economy
import Experiments
import Foundation
import Reporting
import Scenarios

/// The file that a search or an outside program asks settings of, and where their runs go.
struct SearchOptions: ParsableArguments {
  @Argument(help: "The experiment file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: [.short, .long], help: "The database of the runs (default: Reports/<experiment>-<command>.sqlite).")
  var output: String?

  @Option(help: "Runs at a time (default: as many as the machine runs).")
  var jobs: Int?

  @Flag(help: "No progress bar.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): from 1 to 1024 are possible.")
    }
  }

  /// What a search has at hand.
  struct Session {
    let path: String
    let evaluator: SweepEvaluator<Economy>
  }

  /// Does something with the file's runs and leaves the database as a single ordinary file, also after an error.
  ///
  /// - Parameter ending: of the database's name where none is stated.
  func session<Value>(_ file: SweepFile, ending: String, _ body: (Session) throws -> Value) throws -> Value {
    let code = "otium \(Version.text)"
    let path = output ?? "Reports/\(file.name)-\(ending).sqlite"
    let cancellation = Cancellation()
    let signals = StopSignals(cancellation)
    let bar = SweepBar(isQuiet: quiet)
    do {
      let store = try SweepStore(
        path: path, plan: SweepPlan(file, codeVersion: code, asked: []), command: CommandText.ofThisProcess,
        created: CommandText.now)
      let evaluator = SweepEvaluator<Economy>(
        file, codeVersion: code, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, sink: store,
        cancellation: cancellation
      ) { bar.show($0) }
      let result = Result { try body(Session(path: path, evaluator: evaluator)) }
      bar.clear()
      if case .failure = result { _ = try? store.close() } else { _ = try store.close() }
      return try result.get()
    } catch let error as ReportError {
      throw Failure(error)
    } catch let error as SweepError {
      throw Failure(error)
    } catch is SearchStopped {
      throw Failure(
        signals.exitCode ?? .interrupted,
        "stopped: the runs so far are in '\(path)'; the same command goes on from there")
    }
  }
}
