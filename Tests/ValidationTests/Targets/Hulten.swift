import Foundation

@testable import Economy

/// Acemoglu's arithmetic of AI and growth: a share of tasks times what it saves of their cost is the gain in total
/// factor productivity, by Hulten's theorem, whatever the elasticity between tasks.
private enum Hulten {
  /// 20 % of tasks are exposed, and 23 % of those pay within ten years; the saving is 27 % of labour cost, and labour
  /// is 53 % of cost.
  static let tasks = 0.046
  static let labourSaving = 0.27
  static let costSaving = 0.144

  /// The same masses and saving in every occupation, machines at cost, taken up as they come.
  static let histories = Result {
    let runs = try Run.all.get()
    return try Run.eachSeed { seed in
      try AutomationRun.history(
        from: runs[seed].start,
        stated: [
          "initial_cost": 1 - labourSaving, "initial_cost_spread": 0, "cost_decline": 0, "markup": 1,
          "automate_share": 1, "integration_cost": 0, "adoption_innovation": 1, "reinstatement": 0,
        ]
      ) { _ in tasks }
    }
  }

  /// Growth of output that growth of hours and of capital in use does not explain, against the baseline.
  ///
  /// What serving AI uses up is an input of firms, and GDP is net of it. Capital is in use in proportion to what firms
  /// make, which includes it; it is installed some years later, and until then is used more.
  static func residual(_ history: History, _ baseline: History) -> Double {
    let count = AutomationRun.months
    func growth(_ value: (History) -> Double) -> Double { log(value(history) / value(baseline)) }
    func serving(_ history: History) -> Double { History.lastYear(history.serving, of: count) }
    let labourShare = baseline.lastYear(.labourShare, of: count)
    let output = growth { $0.lastYear(.gdpReal, of: count) }
    let gross = growth { $0.lastYear(.gdpReal, of: count) * (1 + serving($0)) }
    let hours = growth { $0.lastYear(.gdpReal, of: count) / $0.lastYear(.productivity, of: count) }
    return output - labourShare * hours - (1 - labourShare) * gross
  }
}

extension Target {
  static let hultenKernel = Target(
    14, "Hulten: gain in total factor productivity in the cost of tasks, ten years",
    published: "0.66 % of 4.6 % of tasks times 14.4 %; Acemoglu (2025)", accepted: 0.6524...0.6724, unit: "%"
  ) { _ in
    // In fixed proportions, where the theorem's first order is all there is.
    let cost = TaskCost(
      automated: Hulten.tasks, augmented: 0, price: 1 - Hulten.costSaving, timeSaved: 0, substitution: 0
    ).cost
    return 100 * (1 - cost)
  }

  static let hultenEconomy = Target(
    14, "Hulten: the same in the whole economy, GDP less what hours and capital explain",
    published: "0.66 %; Acemoglu (2025)", accepted: 0.4...1.2, unit: "%",
    measureAll: { runs in
      zip(runs, try Hulten.histories.get()).map { 100 * Hulten.residual($1, $0.history) }
    })
}
