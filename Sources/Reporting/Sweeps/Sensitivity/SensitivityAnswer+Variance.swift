import Designs
import Scenarios
import Sensitivity

/// What matters: indices, elementary effects, regression.
extension SensitivityAnswer {
  /// The width of an interval of Sobol' indices above which they are called not converged, and the share of the
  /// largest mu* above which an interval of mu* is.
  ///
  /// - Source: Sarrazin, Pianosi, Wagener, Environmental Modelling & Software 79 (2016) 135-152, section 3.2.
  static let width = 0.05

  mutating func sobol(_ sample: SweepSample, _ outcomes: SweepOutcomes) throws(SensitivityError) {
    let size = SaltelliDesign.pointsPerRow(factors: sample.factors.count)
    let outputs = blocks(of: size, sample).flatMap(outcomes.means)
    let indices = try SobolIndices(outputs: outputs, factors: sample.factors.count)
    lines.append(
      "Sobol' indices of \(question.measure.label): mean \(SweepSummary.short(indices.mean)), standard deviation "
        + "\(SweepSummary.short(indices.variance.squareRoot())) over \(Self.basis(indices.rows, indices.droppedRows, "rows"))"
    )
    var table = TextTable([.left, .left, .left])
    table.add(["factor", "alone (S)", "with others (T)"])
    for (factor, shares) in zip(sample.factors, indices.factors) {
      let isConverged = [shares.first, shares.total].map { $0.interval.width <= Self.width }
      table.add([
        factor.name, Self.text(shares.first, isConverged: isConverged[0]),
        Self.text(shares.total, isConverged: isConverged[1]),
      ])
      add(factor.name, "first", shares.first, isConverged: isConverged[0])
      add(factor.name, "total", shares.total, isConverged: isConverged[1])
    }
    add(table)
    if !indices.isConverged(within: Self.width) {
      lines.append("! not converged: an interval of 95 % wider than \(Self.width); take more rows")
    }
    add("", "mean", indices.mean)
    add("", "variance", indices.variance)
    add("", "rows", Double(indices.rows))
    add("", "dropped_rows", Double(indices.droppedRows))
  }

  mutating func morris(_ sample: SweepSample, _ outcomes: SweepOutcomes) throws(SensitivityError) {
    let size = MorrisDesign.pointsPerTrajectory(factors: sample.factors.count)
    let effects = try ElementaryEffects(
      coordinates: sample.points.map(\.coordinates),
      outputs: blocks(of: size, sample).flatMap(outcomes.means),
      factors: sample.factors.count)
    lines.append(
      "Elementary effects on \(question.measure.label), over each factor's whole range, from "
        + Self.basis(effects.trajectories, effects.droppedTrajectories, "trajectories"))
    let largest = effects.factors.map(\.magnitude.value).max() ?? 0
    var table = TextTable([.left, .left, .left, .left])
    table.add(["factor", "size (μ*)", "mean (μ)", "spread (σ)"])
    var isWhole = true
    for (factor, effect) in zip(sample.factors, effects.factors) {
      let isConverged = effect.magnitude.interval.width <= Self.width * largest
      isWhole = isWhole && isConverged
      table.add([
        factor.name, Self.text(effect.magnitude, isConverged: isConverged), Self.text(effect.mean),
        Self.text(effect.deviation),
      ])
      add(factor.name, "mu_star", effect.magnitude, isConverged: isConverged)
      add(factor.name, "mu", effect.mean)
      add(factor.name, "sigma", effect.deviation)
    }
    add(table)
    if !isWhole {
      lines.append("! not converged: an interval of μ* wider than 5 % of the largest; take more trajectories")
    }
    add("", "trajectories", Double(effects.trajectories))
    add("", "dropped_trajectories", Double(effects.droppedTrajectories))
  }

  mutating func regression(_ sample: SweepSample, _ outcomes: SweepOutcomes) throws(SensitivityError) {
    let plane = try StandardisedRegression(
      rows: sample.points.map(\.values), outputs: sample.points.map { outcomes.mean($0.ordinal) })
    lines.append(
      "Regression of \(question.measure.label): R² \(NumberText.fixed(plane.explained, decimals: 2)) from "
        + Self.basis(plane.points, plane.droppedPoints, "points"))
    var table = TextTable([.left, .left])
    table.add(["factor", "standardised coefficient"])
    for (factor, coefficient) in zip(sample.factors, plane.coefficients) {
      let isKnown = !coefficient.interval.contains(0)
      table.add([factor.name, Self.text(coefficient, isConverged: isKnown)])
      add(factor.name, "coefficient", coefficient, isConverged: isKnown)
    }
    add(table)
    if plane.coefficients.contains(where: { $0.interval.contains(0) }) {
      lines.append("! the interval of 95 % holds 0: not even the sign is known")
    }
    if plane.explained < 0.5 {
      lines.append("A plane explains less than half of the variance: do not read much into the coefficients")
    }
    add("", "r2", plane.explained)
    add("", "points", Double(plane.points))
    add("", "dropped_points", Double(plane.droppedPoints))
  }

  private func blocks(of size: Int, _ sample: SweepSample) -> [[Int]] {
    stride(from: 0, to: sample.points.count, by: size).map { start in
      sample.points[start..<min(start + size, sample.points.count)].map(\.ordinal)
    }
  }
}
