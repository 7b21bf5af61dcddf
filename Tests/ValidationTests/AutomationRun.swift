@testable import Economy

/// Ten years in which machines take over tasks, from the state and with the chance of the baseline's first ten.
enum AutomationRun {
  static let months = 120

  /// - Parameters:
  ///   - start: the economy as the burn-in leaves it.
  ///   - stated: keys of the `automation:` section.
  ///   - share: share of each occupation's tasks that becomes feasible in equal steps over the ten years.
  static func history(
    from start: Economy, stated: [String: Double], share: (Occupation) -> Double
  ) throws -> History {
    var economy = start
    let end = start.setup.start + (months - 1)
    let points = start.calibration.occupations.map { occupation in
      let share = share(occupation)
      return share > 0 ? [OccupationPath.Point(month: end, share: share)] : []
    }
    var regime = start.regime
    regime.automation = AutomationPath(
      ParameterValues(AutomationPath.parameters, stated: stated.mapValues { Dated(.number($0)) }),
      occupations: OccupationPath(points: points))
    economy.adopt(regime)
    var history = History()
    try history.record(months, of: &economy)
    return history
  }
}
