import Foundation
import Reporting
import Testing

/// The built `otium`, started as a user would start it, in a folder of its own.
final class Program {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "otium-commands-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  struct Answer {
    let code: Int32
    let output: String
    let errors: String
  }

  /// It lies beside the program that runs the tests.
  static var path: String {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("otium").path
  }

  /// A scenario file of the repository.
  static func scenario(_ name: String = "automation-ubi") -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("Scenarios/\(name).yaml").path
  }

  /// The arguments of a run that takes a moment only.
  static func small(_ more: String...) -> [String] {
    ["run", scenario(), "--persons", "1000", "--months", "14", "--set", "burn_in=2"] + more
  }

  func file(_ name: String) -> String { folder + "/" + name }

  /// The program in its folder, with nothing to read.
  private func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Starts it without waiting.
  func start(_ arguments: [String], output: Any? = nil) throws -> (
    process: Process, output: Pipe, errors: Pipe
  ) {
    let process = process(arguments)
    let (pipe, errors) = (Pipe(), Pipe())
    process.standardOutput = output ?? pipe
    process.standardError = errors
    try process.run()
    return (process, pipe, errors)
  }

  /// Runs it to its end on a terminal of its own, and gives what appears there.
  func onTerminal(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    var (reader, writer): (Int32, Int32) = (-1, -1)
    guard openpty(&reader, &writer, nil, nil, nil) == 0 else { throw CocoaError(.fileReadUnknown) }
    let process = process(arguments, environment: environment)
    process.standardOutput = FileHandle(fileDescriptor: writer, closeOnDealloc: false)
    process.standardError = FileHandle(fileDescriptor: writer, closeOnDealloc: false)
    try process.run()
    close(writer)
    process.waitUntilExit()
    // What a terminal holds is read after its program has ended: it is less than its buffer.
    defer { close(reader) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(reader, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Runs it to its end.
  /// - Parameter environment: settings beside those that there are.
  func callAsFunction(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws
    -> Answer
  {
    let process = process(arguments, environment: environment)
    let (source, output, errors) = (Pipe(), Pipe(), Pipe())
    if input != nil { process.standardInput = source }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    if let input {
      source.fileHandleForWriting.write(Data(input.utf8))
      try source.fileHandleForWriting.close()
    }
    let text = output.wholeText
    let complaints = errors.wholeText
    process.waitUntilExit()
    return Answer(code: process.terminationStatus, output: text, errors: complaints)
  }

  /// A query's answer as CSV without the head.
  func rows(_ sql: String, in database: String = "Reports/automation-ubi.sqlite") throws -> [String] {
    var text = ""
    try Query(file(database)).answer(sql, .csv) { text += $0 }
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// Starts a run that takes for ever and waits until it has written something.
  func startEndless(_ more: String...) throws -> (process: Process, output: Pipe, errors: Pipe) {
    let running = try start(
      [
        "run", Self.scenario(), "--persons", "1000", "--months", "2400", "--replications", "1000", "--set",
        "burn_in=1",
      ]
        + more)
    for _ in 0..<600 {
      if let written = try? rows("SELECT count(*) FROM monthly"), written != ["0"] { return running }
      guard running.process.isRunning else {
        Issue.record("the run ended before it was stopped")
        return running
      }
      usleep(100_000)
    }
    running.process.terminate()
    Issue.record("the run wrote nothing within a minute")
    return running
  }
}

extension Pipe {
  /// All that comes until its writer ends. Foundation's own reading ends the program where a signal interrupts it, and
  /// every child that ends sends one.
  var wholeText: String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(fileHandleForReading.fileDescriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }
}
