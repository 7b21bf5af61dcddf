import Economy
public import Experiments

/// The table that closes a run on the terminal.
public struct SummaryText {
  let result: ExperimentResult
  /// Where the results are.
  let database: String

  /// How indicators went; nil where the table is to do without.
  let courses: Courses?

  /// The table of an experiment whose results are in a database.
  public init(_ result: ExperimentResult, database: String, courses: Courses? = nil) {
    self.result = result
    self.database = database
    self.courses = courses.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All lines, the last with its end.
  public var text: String {
    var lines = head + [""]
    if result.headline.baselineRuns == 0 && result.headline.reforms.allSatisfy({ $0.runs == 0 }) {
      lines += ["No run is complete: there is nothing to compare."]
    } else if result.headline.reforms.isEmpty {
      lines += block(reform: nil)
    } else {
      for reform in result.headline.reforms.indices { lines += block(reform: reform) + [""] }
      lines.removeLast()
    }
    if let gains = result.gains {
      lines += GainText(gains, headline: result.headline, currency: result.currency).lines
    }
    if let decomposition = result.decomposition {
      lines += DecompositionText(decomposition, currency: result.currency).lines
    }
    lines += [""] + notes
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let last = result.start + (result.months - 1)
    let seeds =
      result.replications == 1
      ? "seed \(result.seed)" : "seeds \(result.seed) to \(result.seed &+ UInt64(result.replications - 1))"
    let reforms = result.headline.reforms.count
    let facts = [
      ("Scenario", result.scenario + (result.question.isEmpty ? "" : ": " + result.question)),
      ("Economy", "\(result.economy), \(NumberText.whole(result.persons)) persons"),
      (
        "Time",
        "\(count(result.months, "month")), \(result.start) to \(last), after \(count(result.burnInMonths, "month")) "
          + "of burn-in under the standing law"
      ),
      (
        "Runs",
        "\(count(result.replications, "replication")) (\(seeds)) of the baseline and \(count(reforms, "reform"))"
      ),
      ("Program", result.codeVersion),
    ]
    return [result.title, ""]
      + facts.flatMap { name, text in
        let lines = Self.wrapped(text, to: 90)
        return zip([name] + Array(repeating: "", count: lines.count), lines).map { head, line in
          head + String(repeating: " ", count: 10 - head.count) + line
        }
      }
  }

  /// The text in lines of at most so many characters, unless a word is longer.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(NumberText.whole(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Whether there is a spread to show.
  private var hasSpread: Bool {
    result.headline.baselineRuns > 1 || result.headline.reforms.contains { $0.runs > 1 }
  }
}

extension SummaryText {
  /// The table of a reform beside the baseline, or of the baseline alone.
  private func block(reform: Int?) -> [String] {
    let spread: [String] = hasSpread ? ["sd"] : []
    var columns = ["Indicator", "Unit", "Baseline"] + spread
    if reform != nil {
      columns += ["Reform"] + spread + ["Effect"] + (hasSpread ? ["s.e."] : []) + ["Change"]
    }
    if courses != nil { columns.append("Course") }
    var table = TextTable(columns.indices.map { $0 < 2 || columns[$0] == "Course" ? .left : .right })
    table.add(columns)
    for row in result.headline.rows { table.add(cells(row, reform: reform)) }
    let lines = table.lines
    let title = reform.map { index in
      let reform = result.headline.reforms[index]
      return "Reform \(reform.name): \(reform.label)\(completeness(reform.runs))"
    }
    return [title ?? "Baseline\(completeness(result.headline.baselineRuns))", lines[0], table.rule]
      + lines.dropFirst()
  }

  /// Says so where not all replications are complete.
  private func completeness(_ runs: Int) -> String {
    runs == result.replications ? "" : " (\(runs) of \(count(result.replications, "run")) complete)"
  }

  private func cells(_ row: Headline.Row, reform: Int?) -> [String] {
    let cell = reform.map { row.reforms[$0] }
    let magnitude = [row.baseline, cell?.value].compactMap { $0?.mean.magnitude }.max() ?? 0
    let spec = row.indicator.spec
    let format = SummaryFormat(unit: spec.unit, currency: result.currency, magnitude: magnitude)
    let spread = { (estimate: Estimate?) in hasSpread ? [format.value(estimate?.deviation)] : [] }
    var cells = [spec.label, format.unit, format.value(row.baseline?.mean)] + spread(row.baseline)
    if let cell {
      cells += [format.value(cell.value?.mean)] + spread(cell.value) + [format.effect(cell.effect?.mean)]
      if hasSpread { cells.append(format.value(cell.effect?.standardError)) }
      cells.append(format.change(cell.relativeEffect))
    }
    if let courses { cells.append(courses.word(row.indicator, label: courseLabel(reform))) }
    return cells
  }

  /// The variant whose course the table shows: the reform where there is one.
  private func courseLabel(_ reform: Int?) -> String {
    reform.map { result.headline.reforms[$0].label } ?? result.outcomes.first { $0.run.isBaseline }?.run.label
      ?? ""
  }

  /// What a budget that cannot be closed has shown.
  private static func infeasibility(_ run: RunDescription, _ budget: BudgetVerdict) -> String {
    let percent = { (share: Double) in NumberText.fixed(share * 100, decimals: 1) + " %" }
    let instrument = budget.instrument?.rawValue ?? Closure.Instrument.deficit.rawValue
    return "Infeasible budget: \(run.name): no room left in the closure from month "
      + "\(budget.infeasibleSince ?? 0) on; at the end the deficit less its target is \(percent(budget.gap)) of GDP. "
      + "The most revenue of twelve months was \(percent(budget.mostRevenue)) of the start's GDP per head in real "
      + "terms less trend growth, with \(instrument) at \(NumberText.fixed(budget.rateAtMost, decimals: 3))."
  }

  private var notes: [String] {
    let window = result.headline.months
    var notes: [String] = []
    if window > 0 {
      notes.append("Values are means over the last \(count(window, "month")) and over the replications.")
    }
    if !result.headline.reforms.isEmpty {
      notes.append(
        "Effect: reform less baseline, within each replication, where both have the same past and the same draws; "
          + "for shares in percentage points. Change: the effect over the baseline.")
    }
    if courses != nil {
      notes.append(
        "Course: yearly means\(result.headline.reforms.isEmpty ? "" : " under the reform"), from the lowest to the "
          + "highest.")
    }
    if hasSpread {
      notes.append(
        "sd: standard deviation between replications. s.e.: standard error of the effect, its standard deviation "
          + "between replications over the square root of their number. Both measure chance in the model, not "
          + "doubt about the model.")
    } else if window > 0 {
      notes.append(
        "One replication tells nothing about chance: an effect here may be nothing but noise. Ask for more with "
          + "--replications.")
    }
    for (run, budget) in result.infeasibleBudgets { notes.append(Self.infeasibility(run, budget)) }
    for failure in result.failures {
      notes.append(
        "\(failure.isInfeasible ? "Infeasible" : "Failed"): \(failure.run.name): \(failure.reason).")
    }
    return notes.flatMap { Self.wrapped($0, to: 100) } + ["Database: \(database)"]
  }
}
