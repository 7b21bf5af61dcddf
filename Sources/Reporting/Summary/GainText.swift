import Economy
import Experiments
import Scenarios

/// Who gains and who loses, on the terminal: for each reform the five classes by window and measure with the placebos
/// beside them, then the deciles.
struct GainText {
  private let gains: GainReport
  private let reforms: [Headline.Reform]
  private let currency: String

  init(_ gains: GainReport, headline: Headline, currency: String) {
    self.gains = gains
    reforms = headline.reforms
    self.currency = currency
  }

  private var windows: [Int] { gains.request.valuation.windows.map { $0 / 12 } }

  var lines: [String] {
    var lines: [String] = []
    for reform in reforms {
      guard let last = windows.last, let whole = gains.whole(reform.name, years: last, .welfare) else {
        continue
      }
      lines += ["", "Persons under \(reform.name): shares in % who gain or lose, \(facts(whole))"]
      lines += classes(reform.name)
      lines += ["", "Welfare over \(last) years by decile of income at the start"]
      lines += deciles(reform.name, last) + payment(whole)
    }
    if lines.isEmpty, gains.request.hasPlacebos { lines = placebos }
    return lines.isEmpty ? [] : lines + explanation
  }

  private func facts(_ row: GainReport.GroupRow) -> String {
    let pairs = row.replications
    return "\(NumberText.whole(gains.persons)) persons, \(pairs) pair\(pairs == 1 ? "" : "s") of runs"
  }

  private func percent(_ share: Double?) -> String {
    NumberText.fixed((share ?? .nan) * 100, decimals: 1)
  }

  private func cells(_ row: GainReport.GroupRow) -> [String] {
    row.shares.map { percent($0) } + [percent(row.tested?.loseMuch), percent(row.gain)]
  }

  private static let heads = [
    "Lose > 5 %", "Lose", "Same", "Gain", "Gain > 5 %", "Surely > 5 %", "Mean gain",
  ]

  private func table(_ first: [String], more: [String], _ rows: [[String]]) -> [String] {
    var table = TextTable(
      first.map { _ in .left } + Array(repeating: .right, count: Self.heads.count + more.count))
    table.add(first + Self.heads + more)
    for row in rows { table.add(row) }
    let lines = table.lines
    return [lines[0], table.rule] + lines.dropFirst()
  }

  private func classes(_ reform: String) -> [String] {
    let rows = windows.flatMap { years in
      GainMeasure.allCases.compactMap { measure -> [String]? in
        guard let row = gains.whole(reform, years: years, measure) else { return nil }
        let placebos = Gains.Placebo.allCases.map {
          percent(gains.whole($0.rawValue, years: years, measure)?.shares[0])
        }
        return ["\(years) years", measure.rawValue] + cells(row) + placebos
      }
    }
    return table(["Window", "Measure"], more: ["One cent", "Other luck"], rows)
  }

  private func deciles(_ reform: String, _ years: Int) -> [String] {
    let rows = gains.rows(reform, years: years, .welfare).filter { $0.dimension == "decile" }
    return table(
      ["Decile"], more: [currency, "Of worst 1 %"],
      rows.map { row in
        [row.group] + cells(row)
          + [NumberText.fixed(row.amount, decimals: 0, signed: true), percent(row.worst)]
      })
  }

  private func payment(_ row: GainReport.GroupRow) -> [String] {
    let (losses, winnings) = (
      NumberText.fixed(row.losses, decimals: 0), NumberText.fixed(row.winnings, decimals: 0)
    )
    let verdict = row.winnings > row.losses ? "could" : "could not"
    return [
      "Winners \(verdict) pay the losers: per person they gain \(winnings) \(currency) and losers lose \(losses), in present values."
    ]
  }

  private var placebos: [String] {
    let rows = Gains.Placebo.allCases.flatMap { placebo in
      windows.flatMap { years in
        GainMeasure.allCases.compactMap { measure in
          gains.whole(placebo.rawValue, years: years, measure).map {
            [placebo.rawValue, "\(years) years", measure.rawValue] + cells($0) + [percent($0.apart)]
          }
        }
      }
    }
    return ["", "Persons under the placebos: shares in %"]
      + table(["Placebo", "Window", "Measure"], more: ["Apart"], rows)
  }

  private var explanation: [String] {
    [
      "Losses and gains are of present values, of the same person in both worlds. Surely: on average over the pairs, with t < -2."
    ]
      + (gains.request.hasPlacebos
        ? ["One cent, Other luck: who loses more than 5 % where nothing, or nothing but luck, differs."] : [])
  }
}
