import Designs
import Scenarios
import Sensitivity

/// Where it happens, and which setting of the levers to choose.
extension SensitivityAnswer {
  /// - Parameter density: least share of a box's points that are of interest; nil for half way from their share
  ///   among all points to 1.
  mutating func prim(
    _ threshold: Analysis.Threshold, _ sample: SweepSample, _ outcomes: SweepOutcomes, density: Double?
  ) throws(SensitivityError) {
    let known = sample.points.compactMap { point in outcomes.mean(point.ordinal).map { (point.values, $0) } }
    guard !known.isEmpty else { throw .tooFew(found: 0, least: 2) }
    let wanted = known.map { threshold.isMet(by: $0.1) }
    let search = try RuleInduction(rows: known.map(\.0), isOfInterest: wanted)
    let share = Double(wanted.count { $0 }) / Double(wanted.count)
    let least = density ?? (1 + share) / 2
    let boxes = search.boxes(most: 3, density: least)
    lines.append(
      "Where \(question.measure.label) is \(threshold.inWords): \(wanted.count { $0 }) of "
        + "\(Self.basis(known.count, sample.points.count - known.count, "points"))")
    if boxes.isEmpty {
      lines.append("No box in which a share of \(SweepSummary.short(least)) or more is of interest")
    }
    for (index, box) in boxes.enumerated() { add(box, name: "box \(index + 1)", sample) }
    add("", "share", share)
    add("", "points", Double(known.count))
    add("", "dropped_points", Double(sample.points.count - known.count))
  }

  private mutating func add(_ box: Box, name: String, _ sample: SweepSample) {
    lines.append(
      "\(name): \(box.hits) of \(box.points) points (density \(NumberText.fixed(box.density, decimals: 2))), "
        + "\(NumberText.fixed(100 * box.coverage, decimals: 0)) % of all such points (coverage)")
    var table = TextTable([.left, .right, .right, .right])
    table.add(["factor", "from", "to", "chance"])
    for (factor, limits) in zip(sample.factors, box.limits) {
      guard let limits else { continue }
      let mark = limits.chance <= 0.05 ? "" : " !"
      table.add([
        factor.name, limits.low.map(SweepSummary.short) ?? "", limits.high.map(SweepSummary.short) ?? "",
        NumberText.fixed(limits.chance, decimals: 4) + mark,
      ])
      add(
        "\(name), \(factor.name)", "limits", limits.chance, low: limits.low, high: limits.high,
        isConverged: limits.chance <= 0.05)
    }
    if table.rows.count > 1 { add(table) }
    if box.limits.contains(where: { ($0?.chance ?? 0) > 0.05 }) {
      lines.append("! chance alone could have drawn this limit")
    }
    add(name, "density", box.density)
    add(name, "coverage", box.coverage)
    add(name, "mass", box.mass)
  }

  mutating func regret(isMoreBetter: Bool, _ sample: SweepSample, _ outcomes: SweepOutcomes)
    throws(SensitivityError)
  {
    let table = try Crossing(sample, outcomes)
    let regrets = Robustness.regrets(table.values, better: isMoreBetter ? .more : .less)
    guard let futures = regrets.first?.count, futures >= 2 else {
      throw .tooFew(found: regrets.first?.count ?? 0, least: 2)
    }
    lines.append(
      "Regret in \(question.measure.label), of which \(isMoreBetter ? "more" : "less") is better, over "
        + Self.basis(futures, (table.values.first?.count ?? 0) - futures, "futures"))
    let worst = regrets.map { $0.max() ?? 0 }
    let least = worst.min() ?? 0
    var text = TextTable(sample.levers.map { _ in .right } + [.right, .left, .left])
    text.add(sample.levers.map(\.name) + ["largest", "mean", ""])
    for (index, setting) in table.settings.enumerated() {
      let mean = MeanInterval(regrets[index])
      text.add(
        setting.texts + [
          SweepSummary.short(worst[index]),
          mean.map { "\(SweepSummary.short($0.mean)) ± \(SweepSummary.short($0.halfWidth))" } ?? "",
          worst[index] == least ? "least of the largest" : "",
        ])
      add(setting.label(sample), "largest", worst[index])
      add(
        setting.label(sample), "mean", mean?.mean, low: mean?.interval.low, high: mean?.interval.high)
    }
    add(text)
    add("", "futures", Double(futures))
  }

  mutating func satisficing(_ threshold: Analysis.Threshold, _ sample: SweepSample, _ outcomes: SweepOutcomes)
    throws(SensitivityError)
  {
    let table = try Crossing(sample, outcomes)
    let shares = Robustness.satisficing(table.values, where: threshold.isMet)
    lines.append("Futures in which \(question.measure.label) is \(threshold.inWords)")
    var text = TextTable(sample.levers.map { _ in .right } + [.right, .left])
    text.add(sample.levers.map(\.name) + ["futures", "share"])
    for (index, setting) in table.settings.enumerated() {
      let count = table.values[index].count { $0 != nil }
      let interval = shares[index].map { ProportionInterval(share: $0, count: count) }
      text.add(
        setting.texts + [
          "\(count) of \(table.values[index].count)",
          interval.map {
            "\(NumberText.fixed($0.share, decimals: 2)) [\(NumberText.fixed($0.low, decimals: 2)), "
              + "\(NumberText.fixed($0.high, decimals: 2))]"
          } ?? "–",
        ])
      add(setting.label(sample), "share", shares[index], low: interval?.low, high: interval?.high)
    }
    add(text)
  }
}

/// Outcomes by setting of the levers and setting of the uncertainties.
private struct Crossing {
  struct Setting {
    let texts: [String]

    func label(_ sample: SweepSample) -> String {
      zip(sample.levers, texts).map { "\($0.name)=\($1)" }.joined(separator: ", ")
    }
  }

  private(set) var settings: [Setting] = []
  /// By setting and future; nil where there is no outcome.
  private(set) var values: [[Double?]]

  /// Settings that are compared in a future are compared over the replications that all of them have there.
  init(_ sample: SweepSample, _ outcomes: SweepOutcomes) throws(SensitivityError) {
    let roles = sample.factors.map(\.role)
    func texts(_ point: SweepSample.Point, _ role: Factor.Role) -> [String] {
      zip(point.texts, roles).filter { $0.1 == role }.map(\.0)
    }
    var rows: [[String]: Int] = [:]
    var columns: [[String]: Int] = [:]
    var cells: [[Int: Int]] = []
    for point in sample.points {
      let (setting, future) = (texts(point, .lever), texts(point, .uncertainty))
      if rows[setting] == nil {
        rows[setting] = settings.count
        settings.append(Setting(texts: setting))
      }
      let row = rows[setting] ?? 0
      if columns[future] == nil {
        columns[future] = cells.count
        cells.append([:])
      }
      cells[columns[future] ?? 0][row] = point.ordinal
    }
    guard settings.count >= 2, cells.count >= 2 else {
      throw .wrongCount(
        found: min(settings.count, cells.count), expected: "two settings of levers in two futures, or more")
    }
    values = settings.map { _ in [] }
    for future in cells {
      let means = outcomes.means(future.keys.sorted().compactMap { future[$0] })
      let known = Dictionary(uniqueKeysWithValues: zip(future.keys.sorted(), means))
      for row in settings.indices { values[row].append(known[row] ?? nil) }
    }
  }
}

extension SweepSample {
  var levers: [Factor] { factors.filter { $0.role == .lever } }
}

extension Analysis.Threshold {
  /// In words: `above 0.1`.
  var inWords: String {
    switch self {
    case .above(let limit): "above \(limit)"
    case .below(let limit): "below \(limit)"
    }
  }
}
