import ArgumentParser
import Reporting

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw indicators of a results database over time.",
    discussion: """
      The chart is an SVG file with a panel for each indicator and a line for the baseline and each reform: means over \
      each full year, of complete runs only. The table 'indicator' of the database lists the names.

        otium chart Reports/automation-ubi.sqlite --indicator unemployment_rate,gdp_real --output chart.svg
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Option(
    name: .customLong("indicator"),
    help: ArgumentHelp("Indicators to draw, parted by commas.", valueName: "name,..."))
  var indicators: String

  @Option(
    name: [.short, .long], help: "The file to write (default: the standard output).",
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Option(help: "The experiment to draw, by name; its latest run counts (default: the latest of all).")
  var experiment: String?

  @Option(
    name: .customLong("reform"),
    help: ArgumentHelp("Reforms to draw beside the baseline (default: all).", valueName: "name,..."))
  var reforms: String?

  private var names: [String] { Self.words(indicators) }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }

  func validate() throws {
    if names.isEmpty { throw ValidationError("--indicator: at least one name is needed.") }
  }

  func run() throws {
    do {
      let history = try IndicatorHistory(
        database, indicators: names, experiment: experiment, reforms: reforms.map(Self.words))
      let svg = IndicatorChart(history).chart.svg
      if let output { try OutputFile.write(svg, to: output) } else { try Output.write(svg) }
    } catch let error as IndicatorHistory.UnknownIndicator {
      throw Failure(.usage, Self.complaint(about: error))
    } catch let error as ReportError {
      throw Failure(error)
    }
  }

  /// Names what was probably meant, a name with a slip or the beginning of one, or else all there is.
  static func complaint(about error: IndicatorHistory.UnknownIndicator) -> String {
    let nearest = error.known.map { name in
      let beginning = String(name.prefix(error.name.count))
      return (
        name: name,
        distance: min(Spelling.distance(error.name, name), 1 + Spelling.distance(error.name, beginning))
      )
    }
    .filter { $0.distance <= max(1, error.name.count / 3) }
    .min { $0.distance < $1.distance }
    let hint =
      nearest.map { "; did you mean '\($0.name)'?" } ?? ". There are: " + error.known.joined(separator: ", ")
    return "--indicator: there is no '\(error.name)'\(hint)"
  }
}
