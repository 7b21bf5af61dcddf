import ArgumentParser

/// The command line: reads its arguments, calls the modules, and turns what went wrong into a sentence on the
/// standard error and an exit code.
@main
struct Otium: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "otium",
    abstract: "Simulates an economy in which machines take over work, and what policies do about it.",
    discussion: """
      A scenario file names a country, a path of automation, a baseline and reforms. 'otium run' simulates them \
      with the same people and the same chance, keeps every month in an SQLite database and prints what the \
      reforms change.

        otium run Scenarios/automation-ubi.yaml
        otium run Scenarios/automation-ubi.yaml --replications 8 --set automation.reinstatement=0
        otium explain automation
        otium query Reports/automation-ubi.sqlite 'SELECT * FROM v_effect_final'

      All commands that answer take --format csv or json. Colours are left out where NO_COLOR is set, and where the \
      output is no terminal. 'otium --generate-completion-script bash' (or zsh, fish) prints what completes \
      commands, options and files by the tab key.

      Exit codes: 0 done; 3 some runs failed; 4 runs of a divided sweep are missing; 64 wrong use of the command; \
      65 wrong data in a file; 66 a file is missing; 69 Slurm is not there or refuses; 70 a defect of the program, or \
      equal runs with other outcomes; 73 a file cannot be created; 74 reading or writing failed; 75 a \
      database is locked; 130 and 143 stopped by a signal.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, ValidateCommand.self, SchemaCommand.self, ExplainCommand.self, QueryCommand.self,
      PopulationCommand.self, RespondCommand.self, ElasticitiesCommand.self, PilotCommand.self,
      ChartCommand.self, SweepCommand.self, SensitivityCommand.self, SolveCommand.self, OptimizeCommand.self,
      AskTellCommand.self, ExportCommand.self, ReportCommand.self, NewCommand.self,
    ])

  static func main() {
    FreedMemory.keep()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let complaint = Spelling.complaint(about: arguments, in: Self.self) {
      Failure(.usage, complaint).report()
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      try Output.flush()
    } catch let failure as Failure {
      failure.report()
    } catch {
      // The parser knows its own errors, and prints the help that was asked for; any other is none of the user's.
      guard exitCode(for: error) == .failure else { exit(withError: error) }
      Failure(.defect, "unexpected: \(error)").report()
    }
  }
}
