/// What AI can do, occupation by occupation and month by month: a calibrated path in place of a frontier.
///
/// Between two stated months a share moves in equal steps; before the first it rises from nothing at the start of the
/// scenario; after the last it stays. Occupations without a point get no new automation.
public struct OccupationPath: Sendable, Equatable {
  /// A share of an occupation's tasks, 0 to 1, that AI can do from a month on.
  public struct Point: Sendable, Equatable {
    public let month: YearMonth
    public let share: Double

    public init(month: YearMonth, share: Double) {
      self.month = month
      self.share = share
    }
  }

  /// In the order of the economy's occupations; months rise strictly, shares do not fall.
  public let points: [[Point]]

  public init(points: [[Point]]) {
    for points in points {
      precondition(
        zip(points, points.dropFirst()).allSatisfy { $0.month < $1.month && $0.share <= $1.share },
        "months rise and shares do not fall")
    }
    self.points = points
  }

  /// The share of an occupation's tasks in a month.
  /// - Parameter start: first month of the scenario, before which nothing new is feasible.
  func share(of occupation: Int, at month: YearMonth, start: YearMonth) -> Double {
    var before = Point(month: start + -1, share: 0)
    for point in points[occupation] {
      if month < point.month {
        let progress = Double(month - before.month) / Double(point.month - before.month)
        return before.share + (point.share - before.share) * progress
      }
      before = point
    }
    return before.share
  }

  /// The last month in which something changes.
  var end: YearMonth? { points.compactMap(\.last?.month).max() }
}
