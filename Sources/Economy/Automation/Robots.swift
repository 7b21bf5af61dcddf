/// The second, slower frontier: machines that work with hands. They reach the tasks that neither language models nor
/// software do, in occupations that are not office work, so that exposure to them falls with the wage while
/// exposure to AI rises with it.
///
/// A robot is a capital good. Its service costs what its making does, spread over its life: firms buy robots from
/// the makers of capital goods as fast as they wear out, and nobody earns a rent on them beyond those makers' profits.
/// A tax on robots is levied on that service, so that it bears on which robots pay.
/// Since a robot costs the same whomever it replaces, it pays first where hands are dear.
struct Robots: Sendable {
  /// Share of physical tasks that robots can do.
  var feasible = 0.0
  /// Median cost of a physical task over the human's, by occupation; and what pays of these tasks.
  var price: [Double] = []
  var reach: [TaskTable.Reach] = []
}

extension Occupation {
  /// Share of tasks that take hands and presence: those that no rater finds exposed to language models or to software
  /// built on them, in occupations that are not office work.
  ///
  /// - Source: class E0 of Eloundou et al. (2024), as the economy file gives it by alpha and beta.
  var physicalShare: Double { isOffice ? 0 : 1 - exposedShare }
}

extension AutomationPath {
  /// The share of physical tasks that robots can do in a month, counted from 0.
  func feasiblePhysicalShare(month: Int, date: YearMonth) -> Double {
    let progress = min(1, Double(month + 1) / values.number("robot_within_months", at: date))
    return values.number("robot_share", at: date) * progress
  }
}

extension TaskTable {
  /// The part of an occupation's physical tasks that robots can do and that costs less than a person. Physical tasks
  /// are the bins beyond those exposed to AI, a part of the first of them included.
  /// - Parameters:
  ///   - share: the share of physical tasks that is feasible, 0 to 1.
  ///   - price: median cost of a robot's task over the human's; `spread` the deviation of its logarithm.
  func robotReach(_ occupation: Int, physical: Double, share: Double, price: Double, spread: Double) -> Reach
  {
    guard physical > 0, share > 0 else { return Reach() }
    let first = (1 - physical) * Double(Self.bins)
    return reach(occupation, price: price, spread: spread) { clamp(Double($0 + 1) - first, 0, 1) * share }
  }
}

extension Economy {
  /// What robots can do this month and at what price: the stated cost in mean wages at the start, falling, at the
  /// price of capital goods, over the wage of whom they replace.
  mutating func advanceRobots() {
    let path = regime.automation.values
    guard month >= 0, let start = nation.atStart else { return }
    robots.feasible = regime.automation.feasiblePhysicalShare(month: month, date: date)
    let before = zip(frame.investmentShares, start.industryPrices).reduce(0) { $0 + $1.0 * $1.1 }
    let years = Double(month) / 12
    let cost =
      path.number("robot_cost", at: date) * power(10, -path.number("robot_cost_decline", at: date) * years)
      * investmentPrice / before
    let spread = path.number("robot_cost_spread", at: date)
    robots.price = frame.efficiency.indices.map { occupation in
      cost * frame.meanWage * start.wageIndex / nation.wages[occupation] * (1 + rules.robotTax)
    }
    guard robots.feasible > 0 else {
      robots.reach = []
      return
    }
    let left = regime.automation.leftByRenewal(month: month, start: setup.start)
    robots.reach = frame.efficiency.indices.map { occupation in
      var reach = frame.tasks.robotReach(
        occupation, physical: calibration.occupations[occupation].physicalShare, share: robots.feasible,
        price: regime.automation.isDecreed ? 0 : robots.price[occupation], spread: spread)
      reach.mass *= left
      return reach
    }
  }

  /// Firms replace the robots that last month's output wore out.
  mutating func orderRobots() {
    for firm in 0..<firms.count {
      guard firms.robotUnitCost[firm] > 0 else {
        firms.robotUpkeep[firm] = 0
        continue
      }
      firms.robotUpkeep[firm] = Int64(
        firms.robotUnitCost[firm] * firms.output[firm] / (1 + rules.robotTax))
      firms.investment[firm] += Double(firms.robotUpkeep[firm])
    }
  }
}
