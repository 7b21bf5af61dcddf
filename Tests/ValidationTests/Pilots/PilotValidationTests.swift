import Economy
import Experiments
import Foundation
import Scenarios
import Testing

/// Pilots and elasticities against published results. It takes some minutes, so it runs when asked for: `make
/// validate`, which also writes the page Documentation/Pilots.md.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["OTIUM_PILOTS"] != nil))
struct PilotValidationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The shipped pilots, in the order of the page.
  static let names = [
    "openresearch", "swedish-lotteries", "us-lotteries", "windfall", "income-guarantee-town", "finland",
    "kenya",
    "portugal",
  ]

  private static let pilots = Result {
    try names.map { name in
      let scenario = try Scenario.load("\(root)/Scenarios/pilots/\(name).yaml")
      return try PilotRunner(
        scenario, codeVersion: "", threads: ProcessInfo.processInfo.activeProcessorCount
      ).run()
    }
  }

  private static let elasticities = Result {
    var scenario = try Scenario.load("\(root)/Scenarios/baseline.yaml")
    scenario.replications = 10
    scenario.population = .synthetic(persons: 50_000)
    return try Elasticities(
      scenario, codeVersion: "", curvatures: Elasticities.curvatures,
      threads: ProcessInfo.processInfo.activeProcessorCount
    ).run()
  }

  @Test("All pilots are on the page")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/Scenarios/pilots")
    #expect(Set(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }) == Set(Self.names))
  }

  @Test("A pilot gives what its study found, or the reason why not is stated", arguments: names.indices)
  func pilots(index: Int) throws {
    let result = try Self.pilots.get()[index]
    for figure in result.pilot.published {
      let isInside = try #require(result.isInside(figure), "\(figure.outcome) has no value")
      if figure.missed.isEmpty {
        #expect(isInside, "\(PilotPage.row(result, figure))")
      } else {
        withKnownIssue("\(figure.missed)") { #expect(isInside) }
      }
    }
  }

  @Test("Elasticities inside the model are those of the calibration")
  func elasticities() throws {
    let result = try Self.elasticities.get()
    let supply = result.scenario.calibration.labourSupply
    for measured in result.measured where measured.curvature == supply.curvature {
      let hours = try #require(measured.estimate(\.hours)).mean
      let extensive = try #require(measured.estimate(\.extensive)).mean
      let income = try #require(measured.estimate(\.incomeEffect)).mean
      let closed = try #require(measured.estimate(\.closedForm)).mean
      #expect(abs(hours - supply.hicksianElasticity) <= 0.03)
      #expect(abs(extensive - supply.participationElasticity) <= 0.03)
      #expect(abs(income - closed) <= 0.04)
    }
  }

  @Test("The page is written")
  func page() throws {
    let path = try #require(ProcessInfo.processInfo.environment["OTIUM_PILOTS"])
    let text = PilotPage.text(try Self.pilots.get(), try Self.elasticities.get())
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
