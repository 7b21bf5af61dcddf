import ArgumentParser

@main
struct Otium: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "otium", abstract: "Simulates what automation does to work.")
}
