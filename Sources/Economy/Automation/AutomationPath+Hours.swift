extension AutomationPath {
  /// The share of working hours that machines would take over in each occupation if all that is feasible were
  /// adopted at once: feasible tasks times the hours that one saves, all of them where AI works alone,
  /// `augmented_time_saved` where it assists. Cost, adoption and new tasks are left out; they are what the
  /// whole model is for.
  ///
  /// - Parameters:
  ///   - month: months since the start of the scenario, at least 0.
  ///   - date: the calendar month, for values with dates.
  ///   - start: the first month of the scenario; `month` months before `date` where it is not stated.
  /// - Returns: shares from 0 to 1, in the order of the occupations.
  public func hoursSaved(
    in occupations: [Occupation], month: Int, date: YearMonth, start: YearMonth? = nil
  ) -> [Double] {
    let alone = values.number("automate_share", at: date)
    let saved = alone + (1 - alone) * values.number("augmented_time_saved", at: date)
    let byHand = feasiblePhysicalShare(month: month, date: date)
    let start = start ?? date + -month
    let left = leftByRenewal(month: month, start: start)
    func withRobots(_ share: Double, _ index: Int) -> Double {
      min(1, share * saved + byHand * occupations[index].physicalShare) * left
    }
    if let shares = feasibleShares(of: occupations, month: month, start: start) {
      return shares.indices.map { withRobots(shares[$0], $0) }
    }
    // Complexity follows from exposure alone; no draw is read.
    let tasks = TaskTable(occupations, draws: Draws(seed: 0))
    let frontier = tasks.frontier(officeShare: feasibleOfficeShare(month: month, date: date))
    let others = clamp(values.number("other_occupations", at: date), 0, 1)
    return occupations.indices.map { index in
      let offered = occupations[index].isOffice ? 1 : others
      return withRobots(tasks.smoothFeasibleShare(index, frontier: frontier) * offered, index)
    }
  }
}
