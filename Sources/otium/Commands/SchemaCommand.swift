import ArgumentParser
import Scenarios

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario or economy files, for editors.",
    discussion: """
      Editors then complete keys, explain them and mark mistakes. Save the schema beside the files, and start each of \
      them with the line '# yaml-language-server: $schema=./scenario.schema.json'.

        otium schema > Scenarios/scenario.schema.json
      """)

  @Flag(help: "The schema of economy files.")
  var economy = false

  func run() throws {
    let text = economy ? Schema.economy() : Schema.scenario()
    try Output.write(text.hasSuffix("\n") ? text : text + "\n")
  }
}
