import Foundation
import Testing

/// The model against published results. It takes some minutes, so it runs when asked for: `make validate`, which
/// also writes the table to Documentation/Validation.md.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["OTIUM_VALIDATION"] != nil))
struct ValidationTests {
  static let targets: [Target] = [
    .okun, .phillips, .consumption, .investment, .employment, .unemploymentVolatility, .vacancyVolatility,
    .tightnessVolatility, .flowVolatility, .growthVolatility, .growthPersistence, .jobFinding, .separations,
    .unemployment, .longTerm, .firmSizes, .firmGrowthTails, .firmGrowthScaling, .hultenKernel, .hultenEconomy,
    .switching, .propensity, .propensityByLiquidity, .highOccupations, .middleOccupations, .lowOccupations,
    .unemploymentDeviation,
  ]

  @Test("The model meets the published figure, or the reason why not is stated", arguments: targets)
  func meets(target: Target) throws {
    let figure = try Figure(target, try Run.all.get())
    print(figure.row)
    if let reason = target.knownMiss {
      withKnownIssue("\(reason)") { #expect(target.accepted.contains(figure.mean), "\(figure.row)") }
    } else {
      #expect(target.accepted.contains(figure.mean), "\(figure.row)")
    }
  }

  @Test("The table is written")
  func table() throws {
    let path = try #require(ProcessInfo.processInfo.environment["OTIUM_VALIDATION"])
    let figures = try Self.targets.map { try Figure($0, try Run.all.get()) }
    try Figure.page(figures).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A target with the model's figure: its mean over the seeds, and their standard deviation.
struct Figure {
  let target: Target
  let mean: Double
  let deviation: Double

  init(_ target: Target, _ runs: [Run]) throws {
    self.target = target
    let values = try target.measure(runs)
    try #require(values.allSatisfy { $0.isFinite })
    mean = values.mean
    deviation = values.deviation
  }

  private var isMet: Bool { target.accepted.contains(mean) }

  private func text(_ value: Double) -> String {
    String(format: abs(value) < 0.1 ? "%.4f" : "%.2f", value).replacingOccurrences(of: "-", with: "−")
  }

  var row: String {
    let accepted = "\(text(target.accepted.lowerBound)) to \(text(target.accepted.upperBound))"
    return
      "| \(target.number) | \(target.name) | \(target.published) | \(accepted) | \(target.unit) | \(text(mean)) (\(text(deviation))) | \(isMet ? "met" : "**missed**") |"
  }

  static func page(_ figures: [Figure]) -> String {
    let misses = figures.filter { !$0.isMet }
    var lines = [
      "# Validation", "",
      "Written by `make validate`; not by hand. Each figure of the model is the mean over \(Run.seeds) seeds of the baseline,"
        + " \(Run.persons) persons,",
      "\(Run.years) years after the burn-in; in brackets the standard deviation between seeds. Cycles are logarithms of"
        + " quarterly means less",
      "the trend of Hodrick and Prescott at 1,600. The published figures enter no calibration file as such.",
      "What experiments with persons, households and firms found is held against the model in [Pilots](Pilots.md).",
      "",
      "**\(figures.count - misses.count) of \(figures.count) are met.**", "",
      "| # | figure | published | accepted | unit | model | |", "|---|---|---|---|---|---|---|",
    ]
    lines += figures.map(\.row)
    if !misses.isEmpty {
      lines += ["", "## What is missed, and why", ""]
      lines += misses.map { "- **\($0.target.name)**: \($0.target.knownMiss ?? "not explained yet")." }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
