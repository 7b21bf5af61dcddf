import Foundation
import Testing

/// The commands on the pages for newcomers, run as they stand there, with what they print.
///
/// A block of a page that begins with ```` ```console ```` holds commands after `$ ` and what each prints. A line with `…`
/// alone stands for any lines. Words are compared exactly; numbers of simulations are not, as each change of the model
/// moves them: `make pages` writes them anew.
struct PageTests {
  @Test(arguments: [
    "README.md", "Documentation/Tutorial.md", "Documentation/AnotherCountry.md",
    "Documentation/CommandLine.md",
  ])
  func `every command of a page does what the page says`(page: String) throws {
    let otium = try Program()
    let root = URL(fileURLWithPath: Program.scenario()).deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.copyItem(
      atPath: root.appendingPathComponent("Scenarios").path, toPath: otium.file("Scenarios"))
    let file = root.appendingPathComponent(page)
    let text = try String(contentsOf: file, encoding: .utf8)
    // Who has followed the page in this folder has written them already.
    for new in text.matches(of: /otium new ([a-z0-9-]+)/) {
      for folder in ["Scenarios", "Scenarios/sweeps"] {
        try? FileManager.default.removeItem(atPath: otium.file("\(folder)/\(new.1).yaml"))
      }
    }
    var pieces: [String] = []
    for (index, piece) in text.components(separatedBy: "```console\n").enumerated() {
      guard index > 0, let end = piece.range(of: "\n```") else {
        pieces.append(piece)
        continue
      }
      let blocks = try Self.commands(String(piece[..<end.lowerBound])).map { command, expected in
        let printed = try Self.run(command, in: otium)
        #expect(
          Self.agree(Self.lines(printed, masked: true), Self.lines(expected, masked: true)),
          "\(page): $ \(command)\nprints\n\(printed)\nbut the page says\n\(expected)")
        let shown = Self.shortened(printed, like: expected)
        return "$ \(command)" + (shown.isEmpty ? "" : "\n" + shown)
      }
      pieces.append(blocks.joined(separator: "\n") + piece[end.lowerBound...])
    }
    if ProcessInfo.processInfo.environment["OTIUM_PAGES"] != nil {
      try pieces.joined(separator: "```console\n").write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// The commands of a block with what follows each.
  private static func commands(_ block: String) -> [(command: String, printed: String)] {
    block.components(separatedBy: "\n$ ").map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let command = lines[0].hasPrefix("$ ") ? String(lines[0].dropFirst(2)) : lines[0]
      return (command, lines.count > 1 ? lines[1] : "")
    }
  }

  /// Through a shell, as the reader does, with `otium` on its path; without colours and progress.
  private static func run(_ command: String, in otium: Program) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: otium.folder)
    let bin = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = bin + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    let output = Pipe()
    (process.standardOutput, process.standardError, process.standardInput) = (
      output, output, FileHandle.nullDevice
    )
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Lines without what may differ: the widths of columns, and, where masked, numbers and the program's version.
  private static func lines(_ text: String, masked: Bool) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line.replacing(/otium [0-9.]+\+[0-9a-f]+/, with: "otium VERSION")
      line = line.replacing(/─+/, with: "─").replacing(/[▁▂▃▄▅▆▇█]+/, with: "▄")
      if masked { line = line.replacing(/[+−-]?[0-9][0-9,.]*/, with: "#").replacing(/–/, with: "#") }
      return line.replacing(#/ +/#, with: " ").trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
  }

  /// Whether lines agree with expected ones, of which `…` stands for any number.
  private static func agree(_ lines: [String], _ expected: [String]) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      let rest = Array(expected.dropFirst())
      return (0...lines.count).contains { agree(Array(lines[$0...]), rest) }
    }
    guard let line = lines.first, line == first else { return false }
    return agree(Array(lines.dropFirst()), Array(expected.dropFirst()))
  }

  /// What was printed, shortened where the page is.
  private static func shortened(_ printed: String, like expected: String) -> String {
    guard expected.split(separator: "\n").contains("…") else { return printed }
    let lines = printed.components(separatedBy: "\n")
    let keys = lines.map { self.lines($0, masked: true).first ?? "" }
    var kept: [String] = []
    var from = 0
    for line in expected.components(separatedBy: "\n") {
      let wanted = self.lines(line, masked: true).first ?? ""
      if wanted == "…" {
        kept.append("…")
      } else if let place = keys[from...].firstIndex(of: wanted) {
        kept.append(lines[place])
        from = place + 1
      }
    }
    return kept.joined(separator: "\n")
  }
}
