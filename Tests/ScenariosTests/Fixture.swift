import Economy
import Foundation

@testable import Scenarios

/// Scenario text for tests, and what reading it gives.
enum Fixture {
  /// The package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let unitedStates = root + "/Scenarios/economies/us.yaml"

  /// Three lines that every scenario needs; what follows them starts in line 4.
  static let head = "title: Test\neconomy: \(unitedStates)\nstart: 2026-01\n"

  /// A scenario of the three lines and more.
  static func scenario(
    _ body: String = "", overrides: Overrides = Overrides(), loadPopulation: PopulationLoader? = nil
  ) throws -> Scenario {
    try Scenario.parse(head + body, path: "test.yaml", overrides: overrides, loadPopulation: loadPopulation)
  }

  /// What is said about a scenario of the three lines and more; empty where nothing is wrong.
  static func complaint(_ body: String, overrides: Overrides = Overrides()) -> String {
    complaint(text: head + body, overrides: overrides)
  }

  /// What is said about a whole text.
  static func complaint(text: String, overrides: Overrides = Overrides()) -> String {
    do throws(ScenarioErrors) {
      _ = try Scenario.parse(text, path: "test.yaml", overrides: overrides)
      return ""
    } catch {
      return error.description
    }
  }

  /// The shipped economy with one piece of its text replaced, and the line of the piece.
  static func economy(replacing piece: String, with other: String) throws -> (text: String, line: Int) {
    let text = try String(contentsOfFile: unitedStates, encoding: .utf8)
    guard let range = text.range(of: piece) else { throw MissingPiece(piece: piece) }
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    return (text.replacingCharacters(in: range, with: other), line)
  }

  /// What is said about the text of an economy file.
  static func complaint(economy text: String) -> String {
    let findings = Findings()
    do throws(ScenarioErrors) {
      let root = try YAMLFile.parse(text, name: "us.yaml", expected: EconomyReading.expected, findings)
      var reading = EconomyReading(findings: findings, mustHaveSources: true)
      _ = reading.read(root, path: "us.yaml")
      try findings.throwIfAny()
      return ""
    } catch {
      return error.description
    }
  }

  /// The value at a dotted path of a scenario's canonical form, as its text.
  static func resolved(_ path: String, in scenario: Scenario) throws -> String {
    var node = try YAMLFile.parse(scenario.resolved, name: "resolved.yaml", expected: "", Findings())
    for key in path.split(separator: ".") {
      guard let inner = Fields(node, at: "", Findings())?[String(key)] else {
        throw MissingPiece(piece: path)
      }
      node = inner
    }
    return text(node)
  }

  private static func text(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A test looks for something that is not there.
  struct MissingPiece: Error {
    let piece: String
  }
}
