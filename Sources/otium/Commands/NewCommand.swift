import ArgumentParser
import Foundation
import Scenarios

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a scenario file with comments to start from.",
    discussion: """
      The file runs as it is: a basic income while offices automate. It is written into the folder Scenarios where \
      there is one, and nothing is ever overwritten.

        otium new my-question
        otium run Scenarios/my-question.yaml
        otium new my-sweep --sweep Scenarios/my-question.yaml
      """)

  @Argument(help: "What to call the scenario: letters, digits, - and _.")
  var name: String

  @Option(
    help: "The economy file that the scenario names.",
    completion: .file(extensions: ["yaml", "yml"]))
  var economy = "Scenarios/economies/us.yaml"

  @Option(
    help: ArgumentHelp(
      "Write a sweep of that scenario, made by 'otium new' too, in place of a scenario.",
      valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml"]))
  var sweep: String?

  func validate() throws {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
    }
    if name.isEmpty || !isPlain || name.hasPrefix("-") {
      throw ValidationError(
        "'\(name)' cannot be the name of a scenario: letters, digits, - and _ are possible, without .yaml")
    }
  }

  func run() throws {
    if let sweep { return try writeSweep(of: sweep) }
    guard FileManager.default.fileExists(atPath: economy) else {
      throw Failure(
        .missingInput,
        "there is no economy file '\(economy)'; name one with --economy, or go to the folder that holds Scenarios"
      )
    }
    let folder = FileManager.default.fileExists(atPath: "Scenarios") ? "Scenarios/" : ""
    try write(
      NewScenario.text(name: name, economy: Self.relative(economy, to: folder)), to: "\(folder)\(name).yaml")
  }

  private func writeSweep(of path: String) throws {
    let scenario: Scenario
    do {
      scenario = try Scenario.load(path)
    } catch {
      throw Failure(error)
    }
    guard let reform = scenario.variants.dropFirst().first else {
      throw Failure(.badData, "'\(path)' has no reform to vary; start from one that 'otium new' wrote")
    }
    let folder = FileManager.default.fileExists(atPath: "Scenarios/sweeps") ? "Scenarios/sweeps/" : ""
    let text = NewSweep.text(name: name, scenario: Self.relative(path, to: folder), reform: reform.name)
    try write(text, to: "\(folder)\(name).yaml")
  }

  private func write(_ text: String, to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure(.cannotCreate, "'\(path)' is there already and was left as it is; choose another name")
    }
    try OutputFile.write(text, to: path)
    try Output.write("Written: \(path)\n")
  }

  /// The path of a file as seen from a folder below the present one.
  static func relative(_ file: String, to folder: String) -> String {
    guard !folder.isEmpty, !file.hasPrefix("/") else { return file }
    let (target, start) = (file.split(separator: "/"), folder.split(separator: "/"))
    let common = zip(target.dropLast(), start).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: start.count - common)
    return (up + target.dropFirst(common)).joined(separator: "/")
  }
}
