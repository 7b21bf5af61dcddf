import Economy

/// What must hold between two entries of a calibration, each of them within its own bounds.
struct Consistency {
  let findings: Findings

  /// Pairs of which the first must not exceed the second.
  static let ordered = [
    ("population.leave_home_earliest", "population.leave_home_latest"),
    ("retirement.early_age", "retirement.normal_age"),
    ("turnover.entrant_smallest", "turnover.entrant_largest"),
    ("consumption.mpc_at_0_1", "consumption.mpc_at_0"),
    ("consumption.mpc_at_0_3", "consumption.mpc_at_0_1"),
    ("consumption.mpc_at_1", "consumption.mpc_at_0_3"),
    ("consumption.mpc_at_3", "consumption.mpc_at_1"),
  ]

  /// Shares of one whole.
  static let shares = [
    ["population.leave_school_at_16", "population.leave_school_at_18", "population.leave_school_at_20"],
    ["government.central_bank_holdings", "government.foreign_holdings"],
  ]

  /// Whose product is below 1: hours could not respond as stated to a wage otherwise.
  static let curvature = "labour_supply.curvature"
  static let elasticity = "labour_supply.hicksian_elasticity"

  /// Reports the rules that the values break; entries without a value are left alone, and so are rules of
  /// whose entries none was stated in a place.
  func check(_ values: [String: Double], places: [String: ScenarioError.Place]) {
    for (low, high) in Self.ordered {
      guard let less = values[low], let more = values[high], less > more,
        let place = places[low] ?? places[high]
      else { continue }
      let text = "\(low), \(NumberText.shortest(less)), is above \(high), \(NumberText.shortest(more))"
      findings.add(.inconsistent(text), at: place)
    }
    if let curvature = values[Self.curvature], let elasticity = values[Self.elasticity],
      curvature * elasticity >= 1, let place = places[Self.curvature] ?? places[Self.elasticity]
    {
      findings.add(
        .inconsistent(
          "\(Self.curvature), \(NumberText.shortest(curvature)), times \(Self.elasticity), "
            + "\(NumberText.shortest(elasticity)), must be below 1"), at: place)
    }
    for whole in Self.shares {
      let parts = whole.compactMap { values[$0] }
      let sum = parts.reduce(0, +)
      guard parts.count == whole.count, sum > 1 + 1e-9, let place = whole.compactMap({ places[$0] }).last
      else { continue }
      let text = "\(whole.joined(separator: ", ")) sum to \(NumberText.rounded(sum)), more than the whole"
      findings.add(.inconsistent(text), at: place)
    }
  }
}
