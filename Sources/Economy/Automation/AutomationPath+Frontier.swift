extension AutomationPath {
  /// The share of office tasks that AI can do in a month of the scenario, counted from 0, where the path is
  /// stated by it.
  func feasibleOfficeShare(month: Int, date: YearMonth) -> Double {
    let progress = min(1, Double(month + 1) / values.number("feasible_within_months", at: date))
    return values.number("feasible_office_share", at: date) * progress
  }

  /// Whether the frontier is driven by compute.
  var isDrivenByCompute: Bool { values.path("frontier").initial == .choice("compute") }

  /// The distribution of task complexity that a frontier driven by compute meets.
  var tasks: TaskDistribution {
    func number(_ key: String) -> Double {
      guard case .number(let value) = values.path(key).initial else { preconditionFailure("\(key)") }
      return value
    }
    guard values.path("task_tail").initial == .choice("pareto") else {
      return TaskDistribution(.bounded(length: number("tail_length")))
    }
    return TaskDistribution(.pareto(exponent: number("tail_exponent")))
  }

  /// Orders of magnitude of effective compute gained from the start to the end of a month, counted from 0.
  func computeGained(month: Int, start: YearMonth) -> Double {
    accumulated("compute_growth", month: month, start: start)
  }

  /// What renewal leaves of the tasks that machines could do: as old tasks of people give way to new ones, part of
  /// what was feasible is no longer there to be automated.
  func leftByRenewal(month: Int, start: YearMonth) -> Double {
    exponential(-accumulated("renewal", month: month, start: start))
  }

  /// A rate a year summed over the months from the start to the end of one, counted from 0.
  private func accumulated(_ key: String, month: Int, start: YearMonth) -> Double {
    if values.path(key).isConstant { return values.number(key, at: start) * Double(month + 1) / 12 }
    return (0...max(0, month)).reduce(0) { $0 + values.number(key, at: start + $1) / 12 }
  }

  /// The share of each occupation's tasks that AI can do in a month, where that is known in closed form; nil where
  /// the path is stated by the share of office tasks, whose frontier is found from the bins.
  func feasibleShares(of occupations: [Occupation], month: Int, start: YearMonth) -> [Double]? {
    if let path = self.occupations {
      return occupations.indices.map { path.share(of: $0, at: start + month, start: start) }
    }
    guard isDrivenByCompute else { return nil }
    let (frontier, tasks) = (computeGained(month: month, start: start), tasks)
    let others = clamp(values.number("other_occupations", at: start + month), 0, 1)
    return occupations.map { tasks.share(of: $0, within: frontier) * ($0.isOffice ? 1 : others) }
  }

  /// Months from the start until everything is feasible that the path brings, at most `limit` for a path that goes
  /// on beyond.
  public func duration(start: YearMonth, limit: Int) -> Double {
    let last = start + (limit - 1)
    let byHand =
      values.number("robot_share", at: last) > 0 ? values.number("robot_within_months", at: last) : 0
    return max(durationOfAI(start: start, limit: limit), byHand)
  }

  private func durationOfAI(start: YearMonth, limit: Int) -> Double {
    if let path = occupations { return Double(max(1, (path.end ?? start) - start)) }
    guard isDrivenByCompute else {
      return values.number("feasible_within_months", at: start + (limit - 1))
    }
    guard let end = tasks.end else { return Double(limit) }
    return Double((0..<limit).first { computeGained(month: $0, start: start) >= end } ?? limit)
  }
}
