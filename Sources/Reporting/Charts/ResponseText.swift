import Economy
public import Experiments

/// What shocks did, as tables for the terminal.
public struct ResponseText {
  private let result: ResponseResult

  /// The tables of a result.
  public init(_ result: ResponseResult) { self.result = result }

  /// All lines, the last with its end.
  public var text: String {
    let blocks = result.shocks.indices.map(block)
    return ([head] + blocks + [notes]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let facts =
      "Baseline of scenario \(result.scenario), \(result.economy), \(NumberText.whole(result.persons)) persons, "
      + ChartSource.runs(replications: result.twins.count, seed: result.seed)
      + ", shocks in month \(Shock.month) of \(result.months) (\(result.start + Shock.month)), \(result.codeVersion)"
    return ["Responses to shocks: \(result.title)"] + SummaryText.wrapped(facts, to: 100)
  }

  private func block(_ shock: Int) -> [String] {
    var table = TextTable(Array(repeating: .right, count: ResponseMeasure.allCases.count + 1))
    table.add(["Quarter"] + ResponseMeasure.allCases.map { "\($0.label), \($0.unit)" })
    for quarter in result.quarters {
      table.add(
        [String(quarter)]
          + ResponseMeasure.allCases.map {
            cell(result.response(of: $0, to: shock, quarter: quarter), decimals: 3, isSigned: true)
          })
    }
    let lines = table.lines
    let multiplier = result.multiplier(of: shock).map {
      ["Multiplier over \(Shock.purchaseMonths) months: \(cell($0, decimals: 2, isSigned: false))"]
    }
    return [result.shocks[shock].label, lines[0], table.rule] + lines.dropFirst() + (multiplier ?? [])
  }

  /// The mean, with its standard error in brackets where there is one.
  private func cell(_ estimate: Estimate?, decimals: Int, isSigned: Bool) -> String {
    guard let estimate else { return "–" }
    let mean = NumberText.fixed(estimate.mean, decimals: decimals, signed: isSigned)
    return estimate.standardError.map { "\(mean) (\(NumberText.fixed($0, decimals: decimals)))" } ?? mean
  }

  private var notes: [String] {
    let hasMultiplier = result.shocks.indices.contains { result.multiplier(of: $0) != nil }
    let texts = [
      "Differences from the same economy without the shock, on the same draws, as means over the quarter; quarter 1 "
        + "begins with the month of the shock. %: of the level without the shock. pp: percentage points.",
      hasMultiplier ? "Multiplier: real GDP gained over purchases added, 1 % of GDP without the shock." : "",
      result.twins.count > 1
        ? "In brackets: the standard error of the mean over the replications. It measures chance in the model, not "
          + "doubt about the model."
        : "One replication tells nothing about chance: ask for more with --replications.",
    ]
    return texts.flatMap { SummaryText.wrapped($0, to: 100) }
  }
}
