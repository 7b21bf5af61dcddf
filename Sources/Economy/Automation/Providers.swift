/// The sellers of AI services: a few closed ones and an open fringe, the last row. By default they share one price,
/// which the cost of open models caps, and the market in fixed shares; or they compete in quality and price.
struct Providers: Sendable {
  /// Share of the market by provider.
  var share: [Double]
  let initialShare: [Double]
  /// Where they compete: price over serving cost, and quality gained since the start.
  var markup: [Double]
  var advantage: [Double]
  /// What each spent on research last month, and what each may spend on compute this month, up to a factor.
  var research: [Double]
  var budget: [Double]
  /// Price of AI at fixed quality over its level at the scenario's start under the stated markup, and its serving cost
  /// likewise.
  var price = 1.0
  var servingCost = 1.0
  /// Position of the frontier in task complexity; minus infinity where nothing is automated.
  var frontier = -Double.infinity
  /// The feasible share of office tasks that it was found for.
  var officeShare = Double.nan
  /// Feasible share in other occupations over the office share.
  var otherOccupations = 0.0
  /// Price of the AI that does one of the median tasks, over the wage it replaces.
  var taskPrice = Double.infinity
  /// What serving it costs, likewise.
  var servingPrice = Double.infinity
  /// What providers spend on goods this month: last month's serving cost, and research out of its rents, in cents.
  var compute: Int64 = 0
  /// Task mass automated, weighted by the wage bill, last month and the displacement of each of the last 24.
  var automatedMass = 0.0
  var displacement: [Double] = Array(repeating: 0, count: 24)
  /// What an occupation offers for automation this month, and how much of the price of AI it costs.
  var reach: [TaskTable.Reach] = []

  var count: Int { share.count }

  init(_ calibration: Calibration.Providers) {
    // Each closed provider has the same ratio to the one before; the fringe has the rest.
    let closed = Int(calibration.closed)
    let ratio = closed > 0 ? 1 - calibration.leaderShare : 0
    var shares = (0..<closed).map { calibration.leaderShare * power(ratio, Double($0)) }
    shares.append(max(0, 1 - shares.reduce(0, +)))
    share = shares
    initialShare = shares
    budget = shares
    markup = Array(repeating: 1, count: shares.count)
    advantage = Array(repeating: 0, count: shares.count)
    research = advantage
  }
}

extension Economy {
  /// The frontier moves out, serving gets cheaper, providers set their price: serving cost times markup, capped by what
  /// open models of some months ago cost, or a best reply to their rivals; or a share of the wage saved while
  /// competition allows it.
  mutating func advanceFrontier() {
    guard month >= 0 else { return }
    let path = regime.automation.values
    func value(_ key: String) -> Double { path.number(key, at: date) }
    let share = regime.automation.feasibleOfficeShare(month: month, date: date)
    if share != providers.officeShare {
      providers.frontier = frame.tasks.frontier(officeShare: share)
      providers.officeShare = share
    }
    providers.otherOccupations = value("other_occupations")

    let years = Double(month) / 12
    providers.servingCost = power(10, -value("cost_decline") * years)
    // Open models are as far behind at the start as ever, so that the price at the start is the stated one.
    let openCost = power(10, -value("cost_decline") * (years - calibration.providers.openLag / 12))
    let cap = openCost * power(1 + value("open_premium"), calibration.providers.openLag)
    let open = clamp(max(rules.openModelShare, value("open_share")), 0, 1)
    let markup = (1 - open) * value("markup") + open
    var startMarkup = value("markup")
    var costPrice = min(providers.servingCost * markup, max(cap, providers.servingCost)) / startMarkup
    if providersCompete {
      let mean = compete(open: open)
      startMarkup = mean.start
      costPrice = providers.servingCost * mean.today / mean.start
    }
    providers.servingPrice = value("initial_cost") * providers.servingCost / startMarkup
    providers.price = costPrice
    let spread = path.number("initial_cost_spread", at: date)
    let shares = regime.automation.feasibleShares(
      of: calibration.occupations, month: month, start: setup.start)
    providers.taskPrice = value("initial_cost") * costPrice * (1 + rules.aiTax)
    let left = regime.automation.leftByRenewal(month: month, start: setup.start)
    let price = regime.automation.isDecreed ? 0 : providers.taskPrice
    providers.reach = frame.efficiency.indices.map { occupation in
      var reach: TaskTable.Reach
      if let shares {
        reach = frame.tasks.reach(occupation, mass: shares[occupation], price: price, spread: spread)
      } else {
        reach = frame.tasks.reach(
          occupation, frontier: providers.frontier,
          share: calibration.occupations[occupation].isOffice ? 1 : clamp(providers.otherOccupations, 0, 1),
          price: price, spread: spread)
      }
      reach.mass *= left
      return reach
    }
  }

  /// Price of a firm's AI task over the human's, given the mean starting cost of its automated tasks. Where sellers price
  /// by value, open models still serve their part at cost.
  func servicePrice(taskCost: Double, path: ServicePricing) -> Double {
    let tax = 1 + rules.aiTax
    let price = max(taskCost * providers.taskPrice, path.leastCost * tax)
    guard path.isValuePriced else { return price }
    let closed = max(price, path.valueShare * tax)
    guard path.openShare > 0 else { return closed }
    let open = max(taskCost * providers.servingPrice, path.leastCost) * tax
    return path.openShare * open + (1 - path.openShare) * closed
  }

  /// The part of an AI bill before tax that serving costs.
  func servingShare(_ taskCost: Double, _ path: ServicePricing) -> Double {
    let price = servicePrice(taskCost: taskCost, path: path) / (1 + rules.aiTax)
    return min(1, max(taskCost * providers.servingPrice, path.leastCost) / price)
  }

  /// The month's pricing dials, read once.
  struct ServicePricing: Sendable {
    let isValuePriced: Bool
    let valueShare: Double
    let leastCost: Double
    let openShare: Double
    let timeSaved: Double
    let substitution: Double
    let passThrough: Double

    init(_ path: ParameterValues, openByLaw: Double, at date: YearMonth) {
      isValuePriced = path.choice("pricing", at: date) == "value"
      valueShare = path.number("value_share", at: date)
      leastCost = path.number("least_cost", at: date)
      openShare = clamp(max(openByLaw, path.number("open_share", at: date)), 0, 1)
      timeSaved = path.number("augmented_time_saved", at: date)
      substitution = path.number("task_substitution", at: date)
      passThrough = path.number("pass_through", at: date)
    }
  }

  var servicePricing: ServicePricing {
    ServicePricing(regime.automation.values, openByLaw: rules.openModelShare, at: date)
  }
}
