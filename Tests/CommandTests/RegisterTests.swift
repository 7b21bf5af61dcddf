import Foundation
import Testing

/// Pages that are generated, or that point into the sources.
struct RegisterTests {
  private let root = URL(fileURLWithPath: Program.scenario()).deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: ["assumptions", "policies", "automation"])
  func `the calibration register is what the economy file says; make register writes it anew`(group: String)
    throws
  {
    let page = try String(
      contentsOf: root.appendingPathComponent("Documentation/CalibrationRegister.md"), encoding: .utf8)
    let economy = root.appendingPathComponent("Scenarios/economies/us.yaml").path
    let answer = try Program()(["explain", group, "--economy", economy, "--format", "markdown"])
    #expect(answer.code == 0 && answer.output.contains("| path |"))
    #expect(
      page.contains(answer.output), "Documentation/CalibrationRegister.md is out of date: run 'make register'"
    )
  }

  @Test func `every function that the page of equations names stands where it says`() throws {
    let folder = root.appendingPathComponent("Documentation")
    let page = try String(contentsOf: folder.appendingPathComponent("Equations.md"), encoding: .utf8)
    let links = page.matches(of: /\[`(\w+)`\]\(([^)]+\.swift)\)/)
    #expect(links.count >= 25)
    for link in links {
      let (name, path) = (String(link.output.1), String(link.output.2))
      let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      #expect(
        source.contains("func \(name)(") || source.contains("struct \(name)"), "\(name) is not in \(path)")
    }
  }
}
