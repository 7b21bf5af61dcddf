import Foundation
import Testing

/// The commands that README and the pages on results and sweeps show, on the two databases that they are about.
struct ReadmeTests {
  private static let databases = ["Reports/automation-ubi.sqlite", "Reports/ubi-grid.sqlite"]

  /// Lines such as `    otium query Reports/…` of the pages.
  private static func examples() throws -> [String] {
    let root = URL(fileURLWithPath: Program.scenario()).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ["README.md", "Documentation/Results.md", "Documentation/Sweeps.md"].flatMap { page in
      try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("    otium query ") || $0.hasPrefix("    otium sensitivity ") }
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `every example of a query runs`() throws {
    let otium = try Program()
    #expect(try otium(Program.small("--replications", "2")).code == 0)
    #expect(try otium(["sweep", Program.scenario("sweeps/ubi-grid"), "--quiet"]).code == 0)
    let examples = try Self.examples().filter { line in Self.databases.contains { line.contains($0) } }
    #expect(examples.count >= 10)
    for example in examples {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "\"$OTIUM\" " + example.dropFirst("otium ".count),
      ]
      process.environment = ["OTIUM": Program.path]
      process.currentDirectoryURL = URL(fileURLWithPath: otium.folder)
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let text = output.wholeText
      let complaints = errors.wholeText
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && !text.isEmpty, "\(example): \(complaints)")
    }
  }
}
