import Economy
import Foundation
import Policies
import Testing

@testable import Scenarios

struct SchemaTests {
  @Test("The scenario schema has every key, every policy and every parameter")
  func scenario() throws {
    let schema = try object(Schema.scenario())
    #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    #expect(Set(try properties(schema).keys) == Set(ScenarioKeys.all.map(\.key)))
    let definitions = try #require(schema["definitions"] as? [String: Any])
    let policies = try properties(definitions["policies"])
    #expect(Set(policies.keys) == Set(Registry.policies.map { $0.name }))
    for policy in Registry.policies {
      let group = try properties(policies[policy.name])
      #expect(Set(group.keys) == Set(policy.parameters.map { String($0.key.prefix { $0 != "." }) }))
    }
    let automation = try properties(definitions["automation"])
    let decline = try #require(automation["cost_decline"] as? [String: Any])
    let forms = try #require(decline["anyOf"] as? [[String: Any]])
    #expect(forms[0]["maximum"] as? Double == 3)
    #expect(forms[1]["patternProperties"] != nil)
    #expect((automation["task_substitution"] as? [String: Any])?["maximum"] as? Double == 0.99)
  }

  @Test("The economy schema demands every entry")
  func economy() throws {
    let schema = try object(Schema.economy())
    let parameters = try properties(schema)["parameters"]
    for entry in Calibration.entries {
      let levels = entry.spec.key.split(separator: ".").map(String.init)
      let group = try #require(properties(parameters)[levels[0]] as? [String: Any])
      #expect((group["required"] as? [String])?.contains(levels[1]) == true, "\(entry.spec.key)")
      let leaf = try properties(properties(group)[levels[1]])
      #expect(Set(leaf.keys) == ["value", "source"])
    }
  }

  @Test("The schemas accept what is shipped and what is resolved", .enabled(if: Validator.isThere))
  func validation() throws {
    let scenario = Validator(schema: Schema.scenario())
    for name in ShippedScenariosTests.names {
      let path = "\(Fixture.root)/Scenarios/\(name).yaml"
      #expect(try scenario.complaint(String(contentsOfFile: path, encoding: .utf8)) == "")
      #expect(try scenario.complaint(Scenario.load(path).resolved) == "")
    }
    #expect(try scenario.complaint(Fixture.head + "burn_inn: 3").contains("burn_inn"))
    #expect(try scenario.complaint(Fixture.head + "reforms: {baseline: {}}").contains("baseline"))
    #expect(try scenario.complaint(Fixture.head + "policies: {basic_income: {adult: {2027: 5}}}") != "")
    #expect(try scenario.complaint(Fixture.head + "policies: {basic_income: {adult: {2027-01: 5}}}") == "")
    let economy = Validator(schema: Schema.economy())
    #expect(try economy.complaint(String(contentsOfFile: Fixture.unitedStates, encoding: .utf8)) == "")
    let broken = try Fixture.economy(replacing: "slope: {value: 0.002", with: "slope: {value: 2").text
    #expect(try economy.complaint(broken) != "")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func properties(_ schema: Any?) throws -> [String: Any] {
    try #require((schema as? [String: Any])?["properties"] as? [String: Any])
  }
}

/// Python's jsonschema, where it is installed.
struct Validator {
  let schema: String

  static let isThere = (try? run("import jsonschema, yaml", [])) == ""

  /// What is said about a YAML text; empty where it is valid.
  func complaint(_ yaml: String) throws -> String {
    let script = """
      import json, sys, yaml, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft7Validator.check_schema(schema)
      for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(open(sys.argv[2]))):
          print(list(error.path), error.message[:300])
      """
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = [("schema.json", schema), ("text.yaml", yaml)].map { name, text in
      let file = directory.appendingPathComponent(name)
      try? text.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    return try Self.run(script, files)
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
