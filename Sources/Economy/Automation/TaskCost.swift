/// Cost and factor demand of an occupation's tasks when machines do part of them, relative to all-human work at the
/// same wage: a CES unit cost over tasks, with the demands that follow by Shephard's lemma.
///
/// - Source: Acemoglu and Restrepo (2018), on task masses.
struct TaskCost: Sendable, Equatable {
  /// Unit cost, hours of labour, AI bill and cost of robots per unit of tasks; the last two in units of the human's
  /// wage cost.
  var cost = 1.0
  var labour = 1.0
  var services = 0.0
  var robots = 0.0

  static let human = TaskCost()

  /// - Parameters:
  ///   - automated: mass of tasks done by AI alone; `augmented` mass done by a person with AI.
  ///   - price: cost of an AI task over the human's.
  ///   - timeSaved: share of time that AI saves in an augmented task.
  ///   - substitution: elasticity between tasks, below 1; 0 is fixed proportions.
  ///   - robotic: mass of tasks done by robots, at `robotPrice` over the human's cost.
  @inline(__always)
  init(
    automated: Double, augmented: Double, price: Double, timeSaved: Double, substitution s: Double,
    robotic: Double = 0, robotPrice: Double = 1
  ) {
    let human = 1 - automated - augmented - robotic
    let mixed = 1 - timeSaved + timeSaved * price
    if s == 0 {
      cost = human + automated * price + augmented * mixed + robotic * robotPrice
      labour = human + augmented * (1 - timeSaved)
      services = (automated + augmented * timeSaved) * price
      robots = robotic * robotPrice
      return
    }
    let priceTerm = TaskCost.raise(price, 1 - s)
    let mixedTerm = TaskCost.raise(mixed, 1 - s)
    let robotTerm = robotic > 0 ? robotic * TaskCost.raise(robotPrice, 1 - s) : 0
    let sum = human + automated * priceTerm + augmented * mixedTerm + robotTerm
    cost = TaskCost.raise(sum, 1 / (1 - s))
    let scale = TaskCost.raise(cost, s)
    let mixedDemand = augmented * mixedTerm / mixed
    labour = scale * (human + mixedDemand * (1 - timeSaved))
    services = scale * (automated * priceTerm + mixedDemand * timeSaved * price)
    robots = scale * robotTerm
  }

  init() {}

  /// Powers of one half and two are the common ones, at the default elasticity.
  @inline(__always)
  private static func raise(_ x: Double, _ exponent: Double) -> Double {
    if exponent == 0.5 { return x.squareRoot() }
    if exponent == 2 { return x * x }
    return power(x, exponent)
  }
}
