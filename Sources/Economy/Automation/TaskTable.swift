/// The tasks of each occupation in twenty bins of equal mass: how hard each is for a machine, and at what cost.
///
/// A share `exposureAlpha` of an occupation's tasks has complexity in [0, 1) (a language model alone), a share
/// 2 (beta - alpha) in [1, 3) (software built on it), the rest lies beyond 3 and out of reach of this frontier. The
/// frontier's position is what makes the stated share of office tasks feasible.
///
/// - Source: the exposure classes of Eloundou, Manning, Mishkin, Rock (Science, 2024), as the economy file gives them.
struct TaskTable: Sendable {
  static let bins = 20
  /// Complexity by occupation and bin, rising.
  let complexity: [[Double]]
  /// Standard normal quantile of each bin's relative cost: logarithm of cost over the median, in standard deviations.
  let costRank: [[Double]]
  let officeWeight: [Double]

  init(_ occupations: [Occupation], draws: Draws) {
    complexity = occupations.map { occupation in
      (0..<Self.bins).map { bin in
        let position = (Double(bin) + 0.5) / Double(Self.bins)
        let alpha = occupation.exposureAlpha
        let further = 2 * (occupation.exposureBeta - alpha)
        if position < alpha { return position / alpha }
        if position < alpha + further { return 1 + 2 * (position - alpha) / further }
        return 3 + (position - alpha - further)
      }
    }
    costRank = occupations.indices.map { occupation in
      (0..<Self.bins).map { draws.normal(.taskCost, id: occupation, month: 0, index: $0) }
    }
    let office = occupations.reduce(0) { $0 + ($1.isOffice ? $1.employmentShare : 0) }
    officeWeight = occupations.map { $0.isOffice && office > 0 ? $0.employmentShare / office : 0 }
  }

  /// What is worth automating in an occupation at a frontier: its mass and the mean starting cost.
  struct Reach: Sendable {
    var mass = 0.0
    var cost = 0.0
  }

  /// The share of an occupation's tasks within the frontier.
  func feasibleShare(_ occupation: Int, frontier: Double) -> Double {
    Double(complexity[occupation].count { $0 <= frontier }) / Double(Self.bins)
  }

  /// The frontier at which the stated share of office tasks is feasible.
  func frontier(officeShare share: Double) -> Double {
    guard share > 0 else { return -.infinity }
    var (low, high) = (0.0, 4.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      var reached = 0.0
      for occupation in officeWeight.indices where officeWeight[occupation] != 0 {
        reached += officeWeight[occupation] * smoothFeasibleShare(occupation, frontier: middle)
      }
      if reached < share { low = middle } else { high = middle }
    }
    return high
  }

  /// Mass up to the frontier without the steps of the bins.
  func smoothFeasibleShare(_ occupation: Int, frontier: Double) -> Double {
    let rises = complexity[occupation]
    // How many lie within the frontier, found by halving since they rise.
    var (below, above) = (0, Self.bins)
    while below < above {
      let middle = (below + above) / 2
      if rises[middle] <= frontier { below = middle + 1 } else { above = middle }
    }
    guard below < Self.bins else { return 1 }
    let low = below == 0 ? 0 : rises[below - 1]
    let part = clamp((frontier - low) / max(1e-9, rises[below] - low), 0, 1)
    return clamp((Double(below) + part - 0.5) / Double(Self.bins), 0, 1)
  }

  /// The part of an occupation's tasks that is feasible and costs less than a person.
  /// - Parameters:
  ///   - share: the share of the feasible tasks that is offered in this occupation, 0 to 1.
  ///   - price: median cost of an AI task over the human's, today; `spread` the deviation of its logarithm.
  func reach(_ occupation: Int, frontier: Double, share: Double, price: Double, spread: Double) -> Reach {
    var reach = reach(occupation, price: price, spread: spread) {
      complexity[occupation][$0] <= frontier ? 1 : 0
    }
    reach.mass *= share
    return reach
  }

  /// The same where a mass of tasks is feasible, the easiest first.
  func reach(_ occupation: Int, mass: Double, price: Double, spread: Double) -> Reach {
    let bins = mass * Double(Self.bins)
    return reach(occupation, price: price, spread: spread) { clamp(bins - Double($0), 0, 1) }
  }

  /// What pays of the bins, each of which is feasible in the part that `covered` says.
  func reach(_ occupation: Int, price: Double, spread: Double, covered: (_ bin: Int) -> Double) -> Reach {
    var reach = Reach()
    for bin in 0..<Self.bins {
      let mass = covered(bin) * (1 / Double(Self.bins))
      guard mass > 0 else { continue }
      let relative = exponential(spread * costRank[occupation][bin])
      if relative * price < 1 {
        reach.mass += mass
        reach.cost += mass * relative
      }
    }
    if reach.mass > 0 { reach.cost /= reach.mass }
    return reach
  }
}
