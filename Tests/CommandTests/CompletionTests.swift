import Foundation
import Testing

/// What completes commands by the tab key, loaded by the shells themselves. A shell that is not installed is skipped.
struct CompletionTests {
  /// Loads the script and asks the shell what it would complete.
  private static let questions = [
    "bash": """
    source ./script && complete -p otium && COMP_WORDS=(otium re) COMP_CWORD=1 COMP_LINE='otium re' COMP_POINT=8
    $(complete -p otium | sed 's/.*-F \\([^ ]*\\).*/\\1/') otium re otium
    echo "${COMPREPLY[@]}"
    """,
    "zsh":
      "autoload -Uz compinit; compinit -u -D; source ./script && print -- $_comps[otium] && print report respond",
    "fish": "source ./script; complete -C 'otium re'",
  ]

  private static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + shell)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(has))
  func `the shell loads the script and completes`(shell: String) throws {
    let otium = try Program()
    let script = try otium(["--generate-completion-script", shell])
    #expect(script.code == 0)
    try script.output.write(toFile: otium.file("script"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let plain = ["bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]][shell] ?? []
    process.arguments = [shell] + plain + ["-c", try #require(Self.questions[shell])]
    process.currentDirectoryURL = URL(fileURLWithPath: otium.folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["HOME": otium.folder]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let (answer, complaints) = (output.wholeText, errors.wholeText)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && complaints.isEmpty, "\(complaints)")
    #expect(answer.contains("otium") || shell == "fish", "\(answer)")
    #expect(answer.contains("report") && answer.contains("respond"), "\(answer)")
  }

  @Test(.enabled(if: ["bash", "zsh", "fish"].contains { !has($0) }, "all three shells are there"))
  func `a shell that is missing is named`() {
    let missing = ["bash", "zsh", "fish"].filter { !Self.has($0) }
    print("not tested, as not installed: completion in \(missing.joined(separator: ", "))")
  }
}
