import Testing

@testable import Economy

struct TaskCostTests {
  static let elasticities = [0, 0.25, 0.5, 0.75, 0.99]

  private func tasks(_ automated: Double, _ augmented: Double, price: Double, substitution: Double)
    -> TaskCost
  {
    TaskCost(
      automated: automated, augmented: augmented, price: price, timeSaved: 0.4, substitution: substitution)
  }

  @Test(
    "AI that costs the wage leaves unit cost as it was, and labour falls by the automated share",
    arguments: elasticities)
  func noSaving(substitution: Double) {
    let tasks = tasks(0.3, 0.2, price: 1, substitution: substitution)
    #expect(abs(tasks.cost - 1) < 1e-12)
    #expect(abs(tasks.labour - (1 - 0.3 - 0.2 * 0.4)) < 1e-12)
    #expect(abs(tasks.services - (0.3 + 0.2 * 0.4)) < 1e-12)
  }

  @Test("Nothing automated is all-human work at any price", arguments: elasticities)
  func human(substitution: Double) {
    #expect(tasks(0, 0, price: 0.2, substitution: substitution) == .human)
  }

  @Test("Unit cost is labour and AI bill together", arguments: elasticities, [0.01, 0.3, 0.9])
  func exhaustion(substitution: Double, price: Double) {
    let tasks = tasks(0.3, 0.2, price: price, substitution: substitution)
    #expect(abs(tasks.labour + tasks.services - tasks.cost) < 1e-12)
    #expect(tasks.cost < 1)
  }

  @Test(
    "The AI bill is the price times the slope of unit cost in it (Shephard)", arguments: elasticities,
    [0.05, 0.3, 0.9])
  func shephard(substitution: Double, price: Double) {
    let step = 1e-6
    let slope =
      (tasks(0.3, 0.2, price: price + step, substitution: substitution).cost
        - tasks(0.3, 0.2, price: price - step, substitution: substitution).cost) / (2 * step)
    #expect(abs(tasks(0.3, 0.2, price: price, substitution: substitution).services - price * slope) < 1e-7)
  }

  @Test("The more tasks can stand in for each other, the less labour cheap AI leaves and the lower is cost")
  func substitution() {
    let steps = Self.elasticities.map { tasks(0.3, 0, price: 0.1, substitution: $0) }
    for (low, high) in zip(steps, steps.dropFirst()) {
      #expect(high.cost < low.cost)
      #expect(high.labour < low.labour)
    }
  }

  /// With a = 0.17: employment falls by 17 %, or the week from 40 to 33.2 hours, or output rises by 20.5 %.
  @Test("Fixed proportions: free AI for a share a of tasks leaves 1 - a of labour for the same output")
  func triangle() {
    let tasks = TaskCost(automated: 0.17, augmented: 0, price: 1e-9, timeSaved: 0, substitution: 0)
    #expect(abs(tasks.labour - 0.83) < 1e-12)
    #expect(abs(40 * tasks.labour - 33.2) < 1e-12)
    #expect(abs(1 / tasks.labour - 1.2048) < 1e-4)
  }

  /// Exposed tasks 19.9 % of the wage bill, 23 % of them pay, labour costs fall by 27 %, labour's share in a
  /// task is 53.5 %: 0.66 % of productivity in ten years. The product is Hulten's theorem, exact in cost for fixed
  /// proportions; as a logarithm it lies x^2/2 = 0.000022 higher.
  ///
  /// - Source: Acemoglu, "The simple macroeconomics of AI" (2024).
  @Test("The kernel of Acemoglu (2024) comes out of the unit cost")
  func acemoglu() {
    let share = 0.199 * 0.23
    let saving = 0.27 * 0.535
    let tasks = TaskCost(automated: share, augmented: 0, price: 1 - saving, timeSaved: 0, substitution: 0)
    #expect(abs((1 - tasks.cost) - share * saving) < 1e-12)
    #expect(abs((1 - tasks.cost) - 0.00661) < 5e-6)
    #expect(abs(-logarithm(tasks.cost) - (share * saving + share * saving * share * saving / 2)) < 1e-6)
  }
}
